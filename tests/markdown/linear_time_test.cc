// Texts that make a careless parser slow: openings that nothing closes, nesting, and near misses, over and
// over. The kramdown dialect reads and writes them in time linear in their size.
#include <chrono>
#include <functional>
#include <string>
#include <string_view>

#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "tests/support/cpu_clock.h"
#include "writers/html_kramdown.h"

using namespace depeche;
using namespace depeche::markdown;

namespace {

std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += unit;
  return text;
}

double seconds(const std::string& source) {
  const Text text(source);
  const auto begin = CpuClock::now();
  writers::html_kramdown(parse(text, {0, text.size()}, Dialect::kKramdown));
  return std::chrono::duration<double>(CpuClock::now() - begin).count();
}

// `make` gives a text of so many bytes.
void check_linear(const std::function<std::string(std::size_t)>& make) {
  // 16 times the text; quadratic time would be 256 times as long.
  const double small = seconds(make(20'000));
  const double large = seconds(make(320'000));
  CHECK_MESSAGE(large < 100 * small + 0.5, "20 KB: ", small, " s, 320 KB: ", large, " s");
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
    check_linear([&](std::size_t bytes) { return repeated(unit, bytes); });
  }
}

TEST_CASE("many abbreviations and many words that begin like them take no more than linear time") {
  check_linear([](std::size_t bytes) {
    std::string text;
    for (int number = 0; text.size() < bytes / 2; ++number) text += "*[a" + std::to_string(number) + "]: b\n";
    return text + "\n" + repeated("a1 a99999 aa ", bytes / 2);
  });
}

TEST_CASE("many attributes take no more than linear time, lists that refer to lists among them") {
  const auto attributes = [](std::size_t bytes) {
    std::string text;
    for (int number = 0; text.size() < bytes; ++number) text += " a" + std::to_string(number) + "=\"\"";
    return text;
  };
  check_linear([&](std::size_t bytes) { return "a\n{:" + attributes(bytes) + "}\n"; });
  check_linear([&](std::size_t bytes) { return "<div" + attributes(bytes) + ">\n</div>\n"; });
  check_linear([](std::size_t bytes) { return "a\n{:" + repeated(" a=\"x", bytes) + "}\n"; });
  check_linear([](std::size_t bytes) {
    std::string text = "a\n{: a0}\n\n";
    for (int number = 0; number < 8; ++number) {
      const std::string next = " a" + std::to_string(number + 1);
      text += "{:a" + std::to_string(number) + ":" + repeated(next, bytes / 8) + "}\n";
    }
    return text + "{:a8: .b}\n";
  });
}

TEST_CASE("many footnotes take no more than linear time") {
  check_linear([](std::size_t bytes) {
    std::string definitions, references;
    for (int number = 0; references.size() < bytes / 2; ++number) {
      const std::string reference = "[^a" + std::to_string(number) + "]";
      definitions += reference + ": b\n\n";
      references += reference;
    }
    return definitions + references;
  });
}

TEST_CASE("brackets that are open are no burden to the Liquid within") {
  check_linear([](std::size_t bytes) { return repeated("[", bytes / 2) + repeated("{{a}}", bytes / 2); });
}

TEST_CASE("what one paragraph took is no burden to those behind it") {
  check_linear(
      [](std::size_t bytes) { return repeated("[a ", 2 * bytes) + "\n\n" + repeated("b\n\n", 2 * bytes); });
}
