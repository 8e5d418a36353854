#include "ui/preview_view.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets.h"

namespace depeche::ui {
namespace {

using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;
using markdown::Tree;

constexpr std::string_view kId = "page";

// CSS pixels.
constexpr float kBodySize = 18;
constexpr float kBodyLineHeight = 1.55F;
constexpr float kSheetMargin = 24;   // between the sheet and the pane
constexpr float kSheetPadding = 56;  // between the sheet and its text
constexpr float kMeasure = 584;      // about 66 characters of Spectral at 18 px
constexpr float kNarrowPadding = 20;
constexpr float kNarrowPane = 520;
constexpr float kNarrowestContent = 96;
constexpr float kImageHeight = 200;
constexpr float kSmallImageHeight = 120;
constexpr float kFileHeight = 56;
constexpr float kCellPaddingX = 12;
constexpr float kCellPaddingY = 9;

// What the blocks of a revision have in common with those before, from the start and from the end.
bool is_same(const PageBlock& one, const Text& text, const PageBlock& other, const Text& other_text) {
  return one.look == other.look && one.level == other.level && one.margin == other.margin &&
         one.opens == other.opens && one.closes == other.closes && one.part == other.part &&
         one.text == other.text && text.bytes(one.source) == other_text.bytes(other.source);
}

struct Insets {
  float left = 0, right = 0, top = 0, bottom = 0;
};

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

float heading_size(int level) {
  constexpr float kSizes[] = {30, 26, 22, 19, 18, 18};
  return kSizes[std::clamp(level, 1, 6) - 1];
}

Icon icon_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  std::string extension(dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1));
  for (char& letter : extension) letter = static_cast<char>(letter | 0x20);
  if (extension == "pdf") return Icon::kPdf;
  if (extension == "png" || extension == "jpg" || extension == "jpeg" || extension == "gif")
    return Icon::kImage;
  if (extension == "xls" || extension == "xlsx" || extension == "ods" || extension == "csv")
    return Icon::kSpreadsheet;
  if (extension == "doc" || extension == "docx" || extension == "odt" || extension == "txt")
    return Icon::kDocument;
  return extension == "zip" ? Icon::kArchive : Icon::kFile;
}

// "PDF" of a path that ends in .pdf; empty when there is none.
std::string type_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || path.size() - dot > 6 || path.find('/', dot) != std::string_view::npos)
    return {};
  std::string type(path.substr(dot + 1));
  for (char& letter : type) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return type;
}

std::string_view name_of_file(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

}  // namespace

void PreviewView::reset_layout() {
  laid_.clear();
  columns_.clear();
  scroll_.flow().forget_heights(1);
}

void PreviewView::follow(Context& context, const app::Model& model, const Release& release,
                         const Rect& area) {
  const bool is_read = started_ && text_.bytes().data() == release.text.bytes().data() &&
                       dialect_ == model.dialect && language_ == model.language;
  if (!is_read) {
    PageBlocks next = page_blocks(release, context.words);
    const std::size_t limit = std::min(page_.blocks.size(), next.blocks.size());
    std::size_t first = 0;
    while (first < limit && is_same(page_.blocks[first], text_, next.blocks[first], release.text)) ++first;
    std::size_t kept = 0;
    while (kept < limit - first && is_same(page_.blocks[page_.blocks.size() - 1 - kept], text_,
                                           next.blocks[next.blocks.size() - 1 - kept], release.text)) {
      ++kept;
    }
    const std::size_t removed = page_.blocks.size() - kept - first;
    page_ = std::move(next);
    std::vector<float> estimates;
    for (std::size_t i = first; i + kept < page_.blocks.size(); ++i) {
      estimates.push_back(estimate(context, page_.blocks[i]));
    }
    scroll_.splice(first, removed, estimates);
    laid_.clear();
    columns_.clear();
    text_ = release.text;
    dialect_ = model.dialect;
    language_ = model.language;
    started_ = true;
  }

  narrow_ = area.width < context.px(kNarrowPane);
  const float margin = narrow_ ? 0 : context.px(kSheetMargin);
  const float padding = context.px(narrow_ ? kNarrowPadding : kSheetPadding);
  const float room = area.width - 2 * margin;
  const float width =
      std::max(context.px(kNarrowestContent), std::min(room - 2 * padding, context.px(kMeasure)));
  sheet_.width = narrow_ ? area.width : width + 2 * padding;
  sheet_.x = std::round(area.x + (area.width - sheet_.width) / 2);
  column_.x = sheet_.x + (sheet_.width - width) / 2;
  if (width != column_.width) {
    if (column_.width > 0) scroll_.flow().forget_heights(1);
    column_.width = width;
    laid_.clear();
    columns_.clear();
  }
}

float PreviewView::estimate(Context& context, const PageBlock& block) const {
  const float line = context.px(kBodySize * kBodyLineHeight);
  const float width = column_.width > 0 ? column_.width : context.px(kMeasure);
  const float characters = width / (context.px(kBodySize) * 0.47F);
  const auto size = static_cast<float>(std::min(block.source.size(), Offset{1} << 17));
  float height = std::max(1.0F, std::ceil(size / characters)) * line;
  if (block.look == BlockLook::kImage) height = context.px(kImageHeight);
  if (block.look == BlockLook::kFile) height = context.px(kFileHeight);
  if (block.look == BlockLook::kRow) height = line + 2 * context.px(kCellPaddingY);
  return height + context.px(block.margin);
}

bool PreviewView::is_inside(const PageBlock& block, ContainerLook look) const {
  for (std::uint32_t at = block.container; at != kNoContainer; at = page_.containers[at].parent) {
    if (page_.containers[at].look == look) return true;
  }
  return false;
}

const PreviewView::SetBlock& PreviewView::set(Context& context, const Release& release, std::size_t index) {
  const auto [entry, is_new] = laid_.try_emplace(index);
  if (is_new) {
    entry->second = lay_out(context, release, page_.blocks[index]);
    scroll_.flow().set_height(index, entry->second.height);
  }
  return entry->second;
}

PreviewView::SetBlock PreviewView::lay_out(Context& context, const Release& release, const PageBlock& block) {
  SetBlock set;
  float right = 0;
  float padding_top = 0;
  float padding_bottom = 0;
  int depth = 0;
  for (std::uint32_t at = block.container; at != kNoContainer; at = page_.containers[at].parent, ++depth) {
    const Insets insets = insets_of(page_.containers[at].look);
    set.left += context.px(insets.left);
    right += context.px(insets.right);
    if (depth < block.opens) padding_top += context.px(insets.top);
    if (depth < block.closes) padding_bottom += context.px(insets.bottom);
  }
  // Deep nesting must leave room for text.
  set.left = std::min(set.left, column_.width - context.px(kNarrowestContent));
  set.width = std::max(context.px(kNarrowestContent), column_.width - set.left - right);
  lay_out_content(context, release, block, set);
  set.top = context.px(block.margin) + padding_top;
  set.height = set.top + set.content_height + padding_bottom;
  return set;
}

PreviewView::SetText PreviewView::set_ours(Context& context, std::string text,
                                           layout::ParagraphOptions options) {
  SetText set;
  set.paragraph = context.paragraphs.get({std::move(text), {}}, options);
  return set;
}

void PreviewView::lay_out_content(Context& context, const Release& release, const PageBlock& block,
                                  SetBlock& into) {
  layout::ParagraphOptions options;
  options.width = into.width;
  switch (block.look) {
    case BlockLook::kKicker:
      options.base = context.style(Face::kInterfaceBold, 13, Ink::kQuiet);
      options.line_height = 1.4F;
      into.texts.push_back(set_ours(context, block.text, options));
      break;
    case BlockLook::kTitle:
      options.base = context.style(Face::kPageBold, narrow_ ? 29 : 36);
      options.line_height = 1.18F;
      into.texts.push_back(set_ours(context, block.text, options));
      break;
    case BlockLook::kDate:
      options.base = context.style(Face::kInterface, 14, Ink::kQuiet);
      into.texts.push_back(set_ours(context, block.text, options));
      break;
    case BlockLook::kLabel:
      options.base = context.style(Face::kInterfaceBold, 16);
      into.texts.push_back(set_ours(context, block.text, options));
      break;
    case BlockLook::kEmpty:
      options.base = context.style(Face::kPageItalic, kBodySize, Ink::kQuiet);
      options.line_height = kBodyLineHeight;
      into.texts.push_back(set_ours(context, block.text, options));
      break;
    case BlockLook::kUnshown: {
      const float padding = context.px(16);
      options.width -= 2 * padding;
      options.base = context.style(Face::kInterfaceBold, 13, Ink::kQuiet);
      SetText label = set_ours(context, std::string(context.label("ui/not-shown")), options);
      label.x = padding;
      label.y = context.px(12);
      const float below = label.y + label.paragraph->height() + context.px(2);
      into.texts.push_back(std::move(label));
      options.base = context.style(Face::kCode, 13, Ink::kQuiet);
      SetText markup = set_ours(context, block.text, options);
      markup.x = padding;
      markup.y = below;
      into.texts.push_back(std::move(markup));
      into.content_height = context.px(12);  // below
      break;
    }
    case BlockLook::kBody:
    case BlockLook::kHeading:
      return lay_out_body(context, release, block, into);
    case BlockLook::kCode: {
      const float padding = context.px(16);
      options.width -= 2 * padding;
      options.base = context.style(Face::kCode, 14);
      options.line_height = 1.5F;
      SetText code = set_ours(context, std::string(block.part.of(release.tree.text(block.node))), options);
      code.x = padding;
      code.y = block.part.begin == 0 ? context.px(14) : 0;
      into.texts.push_back(std::move(code));
      into.content_height = context.px(14);  // below the last part; between parts it is hidden by the ground
      if (block.part.end + 1 < release.tree.text(block.node).size()) into.content_height = 0;
      break;
    }
    case BlockLook::kRow:
      return lay_out_row(context, release, block, into);
    case BlockLook::kTags:
      return lay_out_tags(context, block, into);
    case BlockLook::kImage:
      return lay_out_image(context, block, into);
    case BlockLook::kFile:
      into.content_height = context.px(kFileHeight);
      return;
    case BlockLook::kRule:
      into.content_height = std::max(1.0F, context.px(1));
      return;
  }
  float bottom = 0;
  for (const SetText& text : into.texts) bottom = std::max(bottom, text.y + text.paragraph->height());
  into.content_height += bottom;
}

// The runs of a text of the page; `sans` in the face of the interface, as tables and authors are.
layout::ParagraphContent PreviewView::styled(const PageText& text, const layout::Style& base,
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

void PreviewView::lay_out_body(Context& context, const Release& release, const PageBlock& block,
                               SetBlock& into) {
  layout::ParagraphOptions options;
  options.width = into.width;
  options.line_height = kBodyLineHeight;
  options.base = context.style(Face::kPage, kBodySize);
  bool sans = false;
  if (block.look == BlockLook::kHeading) {
    options.base = context.style(Face::kPageBold, heading_size(block.level));
    options.line_height = block.level <= 4 ? 1.25F : kBodyLineHeight;
  } else if (is_inside(block, ContainerLook::kCitation)) {
    options.base = context.style(Face::kPageItalic, narrow_ ? 20 : 22);
    options.line_height = 1.45F;
  } else if (is_inside(block, ContainerLook::kAuthor)) {
    options.base = context.style(Face::kInterface, 14, Ink::kQuiet);
    sans = true;
  } else if (is_inside(block, ContainerLook::kImportant)) {
    options.base = context.style(Face::kInterfaceBold, 16);
    sans = true;
  } else if (is_inside(block, ContainerLook::kFootnote)) {
    options.base = context.style(Face::kPage, 15, Ink::kQuiet);
  } else if (is_inside(block, ContainerLook::kQuote)) {
    options.base = context.style(Face::kPage, kBodySize, Ink::kQuiet);
  }
  if (is_inside(block, ContainerLook::kCentered)) options.align = layout::Align::kCenter;

  SetText text;
  if (block.node != kNoNode) {
    text.source = page_text(release.tree, block.node, page_.footnotes);
    text.paragraph = context.paragraphs.get(styled(text.source, options.base, sans), options);
  } else {
    text = set_ours(context, block.text, options);
  }
  into.content_height = text.paragraph->height();
  into.texts.push_back(std::move(text));
}

// As wide as their content wants when there is room; else in proportion, but never narrower than a word.
const std::vector<float>& PreviewView::column_widths(Context& context, const Release& release, NodeId table,
                                                     float width) {
  constexpr std::size_t kRowsMeasured = 100;
  constexpr std::size_t kMostColumns = 32;
  const auto [entry, is_new] = columns_.try_emplace(table);
  if (!is_new) return entry->second;

  const Tree& tree = release.tree;
  const float padding = 2 * context.px(kCellPaddingX);
  std::vector<float> wanted;
  std::size_t rows = 0;
  for (NodeId row = table + 1; row < tree.subtree_end(table) && rows < kRowsMeasured; ++row) {
    if (tree.kind(row) != Kind::kTableRow) continue;
    ++rows;
    std::size_t column = 0;
    for (const NodeId cell : tree.children(row)) {
      if (tree.kind(cell) != Kind::kTableCell || column >= kMostColumns) continue;
      if (column >= wanted.size()) wanted.push_back(context.px(48));
      const PageText text = page_text(tree, cell, page_.footnotes);
      const layout::Style style = context.style(Face::kInterfaceBold, 14);
      wanted[column] = std::max(wanted[column], context.painter.text_width(style, text.text) + padding);
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

void PreviewView::lay_out_row(Context& context, const Release& release, const PageBlock& block,
                              SetBlock& into) {
  const Tree& tree = release.tree;
  NodeId table = tree.parent(block.node);
  while (table != kNoNode && tree.kind(table) != Kind::kTable) table = tree.parent(table);
  if (table == kNoNode) return;
  const std::vector<float>& columns = column_widths(context, release, table, into.width);
  float x = 0;
  std::size_t column = 0;
  for (const NodeId cell : tree.children(block.node)) {
    if (tree.kind(cell) != Kind::kTableCell || column >= columns.size()) continue;
    layout::ParagraphOptions options;
    options.base = context.style(block.level > 0 ? Face::kInterfaceBold : Face::kInterface, 14);
    // The outer columns stand flush with the text around the table.
    const float left = column == 0 ? 0 : context.px(kCellPaddingX);
    const float right = column + 1 == columns.size() ? 0 : context.px(kCellPaddingX);
    options.width = std::max(context.px(16), columns[column] - left - right);
    options.line_height = 1.45F;
    if (tree.alignment(cell) == markdown::Alignment::kRight) options.align = layout::Align::kRight;
    if (tree.alignment(cell) == markdown::Alignment::kCenter) options.align = layout::Align::kCenter;
    SetText text;
    text.source = page_text(tree, cell, page_.footnotes);
    text.paragraph = context.paragraphs.get(styled(text.source, options.base, true), options);
    text.x = x + left;
    text.y = context.px(kCellPaddingY);
    into.content_height =
        std::max(into.content_height, text.paragraph->height() + 2 * context.px(kCellPaddingY));
    into.texts.push_back(std::move(text));
    x += columns[column];
    ++column;
  }
}

void PreviewView::lay_out_tags(Context& context, const PageBlock& block, SetBlock& into) {
  const float height = context.px(28);
  const float gap = context.px(8);
  const float padding = context.px(10);
  float x = 0;
  float y = 0;
  for (const std::string& word : block.words) {
    layout::ParagraphOptions options;
    options.base = context.style(Face::kInterface, 13);
    const std::string shown = shortened(context, options.base, word, into.width - 2 * padding);
    SetText text = set_ours(context, shown, options);
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

void PreviewView::lay_out_image(Context& context, const PageBlock& block, SetBlock& into) {
  layout::ParagraphOptions options;
  options.align = layout::Align::kCenter;
  options.width = into.width - 2 * context.px(24);
  options.base = context.style(Face::kInterface, 14, block.text.empty() ? Ink::kWarning : Ink::kInk);
  std::string says = block.text.empty() ? std::string(context.label("ui/no-alternative")) : block.text;
  SetText alternative = set_ours(context, shortened(context, options.base, says, 3 * options.width), options);
  options.base = context.style(Face::kInterface, 13, Ink::kQuiet);
  SetText file =
      set_ours(context, shortened(context, options.base, name_of_file(block.detail), options.width), options);
  const float icon = context.px(28 + 12);
  const float needed = icon + alternative.paragraph->height() + context.px(2) + file.paragraph->height();
  // The first image of a release is its face; others keep to what they must say.
  const bool first = &block == &page_.blocks.front() || (&block)[-1].look != BlockLook::kImage;
  into.content_height =
      std::max(context.px(first ? kImageHeight : kSmallImageHeight), needed + 2 * context.px(16));
  alternative.x = file.x = context.px(24);
  alternative.y = std::round((into.content_height - needed) / 2) + icon;
  file.y = alternative.y + alternative.paragraph->height() + context.px(2);
  into.texts.push_back(std::move(alternative));
  into.texts.push_back(std::move(file));
}

void PreviewView::draw_containers(Context& context, const PageBlock& block, const SetBlock& set, float y) {
  std::vector<std::uint32_t> chain;  // from the innermost outwards
  for (std::uint32_t at = block.container; at != kNoContainer; at = page_.containers[at].parent)
    chain.push_back(at);
  float x = column_.x;
  const float right = column_.x + column_.width;
  for (std::size_t depth = chain.size(); depth-- > 0;) {
    const ContainerLook look = page_.containers[chain[depth]].look;
    const bool begins = depth < block.opens;
    const float top = begins ? y + context.px(block.margin) : y;
    const float bottom = y + set.height;
    const Rect box{x, top, right - x, bottom - top};
    if (look == ContainerLook::kQuote) {
      context.painter.fill({box.x, box.y, context.px(3), box.height}, context.theme.hairline);
    } else if (look == ContainerLook::kImportant) {
      context.painter.fill(box, context.theme.accent_wash);
      context.painter.fill({box.x, box.y, context.px(4), box.height}, context.theme.accent);
    } else if (look == ContainerLook::kCitation && begins) {
      context.painter.icon(Icon::kQuote, box.x + context.px(14), box.y + context.px(16), context.px(28),
                           context.theme.accent);
    }
    x = std::min(x + context.px(insets_of(look).left), right - context.px(kNarrowestContent));
  }
}

void PreviewView::draw_marker(Context& context, const PageBlock& block, const SetBlock& set, float x,
                              float y) {
  if (block.marker.empty() || set.texts.empty()) return;
  const layout::Paragraph& paragraph = *set.texts.front().paragraph;
  const layout::Line& line = paragraph.lines().front();
  layout::Style style = paragraph.runs().front().style;
  style.face = static_cast<std::uint8_t>(Face::kPage);
  style.size = context.px(is_inside(block, ContainerLook::kFootnote) ? 15 : kBodySize);
  style.rise = 0;
  const float width = context.painter.text_width(style, block.marker);
  const float gap = context.px(9);
  if (block.marker == "☐" || block.marker == "☑") {
    const float size = context.px(15);
    const Rect box{x - gap - size, std::round(y + line.y + (line.height - size) / 2), size, size};
    context.painter.frame(box, context.theme.quiet, context.px(2));
    if (block.marker == "☑") context.painter.tick(box, context.theme.accent);
    return;
  }
  context.painter.text(style, x - gap - width, y + line.baseline, context.theme.quiet, block.marker);
}

void PreviewView::draw_image(Context& context, const SetBlock& set, const PageBlock& block,
                             const Rect& frame) {
  context.painter.fill(frame, context.theme.desk, context.px(2));
  context.painter.frame(frame, context.theme.hairline, context.px(2));
  const float icon_y = frame.y + set.texts.front().y - context.px(12 + 14);
  context.painter.icon(block.text.empty() ? Icon::kWarning : Icon::kImage, frame.center_x(), icon_y,
                       context.px(28), block.text.empty() ? context.theme.warning : context.theme.quiet);
}

void PreviewView::draw_file(Context& context, const PageBlock& block, const Rect& frame) {
  context.painter.frame(frame, context.theme.hairline, context.px(4));
  const float padding = context.px(16);
  context.painter.icon(icon_of(block.detail), frame.x + padding + context.px(12), frame.center_y(),
                       context.px(24), context.theme.accent);
  const float x = frame.x + padding + context.px(24 + 12);
  const float width = frame.right() - padding - x;
  const std::string type = type_of(block.detail);
  const layout::Style name = context.style(Face::kInterface, 15, Ink::kAccent);
  const layout::Style quiet = context.style(Face::kInterface, 13, Ink::kQuiet);
  std::string detail = type;
  if (!detail.empty()) detail += " · ";
  detail += name_of_file(block.detail);
  draw_label(context, name, x, frame.center_y() - context.px(9), shortened(context, name, block.text, width));
  draw_label(context, quiet, x, frame.center_y() + context.px(11), shortened(context, quiet, detail, width));
}

void PreviewView::draw_block(Context& context, const PageBlock& block, const SetBlock& set, float y) {
  draw_containers(context, block, set, y);
  const float x = column_.x + set.left;
  const float top = y + set.top;
  const Rect content{x, top, set.width, set.content_height};
  switch (block.look) {
    case BlockLook::kCode:
    case BlockLook::kUnshown:
      context.painter.fill(content, context.theme.desk);
      break;
    case BlockLook::kTags:
      for (const SetText& text : set.texts) {
        const Rect chip{x + text.x - context.px(10),
                        top + text.y + std::round((text.paragraph->height() - context.px(28)) / 2),
                        text.paragraph->width() + 2 * context.px(10), context.px(28)};
        context.painter.fill(chip, context.theme.pressed, context.px(14));
      }
      break;
    case BlockLook::kRow: {
      const bool head = block.level > 0;
      const float thickness = std::max(1.0F, context.px(head ? 2 : 1));
      context.painter.fill({content.x, content.bottom() - thickness, content.width, thickness},
                           head ? context.theme.quiet : context.theme.hairline);
      break;
    }
    case BlockLook::kRule:
      context.painter.fill(content, context.theme.hairline);
      break;
    case BlockLook::kImage:
      draw_image(context, set, block, content);
      break;
    case BlockLook::kFile:
      draw_file(context, block, content);
      break;
    case BlockLook::kKicker:
    case BlockLook::kTitle:
    case BlockLook::kDate:
    case BlockLook::kLabel:
    case BlockLook::kEmpty:
    case BlockLook::kBody:
    case BlockLook::kHeading:
      break;
  }
  draw_marker(context, block, set, x, top);
  for (const SetText& text : set.texts) context.painter.paragraph(*text.paragraph, x + text.x, top + text.y);
}

// A click leads to the source; with Ctrl, on a link, to its target.
void PreviewView::take_pointer(Context& context, const Release& release, const Response& response,
                               std::size_t index, const SetBlock& set, float y) {
  const PageBlock& block = page_.blocks[index];
  const Pointing& pointing = context.pointing;
  if (!response.hovered || pointing.y < y || pointing.y >= y + set.height) return;
  Offset target = block.source.begin;
  for (const SetText& text : set.texts) {
    const float px = pointing.x - (column_.x + set.left + text.x);
    const float py = pointing.y - (y + set.top + text.y);
    if (text.source.pieces.empty() || py < 0 || py >= text.paragraph->height()) continue;
    const bool beside = set.texts.size() > 1 && (px < 0 || px > text.paragraph->width());
    if (beside) continue;
    target = text.source.source_at(text.paragraph->offset_at_point(px, py));
    const Span touched = text.paragraph->cluster_at(px, py);
    const NodeId link = touched.empty() ? kNoNode : text.source.link_at(touched.begin);
    const auto href = link == kNoNode ? std::nullopt : release.tree.attribute(link, "href");
    if (!href) continue;
    context.cursor = Pointer::kHand;
    context.explain(
        "page/link/" + std::to_string(link), *href,
        {pointing.x, y + set.top + text.y + text.paragraph->lines()[text.paragraph->line_at(py)].y, 1,
         text.paragraph->lines()[text.paragraph->line_at(py)].height});
    if (response.clicked && pointing.control) return context.act(app::OpenUrl{std::string(*href)});
  }
  if (response.clicked) context.act(app::GoTo{{target, target}});
}

void PreviewView::describe(Context& context, const Release& release, std::size_t index, const SetBlock& set,
                           float y) {
  const PageBlock& block = page_.blocks[index];
  SemanticNode node;
  node.id = "page/" + std::to_string(index);
  node.level = 1;
  std::string text = block.text;
  if (block.look == BlockLook::kBody || block.look == BlockLook::kHeading || block.look == BlockLook::kRow) {
    for (const SetText& part : set.texts) {
      if (!text.empty()) text += " | ";
      text += part.paragraph->text();
    }
  }
  node.name = std::move(text);
  node.role = "paragraph";
  if (block.look == BlockLook::kTitle) {
    node.role = "heading";
    node.level = 1;
  } else if (block.look == BlockLook::kHeading) {
    node.role = "heading";
    node.level = block.level;
  } else if (block.look == BlockLook::kLabel) {
    node.role = "heading";
    node.level = 2;
  } else if (block.look == BlockLook::kImage) {
    node.role = "img";
    node.value = block.detail;
  } else if (block.look == BlockLook::kFile) {
    node.role = "link";
    node.value = block.detail;
  } else if (block.look == BlockLook::kRule) {
    node.role = "separator";
  } else if (block.look == BlockLook::kRow) {
    node.role = "row";
  } else if (block.look == BlockLook::kCode) {
    node.role = "code";
    node.name = set.texts.front().paragraph->text();
  } else if (block.look == BlockLook::kTags) {
    node.role = "list";
    for (const std::string& word : block.words) {
      if (!node.name.empty()) node.name += ", ";
      node.name += word;
    }
  } else if (!block.marker.empty()) {
    node.role = "listitem";
  } else if (is_inside(block, ContainerLook::kCitation) || is_inside(block, ContainerLook::kQuote)) {
    node.role = "blockquote";
  }
  const Rect content{column_.x + set.left, y + set.top, set.width, set.content_height};
  context.describe(std::move(node), content);

  for (const SetText& part : set.texts) {
    for (const PagePiece& piece : part.source.pieces) {
      const auto href = piece.link == kNoNode ? std::nullopt : release.tree.attribute(piece.link, "href");
      if (!href) continue;
      Rect bounds = content;
      if (const auto boxes = part.paragraph->boxes(piece.range); !boxes.empty()) {
        bounds = {content.x + part.x + boxes.front().x, content.y + part.y + boxes.front().y,
                  boxes.front().width, boxes.front().height};
      }
      context.describe(
          {.id = "page/link/" + std::to_string(piece.link) + "/" + std::to_string(piece.range.begin),
           .role = "link",
           .name = std::string(piece.range.of(part.source.text)),
           .value = std::string(*href),
           .level = 2},
          bounds);
    }
  }
}

void PreviewView::draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area) {
  const Release& release = derived.release(model);
  follow(context, model, release, area);
  context.painter.push_clip(area);
  context.painter.fill(area, narrow_ ? context.theme.paper : context.theme.desk);

  const float margin = narrow_ ? 0 : context.px(kSheetMargin);
  const float padding = context.px(narrow_ ? 24 : kSheetPadding);
  scroll_.begin(context, area, margin + padding, padding + margin);
  const Response response = context.react(kId, area, Pointer::kDefault);
  scroll_.drag(context, response);

  // The sheet first: as high as the blocks, or the window.
  const double first_y = static_cast<double>(area.y) - scroll_.origin();
  const std::size_t count = page_.blocks.size();
  std::size_t index = count > 0 ? scroll_.flow().block_at(first_y) : 0;
  const std::size_t first = index;
  double bottom = scroll_.origin() + (count > 0 ? scroll_.flow().top(first) : 0);
  for (; index < count && bottom < static_cast<double>(area.bottom()); ++index) {
    bottom += static_cast<double>(set(context, release, index).height);
  }
  const std::size_t last = index;
  if (!narrow_) {
    const float sheet_top = static_cast<float>(scroll_.origin()) - padding;
    const float sheet_end = static_cast<float>(scroll_.origin() + scroll_.flow().total_height()) + padding;
    const float far = context.px(40);
    const Rect sheet{sheet_.x, std::max(sheet_top, area.y - far), sheet_.width, 0};
    const float end = std::min(std::max(sheet_end, area.bottom() - margin), area.bottom() + far);
    const Rect paper{sheet.x, sheet.y, sheet.width, end - sheet.y};
    context.painter.shadow(paper, 0);
    context.painter.fill(paper, context.theme.paper);
  }

  context.describe(
      {.id = std::string(kId), .role = "document", .name = std::string(context.label("ui/page"))}, area);
  double y = scroll_.origin() + (count > 0 ? scroll_.flow().top(first) : 0);
  for (std::size_t i = first; i < last; ++i) {
    const SetBlock& laid = set(context, release, i);
    const auto top = static_cast<float>(y);
    draw_block(context, page_.blocks[i], laid, top);
    take_pointer(context, release, response, i, laid, top);
    describe(context, release, i, laid, top);
    y += static_cast<double>(laid.height);
  }
  scroll_.draw_bar(context);
  context.painter.pop_clip();
}

}  // namespace depeche::ui
