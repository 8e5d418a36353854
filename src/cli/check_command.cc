// depeche check [--format text|json|sarif] [--portability] FILE…: what is to be mended, with line and column.
#include <algorithm>
#include <array>

#include "cli/check_reports.h"
#include "cli/commands.h"
#include "cli/inputs.h"
#include "cli/sarif.h"
#include "release/release.h"
#include "rules/rules.h"

namespace depeche::cli {
namespace {

constexpr std::array kSeverities = {Severity::kError, Severity::kWarning, Severity::kHint};

std::size_t count(std::span<const CheckedFile> files, Severity severity) {
  std::size_t count = 0;
  for (const CheckedFile& file : files)
    count += static_cast<std::size_t>(std::ranges::count(file.diagnostics, severity, &Diagnostic::severity));
  return count;
}

// The count of each severity, for a person; silent when there is nothing to say.
void summarize(const Context& context, std::span<const CheckedFile> files) {
  Message summary{"cli/summary", {}};
  bool clean = true;
  for (const Severity severity : kSeverities) {
    const std::size_t found = count(files, severity);
    clean = clean && found == 0;
    summary.arguments.push_back(std::to_string(found));
  }
  summary.arguments.push_back(std::to_string(files.size()));
  if (!clean) context.system.complain(context.catalog.text(summary) + "\n");
}

ExitCode run_check(const Context& context, const Arguments& arguments) {
  const Inputs inputs = expand(context.system, arguments.operands);
  for (const Message& problem : inputs.problems) context.fail(problem);

  const rules::Settings settings{.portability = arguments.has("--portability")};
  bool all_read = inputs.problems.empty();
  std::vector<CheckedFile> files;
  for (const std::string& path : inputs.files) {
    Result<std::string> bytes = read(context.system, path);
    if (!bytes) {
      context.fail(bytes.problem());
      all_read = false;
      continue;
    }
    Text text(std::move(bytes).value());
    std::vector<Diagnostic> diagnostics = rules::check(read_release(text), settings);
    files.push_back({path, std::move(text), std::move(diagnostics)});
  }

  const std::string_view format = arguments.value("--format", "text");
  if (format == "json") {
    context.system.print(report_as_json(files, context.catalog));
  } else if (format == "sarif") {
    context.system.print(report_as_sarif(files, context.catalog));
  } else {
    context.system.print(report_as_text(files, context.catalog));
    summarize(context, files);
  }
  if (!all_read) return kBadUsage;
  return count(files, Severity::kError) == 0 ? kFine : kProblems;
}

}  // namespace

const Command& check_command() {
  static const Option kOptions[] = {{"--format", true, {"text", "json", "sarif"}}, {"--portability"}};
  static const Command kCommand = {"check", kOptions, 1, SIZE_MAX, run_check};
  return kCommand;
}

}  // namespace depeche::cli
