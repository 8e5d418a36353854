// The project's own cases of the kramdown dialect, one small rule each: tests/cases/kramdown/NAME.md gives
// what NAME.html says, which is what kramdown 2.4 with GFM input makes of it. Those that differ are listed
// with their reason in tests/conformance/known-differences.txt.
#include <string>

#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "tests/support/files.h"
#include "tests/support/html_compare.h"
#include "tests/support/score.h"
#include "tests/support/tree_check.h"
#include "writers/html_fragment.h"

namespace depeche {
namespace {

using markdown::Dialect;

constexpr std::size_t kFloor = 554;

TEST_CASE("every case of tests/cases/kramdown") {
  Score score("cases");
  for (const auto& path : files_below(std::filesystem::path(DEPECHE_TESTS) / "cases/kramdown", ".md")) {
    const Text text(read_file(path));
    const markdown::Tree tree = markdown::parse(text, {0, text.size()}, Dialect::kKramdown);
    const std::string expected = read_file(std::filesystem::path(path).replace_extension(".html"));
    const std::string difference =
        html_difference(expected, writers::html_fragment(tree, Dialect::kKramdown));
    score.add(path.stem().string(), difference.empty() ? "" : difference + outline_of(tree));
  }
  score.report(kFloor);
}

}  // namespace
}  // namespace depeche
