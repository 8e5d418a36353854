#include "paste/table_reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace depeche::paste {
namespace {

constexpr std::size_t kMostColumns = 32;    // what is beyond goes into the last
constexpr std::size_t kMostFillers = 4096;  // so that spans cannot make much of little

bool is_bold_run(const Run& run) {
  return run.style.bold || run.text == "\n";
}

bool is_bold(const Block& block) {
  return std::ranges::all_of(block.runs, is_bold_run);
}

// A cell's paragraphs, a line each.
Runs joined(std::vector<Block> blocks, bool loses_bold) {
  Runs runs;
  for (Block& block : blocks) {
    if (!runs.empty()) runs.push_back({"\n", {}});
    std::ranges::move(block.runs, std::back_inserter(runs));
  }
  if (loses_bold && std::ranges::all_of(runs, is_bold_run))
    for (Run& run : runs) run.style.bold = false;
  return runs;
}

}  // namespace

void TableReader::begin_row(bool in_header) {
  for (std::size_t column = rows_.empty() ? 0 : rows_.back().cells.size(); column < spanned_.size(); ++column)
    if (spanned_[column] > 0) --spanned_[column];
  rows_.push_back({.in_header = in_header});
}

void TableReader::pass_spanned_columns() {
  std::vector<Cell>& cells = rows_.back().cells;
  while (cells.size() < spanned_.size() && spanned_[cells.size()] > 0 && fillers_ < kMostFillers) {
    --spanned_[cells.size()];
    cells.emplace_back();
    ++fillers_;
  }
}

void TableReader::begin_cell(bool is_header, std::size_t columns, std::size_t rows) {
  if (rows_.empty()) begin_row(false);
  std::vector<Cell>& cells = rows_.back().cells;
  pass_spanned_columns();
  if (cells.size() >= kMostColumns) return;
  const std::size_t end = std::min(cells.size() + std::max<std::size_t>(columns, 1), kMostColumns);
  if (spanned_.size() < end) spanned_.resize(end);
  std::fill(spanned_.begin() + static_cast<std::ptrdiff_t>(cells.size()),
            spanned_.begin() + static_cast<std::ptrdiff_t>(end), rows > 1 ? rows - 1 : 0);
  cells.push_back({.is_header = is_header});
  // The text of a cell over several columns stands in the first of them.
  open_ = cells.size() - 1;
  while (cells.size() < end && fillers_ < kMostFillers) {
    cells.push_back({.is_header = is_header});
    ++fillers_;
  }
}

std::vector<Block>& TableReader::blocks() {
  if (rows_.empty()) return before_;
  std::vector<Cell>& cells = rows_.back().cells;
  if (cells.empty()) return before_;
  return cells[std::min(open_, cells.size() - 1)].blocks;
}

bool TableReader::is_of_data() const {
  const auto is_text = [&](const Block& block) {
    return block.kind == Block::Kind::kParagraph && block.path == path_;
  };
  std::size_t columns = 0;
  std::size_t rows = 0;
  for (const Row& row : rows_) {
    columns = std::max(columns, row.cells.size());
    for (const Cell& cell : row.cells)
      if (!std::ranges::all_of(cell.blocks, is_text)) return false;
    rows += std::ranges::any_of(row.cells, [](const Cell& cell) { return !cell.blocks.empty(); }) ? 1 : 0;
  }
  return columns >= 2 && rows >= 2;
}

// Word processors mark the header of a table by nothing but bold text.
bool TableReader::has_header(const Row& row) const {
  if (row.in_header) return true;
  return std::ranges::all_of(row.cells, [](const Cell& cell) {
    return cell.is_header || (!cell.blocks.empty() && std::ranges::all_of(cell.blocks, is_bold));
  });
}

std::vector<Block> TableReader::in_order() && {
  std::vector<Block> blocks = std::move(before_);
  for (Row& row : rows_)
    for (Cell& cell : row.cells) std::ranges::move(cell.blocks, std::back_inserter(blocks));
  return blocks;
}

std::vector<Block> TableReader::finish() && {
  if (!is_of_data()) return std::move(*this).in_order();
  std::erase_if(rows_, [](const Row& row) {
    return std::ranges::all_of(row.cells, [](const Cell& cell) { return cell.blocks.empty(); });
  });
  Block table{.kind = Block::Kind::kTable, .path = path_, .has_header = has_header(rows_.front())};
  for (Row& row : rows_) {
    std::vector<Runs>& cells = table.rows.emplace_back();
    const bool is_header = table.has_header && table.rows.size() == 1;
    for (Cell& cell : row.cells) cells.push_back(joined(std::move(cell.blocks), is_header));
  }
  std::vector<Block> blocks = std::move(before_);
  blocks.push_back(std::move(table));
  return blocks;
}

}  // namespace depeche::paste
