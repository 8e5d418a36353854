// What a copy of the page holds, as text and as HTML.
#include "ui/page/page_selection.h"

#include <string>

#include "doctest/doctest.h"
#include "paste/rich_paste.h"

namespace depeche::ui {
namespace {

PageCopy copied(const std::string& text, PageSelection selection = {{0, 0, 0}, {1000, 0, 0}}) {
  const Release release = read_release(Text(text));
  const PageBlocks page = page_blocks(release, messages::Catalog::of(messages::Language::kFrench));
  return copy_of(release, page, selection);
}

TEST_CASE("blocks become text and the elements that they look like") {
  struct Row {
    std::string source;
    std::string text;
    std::string html;
  };
  for (const Row& row : {
           Row{"## Un\n\nDeux **gras** et [lien](http://a.fr/?a&b).\n", "Un\n\nDeux gras et lien.",
               "<h2>Un</h2>\n<p>Deux <strong>gras</strong> et <a "
               "href=\"http://a.fr/?a&amp;b\">lien</a>.</p>\n"},
           Row{"- un\n- deux\n", "• un\n• deux",
               "<ul>\n<li>\n<p>un</p>\n</li>\n<li>\n<p>deux</p>\n</li>\n</ul>\n"},
           Row{"1. un\n\n> cité\n", "1. un\n\ncité",
               "<ol>\n<li>\n<p>un</p>\n</li>\n</ol>\n<blockquote>\n<p>cité</p>\n</blockquote>\n"},
           Row{"| a | b |\n|---|---|\n| c | d |\n", "a\tb\nc\td",
               "<table>\n<tr><th>a</th><th>b</th></tr>\n<tr><td>c</td><td>d</td></tr>\n</table>\n"},
           Row{"    a < b\n", "a < b", "<pre>a &lt; b</pre>\n"},
       }) {
    CAPTURE(row.source);
    const PageCopy copy = copied(row.source);
    CHECK(copy.text == row.text);
    CHECK(copy.html == row.html);
  }
}

TEST_CASE("what is copied is pasted as the Markdown that it was") {
  for (const std::string source : {
           "Un **mot**, *un autre* et [un lien](https://a.fr/).",
           "## Titre\n\nUn `code` ~~barré~~.",
           "- un\n- deux **gras**\n  - trois",
           "1. un\n2. deux",
           "> cité",
           "| a | b |\n| --- | --- |\n| c | d |",
       }) {
    CAPTURE(source);
    CHECK(paste::read_rich_paste(copied(source + "\n").html).markdown == source);
  }
}

TEST_CASE("a part of a block is copied alone, whichever end the selection began with") {
  const std::string source = "Un **mot** ici.\n\nEt là.\n";
  const PagePlace from{0, 0, 4};
  const PagePlace to{1, 0, 2};
  for (const PageSelection& selection : {PageSelection{from, to}, PageSelection{to, from}}) {
    const PageCopy copy = copied(source, selection);
    CHECK(copy.text == "ot ici.\n\nEt");
    CHECK(copy.html == "<p><strong>ot</strong> ici.</p>\n<p>Et</p>\n");
  }
}

}  // namespace
}  // namespace depeche::ui
