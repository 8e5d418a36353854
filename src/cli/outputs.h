// Where the results of a command go: to standard output for one file, or into a folder.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/arguments.h"
#include "cli/context.h"

namespace depeche::cli {

// folder/path + ending, shortened if need be (cli/file_name.h). An absolute path counts from its root, "-"
// becomes "stdin". Nothing is ever written outside the folder: a path that would leave it through ".." is a
// problem (cli/outside-output).
Result<std::string> output_path(const std::string& folder, const std::string& path, std::string_view ending);

// Calls `make` with the bytes of each file that the operands name, and writes the result into the folder that
// -o gives, or else to standard output, which takes one file only. A file that cannot be read or written, or
// whose output another one has already taken, is reported, and the others are still made; returns kBadUsage
// then.
ExitCode put_out(const Context& context, std::string_view command, const Arguments& arguments,
                 std::string_view ending, const std::function<std::string(std::string bytes)>& make);

}  // namespace depeche::cli
