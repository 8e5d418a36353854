// What is said of the page's blocks.
#include "ui/page_semantics.h"

#include <string>

#include "doctest/doctest.h"

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

}  // namespace
}  // namespace depeche::ui
