#include "cli/outputs.h"

#include <algorithm>
#include <filesystem>
#include <map>

#include "cli/file_name.h"
#include "cli/inputs.h"

namespace depeche::cli {

Result<std::string> output_path(const std::string& folder, const std::string& path, std::string_view ending) {
  const std::filesystem::path relative =
      path == "-" ? "stdin" : std::filesystem::path(path).lexically_normal().relative_path();
  if (std::ranges::find(relative, "..") != relative.end())
    return Message{"cli/outside-output", {path, folder}};
  const std::string name = file_name_with(relative.filename().generic_string(), ending);
  return (std::filesystem::path(folder) / relative.parent_path() / name).generic_string();
}

ExitCode put_out(const Context& context, std::string_view command, const Arguments& arguments,
                 std::string_view ending, const std::function<std::string(std::string bytes)>& make) {
  const auto [files, problems] = expand(context.system, arguments.operands);
  const bool to_folder = arguments.has("-o");
  const std::string folder(arguments.value("-o", ""));
  if (!to_folder && files.size() > 1) return context.fail({"cli/one-file-only", {std::string(command)}});

  ExitCode code = kFine;
  for (const Message& problem : problems) code = context.fail(problem);
  std::map<std::string, std::string> written;  // output to input
  for (const std::string& file : files) {
    std::string output;
    if (to_folder) {
      const Result<std::string> path = output_path(folder, file, ending);
      if (!path) {
        code = context.fail(path.problem());
        continue;
      }
      output = *path;
      if (!written.emplace(output, file).second) {
        code = context.fail({"cli/same-output", {file, output}});
        continue;
      }
    }
    Result<std::string> bytes = read(context.system, file);
    if (!bytes) {
      code = context.fail(bytes.problem());
      continue;
    }
    const std::string result = make(std::move(bytes).value());
    if (!to_folder) {
      context.system.print(result);
    } else if (const Result<Done> done = context.system.write_file(output, result); !done) {
      code = context.fail(done.problem());
    }
  }
  return code;
}

}  // namespace depeche::cli
