// The page in parts: together they are the page, and each change tells what has changed.
#include "writers/page_parts.h"

#include <random>
#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "writers/page.h"

namespace depeche::writers {
namespace {

const messages::Catalog& words() {
  return messages::Catalog::of(messages::Language::kFrench);
}

Release read(const std::string& text, markdown::Dialect dialect = markdown::Dialect::kKramdown) {
  return read_release(Text(text), dialect);
}

// Whoever is told.
class Listener {
 public:
  // How many changes it took.
  int follow(const Release& release, std::size_t limit = 1'000'000) {
    parts_.read(release, words());
    for (int changes = 1;; ++changes) {
      const PagePartChange change = parts_.next(limit);
      told_ = change.added.size();
      REQUIRE(change.first + change.removed <= list_.size());
      const auto first = list_.begin() + static_cast<std::ptrdiff_t>(change.first);
      const auto next = list_.erase(first, first + static_cast<std::ptrdiff_t>(change.removed));
      list_.insert(next, change.added.begin(), change.added.end());
      if (change.is_last) return changes;
    }
  }

  const std::vector<std::string>& list() const { return list_; }
  std::size_t told() const { return told_; }
  PageParts& parts() { return parts_; }
  std::string page() const {
    std::string page;
    for (const std::string& part : list_) page += part;
    return page;
  }

 private:
  PageParts parts_;
  std::vector<std::string> list_;
  std::size_t told_ = 0;  // by the last change
};

// Without the empty lines at the body's end, which are no block's.
std::string article_of(const Release& release) {
  const std::string html = page(release, words());
  const std::size_t begin = html.find("<article>\n") + 10;
  std::string article = html.substr(begin, html.find("</article>") - begin);
  while (article.ends_with("\n\n")) article.pop_back();
  return article;
}

constexpr const char* kText =
    "---\ntitle: Un titre\nfiles:\n- file: /uploads/a.pdf\n---\n\nUn *motif*[^n].\n\n- un\n- deux\n\n"
    "| a | b |\n|---|---|\n| 1 | 2 |\n\n[^n]: La note.\n\n> Une citation\n";

TEST_CASE("the parts are the page, in every dialect") {
  for (const auto dialect :
       {markdown::Dialect::kKramdown, markdown::Dialect::kCommonMark, markdown::Dialect::kGfm}) {
    const Release release = read(kText, dialect);
    Listener listener;
    listener.follow(release);
    CHECK(listener.page() == article_of(release));
    CHECK(listener.list().size() > 4);
  }
}

TEST_CASE("footnotes that stand where the text asks for them are a part of the block there") {
  const Release release = read("Un[^a].\n\n- notes\n{:footnotes}\n\nFin.\n\n[^a]: La note.\n");
  Listener listener;
  listener.follow(release);
  CHECK(listener.page() == article_of(release));
  CHECK(listener.list().back().find("Fin.") != std::string::npos);
}

TEST_CASE("a key tells one part, and nothing where nothing shows otherwise") {
  Listener listener;
  listener.follow(read("Un.\n\nDeux.\n\nTrois.\n"));
  listener.follow(read("Un.\n\nDeux, et demi.\n\nTrois.\n"));
  CHECK(listener.told() == 1);
  listener.follow(read("Un.\n\n\n\nDeux, et demi.\n\nTrois.\n"));
  CHECK(listener.told() == 0);
  CHECK(listener.parts().next(100).empty());
}

TEST_CASE("another language is told though no word changes") {
  PageParts parts;
  parts.read(read("Un.\n"), words());
  CHECK_FALSE(parts.is_told());
  CHECK(parts.next(100'000).is_last);
  CHECK(parts.is_told());
  parts.read(read("---\nlang: de\n---\nUn.\n"), words());
  CHECK(parts.language() == "de");
  CHECK(parts.next(100'000).added.size() == 1);
}

TEST_CASE("a long page is told in pieces, and may change meanwhile") {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "Paragraphe " + std::to_string(i) + ".\n\n";
  Listener listener;
  CHECK(listener.follow(read(text), 300) > 5);
  CHECK(listener.page() == article_of(read(text)));

  PageParts parts;
  parts.read(read(text), words());
  CHECK_FALSE(parts.next(300).is_last);
  parts.read(read("Autre.\n\n" + text), words());
  std::size_t count = 0;
  for (PagePartChange change = parts.next(300);; change = parts.next(300)) {
    count += change.added.size();
    if (change.is_last) break;
  }
  CHECK(count > 90);
}

TEST_CASE("a place in the document leads to its part, and back") {
  const std::string text = kText;
  Listener listener;
  listener.follow(read(text));
  const auto part_of = [&](std::size_t source) {
    return listener.list().at(*listener.parts().part_at(static_cast<Offset>(source)));
  };
  CHECK(part_of(0).find("<h1>Un titre") != std::string::npos);
  CHECK(part_of(text.find("motif")).find("<em>motif") != std::string::npos);
  CHECK(part_of(text.find("- deux")).find("<li>un") != std::string::npos);
  CHECK(part_of(text.find("| 1")).find("<table") != std::string::npos);
  CHECK(part_of(text.size()).find("La note") != std::string::npos);
  CHECK(part_of(text.size() + 1).find("a.pdf") != std::string::npos);
  CHECK(listener.parts().source_of(1) == static_cast<Offset>(text.find("Un *motif")));
  CHECK_FALSE(listener.parts().source_of(100));
  CHECK_FALSE(PageParts().part_at(3));
}

TEST_CASE("whatever is edited, the parts that were told are the page") {
  std::mt19937 random(12);
  const std::string pieces[] = {
      "Un mot. ", "\n\n",     "- un\n", "[^n]",    "\n[^n]: note\n\n",   "<div>",    "</div>\n", "# Titre\n",
      "> cite\n", "{:toc}\n", "\xFF",   "| a |\n", "<script>x</script>", "**gras** "};
  std::string text;
  Listener listener;
  for (int i = 0; i < 400; ++i) {
    const std::string& piece = pieces[random() % std::size(pieces)];
    const std::size_t at = text.empty() ? 0 : random() % text.size();
    if (random() % 4 == 0)
      text.erase(at, random() % 20);
    else
      text.insert(at, piece);
    const Release release = read(text);
    listener.follow(release, 1 + random() % 200);
    Listener fresh;
    fresh.follow(release);
    REQUIRE(listener.list() == fresh.list());
  }
}

}  // namespace
}  // namespace depeche::writers
