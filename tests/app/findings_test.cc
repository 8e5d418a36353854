// The store of findings: answers that come at once and late, moved with the text.
#include "app/findings.h"

#include <random>
#include <string>

#include "doctest/doctest.h"
#include "tests/app/sessions.h"

namespace depeche::app {
namespace {

constexpr Findings::Source kRules = "rules";
constexpr Findings::Source kSpelling = "spelling";

Diagnostic finding(Span span, std::string key = "test/word") {
  Diagnostic diagnostic;
  diagnostic.message.key = std::move(key);
  diagnostic.span = span;
  diagnostic.fixes = {{{"fix/test", {}}, {{span, "mieux"}}}};
  return diagnostic;
}

// A text that changes, and the store that goes along.
class Document {
 public:
  explicit Document(std::string text) : text_(std::move(text)) {}

  Findings& findings() { return findings_; }
  std::uint64_t revision() const { return revision_; }
  Offset size() const { return static_cast<Offset>(text_.size()); }
  std::string words(const Diagnostic& diagnostic) const { return std::string(diagnostic.span.of(text_)); }

  void replace(Span span, std::string text) {
    const Change change = *Change::of(size(), {{span, text}});
    text_ = text_.substr(0, span.begin).append(text).append(text_, span.end);
    findings_.follow({revision_, revision_ + 1, change});
    ++revision_;
  }
  void ask(Findings::Source source) { findings_.ask(source, revision_, size()); }

  std::string told() {
    std::string told;
    for (const Diagnostic& diagnostic : findings_.all())
      told += diagnostic.message.key + ":" + words(diagnostic) + " ";
    return told;
  }

 private:
  std::string text_;
  std::uint64_t revision_ = 1;
  Findings findings_;
};

TEST_CASE("an answer is told where it is, and moves with the text") {
  Document document("Le ministre lanse un plan.");
  document.ask(kRules);
  CHECK_FALSE(document.findings().is_exact(kRules));
  REQUIRE(document.findings().answer(kRules, 1, std::vector<Diagnostic>{finding({12, 17})}));
  CHECK(document.findings().is_exact(kRules));
  CHECK(document.told() == "test/word:lanse ");
  document.replace({0, 0}, "Hier, ");
  CHECK_FALSE(document.findings().is_exact(kRules));
  CHECK(document.told() == "test/word:lanse ");
  CHECK(document.findings().all()[0].fixes[0].edits[0].span == Span{18, 23});
}

TEST_CASE("an answer that comes late is led to where its words are now") {
  Document document("Le ministre lanse un plan.");
  document.ask(kSpelling);
  document.replace({0, 2}, "Aujourd'hui, la");
  document.replace({0, 0}, "— ");
  CHECK(document.told().empty());
  REQUIRE(document.findings().answer(kSpelling, 1, std::vector<Diagnostic>{finding({12, 17})}));
  CHECK(document.told() == "test/word:lanse ");
  CHECK_FALSE(document.findings().is_exact(kSpelling));  // what was moved may have lost its place
}

TEST_CASE("an answer that nobody waits for is refused") {
  Document document("Un mot.");
  CHECK_FALSE(
      document.findings().answer(kSpelling, 1, std::vector<Diagnostic>{finding({0, 2})}));  // never asked
  document.ask(kSpelling);
  document.replace({0, 0}, "A ");
  document.ask(kSpelling);
  CHECK_FALSE(document.findings().answer(kSpelling, 1,
                                         std::vector<Diagnostic>{finding({0, 2})}));  // asked again since
  CHECK(document.findings().answer(kSpelling, 2, std::vector<Diagnostic>{finding({2, 4})}));
  CHECK_FALSE(document.findings().answer(kSpelling, 2, std::vector<Diagnostic>{}));  // has answered
  CHECK(document.told() == "test/word:Un ");
  document.ask(kSpelling);
  document.findings().clear();  // another document
  CHECK_FALSE(document.findings().answer(kSpelling, 2, std::vector<Diagnostic>{finding({0, 2})}));
  CHECK(document.told().empty());
  CHECK_FALSE(document.findings().is_exact(kSpelling));
}

TEST_CASE("what several find is told in the order of the text, each with its own latest answer") {
  Document document("un deux trois quatre");
  document.ask(kRules);
  document.ask(kSpelling);
  REQUIRE(document.findings().answer(
      kRules, 1, std::vector<Diagnostic>{finding({3, 7}, "rule"), finding({14, 20}, "rule")}));
  CHECK(document.told() == "rule:deux rule:quatre ");
  REQUIRE(document.findings().answer(
      kSpelling, 1, std::vector<Diagnostic>{finding({0, 2}, "word"), finding({3, 7}, "word")}));
  CHECK(document.told() == "word:un rule:deux word:deux rule:quatre ");
  document.replace({3, 7}, "2");
  document.ask(kRules);
  REQUIRE(document.findings().answer(kRules, 2, std::vector<Diagnostic>{}));
  CHECK(document.told() == "word:un word:2 ");
}

TEST_CASE("over any edits, a late answer lies where one lies that came at once") {
  for (unsigned seed = 0; seed < 50; ++seed) {
    CAPTURE(seed);
    std::mt19937 engine(seed);
    const auto pick = [&](std::size_t count) { return static_cast<Offset>(engine() % count); };
    Document document("Un texte assez long pour que des mots y aillent et viennent.");
    std::vector<Diagnostic> found;
    for (int i = 0; i < 5; ++i) {
      const Offset begin = pick(document.size());
      found.push_back(finding({begin, begin + pick(document.size() - begin)}));
    }
    std::ranges::sort(found, {}, &Diagnostic::span);
    document.ask(kRules);
    document.ask(kSpelling);
    REQUIRE(document.findings().answer(kRules, 1, found));
    for (int i = 0; i < 20; ++i) {
      // Insertions: composing changes that delete what they wrote themselves loses where it was.
      const Offset at = pick(document.size() + 1);
      document.replace({at, at}, std::string(pick(4) + 1, 'x'));
    }
    const std::vector<Diagnostic> at_once = document.findings().all();
    document.ask(kRules);
    REQUIRE(document.findings().answer(kRules, document.revision(), std::vector<Diagnostic>{}));
    REQUIRE(document.findings().answer(kSpelling, 1, found));
    CHECK(document.findings().all() == at_once);
  }
}

}  // namespace
}  // namespace depeche::app
