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

SemanticNode heading(int level, std::string name) {
  return {.role = "heading", .name = std::move(name), .level = level};
}

SemanticNode simple(std::string_view role, std::string name) {
  return {.role = std::string(role), .name = std::move(name), .level = 1};
}

// The node of a block, without its id.
struct BlockTeller {
  const Release& release;
  const PageBlocks& page;
  const PageBlock& block;

  SemanticNode tell() const { return std::visit(*this, block.content); }

  SemanticNode operator()(const PageBody&) const { return simple(role_of_body(page, block), words()); }
  SemanticNode operator()(const PageContentsEntry& entry) const {
    return simple(role_of_body(page, block), entry.title);
  }
  SemanticNode operator()(const PageHeading& shown) const { return heading(shown.level, words()); }
  SemanticNode operator()(const PageCode& code) const {
    return simple("code", std::string(code_of(release.tree, block, code)));
  }
  SemanticNode operator()(const PageRow&) const {
    return simple("row", text_of_cells(release, page, block.node));
  }
  SemanticNode operator()(const PageRule&) const { return simple("separator", ""); }
  SemanticNode operator()(const PagePictures& shown) const {
    SemanticNode node = simple("img", "");
    say_pictures(shown, node);
    return node;
  }
  SemanticNode operator()(const PageUnshown& unshown) const { return simple("paragraph", unshown.markup); }
  SemanticNode operator()(const PageCategories& categories) const {
    return simple("paragraph", categories.text);
  }
  SemanticNode operator()(const PageTags& tags) const { return simple("list", listed(tags.words)); }
  SemanticNode operator()(const PageFile& file) const {
    SemanticNode node = simple("link", file.name);
    node.value = file.path;
    return node;
  }
  SemanticNode operator()(const PageContact& contact) const {
    SemanticNode node = simple("paragraph", contact.name);
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
        return simple("paragraph", line.text);
    }
    return {};
  }

  std::string words() const {
    return block.node == markdown::kNoNode ? "" : spoken(release, page, block.node);
  }
};

}  // namespace

bool is_silent(const Release& release, const PagePiece& piece) {
  return piece.image != markdown::kNoNode && markdown::is_decorative(release.tree, piece.image);
}

SemanticNode describe_block(const Release& release, const PageBlocks& page, std::size_t index) {
  const PageBlock& block = page.blocks[index];
  SemanticNode node = BlockTeller{release, page, block}.tell();
  node.id = "page/" + std::to_string(index);
  cut_long_words(node);
  return node;
}

}  // namespace depeche::ui
