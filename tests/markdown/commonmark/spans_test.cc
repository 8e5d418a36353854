// The spans of trees that md4c's events make: whatever the text, they nest and lie between characters.
#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "tests/support/files.h"
#include "tests/support/random_markdown.h"
#include "tests/support/tree_check.h"

namespace depeche {
namespace {

using markdown::Dialect;

void check_spans(const Text& text, Span body) {
  for (const Dialect dialect : {Dialect::kCommonMark, Dialect::kGfm}) {
    const markdown::Tree tree = markdown::parse(text, body, dialect);
    const std::string problem = problem_with_spans(tree);
    CAPTURE(text.bytes());
    REQUIRE(problem == "");
  }
}

TEST_CASE("random Markdown") {
  RandomMarkdown random(20180909);
  for (int round = 0; round < 20000; ++round) {
    const Text text(random.text(24));
    check_spans(text, {0, text.size()});
  }
}

TEST_CASE("a span that md4c closes without having opened it") {
  for (const std::string_view text :
       {"[](*)*", "[a](_)_ *b*", "> [](*)*\n> [](*)*", "| [](*)* |\n|-|\n| [](~~)~~ |"})
    check_spans(Text(std::string(text)), {0, static_cast<Offset>(text.size())});
}

TEST_CASE("a body in the middle of a text keeps to itself") {
  RandomMarkdown random(11);
  for (int round = 0; round < 2000; ++round) {
    const std::string body = random.text(16);
    const Text text("---\ntitle: *a*\n---\n" + body + "\n> end");
    const Span span{19, 19 + static_cast<Offset>(body.size())};
    const markdown::Tree tree = markdown::parse(text, span, Dialect::kGfm);
    CHECK(problem_with_spans(tree) == "");
    CHECK(span.contains(tree.span(tree.root())));
  }
}

TEST_CASE("the corpus") {
  const auto folder = shared_material("corpus/documents");
  if (!folder) return;
  for (const std::filesystem::path& path : files_below(*folder, ".md")) {
    const Text text(read_file(path));
    check_spans(text, {0, text.size()});
  }
}

}  // namespace
}  // namespace depeche
