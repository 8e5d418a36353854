#include "editor/table.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "editor/block.h"
#include "editor/editing.h"
#include "editor/insert_block.h"
#include "editor/movement.h"

namespace depeche::editor {
namespace {

// A line of a table: what is before the first cell, and each cell with the `|` that ends it.
struct Row {
  Span line;  // without its ending
  bool is_separator = false;
  struct Cell {
    Span content;
    bool closed = false;  // by a `|`, right after it
  };
  std::vector<Cell> cells;

  // The cell that holds `offset`; the last one for one beyond.
  std::size_t column_at(Offset offset) const {
    std::size_t column = 0;
    while (column + 1 < cells.size() && offset > cells[column].content.end) ++column;
    return column;
  }
};

Row read_row(const Text& text, std::uint32_t number) {
  const Line line(text, LineNumber{number});
  Row row{line.span, false, {}};
  const std::string_view bytes = line.bytes;
  std::size_t at = std::min(bytes.find_first_not_of(" \t", line.prefix.quotes.end), bytes.size());
  if (at < bytes.size() && bytes[at] == '|') ++at;
  row.is_separator = bytes.find('-', at) != std::string_view::npos &&
                     bytes.find_first_not_of("|-:+= \t", at) == std::string_view::npos;
  const std::size_t end = bytes.find_last_not_of(" \t") + 1;
  const char* signs = row.is_separator ? "|+" : "|";
  std::size_t begin = at;
  const auto here = [&](std::size_t offset) { return row.line.begin + static_cast<Offset>(offset); };
  while (at < end) {
    if (bytes[at] == '\\') {
      at += 2;
    } else if (bytes[at] == '`') {
      const std::size_t closer = bytes.find('`', at + 1);
      at = closer == std::string_view::npos ? at + 1 : closer + 1;
    } else if (std::string_view(signs).find(bytes[at]) != std::string_view::npos) {
      row.cells.push_back({{here(begin), here(at)}, true});
      begin = ++at;
    } else {
      ++at;
    }
  }
  if (begin < end || row.cells.empty())
    row.cells.push_back({{here(begin), here(std::max(begin, end))}, false});
  return row;
}

std::vector<Row> read_rows(const Text& text, Span table) {
  std::vector<Row> rows;
  const auto last =
      static_cast<std::uint32_t>(text.line_at(table.end > table.begin ? table.end - 1 : table.begin));
  for (auto number = static_cast<std::uint32_t>(text.line_at(table.begin)); number <= last; ++number) {
    const Line line(text, LineNumber{number});
    if (line.blank() || line.bytes.find('|') == std::string_view::npos) continue;  // an attribute list
    rows.push_back(read_row(text, number));
  }
  return rows;
}

std::size_t index_at(const std::vector<Row>& rows, Offset offset) {
  std::size_t index = 0;
  while (index + 1 < rows.size() && rows[index + 1].line.begin <= offset) ++index;
  return index;
}

// "|  |  |", as many as the widest row has.
std::string empty_row(const std::vector<Row>& rows) {
  std::size_t columns = 0;
  for (const Row& row : rows) columns = std::max(columns, row.cells.size());
  std::string text = "|";
  for (std::size_t i = 0; i < columns; ++i) text += "  |";
  return text;
}

// In the order in which they are read; not those of the line below the head.
std::vector<Span> cells_of(const std::vector<Row>& rows) {
  std::vector<Span> cells;
  for (const Row& row : rows) {
    if (row.is_separator) continue;
    for (const Row::Cell& cell : row.cells) cells.push_back(cell.content);
  }
  return cells;
}

// Behind what a cell holds; in an empty one behind a blank.
Offset caret_in(const Text& text, Span cell) {
  const std::string_view bytes = text.bytes(cell);
  const std::size_t last = bytes.find_last_not_of(" \t");
  if (last != std::string_view::npos) return cell.begin + static_cast<Offset>(last) + 1;
  return cell.begin + (cell.size() > 1 ? 1 : 0);
}

Offset line_after(const Text& text, Offset offset) {
  const Span line = text.line_with_ending(text.line_at(offset));
  return line.end;
}

}  // namespace

std::optional<Transaction> go_to_next_cell(const EditorState& state, Span table) {
  const std::vector<Row> rows = read_rows(state.text, table);
  if (rows.empty()) return std::nullopt;
  const std::vector<Span> cells = cells_of(rows);
  const auto next =
      std::find_if(cells.begin(), cells.end(), [&](Span cell) { return cell.begin > state.selection.head; });
  if (next != cells.end()) return place_caret(state, caret_in(state.text, *next));
  return place_caret(state, line_after(state.text, std::max(rows.back().line.end, table.end - 1)));
}

std::optional<Transaction> go_to_previous_cell(const EditorState& state, Span table) {
  const std::vector<Span> cells = cells_of(read_rows(state.text, table));
  const auto previous =
      std::find_if(cells.rbegin(), cells.rend(), [&](Span cell) { return cell.end < state.selection.head; });
  if (previous == cells.rend()) return std::nullopt;
  return place_caret(state, caret_in(state.text, *previous));
}

std::optional<Transaction> insert_table(const EditorState& state, std::size_t rows, std::size_t columns) {
  rows = std::clamp<std::size_t>(rows, 1, kMaxTableRows);
  columns = std::clamp<std::size_t>(columns, 1, kMaxTableColumns);
  std::string cells = "|";
  std::string line = "|";
  for (std::size_t i = 0; i < columns; ++i) {
    cells += "  |";
    line += "---|";
  }
  std::string table = cells + "\n" + line;
  for (std::size_t i = 0; i < rows; ++i) table += "\n" + cells;
  return insert_block(state, table, Selection::caret(2));
}

std::optional<Transaction> add_row(const EditorState& state, Span table) {
  const std::vector<Row> rows = read_rows(state.text, table);
  if (rows.empty()) return std::nullopt;
  std::size_t above = index_at(rows, state.selection.head);
  if (above + 1 < rows.size() && rows[above + 1].is_separator) ++above;
  const Span line = rows[above].line;
  const Line read(state.text, state.text.line_at(line.begin));
  const std::string start =
      std::string(state.text.line_ending()).append(read.bytes.substr(0, read.prefix.indentation.end));
  auto transaction = replace(state, {{{line.end, line.end}, start + empty_row(rows)}});
  if (transaction)
    transaction->selection = Selection::caret(line.end + static_cast<Offset>(start.size()) + 2);
  return transaction;
}

std::optional<Transaction> add_column(const EditorState& state, Span table) {
  const std::vector<Row> rows = read_rows(state.text, table);
  if (rows.empty()) return std::nullopt;
  const Row& here = rows[index_at(rows, state.selection.head)];
  const std::size_t column = here.column_at(state.selection.head);
  std::vector<Replacement> edits;
  Offset caret = 0;
  for (const Row& row : rows) {
    const Row::Cell& cell = row.cells[std::min(column, row.cells.size() - 1)];
    const Offset place = cell.content.end + (cell.closed ? 1 : 0);
    std::string text = row.is_separator ? "---" : "  ";
    text = cell.closed ? text + "|" : "|" + text;
    if (&row == &here) caret = place + (cell.closed ? 1 : 2);
    edits.push_back({{place, place}, std::move(text)});
  }
  auto transaction = replace(state, edits);
  if (!transaction) return std::nullopt;
  Offset shift = 0;  // what the rows above grew by
  for (const Replacement& edit : edits) {
    if (edit.span.begin < here.line.begin) shift += static_cast<Offset>(edit.text.size());
  }
  transaction->selection = Selection::caret(caret + shift);
  return transaction;
}

std::optional<Transaction> remove_row(const EditorState& state, Span table) {
  const std::vector<Row> rows = read_rows(state.text, table);
  if (rows.empty()) return std::nullopt;
  const std::size_t index = index_at(rows, state.selection.head);
  const bool is_head = index + 1 < rows.size() && rows[index + 1].is_separator;
  if (is_head || rows[index].is_separator || rows.size() < 2) return std::nullopt;
  Span gone = state.text.line_with_ending(state.text.line_at(rows[index].line.begin));
  if (gone.end == rows[index].line.end && index > 0) gone.begin = rows[index - 1].line.end;  // the last line
  return replace(state, {{gone, ""}});
}

std::optional<Transaction> remove_column(const EditorState& state, Span table) {
  const std::vector<Row> rows = read_rows(state.text, table);
  if (rows.empty()) return std::nullopt;
  const std::size_t column = rows[index_at(rows, state.selection.head)].column_at(state.selection.head);
  std::vector<Replacement> edits;
  for (const Row& row : rows) {
    if (column >= row.cells.size()) continue;
    if (row.cells.size() < 2) return std::nullopt;
    Span gone = row.cells[column].content;
    if (row.cells[column].closed) {
      ++gone.end;
    } else {
      gone.begin = row.cells[column - 1].content.end;
    }
    edits.push_back({gone, ""});
  }
  return replace(state, std::move(edits));
}

}  // namespace depeche::editor
