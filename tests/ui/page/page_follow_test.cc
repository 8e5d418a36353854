// A page that follows a change is the one made anew, and does so where it can.
#include "ui/page/page_follow.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <sstream>
#include <string>

#include "doctest/doctest.h"
#include "tests/ui/page/block_names.h"

namespace depeche::ui {
namespace {

// All that a page says, a line a block.
std::string described(const PageBlocks& page) {
  std::ostringstream lines;
  lines << page.body_begin << ' ' << page.body_end << ' ' << page.holds_contents << '\n';
  for (const PageBlock& block : page.blocks) {
    lines << name_of(block.content) << ' ' << block.node << " [" << block.source.begin << ' '
          << block.source.end << ") in " << block.container << ' ' << name_of(block.inside) << " of "
          << block.child << ' ' << block.containers << " opens " << int{block.opens} << " closes "
          << int{block.closes} << " margin " << block.margin << ' ' << block.marker << '|'
          << text_of(block.content) << '|' << words_of(block).size();
    if (const auto* heading = block.as<PageHeading>()) lines << " level " << heading->level;
    if (const auto* row = block.as<PageRow>()) lines << " head " << row->is_head;
    if (const auto* file = block.as<PageFile>()) lines << " path " << file->path;
    if (const auto* code = block.as<PageCode>())
      lines << " part " << code->part.begin << ' ' << code->part.end << " last " << code->is_last;
    for (const markdown::NodeId node : block.leads_to) lines << ' ' << node;
    for (const PagePicture& picture : pictures_of(block))
      lines << ' ' << picture.path << " [" << picture.source.begin << ' ' << picture.source.end << ')';
    lines << '\n';
  }
  for (const Container& container : page.containers)
    lines << name_of(container.look) << ' ' << container.parent << '\n';
  return lines.str();
}

TEST_CASE("the page changes its language with the text, not with a word of it") {
  const messages::Catalog& words = messages::Catalog::of(messages::Language::kFrench);
  std::string sentences = "---\nfiles: /a.pdf\n---\n\n";
  for (int i = 0; i < 20; ++i)
    sentences += "Le car revient dans les communes pour que la gare soit au plus près.\n\n";
  Text text(sentences);
  Release release = read_release(text);
  PageBlocks page = page_blocks(release, words);
  REQUIRE(page.language == messages::Language::kFrench);
  const std::string english = "The bus is back and we are glad that it was worth the wait. ";
  int followed = 0;
  for (int i = 0; i < 100 && page.language == messages::Language::kFrench; ++i) {
    const Offset place = release.body.begin + 1;
    const auto change = Change::of(text.size(), {{{place, place}, english}});
    REQUIRE(change);
    text = change->apply(text);
    release = reread_release(std::move(release), *change, text);
    const bool follows =
        release.node_change && follow_page_blocks(page, release, words, *change, *release.node_change);
    if (!follows) page = page_blocks(release, words);
    followed += follows ? 1 : 0;
  }
  CHECK(page.language == messages::Language::kEnglish);
  CHECK(followed > 10);
  CHECK(text_of(page.blocks[page.body_end].content) == "Attachments");
}

TEST_CASE("a list of headings follows what is typed beside an extension, unless that says what to list") {
  const messages::Catalog& words = messages::Catalog::of(messages::Language::kFrench);
  const auto follows = [&](const std::string& beside, const std::string& typed) {
    std::string before = "* contenu\n{:toc}\n\n# Un\n\n## Deux\n\n";
    for (int i = 0; i < 40; ++i) before += "Un paragraphe.\n\n";
    const Text text(before + "Ici\n\n" + beside);
    PageBlocks page = page_blocks(read_release(text), words);
    const Offset place = static_cast<Offset>(text.bytes().find("Ici")) + 3;
    const auto change = Change::of(text.size(), {{{place, place}, typed}});
    const Text after = change->apply(text);
    const Release release = reread_release(read_release(text), *change, after);
    return release.node_change && follow_page_blocks(page, release, words, *change, *release.node_change);
  };
  CHECK(follows("{::nomarkdown}\nx\n{:/}\n", "."));
  CHECK(follows("{::options toc_levels=\"2\" /}\n", "."));
  CHECK_FALSE(follows("{::nomarkdown}\nx\n{:/}\n", "\n\n{::options toc_levels=\"2\" /}\n\n"));
  CHECK_FALSE(follows("{::nomarkdown}\nx\n{:/}\n", "\n\n# Trois\n\n"));
}

TEST_CASE("a page that follows a change is the one made anew") {
  const std::string pieces[] = {"a",
                                "\n\n",
                                "- x\n",
                                "# T\n\n",
                                "> c\n\n",
                                "## U\n\n",
                                "{::options toc_levels=\"2..3\" /}\n\n",
                                "{::nomarkdown}\nx\n{:/}\n\n",
                                "![i](u)\n\n",
                                "* * *\n\n",
                                "mot ",
                                "    code\n\n",
                                "<div>\nx\n</div>\n\n",
                                "[^1]",
                                "[^1]: n\n\n",
                                "1. y\n   - z\n\n",
                                "- \n"};
  const messages::Catalog& words = messages::Catalog::of(messages::Language::kFrench);
  std::mt19937 engine(5);
  const auto below = [&](std::size_t bound) { return static_cast<Offset>(engine() % bound); };
  int followed = 0, with_contents = 0, with_notes = 0;
  for (int round = 0; round < 400; ++round) {
    std::string bytes =
        round % 3 == 0 ? "" : "---\ntitle: Le plan\nlang: fr\nfiles:\n- path: \"/a.pdf\"\n  nom: A\n---\n\n";
    if (round % 5 == 0) bytes += "* contenu\n{:toc}\n\n# Un titre\n\n";
    if (round % 7 == 0) bytes += "[^1]: une note\n\n";
    if (round % 14 == 0) bytes += "Un renvoi[^1] et un autre[^2]\n\n[^2]: x\n\n";
    for (int i = 0; i < 12; ++i)
      bytes += pieces[below(std::size(pieces) - (round % 2 == 0 ? 4 : 0))] + "texte\n\n";
    Text text(bytes);
    Release release = read_release(text);
    PageBlocks page = page_blocks(release, words);
    for (int edit = 0; edit < 25; ++edit) {
      const Offset place = below(text.size() + 1);
      const Span replaced{place, std::min<Offset>(text.size(), place + (below(3) == 0 ? below(30) : 0))};
      std::string piece = pieces[below(std::size(pieces))];
      if (piece.starts_with("[^1]") && below(6) != 0) piece = "b";
      const auto change = Change::of(text.size(), {{replaced, piece}});
      REQUIRE(change);
      text = change->apply(text);
      release = reread_release(std::move(release), *change, text);
      const std::size_t before = page.blocks.size();
      std::optional<PageChange> found;
      if (release.node_change)
        found = follow_page_blocks(page, release, words, *change, *release.node_change);
      const PageBlocks anew = page_blocks(release, words);
      if (found) {
        ++followed;
        with_contents += page.holds_contents ? 1 : 0;
        with_notes += page.footnotes.empty() ? 0 : 1;
        CHECK(before - found->removed.size() + found->added == page.blocks.size());
      } else {
        page = anew;
      }
      CAPTURE(text.bytes());
      REQUIRE(described(page) == described(anew));
    }
  }
  CHECK(followed > 2000);
  CHECK(with_contents > 200);
  CHECK(with_notes > 200);
}

}  // namespace
}  // namespace depeche::ui
