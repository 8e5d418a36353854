// depeche html [--dialect kramdown|commonmark|gfm] [--safe] [--page] [-o DIR] FILE…: the body's HTML
// fragment, or a complete page.
#include "cli/commands.h"
#include "cli/outputs.h"
#include "release/release.h"
#include "writers/html.h"
#include "writers/page.h"

namespace depeche::cli {
namespace {

markdown::Dialect dialect_named(std::string_view name) {
  if (name == "commonmark") return markdown::Dialect::kCommonMark;
  if (name == "gfm") return markdown::Dialect::kGfm;
  return markdown::Dialect::kKramdown;
}

ExitCode run_html(const Context& context, const Arguments& arguments) {
  const markdown::Dialect dialect = dialect_named(arguments.value("--dialect", "kramdown"));
  const bool as_page = arguments.has("--page");
  const writers::HtmlMode mode =
      arguments.has("--safe") ? writers::HtmlMode::kSafe : writers::HtmlMode::kFaithful;
  return put_out(context, "html", arguments, ".html", [&](std::string bytes) {
    const Release release = read_release(Text(std::move(bytes)), dialect);
    return as_page ? writers::page(release, context.catalog) : writers::html(release, mode);
  });
}

}  // namespace

const Command& html_command() {
  static const Option kOptions[] = {
      {"--dialect", true, {"kramdown", "commonmark", "gfm"}}, {"--safe"}, {"--page"}, {"-o", true}};
  static const Command kCommand = {"html", kOptions, 1, SIZE_MAX, run_html};
  return kCommand;
}

}  // namespace depeche::cli
