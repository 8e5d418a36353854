// The page as a list, and the text of its blocks.
#include "ui/page/page_blocks.h"

#include <algorithm>
#include <iterator>
#include <random>
#include <sstream>
#include <string>

#include "doctest/doctest.h"
#include "ui/page/page_text.h"

namespace depeche::ui {
namespace {

std::string name_of(BlockLook look) {
  constexpr const char* kNames[] = {"kicker", "title", "date",    "tags",   "lead", "label",
                                    "image",  "file",  "contact", "empty",  "body", "heading",
                                    "code",   "row",   "rule",    "unshown"};
  return kNames[static_cast<std::size_t>(look)];
}

std::string name_of(ContainerLook look) {
  constexpr const char* kNames[] = {"plain",  "item",      "footnote", "quote",   "citation",
                                    "author", "important", "centered", "caption", "summary"};
  return kNames[static_cast<std::size_t>(look)];
}

// A line a block: containers from the outermost, look, marker, text.
std::string listed(const std::string& text) {
  const Release release = read_release(Text(text));
  const PageBlocks page = page_blocks(release, messages::Catalog::of(messages::Language::kEnglish));
  std::string result;
  for (const PageBlock& block : page.blocks) {
    std::string around;
    for (std::uint32_t at = block.container; at != kNoContainer; at = page.containers[at].parent) {
      around = name_of(page.containers[at].look) + "/" + around;
    }
    result += around + name_of(block.look);
    if (!block.marker.empty()) result += " " + block.marker;
    const bool inlined = block.look == BlockLook::kBody || block.look == BlockLook::kHeading;
    std::string words = block.text;
    if (inlined && block.node != markdown::kNoNode)
      words = page_text(release.tree, block.node, page.footnotes).text;
    for (const PageWords& word : block.words) words += "[" + word.text + "]";
    for (const PagePicture& picture : block.pictures) words += "(" + picture.says + ")";
    if (!words.empty()) result += " " + words;
    result += "\n";
  }
  return result;
}

TEST_CASE("the page shows the front matter around the body") {
  CHECK(listed("---\ntitle: Un titre\ndate: 2026-09-14\ncategories:\n- Communiqué\ntags:\n- un\n- deux\n"
               "une-ou-diaporama:\n- image: /uploads/a.png\nfiles:\n- file: /uploads/b.pdf\n  nom: "
               "Lire\n---\n\nTexte.\n") ==
        "kicker Communiqué[Communiqué]\n"
        "title Un titre\n"
        "date Published on 14 September 2026\n"
        "tags [un][deux]\n"
        "image (a.png)\n"
        "body Texte.\n"
        "label Attachments\n"
        "file Lire\n");
  CHECK(
      listed(
          "---\nchapeau: En bref.\nune-ou-diaporama:\n- image: /a.png\n- image: /b.png\n  legende: La gare\n"
          "contacts:\n- nom: Camille\n  telephone: 01 99\n  email: c@x.fr\n- Le standard\n---\n") ==
      "lead En bref.\n"
      "image (a.png)(La gare)\n"
      "label Press contacts\n"
      "contact Camille[01 99][c@x.fr]\n"
      "contact Le standard\n");
}

// What a click on each part of the front matter leads to: the block or its words, and the line there.
std::string places(const std::string& text) {
  const Release release = read_release(Text(text));
  const PageBlocks page = page_blocks(release, messages::Catalog::of(messages::Language::kEnglish));
  std::string result;
  const auto add = [&](std::string_view what, Offset place) {
    const std::string_view rest = std::string_view(text).substr(place);
    result.append(what).append(" -> ").append(rest.substr(0, rest.find('\n'))).append("\n");
  };
  for (const PageBlock& block : page.blocks) {
    if (block.look == BlockLook::kBody) continue;
    if (!block.text.empty() || block.pictures.empty()) add(name_of(block.look), block.source.begin);
    for (const PagePicture& picture : block.pictures) add(picture.path, picture.source.begin);
    const bool is_joined = block.look == BlockLook::kKicker;
    const std::size_t first = block.look == BlockLook::kContact && !block.text.empty() ? 1 : 0;
    for (std::size_t i = 0; i < block.words.size(); ++i) {
      const std::string& words = block.words[i].text;
      const auto place = is_joined ? source_of_words(block, 0, static_cast<Offset>(block.text.find(words)))
                                   : source_of_words(block, first + i, 0);
      REQUIRE(place);
      add(words, *place);
    }
  }
  return result;
}

TEST_CASE("each part of the front matter leads to its own place") {
  CHECK(
      places("---\ntitle: Un titre\ndate: 2026-09-14\ncategories:\n-\n- Avis\n- Discours\ntags: [un, deux]\n"
             "chapeau: En bref\n---\n\nTexte.\n") ==
      "kicker -> Avis\nAvis -> Avis\nDiscours -> Discours\n"
      "title -> Un titre\ndate -> 2026-09-14\n"
      "tags -> un, deux]\nun -> un, deux]\ndeux -> deux]\nlead -> En bref\n");
  CHECK(places("---\ncategory: Avis\nune-ou-diaporama:\n- image:\n- image: /a.png\nimage: /b.png\nfiles:\n- "
               "nom: Rien\n"
               "- file: /a.pdf\n- /b.pdf\ncontact:\n  nom: Camille\n  tel: 01 99\n---\n\nTexte.\n") ==
        "kicker -> Avis\nAvis -> Avis\n/a.png -> image: /a.png\n/b.png -> /b.png\n"
        "label -> file: /a.pdf\nfile -> file: /a.pdf\nfile -> /b.pdf\n"
        "label -> nom: Camille\ncontact -> nom: Camille\n01 99 -> 01 99\n");
}

TEST_CASE("the page speaks the release's language, and to the person who writes theirs") {
  CHECK(listed("---\ndate: 2026-09-14\nfiles: /a.pdf\n---\n\nLe car revient dans les communes.\n") ==
        "date Publié le 14\u00A0septembre 2026\nbody Le car revient dans les communes.\n"
        "label Pièces jointes\nfile a.pdf\n");
  CHECK(listed("---\nlang: fr\n---\n") == "empty The page will appear here as you write.\n");
}

TEST_CASE("blocks know what they stand in") {
  struct Row {
    std::string text;
    std::string expected;
  };
  for (const Row& row : {
           Row{"", "empty The page will appear here as you write.\n"},
           Row{"## Un\n\ndeux  trois\nquatre\n", "heading Un\nbody deux trois quatre\n"},
           Row{"- un\n- deux\n  - trois\n", "item/body • un\nitem/body • deux\nitem/item/body – trois\n"},
           Row{"* [x] un\n* [ ] deux\n", "item/body ☑ un\nitem/body ☐ deux\n"},
           Row{"Mot\n: Son sens.\n", "heading Mot\nitem/body Son sens.\n"},
           Row{"3. un\n4. deux\n", "item/body 1. un\nitem/body 2. deux\n"},
           Row{"> cité\n", "quote/body cité\n"},
           Row{"> cité\n> {: .citation}\n", "citation/body cité\n"},
           Row{"> qui\n> {: .auteur-citation}\n", "author/body qui\n"},
           Row{"> [ici](a)\n> {: .lien-important}\n", "important/body ici\n"},
           Row{"un\n{: .text-center}\n", "centered/body un\n"},
           Row{"* * *\n", "rule\n"},
           Row{"![une image](/a.png)\n", "image (une image)\n"},
           Row{"| a | b |\n|---|---|\n| c | d |\n", "row\nrow\n"},
           Row{"un[^n]\n\n[^n]: la note\n", "body un1\nrule\nfootnote/body 1. la note\n"},
           Row{"<div><p>Un <b>mot</b>.</p></div>\n", "plain/body Un mot.\n"},
           Row{"<div>avant<p>dedans</p></div>\n", "plain/body avant\nplain/body dedans\n"},
           Row{"<ol><li>un</li><li><p>deux</p></li></ol>\n", "item/body 1. un\nitem/body 2. deux\n"},
           Row{"<table><tr><th>a</th></tr><tr><td>b</td></tr></table>\n", "row\nrow\n"},
           Row{"<blockquote>cité</blockquote>\n", "quote/body cité\n"},
           Row{"<blockquote><p>cité</p></blockquote>\n", "quote/body cité\n"},
           Row{"<pre>un\n  deux</pre>\n", "code un\n  deux\n"},
           Row{"<figure><img src=\"/a.png\" alt=\"la gare\"><figcaption>Dijon</figcaption></figure>\n",
               "plain/image (la gare)\nplain/caption/body Dijon\n"},
           Row{"<details><summary>Plus</summary><p>Le reste.</p></details>\n",
               "plain/summary/body ▾ Plus\nplain/body Le reste.\n"},
           Row{"* Sommaire\n{:toc}\n\n## Un\n\n### Deux\n",
               "item/body • Un\nitem/item/body – Deux\nheading Un\nheading Deux\n"},
           Row{"<iframe src=\"x\"></iframe>\n", "unshown <iframe src=\"x\"></iframe>\n"},
       }) {
    CAPTURE(row.text);
    CHECK(listed(row.text) == row.expected);
  }
}

TEST_CASE("a row of a table is a row, though nothing ends it, and however many there are") {
  std::string table = "<table>\n";
  std::string rows;
  for (int i = 0; i < 200; ++i) {
    table += "<tr>\n<td>a\n<td>b\n";
    rows += "row\n";
  }
  const std::string blocks = listed(table + "</table>\n");
  CHECK(blocks.starts_with(rows));
  CHECK(blocks.find("row", rows.size()) == blocks.npos);
}

TEST_CASE("a table of contents lists the levels that the site lists") {
  const std::string headings = "# Un\n\n## Deux\n\n### Trois\n{: .no_toc}\n";
  CHECK(listed("- sommaire\n{:toc}\n\n" + headings)
            .starts_with("item/body • Un\nitem/item/body – Deux\nheading"));
  CHECK(listed("- sommaire\n{::options toc_levels=\"2,3\" /}\n{:toc}\n\n" + headings)
            .starts_with("item/body • Deux\nheading"));
}

// All that a page says, a line a block.
std::string described(const PageBlocks& page) {
  std::ostringstream lines;
  lines << page.body_begin << ' ' << page.body_end << ' ' << page.holds_contents << '\n';
  for (const PageBlock& block : page.blocks) {
    lines << name_of(block.look) << ' ' << block.node << " [" << block.source.begin << ' ' << block.source.end
          << ") in " << block.container << ' ' << name_of(block.inside) << " of " << block.child << ' '
          << block.containers << " opens " << int{block.opens} << " closes " << int{block.closes} << " level "
          << int{block.level} << " margin " << block.margin << " part " << block.part.begin << ' '
          << block.part.end << ' ' << block.marker << '|' << block.text << '|' << block.detail << '|'
          << block.words.size();
    for (const markdown::NodeId node : block.leads_to) lines << ' ' << node;
    for (const PagePicture& picture : block.pictures)
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
  CHECK(page.blocks[page.body_end].text == "Attachments");
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
