#include "ui/page/page_semantics.h"

#include "site/masthead.h"
#include "ui/page/page_table.h"

namespace depeche::ui {
namespace {

using markdown::NodeId;

// What is read aloud below a node: all but what stands on the screen for decorative images.
std::string spoken(const Release& release, const PageBlocks& page, NodeId node) {
  const PageText text = page_text(release.tree, node, page.footnotes);
  std::string words;
  for (const PagePiece& piece : text.pieces) {
    if (is_silent(release, piece)) continue;
    std::string_view said = piece.range.of(text.text);
    const bool is_spaced = words.empty() || words.back() == ' ';
    if (is_spaced && said.starts_with(' ')) said.remove_prefix(1);
    words += said;
  }
  while (words.ends_with(' ')) words.pop_back();
  return words;
}

std::string text_of_cells(const Release& release, const PageBlocks& page, NodeId row) {
  std::string text;
  for (const NodeId cell : cells_of(release.tree, row)) {
    if (!text.empty()) text += " | ";
    text += spoken(release, page, cell);
  }
  return text;
}

// What pictures show, or their names; nothing of a decorative one.
void say_pictures(const PagePictures& shown, SemanticNode& node) {
  for (const PagePicture& picture : shown.pictures) {
    if (!node.name.empty()) node.name += ", ";
    node.name += picture.lacks_words() ? site::file_name(picture.path) : picture.says;
  }
  const PagePicture& first = shown.pictures.front();
  if (!first.decorative) node.value = first.path;
}

std::string listed(const std::vector<PageWords>& words) {
  std::string text;
  for (const PageWords& word : words) {
    if (!text.empty()) text += ", ";
    text += word.text;
  }
  return text;
}

SemanticNode heading(int level, std::string name) {
  return {.role = Role::kHeading, .name = std::move(name), .level = level};
}

SemanticNode simple(Role role, std::string name) {
  return {.role = role, .name = std::move(name)};
}

SemanticNode paragraph(std::string name) {
  return simple(Role::kParagraph, std::move(name));
}

// The node of a block, without its id.
struct BlockTeller {
  const Release& release;
  const PageBlocks& page;
  const PageBlock& block;

  SemanticNode tell() const { return std::visit(*this, block.content); }

  SemanticNode operator()(const PageBody&) const { return simple(role(), words()); }
  SemanticNode operator()(const PageContentsEntry& entry) const { return simple(role(), entry.title); }
  SemanticNode operator()(const PageHeading& shown) const { return heading(shown.level, words()); }
  SemanticNode operator()(const PageCode& code) const {
    return paragraph(std::string(code_of(release.tree, block, code)));
  }
  SemanticNode operator()(const PageRow&) const {
    return paragraph(text_of_cells(release, page, block.node));
  }
  SemanticNode operator()(const PageRule&) const { return simple(Role::kSeparator, ""); }
  SemanticNode operator()(const PagePictures& shown) const {
    SemanticNode node = simple(Role::kImage, "");
    say_pictures(shown, node);
    return node;
  }
  SemanticNode operator()(const PageUnshown& unshown) const { return paragraph(unshown.markup); }
  SemanticNode operator()(const PageCategories& categories) const { return paragraph(categories.text); }
  SemanticNode operator()(const PageTags& tags) const { return simple(Role::kList, listed(tags.words)); }
  SemanticNode operator()(const PageFile& file) const {
    SemanticNode node = simple(Role::kLink, file.name);
    node.value = file.path;
    return node;
  }
  SemanticNode operator()(const PageContact& contact) const {
    SemanticNode node = paragraph(contact.name);
    node.value = listed(contact.details);
    return node;
  }
  SemanticNode operator()(const PageLine& line) const {
    switch (line.look) {
      case LineLook::kTitle:
        return heading(1, line.text);
      case LineLook::kLabel:
        return heading(2, line.text);
      case LineLook::kDate:
      case LineLook::kLead:
      case LineLook::kEmpty:
        return paragraph(line.text);
    }
    return {};
  }

  Role role() const { return block.marker.empty() ? Role::kParagraph : Role::kListItem; }
  std::string words() const {
    return block.node == markdown::kNoNode ? "" : spoken(release, page, block.node);
  }
};

// The footnotes stand at the end of the page, and what is below the body behind them.
Offset source_of(const Release& release, const PageBlocks& page, std::size_t index) {
  const PageBlock& block = page.blocks[index];
  const auto end = static_cast<Offset>(release.text.size());
  if (index < page.body_end) return block.source.begin;
  return block.node == markdown::kNoNode ? end + 1 : end;
}

}  // namespace

bool is_silent(const Release& release, const PagePiece& piece) {
  return piece.image != markdown::kNoNode && markdown::is_decorative(release.tree, piece.image);
}

SemanticNode describe_block(const Release& release, const PageBlocks& page, std::size_t index) {
  const PageBlock& block = page.blocks[index];
  SemanticNode node = BlockTeller{release, page, block}.tell();
  node.id = "page/" + std::to_string(index);
  node.source = source_of(release, page, index);
  cut_long_words(node);
  return node;
}

}  // namespace depeche::ui
