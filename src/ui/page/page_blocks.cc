#include "ui/page/page_blocks.h"

#include <utility>

#include "site/language.h"
#include "site/masthead.h"
#include "ui/page/block_list.h"
#include "ui/page/page_body.h"
#include "ui/page/page_head.h"

namespace depeche::ui {
namespace {

std::optional<Offset> source_of(const std::vector<PageWords>& words, std::size_t index) {
  if (index >= words.size()) return std::nullopt;
  return words[index].source.begin;
}

// The category that a place of their one text is of.
std::size_t index_of(const PageCategories& categories, Offset offset) {
  std::size_t end = 0;
  for (std::size_t index = 0; index < categories.words.size(); ++index) {
    end += categories.words[index].text.size() + kBetweenCategories.size();
    if (offset < end) return index;
  }
  return categories.words.size();
}

}  // namespace

bool PageBlocks::is_inside(const PageBlock& block, ContainerLook look) const {
  for (std::uint32_t at = block.container; at != kNoContainer; at = containers[at].parent) {
    if (containers[at].look == look) return true;
  }
  return false;
}

PageBlocks page_blocks(const Release& release, const messages::Catalog& words) {
  const messages::Catalog& page_words = site::catalog_of(release, words);
  const site::Masthead masthead = site::masthead(release, page_words);
  BlockList list;
  PageBlocks& page = list.page();
  page.language = page_words.language();
  page.footnotes = markdown::number_footnotes(release.tree);

  add_head(list, masthead, page_words);
  page.body_begin = page.blocks.size();
  list.set_margin_of_next(page.blocks.empty() ? 0 : kMarginOfBody);
  add_body(list, release, release.tree.root() + 1, static_cast<markdown::NodeId>(release.tree.size()));
  page.body_end = page.blocks.size();
  add_footnotes(list, release);
  add_foot(list, masthead, page_words);
  if (page.blocks.empty())
    list.push({.content = PageLine{LineLook::kEmpty, std::string(words.label("ui/empty-page"))},
               .source = release.body});
  return std::move(page);
}

std::string_view code_of(const markdown::Tree& tree, const PageBlock& block, const PageCode& code) {
  return code.text.empty() ? code.part.of(tree.text(block.node)) : std::string_view(code.text);
}

std::optional<Offset> source_of_words(const PageBlock& block, std::size_t text, Offset offset) {
  if (const auto* tags = block.as<PageTags>()) return source_of(tags->words, text);
  if (const auto* categories = block.as<PageCategories>())
    return source_of(categories->words, index_of(*categories, offset));
  if (const auto* contact = block.as<PageContact>()) {
    if (contact->name.empty()) return source_of(contact->details, text);
    return text == 0 ? block.source.begin : source_of(contact->details, text - 1);
  }
  return std::nullopt;
}

}  // namespace depeche::ui
