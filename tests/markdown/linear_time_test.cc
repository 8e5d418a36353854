// Texts that make a careless parser slow: openings that nothing closes, nesting, and near misses, over and
// over. The kramdown dialect reads and writes them in time linear in their size.
#include <chrono>
#include <string>
#include <string_view>

#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "writers/html_kramdown.h"

using namespace depeche;
using namespace depeche::markdown;

namespace {

std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += unit;
  return text;
}

}  // namespace

TEST_CASE("nothing makes the time more than linear") {
  const std::string units[] = {"> ",
                               "[",
                               "![",
                               "*",
                               "**a ",
                               "*a _b ",
                               "`",
                               "`a``",
                               "- ",
                               "* a\n  ",
                               "<b>",
                               "<div>",
                               "<div markdown=\"1\">\n",
                               "<!--",
                               "{::comment}\n",
                               "{:",
                               "{:\n",
                               "$$",
                               "```\n",
                               "````x\n",
                               "~~a ",
                               "[a](",
                               "[a](b \"",
                               "&",
                               "<a ",
                               "| a ",
                               "|\n",
                               "[^1]: ",
                               "\n: a",
                               "a\n: b\n",
                               "\"'",
                               "</b>",
                               "[a]: b\n",
                               "<b>*",
                               "*[",
                               "*[a",
                               "1. ",
                               "  - a\n"};
  for (const std::string& unit : units) {
    CAPTURE(unit);
    const auto seconds = [&](std::size_t bytes) {
      const Text text(repeated(unit, bytes));
      const auto begin = std::chrono::steady_clock::now();
      writers::html_kramdown(parse(text, {0, text.size()}, Dialect::kKramdown).tree);
      return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    // 16 times the text; quadratic time would be 256 times as long.
    const double small = seconds(20'000);
    const double large = seconds(320'000);
    CHECK_MESSAGE(large < 100 * small + 0.5, "20 KB: ", small, " s, 320 KB: ", large, " s");
  }
}
