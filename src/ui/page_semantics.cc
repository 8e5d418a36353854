#include "ui/page_semantics.h"

#include "ui/page_table.h"

namespace depeche::ui {
namespace {

using markdown::NodeId;

std::string text_of(const Release& release, const PageBlocks& page, const PageBlock& block) {
  if (block.node == markdown::kNoNode) return block.text;
  return page_text(release.tree, block.node, page.footnotes).text;
}

std::string text_of_cells(const Release& release, const PageBlocks& page, NodeId row) {
  std::string text;
  for (const NodeId cell : cells_of(release.tree, row)) {
    if (!text.empty()) text += " | ";
    text += page_text(release.tree, cell, page.footnotes).text;
  }
  return text;
}

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    if (!text.empty()) text += ", ";
    text += word;
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
      node.role = "img";
      for (const PagePicture& picture : block.pictures) {
        if (!node.name.empty()) node.name += ", ";
        node.name += picture.says;
      }
      node.value = block.pictures.front().path;
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
