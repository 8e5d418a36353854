#include "ui/page/table_typesetting.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/page/page_table.h"

namespace depeche::ui {
namespace {

using markdown::kNoNode;
using markdown::NodeId;
using markdown::Tree;

// CSS pixels.
constexpr float kCellLineHeight = 1.45F;
constexpr float kNarrowestImage = 96;  // in a cell, of one that is wider itself
constexpr float kWidestColumn = 220;   // that a column may ask for where there is no room
constexpr float kCellPaddingX = 12;
constexpr float kNarrowestColumn = 48;

}  // namespace

// The widths of columns in `width`, or in more where even the least do not fit; then none is wider than
// `widest` for a word's sake. Whole pixels, as what the columns ask for.
std::vector<float> TableSetter::share_width(std::vector<ColumnWidths> columns, float width, float widest) {
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

layout::ParagraphOptions TableSetter::cell_options(bool is_head, float width) const {
  layout::ParagraphOptions options;
  options.base = context_.style(is_head ? Face::kInterfaceBold : Face::kInterface, 14);
  options.width = width;
  options.line_height = kCellLineHeight;
  return options;
}

PageText TableSetter::text_of(NodeId cell) const {
  return page_text(release_.tree, cell, page_.footnotes);
}

// Of a cell without its padding, in a table of `width`; whole pixels.
TableSetter::ColumnWidths TableSetter::widths_of(NodeId cell, bool is_head, float width) const {
  layout::ParagraphOptions options = cell_options(is_head, width);
  layout::ParagraphContent content = texts_.styled(text_of(cell), options, true);
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

// What the columns of a table ask for, by its first rows.
std::vector<TableSetter::ColumnWidths> TableSetter::measured(NodeId table, float width) const {
  constexpr std::size_t kRowsMeasured = 100;
  constexpr std::size_t kMaxColumns = 32;
  const Tree& tree = release_.tree;
  const float padding = 2 * context_.px(kCellPaddingX);
  const float narrowest = context_.px(kNarrowestColumn);
  std::vector<ColumnWidths> columns;
  std::size_t rows = 0;
  for (NodeId row = table + 1; row < tree.subtree_end(table) && rows < kRowsMeasured; ++row) {
    if (!is_row(tree, row)) continue;
    ++rows;
    const bool is_head = is_head_row(tree, row);
    std::size_t column = 0;
    for (const NodeId cell : cells_of(tree, row)) {
      if (column >= kMaxColumns) break;
      if (column >= columns.size()) columns.push_back({narrowest, narrowest});
      ColumnWidths& widths = columns[column++];
      ColumnWidths own = widths_of(cell, is_head, width - padding);
      // What stands at the right is a number: its groups stay together.
      const bool is_number = alignment_of(tree, cell) == markdown::Alignment::kRight && !is_head;
      if (is_number) own.least = std::min(own.wanted, context_.px(kWidestColumn));
      widths.wanted = std::max(widths.wanted, own.wanted + padding);
      widths.least = std::max(widths.least, own.least + padding);
    }
    row = tree.subtree_end(row) - 1;
  }
  return columns;
}

const TableColumns& TableSetter::columns_of(NodeId table, float width) {
  const auto [entry, is_new] = tables_.try_emplace(table);
  TableColumns& columns = entry->second;
  if (!is_new) return columns;
  columns.widths = share_width(measured(table, width), width, context_.px(kWidestColumn));
  for (const float of_one : columns.widths) columns.width += of_one;
  return columns;
}

void TableSetter::set_row(const PageBlock& block, const PageRow& row, SetBlock& into) {
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
    // The outer columns stand flush with the text around the table.
    const float left = column == 0 ? 0 : context_.px(kCellPaddingX);
    const float right = column + 1 == columns.widths.size() ? 0 : context_.px(kCellPaddingX);
    const float width = std::max(context_.px(16), columns.widths[column] - left - right);
    layout::ParagraphOptions options = cell_options(row.is_head, width);
    const markdown::Alignment alignment = alignment_of(tree, cell);
    if (alignment == markdown::Alignment::kRight) options.align = layout::Align::kRight;
    if (alignment == markdown::Alignment::kCenter) options.align = layout::Align::kCenter;
    SetText text = texts_.set_theirs(text_of(cell), options, true);
    text.x = x + left;
    text.y = context_.px(kCellPaddingY);
    into.content_height =
        std::max(into.content_height, text.paragraph->height() + 2 * context_.px(kCellPaddingY));
    into.texts.push_back(std::move(text));
    x += columns.widths[column];
    ++column;
  }
}

}  // namespace depeche::ui
