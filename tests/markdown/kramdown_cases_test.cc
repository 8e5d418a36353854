// The project's own cases of the kramdown dialect, one small rule each: tests/cases/kramdown/NAME.md gives
// what NAME.html says, which is what kramdown 2.4 with GFM input makes of it.
#include <string>

#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "tests/support/files.h"
#include "tests/support/html_compare.h"
#include "tests/support/tree_check.h"
#include "writers/html_fragment.h"

namespace depeche {
namespace {

using markdown::Dialect;

TEST_CASE("every case of tests/cases/kramdown") {
  const auto cases = files_below(std::filesystem::path(DEPECHE_TESTS) / "cases/kramdown", ".md");
  CHECK(cases.size() >= 150);
  for (const std::filesystem::path& path : cases) {
    const std::string name = path.stem().string();
    const Text text(read_file(path));
    const markdown::Tree tree = markdown::parse(text, {0, text.size()}, Dialect::kKramdown).tree;
    const std::string expected = read_file(std::filesystem::path(path).replace_extension(".html"));
    const std::string difference =
        html_difference(expected, writers::html_fragment(tree, Dialect::kKramdown));
    CHECK_MESSAGE(difference.empty(), name, "\n", difference, outline_of(tree));
  }
}

}  // namespace
}  // namespace depeche
