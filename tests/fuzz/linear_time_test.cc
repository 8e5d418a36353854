// Every dialect reads and writes pathological texts in time that grows as their size does. The bound is
// generous, for slow machines: what takes the square of its size is far beyond it. DEPECHE_LINEAR_SIZE sets
// the bytes of a text, DEPECHE_LINEAR_REPORT prints each time.
#include <chrono>
#include <cstdlib>
#include <iostream>

#include "base/utf8.h"
#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "messages/catalog.h"
#include "rules/rules.h"
#include "tests/fuzz/pathological.h"
#include "tests/support/cpu_clock.h"
#include "tests/support/tree_check.h"
#include "writers/html_fragment.h"
#include "writers/html_safe.h"
#include "writers/page.h"

namespace depeche::fuzz {
namespace {

using markdown::Dialect;
using Seconds = std::chrono::duration<double>;

std::size_t text_size() {
  const char* named = std::getenv("DEPECHE_LINEAR_SIZE");
  return named != nullptr ? static_cast<std::size_t>(std::atol(named)) : DEPECHE_LINEAR_SIZE;
}

std::string_view name(Dialect dialect) {
  return dialect == Dialect::kKramdown ? "kramdown" : dialect == Dialect::kCommonMark ? "CommonMark" : "GFM";
}

Seconds time_of(const Text& text, Dialect dialect) {
  const auto begin = CpuClock::now();
  const markdown::Tree tree = markdown::parse(text, {0, text.size()}, dialect);
  const std::string html = writers::safe_html(writers::html_fragment(tree, dialect));
  const Seconds taken = CpuClock::now() - begin;
  CHECK(problem_with_spans(tree) == "");
  CHECK(is_valid_utf8(html));
  return taken;
}

void check_all(Dialect dialect) {
  // In microseconds a byte; an optimised build takes half a second for a megabyte of most texts.
  const Seconds bound(static_cast<double>(text_size()) * DEPECHE_LINEAR_BOUND * 1e-6);
  for (const Pathological& each : pathological_texts()) {
    const Text text(each.text(text_size()));
    const Seconds taken = time_of(text, dialect);
    CAPTURE(each.name);
    CHECK(taken.count() < bound.count());
    if (std::getenv("DEPECHE_LINEAR_REPORT") != nullptr)
      std::cout << name(dialect) << '\t' << each.name << '\t' << text.size() << "\t" << taken.count()
                << " s\n";
  }
}

TEST_CASE("kramdown") {
  check_all(Dialect::kKramdown);
}
TEST_CASE("CommonMark") {
  check_all(Dialect::kCommonMark);
}
TEST_CASE("GFM") {
  check_all(Dialect::kGfm);
}

// Headers that do not read: what is said of them is looked for in the text.
TEST_CASE("front matter") {
  const auto filled = [](std::string_view begin, std::string_view piece, std::string_view end) {
    std::string text(begin);
    while (text.size() < text_size()) text += piece;
    return "---\n" + text + std::string(end) + "\n---\n\nx\n";
  };
  const std::string texts[] = {
      filled("title: \"a\"", " ", "b"),
      filled("x: |", " ", "text"),
      filled("x: \"a\"", "\t", "b"),
      filled("x: \"a\"\n", " ", "b: c"),
      filled("x: \"", "\\", "q\""),
      filled("title: ", "a: ", ""),
      filled("a:\n", "\n", "   b\n c: d: e"),
      filled("x: [", "[", ""),
      filled("x: ", "\" ", ""),
      filled("", "a\n", "b: c"),
      filled("x: ", "*a ", ""),
      filled("x: ", "&a ", ""),
      filled("x: \"", "\\0", "\""),
      filled("- ", "- ", ""),
  };
  const Seconds bound(static_cast<double>(text_size()) * DEPECHE_LINEAR_BOUND * 1e-6);
  for (const std::string& text : texts) {
    const auto begin = CpuClock::now();
    const Release release = read_release(Text(text));
    const std::vector<Diagnostic> found = rules::check(release);
    const std::string page = writers::page(release, messages::Catalog::of(messages::Language::kFrench));
    const Seconds taken = CpuClock::now() - begin;
    CAPTURE(text.substr(0, 40));
    CHECK(!page.empty());
    CHECK(taken.count() < bound.count());
    if (std::getenv("DEPECHE_LINEAR_REPORT") != nullptr)
      std::cout << "front matter\t" << found.size() << " found\t" << taken.count() << " s\n";
  }
}

// What the other reading and the comparison take, beside the release that is there already.
TEST_CASE("portability") {
  const Seconds bound(static_cast<double>(text_size()) * DEPECHE_LINEAR_BOUND * 1e-6);
  for (const Pathological& each : pathological_texts()) {
    const Release release = read_release(Text(each.text(text_size())));
    const auto begin = CpuClock::now();
    const std::vector<Diagnostic> found = rules::check(release, {.portability = true});
    const Seconds taken = CpuClock::now() - begin;
    CAPTURE(each.name);
    CHECK(taken.count() < bound.count());
    if (std::getenv("DEPECHE_LINEAR_REPORT") != nullptr)
      std::cout << "portability\t" << each.name << '\t' << found.size() << " found\t" << taken.count()
                << " s\n";
  }
}

}  // namespace
}  // namespace depeche::fuzz
