// One table on its way in. Tables that only arrange things on a page come out as the blocks in them.
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

  void begin_row(bool in_header);
  void begin_cell(CellLook look, std::size_t columns, std::size_t rows);

  // Where what comes next belongs: the cell, or before the table where there is none yet.
  std::vector<Block>& blocks();

  // A table of at least two rows and columns whose cells hold nothing but paragraphs and lists becomes one
  // block, in which an item is a line; any other, the blocks of its cells.
  std::vector<Block> finish() &&;

 private:
  struct Cell {
    std::vector<Block> blocks = {};
    CellLook look = {};
    bool is_filler = false;  // made for a span

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
  std::vector<std::size_t> spanned_;  // for each column, how many rows to come a cell from above reaches into
  std::size_t open_ = 0;              // the cell of the last row that takes what comes
  std::size_t fillers_ = 0;           // empty cells made for spans
};

}  // namespace depeche::paste
