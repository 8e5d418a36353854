// What `depeche check` found, in forms for people and for programs.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "messages/catalog.h"
#include "text/text.h"

namespace depeche::cli {

struct CheckedFile {
  std::string path;  // as it was named; "-" for standard input
  Text text;
  std::vector<Diagnostic> diagnostics;
};

// One line per finding, in the form that compilers write and editors read:
// `path:line:column: severity: message [rule]`. Control characters become U+FFFD.
std::string report_as_text(std::span<const CheckedFile> files, const messages::Catalog& catalog);

// {"format": 1, "files": [{"path": …, "diagnostics": […]}]}, diagnostics as in docs/export.schema.json.
std::string report_as_json(std::span<const CheckedFile> files, const messages::Catalog& catalog);

}  // namespace depeche::cli
