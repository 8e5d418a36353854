// SARIF 2.1.0, the OASIS format in which code hosts accept the findings of a check.
#pragma once

#include <span>
#include <string>

#include "cli/check_reports.h"

namespace depeche::cli {

// One run with all files. A relative path stays relative, so that the host finds it in its repository; an
// absolute one becomes a file:// URI, and "-" the URI "stdin".
std::string report_as_sarif(std::span<const CheckedFile> files, const messages::Catalog& catalog);

}  // namespace depeche::cli
