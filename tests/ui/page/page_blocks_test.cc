// The page as a list, and the text of its blocks.
#include "ui/page/page_blocks.h"

#include <string>

#include "doctest/doctest.h"
#include "tests/ui/page/block_names.h"
#include "ui/page/page_text.h"

namespace depeche::ui {
namespace {

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
    result += around + name_of(block.content);
    if (!block.marker.empty()) result += " " + block.marker;
    const bool inlined = block.as<PageBody>() != nullptr || block.as<PageHeading>() != nullptr;
    std::string words = text_of(block.content);
    if (inlined && block.node != markdown::kNoNode)
      words = page_text(release.tree, block.node, page.footnotes).text;
    for (const PageWords& word : words_of(block)) words += "[" + word.text + "]";
    for (const PagePicture& picture : pictures_of(block)) words += "(" + picture.says + ")";
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
    if (block.as<PageBody>() != nullptr) continue;
    const std::vector<PagePicture> pictures = pictures_of(block);
    if (pictures.empty()) add(name_of(block.content), block.source.begin);
    for (const PagePicture& picture : pictures) add(picture.path, picture.source.begin);
    const bool is_joined = block.as<PageCategories>() != nullptr;
    const std::string joined = text_of(block.content);
    const std::size_t first = block.as<PageContact>() != nullptr && !joined.empty() ? 1 : 0;
    const std::vector<PageWords> parts = words_of(block);
    for (std::size_t i = 0; i < parts.size(); ++i) {
      const std::string& words = parts[i].text;
      const auto place = is_joined ? source_of_words(block, 0, static_cast<Offset>(joined.find(words)))
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

}  // namespace
}  // namespace depeche::ui
