// The rules together.
#include <algorithm>

#include "doctest/doctest.h"
#include "messages/catalog.h"
#include "rules/rules.h"
#include "tests/rules/rows.h"
#include "tests/support/files.h"
#include "tests/support/random_markdown.h"
#include "text/change.h"

namespace depeche::rules {
namespace {

TEST_CASE("the sample release has one thing to check, and its fix leaves none") {
  const std::string document = read_file(DEPECHE_ROOT "/assets/sample-release.md");
  const std::vector<Diagnostic> found = check(document);
  REQUIRE(found.size() == 1);
  CHECK(check(applied(document, found[0].fixes.at(0))).empty());
}

TEST_CASE("what is found is ordered by its place, and every message has words") {
  const std::vector<Diagnostic> found =
      check("---\ntags: a\ntags: b\n---\n![](a.png) [x]() \\*\\*gras\\*\\*\n{: inconnu target=_blank}\n");
  CHECK(found.size() >= 6);
  CHECK(std::ranges::is_sorted(found, {}, &Diagnostic::span));
  const messages::Catalog& catalog = messages::Catalog::of(messages::Language::kFrench);
  for (const Diagnostic& diagnostic : found) {
    CHECK(catalog.label(diagnostic.message.key) != diagnostic.message.key);
    CHECK(catalog.text(diagnostic.message).find("{0}") == std::string::npos);
    for (const Fix& fix : diagnostic.fixes) CHECK(catalog.label(fix.title.key) != fix.title.key);
  }
}

TEST_CASE("on any text, findings and fixes lie inside it and have words, and fixes can be applied") {
  const messages::Catalog& catalog = messages::Catalog::of(messages::Language::kFrench);
  RandomMarkdown random(13);
  for (int round = 0; round < 2000; ++round) {
    const Text text(random.text(60));
    CAPTURE(text.bytes());
    for (const Diagnostic& diagnostic : rules::check(read_release(text), {.portability = true})) {
      CHECK(diagnostic.span.begin <= diagnostic.span.end);
      CHECK(diagnostic.span.end <= text.size());
      CHECK(catalog.label(diagnostic.message.key) != diagnostic.message.key);
      for (const Fix& fix : diagnostic.fixes) {
        CHECK(Change::of(text.size(), fix.edits).has_value());
        CHECK(catalog.label(fix.title.key) != fix.title.key);
      }
    }
  }
}

TEST_CASE("identifiers are unique, have words of their own and are documented") {
  const std::string documentation = read_file(DEPECHE_ROOT "/docs/rules.md");
  std::set<std::string_view> seen;
  const messages::Catalog& catalog = messages::Catalog::of(messages::Language::kEnglish);
  for (const Rule& rule : registry()) {
    CHECK(seen.insert(rule.id).second);
    CHECK(catalog.label(rule.id) != rule.id);
    CHECK(documentation.find("`" + std::string(rule.id).append("`")) != std::string::npos);
  }
}

}  // namespace
}  // namespace depeche::rules
