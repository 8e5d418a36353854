// Sets the rows of tables. Columns are as wide as their content wants when there is room; else
// narrower, but hardly narrower than a word, so that a table may be wider than the page and scroll.
// Lengths are physical pixels.
#pragma once

#include <unordered_map>
#include <vector>

#include "ui/page/page_blocks.h"
#include "ui/page/text_typesetting.h"

namespace depeche::ui {

// The columns of a table: made with its first row and kept.
struct TableColumns {
  std::vector<float> widths;
  float width = 0;  // of all; wider than the page's text where even the least widths do not fit
};
using Tables = std::unordered_map<markdown::NodeId, TableColumns>;

inline constexpr float kCellPaddingY = 9;  // CSS pixels, above and below the text of a cell

class TableSetter {
 public:
  // All must outlive the setter.
  TableSetter(Context& context, const Release& release, const PageBlocks& page, Tables& tables)
      : context_(context), release_(release), page_(page), tables_(tables), texts_(context, release) {}

  // Sets the cells of a row in into.width.
  void set_row(const PageBlock& block, const PageRow& row, SetBlock& into);

 private:
  // What a cell or a column asks for.
  struct ColumnWidths {
    float wanted = 0;  // for each cell on one line
    float least = 0;   // no word broken, no picture too small to be seen
  };
  static std::vector<float> share_width(std::vector<ColumnWidths> columns, float width, float widest);
  layout::ParagraphOptions cell_options(bool is_head, float width) const;
  PageText text_of(markdown::NodeId cell) const;
  ColumnWidths widths_of(markdown::NodeId cell, bool is_head, float width) const;
  std::vector<ColumnWidths> measured(markdown::NodeId table, float width) const;
  const TableColumns& columns_of(markdown::NodeId table, float width);

  Context& context_;
  const Release& release_;
  const PageBlocks& page_;
  Tables& tables_;
  TextSetter texts_;
};

}  // namespace depeche::ui
