#include "paste/table_reader.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "base/utf8.h"

namespace depeche::paste {
namespace {

constexpr std::size_t kMaxColumns = 32;    // what is beyond goes into the last
constexpr std::size_t kMaxFillers = 4096;  // so that spans cannot make much of little

bool is_bold_run(const Run& run) {
  return run.style.bold || run.text == "\n";
}

bool is_bold(const Block& block) {
  return std::ranges::all_of(block.runs, is_bold_run);
}

// Whether a cell holds a number, maybe with its unit: "4 000,50 €", "10 %", "9 h", "−3".
bool is_number(const std::vector<Block>& blocks) {
  constexpr std::size_t kMaxLetters = 3;
  constexpr std::u32string_view kSigns =
      U" \n.,:/%+-()'\u00A0\u202F\u2009\u2013\u2212\u20AC\u00A3\u00B0\u2019$";
  std::size_t digits = 0;
  std::size_t letters = 0;
  for (const Block& block : blocks) {
    for (const Run& run : block.runs) {
      if (run.style.image != 0) return false;
      for (std::size_t i = 0; i < run.text.size() && letters <= kMaxLetters;) {
        const Decoded decoded = decode_utf8(run.text, i);
        i += decoded.size;
        if (decoded.code_point >= U'0' && decoded.code_point <= U'9') {
          ++digits;
        } else if (kSigns.find(decoded.code_point) == std::u32string_view::npos) {
          ++letters;
        }
      }
    }
  }
  return digits > 0 && letters <= kMaxLetters;
}

// What an item begins with, where its list is a run of lines in a cell: kramdown's cells hold no lists.
std::string marker_of(const Container& item, std::size_t depth) {
  if (item.kind == Container::Kind::kOrdered) return std::to_string(item.number) + ". ";
  return depth > 1 ? "– " : "• ";
}

// A cell's paragraphs, a line each, those of items behind their marks. `depth` is that of the table.
Runs joined(std::vector<Block> blocks, std::size_t depth, bool loses_bold) {
  Runs runs;
  std::uint32_t last_item = 0;  // items are counted through the whole text
  for (Block& block : blocks) {
    if (!runs.empty()) runs.push_back({"\n", {}});
    if (block.path.size() > depth && block.path.back().item > last_item) {
      last_item = block.path.back().item;
      runs.push_back({marker_of(block.path.back(), block.path.size() - depth), {}});
    }
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
  while (cells.size() < spanned_.size() && spanned_[cells.size()] > 0 && fillers_ < kMaxFillers) {
    --spanned_[cells.size()];
    cells.push_back({.is_filler = true});
    ++fillers_;
  }
}

void TableReader::begin_cell(CellLook look, std::size_t columns, std::size_t rows) {
  if (rows_.empty()) begin_row(false);
  std::vector<Cell>& cells = rows_.back().cells;
  pass_spanned_columns();
  if (cells.size() >= kMaxColumns) return;
  const std::size_t end = std::min(cells.size() + std::max<std::size_t>(columns, 1), kMaxColumns);
  if (spanned_.size() < end) spanned_.resize(end);
  std::fill(spanned_.begin() + static_cast<std::ptrdiff_t>(cells.size()),
            spanned_.begin() + static_cast<std::ptrdiff_t>(end), rows > 1 ? rows - 1 : 0);
  cells.push_back({.look = look});
  // The text of a cell over several columns stands in the first of them.
  open_ = cells.size() - 1;
  while (cells.size() < end && fillers_ < kMaxFillers) {
    cells.push_back({.look = look, .is_filler = true});
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
    if (block.kind != Block::Kind::kParagraph || block.path.size() < path_.size()) return false;
    const auto own = block.path.begin() + static_cast<std::ptrdiff_t>(path_.size());
    return std::equal(block.path.begin(), own, path_.begin()) &&
           std::all_of(own, block.path.end(), [](const Container& container) { return container.is_item(); });
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

// Whether the first row is said to be the header, or looks like one.
bool TableReader::has_header() const {
  return rows_.front().in_header || heads_by_look() || heads_numbers() || heads_with_corner();
}

// Word processors and spreadsheets mark a header by nothing but bold text, or a colour that no other row has.
bool TableReader::heads_by_look() const {
  const auto is_marked = [](const Cell& cell) {
    return cell.look.is_header || (cell.is_filler && cell.is_empty()) ||
           (!cell.is_empty() && std::ranges::all_of(cell.blocks, is_bold));
  };
  const auto is_filled = [](const Row& row) {
    return std::ranges::all_of(row.cells, [](const Cell& cell) { return cell.look.is_filled; });
  };
  if (std::ranges::all_of(rows_.front().cells, is_marked)) return true;
  return is_filled(rows_.front()) && std::none_of(rows_.begin() + 1, rows_.end(), is_filled);
}

// Words above a column of nothing but numbers, in two rows or more.
bool TableReader::heads_numbers() const {
  const std::vector<Cell>& first = rows_.front().cells;
  const auto may_head = [](const Cell& cell) {
    return cell.is_empty() ? cell.is_filler : !is_number(cell.blocks);
  };
  if (rows_.size() < 3 || !std::ranges::all_of(first, may_head)) return false;
  for (std::size_t column = 0; column < first.size(); ++column) {
    const auto has_number = [&](const Row& row) {
      return column < row.cells.size() && is_number(row.cells[column].blocks);
    };
    if (!first[column].is_empty() && std::all_of(rows_.begin() + 1, rows_.end(), has_number)) return true;
  }
  return false;
}

// An empty cell in the corner, and names along both edges.
bool TableReader::heads_with_corner() const {
  const std::vector<Cell>& first = rows_.front().cells;
  const auto has_text = [](const Cell& cell) { return !cell.is_empty(); };
  if (first.size() < 2 || first[0].is_filler || has_text(first[0])) return false;
  return std::all_of(first.begin() + 1, first.end(), has_text) &&
         std::all_of(rows_.begin() + 1, rows_.end(),
                     [&](const Row& row) { return has_text(row.cells.front()); });
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
  Block table{.kind = Block::Kind::kTable, .path = path_, .has_header = has_header()};
  for (Row& row : rows_) {
    std::vector<Runs>& cells = table.rows.emplace_back();
    const bool is_header = table.has_header && table.rows.size() == 1;
    for (Cell& cell : row.cells) cells.push_back(joined(std::move(cell.blocks), path_.size(), is_header));
  }
  std::vector<Block> blocks = std::move(before_);
  blocks.push_back(std::move(table));
  return blocks;
}

}  // namespace depeche::paste
