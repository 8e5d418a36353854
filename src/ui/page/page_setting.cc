#include "ui/page/page_setting.h"

#include <algorithm>
#include <cmath>

#include "site/masthead.h"
#include "ui/page/page_table.h"

namespace depeche::ui {
namespace {

using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;
using markdown::Tree;

std::string superscript(std::size_t number) {
  constexpr std::string_view kDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string text;
  for (; number > 0; number /= 10) text.insert(0, kDigits[number % 10]);
  return text;
}

// CSS pixels.
constexpr float kBodyLineHeight = 1.55F;
constexpr float kCellLineHeight = 1.45F;
constexpr float kFrameHeight = 200;  // of the release's own picture while it is missing
constexpr float kSmallFrameHeight = 120;
constexpr float kTallestImage = 640;
constexpr float kNarrowestImage = 96;  // in a cell, of one that is wider itself
constexpr float kSlideControls = 44;   // below the pictures of a slide show
constexpr float kFileHeight = 56;
constexpr float kContactPadding = 14;
constexpr float kWidestColumn = 220;  // that a column may ask for where there is no room
constexpr float kCellPaddingX = 12;
constexpr float kCellPaddingY = 9;

float heading_size(int level) {
  constexpr float kSizes[] = {31, 26, 22, 20, 18, 17};
  return kSizes[std::clamp(level, 1, 6) - 1];
}

// Why a picture does not show.
std::string_view reason_of(PictureState state) {
  switch (state) {
    case PictureState::kMissing:
      return "ui/image-elsewhere";
    case PictureState::kComing:
    case PictureState::kReady:
      return "ui/image-coming";
    case PictureState::kTooLarge:
      return "ui/image-too-large";
    case PictureState::kBroken:
      return "ui/image-broken";
  }
  return "ui/image-elsewhere";
}

// The widths of columns in `width`, or in more where even the least do not fit; then none is wider than
// `widest` for a word's sake. Whole pixels, as what the columns ask for.
std::vector<float> share_width(std::vector<ColumnWidths> columns, float width, float widest) {
  const auto sum = [&](float ColumnWidths::*of) {
    float all = 0;
    for (const ColumnWidths& column : columns) all += column.*of;
    return all;
  };
  const float wanted = sum(&ColumnWidths::wanted);
  std::vector<float> widths;
  if (wanted <= width) {
    const float extra = std::floor((width - wanted) / std::max(1.0F, static_cast<float>(columns.size())));
    for (const ColumnWidths& column : columns) widths.push_back(column.wanted + extra);
    return widths;
  }
  if (sum(&ColumnWidths::least) > width) {
    for (ColumnWidths& column : columns) column.least = std::min(column.least, widest);
  }
  // Each gets the same part of the way from the least to what it wants.
  const float least = sum(&ColumnWidths::least);
  const float part = least < width ? (width - least) / (wanted - least) : 0;
  for (const ColumnWidths& column : columns)
    widths.push_back(column.least + std::floor(part * (column.wanted - column.least)));
  return widths;
}

// Gives the spaces beside chips more width, that of a smaller space of code: a chip has edges beyond its
// text.
std::vector<layout::Run> with_room_for_chips(std::string_view text, const std::vector<layout::Run>& runs) {
  const auto is_chip = [](const layout::Run& run) { return (run.style.paint & kChip) != 0; };
  std::vector<layout::Run> roomy;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    layout::Run run = runs[i];
    layout::Run space = run;
    space.style.face = static_cast<std::uint8_t>(Face::kCode);
    space.style.size = std::round(0.65F * run.style.size);
    const bool is_text = !is_chip(run) && !run.object && run.range.size() > 1;
    if (is_text && i > 0 && is_chip(runs[i - 1]) && text[run.range.begin] == ' ') {
      space.range = {run.range.begin, run.range.begin + 1};
      roomy.push_back(space);
      ++run.range.begin;
    }
    const bool ends_in_space = is_text && i + 1 < runs.size() && is_chip(runs[i + 1]) &&
                               run.range.size() > 1 && text[run.range.end - 1] == ' ';
    if (ends_in_space) --run.range.end;
    roomy.push_back(run);
    if (!ends_in_space) continue;
    space.range = {run.range.end, run.range.end + 1};
    roomy.push_back(space);
  }
  return roomy;
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
    case ContainerLook::kSummary:
      return {28, 0, 0, 0};
    case ContainerLook::kPlain:
    case ContainerLook::kCentered:
    case ContainerLook::kCaption:
      return {};
  }
  return {};
}

float estimated_height(Context& context, const PageBlock& block, float width) {
  const float line = context.px(kBodySize * kBodyLineHeight);
  const float characters = width / (context.px(kBodySize) * 0.47F);
  const auto size = static_cast<float>(std::min(block.source.size(), Offset{1} << 17));
  float height = std::max(1.0F, std::ceil(size / characters)) * line;
  if (block.look == BlockLook::kImage) height = context.px(kFrameHeight);
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
      options.balanced = true;
      into.texts.push_back(set_ours(block.text, options));
      break;
    case BlockLook::kDate:
      options.base = context_.style(Face::kInterface, 14, Ink::kQuiet);
      into.texts.push_back(set_ours(block.text, options));
      break;
    case BlockLook::kLead:
      options.base = context_.style(Face::kPageBold, narrow_ ? 18 : 20);
      options.line_height = 1.45F;
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
      SetText code = set_ours(std::string(PageBlocks::code(release_.tree, block)), options);
      code.x = padding;
      code.y = block.part.begin == 0 ? context_.px(14) : 0;
      into.texts.push_back(std::move(code));
      // Below the last part; between parts it is hidden by the ground.
      into.content_height = block.level > 0 ? context_.px(14) : 0;
      break;
    }
    case BlockLook::kRow:
      return lay_out_row(block, into);
    case BlockLook::kTags:
      return lay_out_tags(block, into);
    case BlockLook::kImage:
      return lay_out_image(block, into);
    case BlockLook::kContact:
      return lay_out_contact(block, into);
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

// A text of the page, with the pictures in its lines; `sans` in the face of the interface, as tables and
// authors are.
SetText PageSetter::set_theirs(PageText source, const layout::ParagraphOptions& options, bool sans) {
  SetText set;
  set.paragraph = context_.paragraphs.get(styled(source, options, sans), options);
  for (const PagePiece& piece : source.pieces) {
    if (piece.image == kNoNode) continue;
    const layout::Box box = set.paragraph->object_at(piece.range.begin);
    if (box.width <= 0) continue;
    set.pictures.push_back({std::string(path_of(piece.image)), {box.x, box.y, box.width, box.height}});
  }
  set.source = std::move(source);
  return set;
}

std::string_view PageSetter::path_of(NodeId image) const {
  return release_.tree.attribute(image, "src").value_or("");
}

// How wide a ready picture shows: as it asks, but no wider than `width`, and no higher than one may be.
float PageSetter::shown_width(const Picture& picture, const PictureSize& size, float width) const {
  const float wanted = context_.scale * wanted_width(picture, size, width / context_.scale);
  const float tallest = context_.px(kTallestImage);
  return std::min({width, wanted, tallest * picture.width / picture.height});
}

// The picture in a line of `width`; none while it is not there.
std::optional<layout::Object> PageSetter::object_for(NodeId image, float width) const {
  if (image == kNoNode || context_.pictures == nullptr) return std::nullopt;
  const Picture picture = context_.pictures->find(path_of(image));
  if (picture.state != PictureState::kReady || picture.width <= 0) return std::nullopt;
  const float shown = std::max(1.0F, std::floor(shown_width(picture, size_of(release_.tree, image), width)));
  return layout::Object{shown, std::max(1.0F, std::round(shown * picture.height / picture.width))};
}

layout::ParagraphContent PageSetter::styled(const PageText& text, const layout::ParagraphOptions& options,
                                            bool sans) const {
  const layout::Style& base = options.base;
  layout::ParagraphContent content{text.text, {}};
  bool has_chips = false;
  const auto base_face = static_cast<Face>(base.face);
  const bool base_bold = base_face == Face::kPageBold || base_face == Face::kInterfaceBold;
  const bool base_italic = base_face == Face::kPageItalic;
  for (const PagePiece& piece : text.pieces) {
    if (const auto object = object_for(piece.image, options.width)) {
      content.runs.push_back({piece.range, base, object});
      continue;
    }
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
    if (look.marked) decorations |= kMarked;
    if (look.dotted) decorations |= kDotted;
    const Ink base_ink = ink_of(base.paint);
    style.paint = paint(look.ink == Ink::kInk ? base_ink : look.ink, decorations);
    content.runs.push_back({piece.range, style});
    has_chips = has_chips || look.chip || look.code;
  }
  if (has_chips) content.runs = with_room_for_chips(content.text, content.runs);
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
    options.balanced = true;
  } else if (page_.is_inside(block, ContainerLook::kCitation)) {
    options.base = context_.style(Face::kPageItalic, narrow_ ? 20 : 22);
    options.line_height = 1.45F;
  } else if (page_.is_inside(block, ContainerLook::kAuthor)) {
    options.base = context_.style(Face::kInterface, 14, Ink::kQuiet);
    sans = true;
  } else if (page_.is_inside(block, ContainerLook::kImportant)) {
    options.base = context_.style(Face::kInterfaceBold, 16);
    sans = true;
  } else if (page_.is_inside(block, ContainerLook::kCaption)) {
    options.base = context_.style(Face::kInterface, 14, Ink::kQuiet);
    options.line_height = 1.45F;
    sans = true;
  } else if (page_.is_inside(block, ContainerLook::kSummary)) {
    options.base = context_.style(Face::kPageBold, kBodySize);
  } else if (page_.is_inside(block, ContainerLook::kFootnote)) {
    options.base = context_.style(Face::kPage, 15, Ink::kQuiet);
  } else if (page_.is_inside(block, ContainerLook::kQuote)) {
    options.base = context_.style(Face::kPage, kBodySize, Ink::kQuiet);
  }
  if (page_.is_inside(block, ContainerLook::kCentered)) options.align = layout::Align::kCenter;

  SetText text;
  if (block.node != kNoNode) {
    PageText source = page_text(release_.tree, block.node, page_.footnotes);
    for (std::size_t i = 0; i < block.leads_to.size(); ++i)
      source.append_link("\u00A0↩" + (i == 0 ? "" : superscript(i + 1)), block.leads_to[i]);
    text = set_theirs(std::move(source), options, sans);
  } else {
    if (!block.leads_to.empty()) options.base.paint = paint(Ink::kAccent);
    text = set_ours(block.text, options);
  }
  into.content_height = text.paragraph->height();
  into.texts.push_back(std::move(text));
}

layout::Style PageSetter::cell_style(bool is_head) const {
  return context_.style(is_head ? Face::kInterfaceBold : Face::kInterface, 14);
}

// Of a cell without its padding, in a table of `width`; whole pixels.
ColumnWidths PageSetter::widths_of(const PageText& cell, bool is_head, float width) const {
  layout::ParagraphOptions options;
  options.base = cell_style(is_head);
  options.width = width;
  options.line_height = kCellLineHeight;
  layout::ParagraphContent content = styled(cell, options, true);
  options.width = layout::kUnlimitedWidth;
  const auto in_one_line = context_.paragraphs.get(content, options);
  ColumnWidths column{std::ceil(in_one_line->width()), std::ceil(in_one_line->narrowest_width())};
  bool has_pictures = false;
  for (layout::Run& run : content.runs) {
    if (!run.object) continue;
    run.object->width = std::min(run.object->width, context_.px(kNarrowestImage));
    has_pictures = true;
  }
  if (has_pictures)
    column.least = std::ceil(context_.paragraphs.get(std::move(content), options)->narrowest_width());
  return column;
}

// As wide as their content wants when there is room; else narrower, but never than a word: then the table is
// wider than the page and scrolls.
const TableColumns& PageSetter::columns_of(NodeId table, float width) {
  constexpr std::size_t kRowsMeasured = 100;
  constexpr std::size_t kMaxColumns = 32;
  const auto [entry, is_new] = tables_.try_emplace(table);
  if (!is_new) return entry->second;

  const Tree& tree = release_.tree;
  const float padding = 2 * context_.px(kCellPaddingX);
  std::vector<ColumnWidths> columns;
  std::size_t rows = 0;
  for (NodeId row = table + 1; row < tree.subtree_end(table) && rows < kRowsMeasured; ++row) {
    if (!is_row(tree, row)) continue;
    ++rows;
    const bool is_head = is_head_row(tree, row);
    std::size_t column = 0;
    for (const NodeId cell : cells_of(tree, row)) {
      if (column >= kMaxColumns) break;
      if (column >= columns.size()) columns.push_back({context_.px(48), context_.px(48)});
      ColumnWidths& widths = columns[column++];
      ColumnWidths own = widths_of(page_text(tree, cell, page_.footnotes), is_head, width - padding);
      // What stands at the right is a number: its groups stay together.
      const bool is_number = alignment_of(tree, cell) == markdown::Alignment::kRight && !is_head;
      if (is_number) own.least = std::min(own.wanted, context_.px(kWidestColumn));
      widths.wanted = std::max(widths.wanted, own.wanted + padding);
      widths.least = std::max(widths.least, own.least + padding);
    }
    row = tree.subtree_end(row) - 1;
  }
  entry->second.widths = share_width(columns, width, context_.px(kWidestColumn));
  for (const float of_one : entry->second.widths) entry->second.width += of_one;
  return entry->second;
}

void PageSetter::lay_out_row(const PageBlock& block, SetBlock& into) {
  const Tree& tree = release_.tree;
  const NodeId table = table_of(tree, block.node);
  if (table == kNoNode) return;
  const TableColumns& columns = columns_of(table, into.width);
  into.table = table;
  into.content_width = columns.width;
  float x = 0;
  std::size_t column = 0;
  for (const NodeId cell : cells_of(tree, block.node)) {
    if (column >= columns.widths.size()) break;
    layout::ParagraphOptions options;
    options.base = cell_style(block.level > 0);
    // The outer columns stand flush with the text around the table.
    const float left = column == 0 ? 0 : context_.px(kCellPaddingX);
    const float right = column + 1 == columns.widths.size() ? 0 : context_.px(kCellPaddingX);
    options.width = std::max(context_.px(16), columns.widths[column] - left - right);
    options.line_height = kCellLineHeight;
    const markdown::Alignment alignment = alignment_of(tree, cell);
    if (alignment == markdown::Alignment::kRight) options.align = layout::Align::kRight;
    if (alignment == markdown::Alignment::kCenter) options.align = layout::Align::kCenter;
    SetText text = set_theirs(page_text(tree, cell, page_.footnotes), options, true);
    text.x = x + left;
    text.y = context_.px(kCellPaddingY);
    into.content_height =
        std::max(into.content_height, text.paragraph->height() + 2 * context_.px(kCellPaddingY));
    into.texts.push_back(std::move(text));
    x += columns.widths[column];
    ++column;
  }
}

void PageSetter::lay_out_tags(const PageBlock& block, SetBlock& into) {
  const float height = context_.px(28);
  const float gap = context_.px(8);
  const float padding = context_.px(10);
  float x = 0;
  float y = 0;
  for (const PageWords& word : block.words) {
    layout::ParagraphOptions options;
    options.base = context_.style(Face::kInterface, 13);
    const std::string shown = shortened(context_, options.base, word.text, into.width - 2 * padding);
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

void PageSetter::lay_out_contact(const PageBlock& block, SetBlock& into) {
  layout::ParagraphOptions options;
  const float padding = context_.px(kContactPadding);
  options.width = into.width - 2 * padding;
  options.line_height = 1.45F;
  float y = padding;
  const auto add = [&](const std::string& words, const layout::Style& style) {
    options.base = style;
    SetText text = set_ours(words, options);
    text.x = padding;
    text.y = y;
    y += text.paragraph->height();
    into.texts.push_back(std::move(text));
  };
  if (!block.text.empty()) add(block.text, context_.style(Face::kInterfaceBold, 15));
  for (const PageWords& word : block.words) add(word.text, context_.style(Face::kInterface, 14, Ink::kQuiet));
  into.content_height = y + padding;
}

// The picture in a frame: of its own shape, or of one that all of a slide show share, so that turning it
// moves nothing.
void PageSetter::lay_out_image(const PageBlock& block, SetBlock& into) {
  const std::size_t count = block.pictures.size();
  SetPicture set;
  set.index = std::min(choices_.slide, count - 1);
  if (block.level == 0) set.index = 0;
  const PagePicture& picture = block.pictures[set.index];
  if (context_.pictures != nullptr) set.found = context_.pictures->find(picture.path);

  if (set.found.state == PictureState::kReady) {
    const float shape = set.found.height / set.found.width;
    if (count > 1) {
      set.frame = {0, 0, into.width, std::round(into.width * 9 / 16)};
    } else {
      const float width = shown_width(set.found, picture.size, into.width);
      set.frame = {std::round((into.width - width) / 2), 0, std::round(width), std::round(width * shape)};
    }
    const float most = count > 1 ? set.found.width * context_.scale : set.frame.width;
    const float width = std::round(std::min({set.frame.width, set.frame.height / shape, most}));
    const float height = std::max(1.0F, std::round(width * shape));
    set.image = {set.frame.x + std::round((set.frame.width - width) / 2),
                 set.frame.y + std::round((set.frame.height - height) / 2), width, height};
    into.content_height = set.frame.height;
  } else {
    const float least =
        count > 1 ? into.width * 9 / 16 : context_.px(block.level > 0 ? kFrameHeight : kSmallFrameHeight);
    into.content_height = std::round(least);
    lay_out_missing_image(picture, set, into);
    set.frame = {0, 0, into.width, into.content_height};
  }
  into.picture = set;
  if (count > 1) into.content_height += context_.px(kSlideControls);
  if (!picture.caption.empty()) {
    layout::ParagraphOptions options;
    options.width = into.width;
    options.line_height = 1.45F;
    options.base = context_.style(Face::kInterface, 14, Ink::kQuiet);
    SetText caption = set_ours(picture.caption, options);
    caption.y = into.content_height + (count > 1 ? 0 : context_.px(8));
    into.content_height = caption.y + caption.paragraph->height();
    into.texts.push_back(std::move(caption));
  }
}

// What stands in the frame of a picture that is not there: what it shows, why it is missing, and how to help.
void PageSetter::lay_out_missing_image(const PagePicture& picture, SetPicture& set, SetBlock& into) {
  const bool is_mute = picture.lacks_words();
  const std::string_view name = site::file_name(picture.path);
  std::string_view says = is_mute ? context_.label("ui/no-alternative") : picture.says;
  if (picture.decorative) says = name;
  std::string reason = says == name ? "" : std::string(name) + ". ";
  reason += context_.label(reason_of(set.found.state));

  layout::ParagraphOptions options;
  options.align = layout::Align::kCenter;
  options.width = into.width - 2 * context_.px(24);
  options.balanced = true;
  const float icon = context_.px(28 + 12);
  float y = icon;
  const auto add = [&](std::string_view words, const layout::Style& style) {
    options.base = style;
    SetText text = set_ours(shortened(context_, style, words, 3 * options.width), options);
    text.x = context_.px(24);
    text.y = y;
    y += text.paragraph->height() + context_.px(2);
    into.texts.push_back(std::move(text));
  };
  add(says, context_.style(Face::kInterface, 14, is_mute ? Ink::kWarning : Ink::kInk));
  add(reason, context_.style(Face::kInterface, 13, Ink::kQuiet));
  const bool can_help = set.found.state == PictureState::kMissing && context_.pictures != nullptr;
  if (can_help) add(context_.label("ui/choose-folder"), context_.style(Face::kInterface, 13, Ink::kAccent));

  into.content_height = std::max(into.content_height, y + 2 * context_.px(16));
  const float above = std::round((into.content_height - y) / 2);
  for (SetText& text : into.texts) text.y += above;
  if (!can_help) return;
  const SetText& words = into.texts.back();
  const float room = context_.px(8);
  float width = 0;
  for (const layout::Line& line : words.paragraph->lines()) width = std::max(width, line.width);
  set.choose = {std::round((into.width - width) / 2) - room, words.y - context_.px(3), width + 2 * room,
                words.paragraph->height() + context_.px(6)};
}

}  // namespace depeche::ui
