// What Checker::follow() promises: after any edit, and any edit after that, it says what check() says. Random
// edits of the corpus, of the project's own cases and of random pieces.
#include "rules/checker.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "doctest/doctest.h"
#include "rules/rules.h"
#include "tests/support/files.h"
#include "tests/support/random_edits.h"
#include "tests/support/random_markdown.h"

namespace depeche::rules {
namespace {

// What rules speak of.
constexpr std::string_view kPieces[] = {"[a]()",
                                        "[b](www.b.fr)",
                                        "![](a.png)",
                                        "![a](a.png)",
                                        "<img src=a>",
                                        "\\*\\*a \\*\\*",
                                        "<Jean Dupont>",
                                        "<www.gouv.fr>",
                                        "{: a}",
                                        "{:a: .b}\n",
                                        "{: b=c}",
                                        "\n\n• un\n• deux\n\n",
                                        "• ",
                                        "\n[c]: www.c.fr\n",
                                        "https://www.google.com/url?q=https://exemple.fr&sa=D",
                                        "[d](https://www.google.com/url?q=https://exemple.fr&sa=D)",
                                        "---\n",
                                        "title: #a\n",
                                        "tags: a b\n",
                                        "published: non\n",
                                        "date: 9 mars 2019\n",
                                        "# Un titre\n",
                                        "\xE9"};

// A document that is edited, and checked both ways.
class Edited {
 public:
  Edited(std::string document, unsigned seed)
      : release_(read_release(Text(std::move(document)))),
        edits_(seed, kPieces),
        settings_{.portability = seed % 8 == 0} {
    checker_.check(release_, settings_);
  }

  void edit() {
    const std::string before(release_.text.bytes());
    const Change change = edits_.next(release_.text);
    const Text after = change.apply(release_.text);
    release_ = reread_release(std::move(release_), change, after);
    short_ways += release_.node_change ? 1 : 0;
    const std::vector<Diagnostic> expected = check(release_, settings_);
    findings += expected.size();
    const bool is_same = checker_.follow(release_, change, settings_) == expected;
    CAPTURE(before);
    CAPTURE(after.bytes());
    REQUIRE(is_same);
  }

  int short_ways = 0;
  std::size_t findings = 0;

 private:
  Release release_;
  RandomEdits edits_;
  Settings settings_;
  Checker checker_;
};

struct Count {
  int edits = 0, short_ways = 0;
  std::size_t findings = 0;

  void edit(std::string document, unsigned seed, int times) {
    Edited edited(std::move(document), seed);
    for (int i = 0; i < times; ++i) edited.edit();
    edits += times;
    short_ways += edited.short_ways;
    findings += edited.findings;
  }
};

void tell(const Count& count) {
  MESSAGE(count.findings << " findings after " << count.edits << " edits, " << count.short_ways
                         << " followed by the short way");
  CHECK(count.short_ways > count.edits / 4);
  CHECK(count.findings > 0);
}

TEST_CASE("edits of the project's own cases, put together") {
  std::vector<std::string> sources;
  for (const auto& path : files_below(std::filesystem::path(DEPECHE_TESTS) / "cases/kramdown", ".md"))
    sources.push_back(read_file(path));
  std::mt19937 engine(3);
  Count count;
  for (unsigned round = 0; round < 300; ++round) {
    std::string document = round % 2 == 0 ? "" : "---\ntitle: Une annonce\n---\n";
    for (int i = 0; i < 6; ++i) document += sources[engine() % sources.size()] + "\n";
    count.edit(document, round, 24);
  }
  tell(count);
}

TEST_CASE("edits of random pieces, with what rules speak of between") {
  RandomMarkdown random(21);
  std::mt19937 engine(5);
  Count count;
  for (unsigned round = 0; round < 1000; ++round) {
    std::string document;
    for (int i = 0; i < 8; ++i)
      document.append(random.text(8))
          .append("\n\n")
          .append(kPieces[engine() % std::size(kPieces)])
          .append(" a\n\n");
    count.edit(document, round, 20);
  }
  tell(count);
}

TEST_CASE("edits of the corpus") {
  const auto corpus = shared_material("corpus/documents");
  if (!corpus) return;
  Count count;
  unsigned seed = 0;
  for (const auto& path : files_below(*corpus, ".md")) {
    std::string document = read_file(path);
    if (document.size() > 20'000 || ++seed % 4 != 0) continue;
    count.edit(std::move(document), seed, 20);
  }
  tell(count);
}

// What a test's rules were asked.
struct Asked {
  int nodes = 0, gatherings = 0, documents = 0;
  bool operator==(const Asked&) const = default;
};
Asked asked;

// Finds each paragraph of a release in French.
void check_paragraph(const Input& input, markdown::NodeId node, Report& found) {
  ++asked.nodes;
  if (input.language() == "fr") found.add(input.tree().span(node));
}

constexpr Rule kRules[] = {
    {.id = "test/document",
     .check_document = [](const Input&, Report&) { ++asked.documents; },
     .concerns = [](const Input& input, Span new_text) { return input.source(new_text) == "!"; }},
    {.id = "test/lists",
     .check_nodes = {{markdown::Kind::kUnorderedList},
                     [](const Input&, std::span<const markdown::NodeId>, Report&) { ++asked.gatherings; }}},
    {.id = "test/paragraph", .check_node = {{markdown::Kind::kParagraph}, check_paragraph}},
};

// A release that is edited, and asked about by these rules.
struct Followed {
  Release release = read_release(Text("---\nlang: fr\n---\n\nUn\n\nDeux\n\n- a\n\nTrois\n"));
  Checker checker = Checker(kRules);

  // What is asked after `text` is put in the place of `span`.
  Asked replace(Span span, std::string text) {
    const auto change = Change::of(release.text.size(), {{span, std::move(text)}});
    release = reread_release(release, *change, change->apply(release.text));
    asked = {};
    checker.follow(release, *change);
    return std::exchange(asked, {});
  }

  Offset find(std::string_view text) const { return static_cast<Offset>(release.text.bytes().find(text)); }
  Offset end_of(std::string_view text) const { return find(text) + static_cast<Offset>(text.size()); }
};

// A section of the text is read anew with the one before it, where that may go on.
TEST_CASE("a key asks only about what is new") {
  Followed followed;
  followed.checker.check(followed.release);
  CHECK(asked == Asked{.nodes = 4, .gatherings = 1, .documents = 1});
  const auto type_behind = [&](std::string_view word, std::string key) {
    return followed.replace({followed.end_of(word), followed.end_of(word)}, std::move(key));
  };
  CHECK(type_behind("Deux", "x") == Asked{.nodes = 2});
  CHECK(type_behind("Un", "!") == Asked{.nodes = 1, .documents = 1});
  CHECK(type_behind("- a", "b") == Asked{.nodes = 2, .gatherings = 1});
}

TEST_CASE("another language is another question, where a rule wants to know it") {
  Followed followed;
  CHECK(followed.checker.check(followed.release).size() == 4);
  CHECK(followed.replace({followed.find("fr"), followed.end_of("fr")}, "en").nodes == 4);
  CHECK(followed.checker.diagnostics().empty());
}

TEST_CASE("other settings are another question") {
  const Release release = read_release(Text("Texte\n{: .a}\n"));
  Checker checker;
  CHECK(checker.check(release) == check(release));
  CHECK(checker.check(release, {.portability = true}) == check(release, {.portability = true}));
  const auto change = Change::of(release.text.size(), {{{0, 0}, "Un "}});
  const Release after = reread_release(release, *change, change->apply(release.text));
  CHECK(checker.follow(after, *change) == check(after));
}

}  // namespace
}  // namespace depeche::rules
