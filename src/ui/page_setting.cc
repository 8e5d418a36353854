#include "ui/page_setting.h"

#include <algorithm>
#include <cmath>

#include "writers/masthead.h"

namespace depeche::ui {
namespace {

using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;
using markdown::Tree;

// CSS pixels.
constexpr float kBodyLineHeight = 1.55F;
constexpr float kImageHeight = 200;
constexpr float kSmallImageHeight = 120;
constexpr float kFileHeight = 56;
constexpr float kCellPaddingX = 12;
constexpr float kCellPaddingY = 9;

float heading_size(int level) {
  constexpr float kSizes[] = {30, 26, 22, 19, 18, 18};
  return kSizes[std::clamp(level, 1, 6) - 1];
}

}  // namespace

Insets insets_of(ContainerLook look) {
  switch (look) {
    case ContainerLook::kItem:
      return {28, 0, 0, 0};
    case ContainerLook::kFootnote:
      return {28, 0, 0, 0};
    case ContainerLook::kQuote:
      return {24, 0, 2, 2};
    case ContainerLook::kCitation:
      return {44, 0, 0, 0};
    case ContainerLook::kAuthor:
      return {44, 0, 0, 0};
    case ContainerLook::kImportant:
      return {24, 20, 16, 16};
    case ContainerLook::kPlain:
    case ContainerLook::kCentered:
      return {};
  }
  return {};
}

float estimated_height(Context& context, const PageBlock& block, float width) {
  const float line = context.px(kBodySize * kBodyLineHeight);
  const float characters = width / (context.px(kBodySize) * 0.47F);
  const auto size = static_cast<float>(std::min(block.source.size(), Offset{1} << 17));
  float height = std::max(1.0F, std::ceil(size / characters)) * line;
  if (block.look == BlockLook::kImage) height = context.px(kImageHeight);
  if (block.look == BlockLook::kFile) height = context.px(kFileHeight);
  if (block.look == BlockLook::kRow) height = line + 2 * context.px(kCellPaddingY);
  return height + context.px(block.margin);
}

SetBlock PageSetter::set(const PageBlock& block) {
  SetBlock set;
  float right = 0;
  float padding_top = 0;
  float padding_bottom = 0;
  int depth = 0;
  for (std::uint32_t at = block.container; at != kNoContainer; at = page_.containers[at].parent, ++depth) {
    const Insets insets = insets_of(page_.containers[at].look);
    set.left += context_.px(insets.left);
    right += context_.px(insets.right);
    if (depth < block.opens) padding_top += context_.px(insets.top);
    if (depth < block.closes) padding_bottom += context_.px(insets.bottom);
  }
  // Deep nesting must leave room for text.
  set.left = std::min(set.left, width_ - context_.px(kNarrowestContent));
  set.width = std::max(context_.px(kNarrowestContent), width_ - set.left - right);
  lay_out_content(block, set);
  set.top = context_.px(block.margin) + padding_top;
  set.height = set.top + set.content_height + padding_bottom;
  return set;
}

SetText PageSetter::set_ours(std::string text, layout::ParagraphOptions options) {
  SetText set;
  set.paragraph = context_.paragraphs.get({std::move(text), {}}, options);
  return set;
}

void PageSetter::lay_out_content(const PageBlock& block, SetBlock& into) {
  layout::ParagraphOptions options;
  options.width = into.width;
  switch (block.look) {
    case BlockLook::kKicker:
      options.base = context_.style(Face::kInterfaceBold, 13, Ink::kQuiet);
      options.line_height = 1.4F;
      into.texts.push_back(set_ours(block.text, options));
      break;
    case BlockLook::kTitle:
      options.base = context_.style(Face::kPageBold, narrow_ ? 29 : 36);
      options.line_height = 1.18F;
      into.texts.push_back(set_ours(block.text, options));
      break;
    case BlockLook::kDate:
      options.base = context_.style(Face::kInterface, 14, Ink::kQuiet);
      into.texts.push_back(set_ours(block.text, options));
      break;
    case BlockLook::kLabel:
      options.base = context_.style(Face::kInterfaceBold, 16);
      into.texts.push_back(set_ours(block.text, options));
      break;
    case BlockLook::kEmpty:
      options.base = context_.style(Face::kPageItalic, kBodySize, Ink::kQuiet);
      options.line_height = kBodyLineHeight;
      into.texts.push_back(set_ours(block.text, options));
      break;
    case BlockLook::kUnshown: {
      const float padding = context_.px(16);
      options.width -= 2 * padding;
      options.base = context_.style(Face::kInterfaceBold, 13, Ink::kQuiet);
      SetText label = set_ours(std::string(context_.label("ui/not-shown")), options);
      label.x = padding;
      label.y = context_.px(12);
      const float below = label.y + label.paragraph->height() + context_.px(2);
      into.texts.push_back(std::move(label));
      options.base = context_.style(Face::kCode, 13, Ink::kQuiet);
      SetText markup = set_ours(block.text, options);
      markup.x = padding;
      markup.y = below;
      into.texts.push_back(std::move(markup));
      into.content_height = context_.px(12);  // below
      break;
    }
    case BlockLook::kBody:
    case BlockLook::kHeading:
      return lay_out_body(block, into);
    case BlockLook::kCode: {
      const float padding = context_.px(16);
      options.width -= 2 * padding;
      options.base = context_.style(Face::kCode, 14);
      options.line_height = 1.5F;
      SetText code = set_ours(std::string(block.part.of(release_.tree.text(block.node))), options);
      code.x = padding;
      code.y = block.part.begin == 0 ? context_.px(14) : 0;
      into.texts.push_back(std::move(code));
      into.content_height = context_.px(14);  // below the last part; between parts it is hidden by the ground
      if (block.part.end + 1 < release_.tree.text(block.node).size()) into.content_height = 0;
      break;
    }
    case BlockLook::kRow:
      return lay_out_row(block, into);
    case BlockLook::kTags:
      return lay_out_tags(block, into);
    case BlockLook::kImage:
      return lay_out_image(block, into);
    case BlockLook::kFile:
      into.content_height = context_.px(kFileHeight);
      return;
    case BlockLook::kRule:
      into.content_height = std::max(1.0F, context_.px(1));
      return;
  }
  float bottom = 0;
  for (const SetText& text : into.texts) bottom = std::max(bottom, text.y + text.paragraph->height());
  into.content_height += bottom;
}

// The runs of a text of the page; `sans` in the face of the interface, as tables and authors are.
layout::ParagraphContent PageSetter::styled(const PageText& text, const layout::Style& base,
                                            bool sans) const {
  layout::ParagraphContent content{text.text, {}};
  const auto base_face = static_cast<Face>(base.face);
  const bool base_bold = base_face == Face::kPageBold || base_face == Face::kInterfaceBold;
  const bool base_italic = base_face == Face::kPageItalic;
  for (const PagePiece& piece : text.pieces) {
    const TextLook& look = piece.look;
    const bool bold = look.bold || base_bold;
    const bool italic = look.italic != base_italic;  // emphasis within italics stands upright
    layout::Style style = base;
    Face face = Face::kPage;
    if (sans) {
      face = bold ? Face::kInterfaceBold : look.italic ? Face::kSourceItalic : Face::kInterface;
    } else if (bold) {
      face = italic ? Face::kPageBoldItalic : Face::kPageBold;
    } else if (italic) {
      face = Face::kPageItalic;
    }
    if (look.code) face = Face::kCode;
    if (look.chip) face = Face::kInterface;
    style.face = static_cast<std::uint8_t>(face);
    float factor = 1;
    if (look.code) factor = 0.86F;
    if (look.small) factor = 0.78F;
    style.size = std::round(base.size * factor);
    if (look.script > 0) style.rise = std::round(base.size * 0.32F);
    if (look.script < 0) style.rise = -std::round(base.size * 0.14F);
    unsigned decorations = kPlain;
    if (look.underlined) decorations |= kUnderlined;
    if (look.struck) decorations |= kStruck;
    if (look.chip || look.code) decorations |= kChip;
    const auto base_ink = static_cast<Ink>(base.paint & 0x0F);
    style.paint = paint(look.ink == Ink::kInk ? base_ink : look.ink, decorations);
    content.runs.push_back({piece.range, style});
  }
  return content;
}

void PageSetter::lay_out_body(const PageBlock& block, SetBlock& into) {
  layout::ParagraphOptions options;
  options.width = into.width;
  options.line_height = kBodyLineHeight;
  options.base = context_.style(Face::kPage, kBodySize);
  bool sans = false;
  if (block.look == BlockLook::kHeading) {
    options.base = context_.style(Face::kPageBold, heading_size(block.level));
    options.line_height = block.level <= 4 ? 1.25F : kBodyLineHeight;
  } else if (page_.is_inside(block, ContainerLook::kCitation)) {
    options.base = context_.style(Face::kPageItalic, narrow_ ? 20 : 22);
    options.line_height = 1.45F;
  } else if (page_.is_inside(block, ContainerLook::kAuthor)) {
    options.base = context_.style(Face::kInterface, 14, Ink::kQuiet);
    sans = true;
  } else if (page_.is_inside(block, ContainerLook::kImportant)) {
    options.base = context_.style(Face::kInterfaceBold, 16);
    sans = true;
  } else if (page_.is_inside(block, ContainerLook::kFootnote)) {
    options.base = context_.style(Face::kPage, 15, Ink::kQuiet);
  } else if (page_.is_inside(block, ContainerLook::kQuote)) {
    options.base = context_.style(Face::kPage, kBodySize, Ink::kQuiet);
  }
  if (page_.is_inside(block, ContainerLook::kCentered)) options.align = layout::Align::kCenter;

  SetText text;
  if (block.node != kNoNode) {
    text.source = page_text(release_.tree, block.node, page_.footnotes);
    text.paragraph = context_.paragraphs.get(styled(text.source, options.base, sans), options);
  } else {
    text = set_ours(block.text, options);
  }
  into.content_height = text.paragraph->height();
  into.texts.push_back(std::move(text));
}

// As wide as their content wants when there is room; else in proportion, but never narrower than a word.
const std::vector<float>& PageSetter::column_widths(NodeId table, float width) {
  constexpr std::size_t kRowsMeasured = 100;
  constexpr std::size_t kMostColumns = 32;
  const auto [entry, is_new] = columns_.try_emplace(table);
  if (!is_new) return entry->second;

  const Tree& tree = release_.tree;
  const float padding = 2 * context_.px(kCellPaddingX);
  std::vector<float> wanted;
  std::size_t rows = 0;
  for (NodeId row = table + 1; row < tree.subtree_end(table) && rows < kRowsMeasured; ++row) {
    if (tree.kind(row) != Kind::kTableRow) continue;
    ++rows;
    std::size_t column = 0;
    for (const NodeId cell : tree.children(row)) {
      if (tree.kind(cell) != Kind::kTableCell || column >= kMostColumns) continue;
      if (column >= wanted.size()) wanted.push_back(context_.px(48));
      const PageText text = page_text(tree, cell, page_.footnotes);
      const layout::Style style = context_.style(Face::kInterfaceBold, 14);
      wanted[column] = std::max(wanted[column], context_.painter.text_width(style, text.text) + padding);
      ++column;
    }
    row = tree.subtree_end(row) - 1;
  }
  float sum = 0;
  for (const float column : wanted) sum += column;
  if (sum > width) {
    // What is narrower than its share keeps its width; the others share what is left.
    float room = width;
    auto count = static_cast<float>(wanted.size());
    for (bool changed = true; changed && count > 0;) {
      changed = false;
      const float share = room / count;
      for (float& column : wanted) {
        if (column < 0 || column > share) continue;
        room -= column;
        count -= 1;
        column = -column;  // settled
        changed = true;
      }
    }
    for (float& column : wanted) column = column < 0 ? -column : std::floor(room / count);
  } else if (!wanted.empty()) {
    const float extra = (width - sum) / static_cast<float>(wanted.size());
    for (float& column : wanted) column += std::floor(extra);
  }
  entry->second = std::move(wanted);
  return entry->second;
}

void PageSetter::lay_out_row(const PageBlock& block, SetBlock& into) {
  const Tree& tree = release_.tree;
  NodeId table = tree.parent(block.node);
  while (table != kNoNode && tree.kind(table) != Kind::kTable) table = tree.parent(table);
  if (table == kNoNode) return;
  const std::vector<float>& columns = column_widths(table, into.width);
  float x = 0;
  std::size_t column = 0;
  for (const NodeId cell : tree.children(block.node)) {
    if (tree.kind(cell) != Kind::kTableCell || column >= columns.size()) continue;
    layout::ParagraphOptions options;
    options.base = context_.style(block.level > 0 ? Face::kInterfaceBold : Face::kInterface, 14);
    // The outer columns stand flush with the text around the table.
    const float left = column == 0 ? 0 : context_.px(kCellPaddingX);
    const float right = column + 1 == columns.size() ? 0 : context_.px(kCellPaddingX);
    options.width = std::max(context_.px(16), columns[column] - left - right);
    options.line_height = 1.45F;
    if (tree.alignment(cell) == markdown::Alignment::kRight) options.align = layout::Align::kRight;
    if (tree.alignment(cell) == markdown::Alignment::kCenter) options.align = layout::Align::kCenter;
    SetText text;
    text.source = page_text(tree, cell, page_.footnotes);
    text.paragraph = context_.paragraphs.get(styled(text.source, options.base, true), options);
    text.x = x + left;
    text.y = context_.px(kCellPaddingY);
    into.content_height =
        std::max(into.content_height, text.paragraph->height() + 2 * context_.px(kCellPaddingY));
    into.texts.push_back(std::move(text));
    x += columns[column];
    ++column;
  }
}

void PageSetter::lay_out_tags(const PageBlock& block, SetBlock& into) {
  const float height = context_.px(28);
  const float gap = context_.px(8);
  const float padding = context_.px(10);
  float x = 0;
  float y = 0;
  for (const std::string& word : block.words) {
    layout::ParagraphOptions options;
    options.base = context_.style(Face::kInterface, 13);
    const std::string shown = shortened(context_, options.base, word, into.width - 2 * padding);
    SetText text = set_ours(shown, options);
    const float width = text.paragraph->width() + 2 * padding;
    if (x > 0 && x + width > into.width) {
      x = 0;
      y += height + gap;
    }
    text.x = x + padding;
    text.y = y + std::round((height - text.paragraph->height()) / 2);
    into.texts.push_back(std::move(text));
    x += width + gap;
  }
  into.content_height = y + height;
}

void PageSetter::lay_out_image(const PageBlock& block, SetBlock& into) {
  layout::ParagraphOptions options;
  options.align = layout::Align::kCenter;
  options.width = into.width - 2 * context_.px(24);
  options.base = context_.style(Face::kInterface, 14, block.text.empty() ? Ink::kWarning : Ink::kInk);
  std::string says = block.text.empty() ? std::string(context_.label("ui/no-alternative")) : block.text;
  SetText alternative = set_ours(shortened(context_, options.base, says, 3 * options.width), options);
  options.base = context_.style(Face::kInterface, 13, Ink::kQuiet);
  // Where the file's name is all that is known, the second line says why there is no image.
  const std::string_view name = writers::file_name(block.detail);
  const std::string_view below = block.text == name ? context_.label("ui/image-elsewhere") : name;
  SetText file = set_ours(shortened(context_, options.base, below, options.width), options);
  const float icon = context_.px(28 + 12);
  const float needed = icon + alternative.paragraph->height() + context_.px(2) + file.paragraph->height();
  // The first image of a release is its face; others keep to what they must say.
  const bool first = block.level > 0;
  into.content_height =
      std::max(context_.px(first ? kImageHeight : kSmallImageHeight), needed + 2 * context_.px(16));
  alternative.x = file.x = context_.px(24);
  alternative.y = std::round((into.content_height - needed) / 2) + icon;
  file.y = alternative.y + alternative.paragraph->height() + context_.px(2);
  into.texts.push_back(std::move(alternative));
  into.texts.push_back(std::move(file));
}

}  // namespace depeche::ui
