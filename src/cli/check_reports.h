// What `depeche check` found, in the forms that people and programs read.
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

// One line a finding: `path:line:column: severity: message [rule]`, as compilers write it and editors read
// it; control characters are not passed on.
std::string report_as_text(std::span<const CheckedFile> files, const messages::Catalog& catalog);

// {"format": 1, "files": [{"path": …, "diagnostics": […]}]}, diagnostics as in docs/export.schema.json.
std::string report_as_json(std::span<const CheckedFile> files, const messages::Catalog& catalog);

}  // namespace depeche::cli
