// What the rules say of themselves: their examples, and docs/rules.md.
#include "tests/rules/page.h"

#include <algorithm>

#include "doctest/doctest.h"
#include "messages/catalog.h"
#include "tests/rules/rows.h"
#include "tests/support/files.h"

namespace depeche::rules {
namespace {

TEST_CASE("every rule lies in the file that its identifier names, whose head tells of it with an example") {
  for (const Rule& rule : registry()) {
    CAPTURE(rule.id);
    const Section section = section_of(rule);
    CHECK(section.id == rule.id);
    CHECK(!section.text.empty());
    CHECK(!section.examples.empty());
  }
}

TEST_CASE("examples: each rule finds what is marked, and its first fix mends it as shown") {
  for (const Rule& rule : registry()) {
    for (const Example& example : section_of(rule).examples) {
      CAPTURE(rule.id);
      CAPTURE(example.document);
      std::vector<Span> found;
      std::string fixed;
      for (const Diagnostic& diagnostic : check(example.document, {.portability = true})) {
        if (diagnostic.rule != rule.id) continue;
        found.push_back(diagnostic.span);
        if (fixed.empty() && !diagnostic.fixes.empty())
          fixed = applied(example.document, diagnostic.fixes.front());
      }
      CHECK(found == example.found);
      CHECK(fixed == example.fixed);
    }
  }
}

TEST_CASE("docs/rules.md is what the rules say: ./dev rules writes it") {
  CHECK(read_file(DEPECHE_ROOT "/docs/rules.md") == rules_page());
}

TEST_CASE("the form of a head") {
  const Section section = read_section(
      "// a/b\n//\n// What it is.\n//\n// ```diff\n//   un\n// - ⟦d\\xE9ux⟧\n// + deux\n//\n// ```\n#include "
      "<map>\n");
  CHECK(section.id == "a/b");
  CHECK(section.text == "What it is.\n\n```diff\n  un\n- ⟦d\\xE9ux⟧\n+ deux\n\n```\n");
  REQUIRE(section.examples.size() == 1);
  CHECK(section.examples[0].document == "un\nd\xE9ux\n");
  CHECK(section.examples[0].fixed == "un\ndeux\n");
  CHECK(section.examples[0].found == std::vector<Span>{{3, 7}});
}

}  // namespace
}  // namespace depeche::rules
