// Every dialect reads and writes pathological texts in time that grows as their size does. The bound is
// generous, for slow machines: what takes the square of its size is far beyond it. DEPECHE_LINEAR_SIZE sets
// the bytes of a text, DEPECHE_LINEAR_REPORT prints each time.
#include <chrono>
#include <cstdlib>
#include <iostream>

#include "base/utf8.h"
#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "rules/portability/portability.h"
#include "tests/fuzz/pathological.h"
#include "tests/support/cpu_clock.h"
#include "tests/support/tree_check.h"
#include "writers/html_fragment.h"
#include "writers/html_safe.h"

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

// What the other reading and the comparison take, beside the release that is there already.
TEST_CASE("portability") {
  const Seconds bound(static_cast<double>(text_size()) * DEPECHE_LINEAR_BOUND * 1e-6);
  for (const Pathological& each : pathological_texts()) {
    const Release release = read_release(Text(each.text(text_size())));
    std::vector<Diagnostic> found;
    const auto begin = CpuClock::now();
    rules::check_portability(release, found);
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
