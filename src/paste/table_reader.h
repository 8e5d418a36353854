// Collects one table as it is read. A table that only arranges things on a page becomes the blocks in it.
#pragma once

#include <cstddef>
#include <vector>

#include "paste/rich_text.h"

namespace depeche::paste {

struct CellLook {
  bool is_header = false;  // <th>
  bool is_filled = false;  // has a background
};

class TableReader {
 public:
  explicit TableReader(std::vector<Container> path) : path_(std::move(path)) {}

  // `in_header`: the row is said to be the header, as in <thead>.
  void begin_row(bool in_header);
  // `columns` and `rows` are how many the cell spans, itself included; 0 counts as 1.
  void begin_cell(CellLook look, std::size_t columns, std::size_t rows);

  // Where to append what comes next: to the current cell, or before the table if there is no cell yet.
  std::vector<Block>& blocks();

  // What came before the first cell, then the table: one block if it has at least two columns, two rows with
  // text, and only paragraphs and lists in its cells (each list item becomes a line); else the blocks of its
  // cells.
  std::vector<Block> finish() &&;

 private:
  struct Cell {
    std::vector<Block> blocks = {};
    CellLook look = {};
    bool is_filler = false;  // made for a cell that spans several columns or rows

    bool is_empty() const { return blocks.empty(); }
  };
  struct Row {
    std::vector<Cell> cells = {};
    bool in_header = false;
  };

  void pass_spanned_columns();
  bool is_of_data() const;
  bool has_header() const;
  bool heads_by_look() const;
  bool heads_numbers() const;
  bool heads_with_corner() const;
  std::vector<Block> in_order() &&;

  std::vector<Container> path_;
  std::vector<Block> before_;
  std::vector<Row> rows_;
  std::vector<std::size_t> spanned_;  // for each column, how many more rows a cell from above spans
  std::size_t open_ = 0;              // the cell of the last row that takes what comes next
  std::size_t fillers_ = 0;           // empty cells made for spans
};

}  // namespace depeche::paste
