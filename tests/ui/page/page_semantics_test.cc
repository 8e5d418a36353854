// What is said of the page's blocks.
#include "ui/page/page_semantics.h"

#include <string>

#include "doctest/doctest.h"
#include "ui/page/page_text.h"

namespace depeche::ui {
namespace {

SemanticNode said(const std::string& text) {
  const Release release = read_release(Text(text));
  const PageBlocks page = page_blocks(release, messages::Catalog::of(messages::Language::kEnglish));
  return describe_block(release, page, 0);
}

TEST_CASE("a block says no more than one listens to") {
  const std::string line(100'000, 'a');
  for (const std::string& text :
       {line + "\n", "    " + line + "\n", "![" + line + "](" + line + ")\n", "| " + line + " |\n|---|\n"}) {
    CAPTURE(text.substr(0, 8));
    CHECK(said(text).name.size() == kLongestSaid + 3);
    CHECK(said(text).value.size() <= kLongestSaid + 3);
  }
}

TEST_CASE("of an image one hears its words, else its name, and nothing of a decorative one") {
  struct Row {
    std::string text, role, name;
  };
  for (const Row& row : {
           Row{"![La gare](/u/a.png)\n", "img", "La gare"},
           Row{"![](/u/a.png)\n", "img", "a.png"},
           Row{"<figure><img src=\"/u/a.png\"><figcaption>Ici</figcaption></figure>\n", "img", "a.png"},
           Row{"<figure><img src=\"/u/a.png\" alt=\"\"><figcaption>Ici</figcaption></figure>\n", "img", ""},
           Row{"Un <img src=\"/u/a.png\" alt=\"logo\"> et\n", "paragraph", "Un logo et"},
           Row{"Un <img src=\"/u/a.png\" alt=\"\"> et\n", "paragraph", "Un et"},
           Row{"Un <img src=\"/u/a.png\" alt=\"\">\n", "paragraph", "Un"},
           Row{"Un ![](/u/a.png) et\n", "paragraph", "Un /u/a.png et"},
           Row{"| <img src=\"/u/a.png\" alt=\"\"> | et |\n|---|---|\n| un | deux |\n", "paragraph", "et"},
       }) {
    CAPTURE(row.text);
    const SemanticNode node = said(row.text);
    CHECK(name(node.role) == row.role);
    CHECK(node.name == row.name);
    if (row.name.empty()) CHECK(node.value.empty());
  }
}

TEST_CASE("on the screen, a decorative image that is missing is named") {
  const Release release = read_release(Text("Un <img src=\"/u/a.png\" alt=\"\"> et\n"));
  const PageBlocks page = page_blocks(release, messages::Catalog::of(messages::Language::kEnglish));
  CHECK(page_text(release.tree, page.blocks[0].node, page.footnotes).text == "Un /u/a.png et");
}

}  // namespace
}  // namespace depeche::ui
