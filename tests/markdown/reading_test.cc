// What reread() promises: after any edit, and any edit after that, the tree is the one that parse() makes of
// the text. Random edits of the corpus, of the project's own cases and of random pieces, the same on every
// run.
#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "markdown/reading.h"
#include "tests/support/files.h"
#include "tests/support/random_edits.h"
#include "tests/support/random_markdown.h"
#include "tests/support/tree_check.h"

namespace depeche {
namespace {

using markdown::Dialect;
using markdown::Reading;

// A document that is edited, and read both ways.
class Edited {
 public:
  Edited(std::string document, Offset body_begin, unsigned seed)
      : text_(std::move(document)), body_begin_(body_begin), edits_(seed) {
    reading_ = markdown::read(text_, body(), Dialect::kKramdown);
  }

  std::string edit() {
    const std::string before(text_.bytes());
    const Change change = edits_.next(text_);
    text_ = change.apply(text_);
    if (body_begin_ > 0) body_begin_ = change.map_position(body_begin_, Bias::kBefore);
    reading_ = markdown::reread(std::move(reading_), change, text_, body(), Dialect::kKramdown);
    ++edits;
    const auto& kept = reading_.change;
    if (kept && kept->first > 1 && kept->first + kept->added < reading_.tree.size()) ++short_ways;
    const std::string found =
        difference_between(markdown::parse(text_, body(), Dialect::kKramdown), reading_.tree);
    if (found.empty()) return "";
    return found + "\nbefore:\n" + before + "\nafter:\n" + std::string(text_.bytes());
  }

  std::size_t size() const { return text_.size(); }

  int edits = 0;
  int short_ways = 0;  // of them, with nodes kept on both sides

 private:
  Span body() const { return {body_begin_, text_.size()}; }
  Text text_;
  Offset body_begin_;
  Reading reading_;
  RandomEdits edits_;
};

struct Count {
  int edits = 0, short_ways = 0;
  void add(const Edited& edited) {
    edits += edited.edits;
    short_ways += edited.short_ways;
  }
};

void edit(Edited& document, int times) {
  for (int i = 0; i < times; ++i) REQUIRE(document.edit() == "");
}

TEST_CASE("edits of the project's own cases, put together") {
  std::string all;
  std::vector<std::string> sources;
  for (const auto& path : files_below(std::filesystem::path(DEPECHE_TESTS) / "cases/kramdown", ".md"))
    sources.push_back(read_file(path));
  std::mt19937 engine(7);
  Count count;
  for (unsigned round = 0; round < 400; ++round) {
    std::string document;
    for (int i = 0; i < 6; ++i) document += sources[engine() % sources.size()] + "\n";
    Edited edited(document, 0, round);
    edit(edited, 24);
    count.add(edited);
  }
  MESSAGE(count.short_ways, " of ", count.edits, " edits by the short way");
  CHECK(count.short_ways > count.edits / 4);
}

TEST_CASE("edits of random pieces, with blank lines between") {
  RandomMarkdown random(20);
  Count count;
  for (unsigned round = 0; round < 1500; ++round) {
    std::string document;
    for (int i = 0; i < 8; ++i) document += random.text(8) + "\n\n";
    Edited edited(document, 0, round);
    edit(edited, 16);
    count.add(edited);
  }
  MESSAGE(count.short_ways, " of ", count.edits, " edits by the short way");
  CHECK(count.short_ways > count.edits / 4);
}

TEST_CASE("edits of a document with front matter") {
  const std::string front_matter = "---\ntitle: Une annonce\n---\n";
  Count count;
  for (unsigned round = 0; round < 100; ++round) {
    std::string document = front_matter;
    for (int i = 0; i < 30; ++i) document += "## Mot\n\nLe *ministre* a dit « oui » [a].\n\n- un\n- deux\n\n";
    document += "[a]: /adresse\n{: .x}\n";
    Edited edited(document, static_cast<Offset>(front_matter.size()), round);
    edit(edited, 40);
    count.add(edited);
  }
  MESSAGE(count.short_ways, " of ", count.edits, " edits by the short way");
  CHECK(count.short_ways > count.edits / 2);
}

TEST_CASE("edits of the corpus") {
  const auto corpus = shared_material("corpus/documents");
  if (!corpus) return;
  Count count;
  unsigned seed = 0;
  for (const auto& path : files_below(*corpus, ".md")) {
    std::string document = read_file(path);
    if (document.size() > 20'000 || ++seed % 3 != 0) continue;
    Edited edited(std::move(document), 0, seed);
    edit(edited, 20);
    count.add(edited);
  }
  MESSAGE(count.short_ways, " of ", count.edits, " edits by the short way");
  CHECK(count.short_ways > count.edits / 2);
}

}  // namespace
}  // namespace depeche
