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

std::string text_of(const Release& release, const PageBlocks& page, const PageBlock& block) {
  return block.node == markdown::kNoNode ? block.text : spoken(release, page, block.node);
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
void say_pictures(const PageBlock& block, SemanticNode& node) {
  node.role = "img";
  for (const PagePicture& picture : block.pictures) {
    if (!node.name.empty()) node.name += ", ";
    node.name += picture.lacks_words() ? site::file_name(picture.path) : picture.says;
  }
  const PagePicture& first = block.pictures.front();
  if (first.decorative) node.role = "presentation";
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

std::string_view role_of_body(const PageBlocks& page, const PageBlock& block) {
  if (!block.marker.empty()) return "listitem";
  const bool quoted =
      page.is_inside(block, ContainerLook::kQuote) || page.is_inside(block, ContainerLook::kCitation);
  return quoted ? "blockquote" : "paragraph";
}

}  // namespace

bool is_silent(const Release& release, const PagePiece& piece) {
  return piece.image != markdown::kNoNode && markdown::is_decorative(release.tree, piece.image);
}

SemanticNode describe_block(const Release& release, const PageBlocks& page, std::size_t index) {
  const PageBlock& block = page.blocks[index];
  SemanticNode node{
      .id = "page/" + std::to_string(index), .role = "paragraph", .name = block.text, .level = 1};
  switch (block.look) {
    case BlockLook::kKicker:
    case BlockLook::kDate:
    case BlockLook::kLead:
    case BlockLook::kEmpty:
    case BlockLook::kUnshown:
      break;
    case BlockLook::kTitle:
      node.role = "heading";
      break;
    case BlockLook::kLabel:
      node.role = "heading";
      node.level = 2;
      break;
    case BlockLook::kHeading:
      node.role = "heading";
      node.level = block.level;
      node.name = text_of(release, page, block);
      break;
    case BlockLook::kTags:
      node.role = "list";
      node.name = listed(block.words);
      break;
    case BlockLook::kImage:
      say_pictures(block, node);
      break;
    case BlockLook::kContact:
      node.value = listed(block.words);
      break;
    case BlockLook::kFile:
      node.role = "link";
      node.value = block.detail;
      break;
    case BlockLook::kBody:
      node.role = role_of_body(page, block);
      node.name = text_of(release, page, block);
      break;
    case BlockLook::kCode:
      node.role = "code";
      node.name = PageBlocks::code(release.tree, block);
      break;
    case BlockLook::kRow:
      node.role = "row";
      node.name = text_of_cells(release, page, block.node);
      break;
    case BlockLook::kRule:
      node.role = "separator";
      break;
  }
  cut_long_words(node);
  return node;
}

}  // namespace depeche::ui
