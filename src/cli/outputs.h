// Where a command's results go: one file's to standard output, or each below a folder.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "cli/arguments.h"
#include "cli/context.h"

namespace depeche::cli {

// FOLDER/PATH + ending (cli/file_name.h), with the path kept: that of an absolute one below its root, "stdin"
// for "-". Nothing is ever written outside the folder: a path that would leave it through ".." is a problem
// (cli/outside-output).
Result<std::string> output_path(const std::string& folder, const std::string& path, std::string_view ending);

// Makes a result of the bytes of each file that the operands name and puts it out: below the folder that -o
// gives, else on standard output, which takes one file only. A file that cannot be read or written is
// reported, and the others are still made.
ExitCode put_out(const Context& context, std::string_view command, const Arguments& arguments,
                 std::string_view ending, const std::function<std::string(std::string bytes)>& make);

}  // namespace depeche::cli
