// Tables: lines with pipes between two block boundaries.
//
// A line counts when it has a pipe that is neither escaped nor inside of code or an HTML element; a cell's
// text ends at a pipe that is neither escaped nor inside of code.
#include <algorithm>
#include <utility>

#include "html/elements.h"
#include "markdown/kramdown/block_parser.h"
#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/code_span.h"
#include "markdown/kramdown/html_elements.h"

namespace depeche::markdown::kramdown {

struct TableCell {
  Range text;
  std::vector<PassageOffset> dropped;  // backslashes before pipes
};

// What stands in a table's lines.
struct TableGrid {
  struct Row {
    Range line;
    std::vector<TableCell> cells;
  };
  struct Group {
    Range span() const { return {rows.front().line.begin, rows.back().line.end}; }

    Kind kind;
    std::vector<Row> rows;  // at least one
  };

  bool has_body() const {
    return std::any_of(groups.begin(), groups.end(),
                       [](const Group& group) { return group.kind == Kind::kTableBody; });
  }

  std::vector<Group> groups;
  std::vector<Alignment> alignments;  // of the first columns
  std::size_t columns = 0;            // of the widest row
};

namespace {

constexpr std::size_t kFillersPerByte = 4;

// A pipe at the beginning, or behind anything but a backslash.
bool has_pipe(std::string_view line) {
  for (std::size_t at = line.find('|'); at != line.npos; at = line.find('|', at + 1)) {
    if (at == 0 || line[at - 1] != '\\') return true;
  }
  return false;
}

// A line of `|`, `+`, `:`, white space, and at least one `mark`.
bool is_separator(std::string_view line, char mark) {
  bool found = false;
  for (char c : line) {
    if (c == mark) {
      found = true;
    } else if (c != '|' && c != '+' && c != ':' && !is_blank(c)) {
      return false;
    }
  }
  return found;
}

std::vector<Alignment> alignments(std::string_view separator) {
  std::vector<Alignment> out;
  std::size_t taken = 0;  // a colon belongs to the column before, if it can
  for (std::size_t at = separator.find('-'); at != separator.npos; at = separator.find('-', at)) {
    const bool left = at > taken && separator[at - 1] == ':';
    while (at < separator.size() && separator[at] == '-') ++at;
    const bool right = at < separator.size() && separator[at] == ':';
    if (right) ++at;
    taken = at;
    out.push_back(left && right ? Alignment::kCenter
                  : left        ? Alignment::kLeft
                  : right       ? Alignment::kRight
                                : Alignment::kNone);
  }
  return out;
}

// Splits text without <code> elements into cells, the first of which goes on with the last of `cells`.
void split_cells(std::string_view text, Range part, std::vector<TableCell>& cells) {
  if (cells.empty()) cells.push_back({{part.begin, part.begin}, {}});
  CodeSpanScanner code(text.substr(0, part.end), part.begin);
  for (PassageOffset at = part.begin; at < part.end;) {
    const char c = text[at];
    if (c == '`') {
      at = code.scan(at).end;
    } else if (c == '|' && at > part.begin && text[at - 1] == '\\') {
      cells.back().dropped.push_back(at - 1);
      ++at;
    } else if (c == '|') {
      cells.back().text.end = at++;
      cells.push_back({{at, at}, {}});
    } else {
      ++at;
    }
  }
  cells.back().text.end = part.end;
}

std::vector<TableCell> split_row(std::string_view text, Range row) {
  std::vector<TableCell> cells;
  PassageOffset at = row.begin;
  const std::string_view line = text.substr(0, row.end);
  bool may_hold_code = line.find("<code", at) != line.npos;
  while (may_hold_code) {
    const std::size_t open = line.find("<code", at);
    const std::size_t open_end = open == line.npos ? open : line.find('>', open);
    const std::size_t close = open_end == line.npos ? open_end : line.find("</code>", open_end + 1);
    if (close == line.npos) break;
    split_cells(text, {at, PassageOffset(open)}, cells);
    at = PassageOffset(close) + 7;
    cells.back().text.end = at;
  }
  split_cells(text, {at, row.end}, cells);
  return cells;
}

// kramdown's question whether every line has a pipe of its own, asked of the text, code and elements on the
// lines.
class PipeCheck {
 public:
  // Of the lines from `begin` to the end of the text.
  PipeCheck(std::string_view text, PassageOffset begin) : text_(text), begin_(begin), code_(text, begin) {}

  bool passes() {
    const auto end = PassageOffset(text_.size());
    PassageOffset text_begin = begin_;
    for (PassageOffset at = begin_; at < end && !is_done_;) {
      if (text_[at] == '`') {
        const CodeSpanScanner::Found found = code_.scan(at);
        if (found.is_code) {
          add_text({text_begin, at});
          add_code(text_.substr(found.content.begin, found.content.size()));
          text_begin = found.end;
        }
        at = found.end;
      } else if (text_[at] == '<') {
        const PassageOffset behind = skip_element(at);
        if (behind > at + 1) {
          add_text({text_begin, at});
          text_begin = behind;
        }
        at = behind;
      } else {
        ++at;
      }
    }
    add_text({text_begin, end});
    return pipe_on_line_;
  }

 private:
  static std::vector<std::string_view> lines_of(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      lines.push_back(text.substr(0, end));
      if (end == text.npos) break;
      text.remove_prefix(end + 1);
    }
    while (!lines.empty() && lines.back().empty()) lines.pop_back();
    return lines;
  }

  void add_text(Range range) {
    if (range.empty() || is_done_) return;
    const auto lines = lines_of(text_.substr(range.begin, range.size()));
    if (lines.empty()) return;
    if (lines.size() > 1 && !pipe_on_line_ && !has_pipe(lines.front())) {
      is_done_ = true;
      return;
    }
    if (lines.size() > 1) {
      // Each whole line between must have one, too; kramdown asks only of the last, and of the first.
      pipe_on_line_ = false;
    }
    pipe_on_line_ = pipe_on_line_ || has_pipe(lines.back());
  }

  void add_code(std::string_view content) {
    if (is_done_) return;
    const auto lines = lines_of(content);
    if (lines.size() > 2 || (lines.size() == 2 && !pipe_on_line_)) {
      is_done_ = true;
    } else if (lines.size() == 2) {
      pipe_on_line_ = false;
    }
  }

  // Behind the span element, comment or tag that begins at `at`; at + 1 if none does.
  PassageOffset skip_element(PassageOffset at) {
    if (text_.substr(at, 4) == "<!--") {
      const std::size_t close = may_end_comment_ ? text_.find("-->", at + 4) : text_.npos;
      may_end_comment_ = close != text_.npos;
      return may_end_comment_ ? PassageOffset(close) + 3 : at + 1;
    }
    const auto tag = scan_start_tag(text_, at);
    if (!tag) return at + 1;
    if (is_block_element(tag->name)) return at + 1;
    if (tag->is_closed || html::is_any(tag->name, html::kVoid)) return tag->end;
    std::vector<std::string_view> open{tag->name};
    for (PassageOffset next = tag->end; next < text_.size();) {
      if (text_[next] == '`') {
        next = code_.scan(next).end;
      } else if (text_[next] != '<') {
        ++next;
      } else if (const auto end_tag = scan_end_tag(text_, next); end_tag && end_tag->name == open.back()) {
        next = end_tag->end;
        open.pop_back();
        if (open.empty()) return next;
      } else if (const auto inner = scan_start_tag(text_, next); inner && !inner->is_closed &&
                                                                 is_span_element(inner->name) &&
                                                                 !html::is_any(inner->name, html::kVoid)) {
        next = inner->end;
        open.push_back(inner->name);
      } else {
        ++next;
      }
    }
    return PassageOffset(text_.size());
  }

  std::string_view text_;
  PassageOffset begin_;
  CodeSpanScanner code_;
  bool may_end_comment_ = true;
  bool pipe_on_line_ = false;
  bool is_done_ = false;
};

std::string_view line_text(const Lines& lines, PassageOffset line) {
  return lines.text().substr(line, lines.next(line) - 1 - line);
}

// Reads a table's lines into groups of rows: lines of `-` and `=` end them.
class GridReader {
 public:
  GridReader(const Lines& lines, Range table)
      : lines_(lines),
        table_(table),
        leading_pipe_(lines.at(lines.skip_space(table.begin, table.end)) == '|') {}

  TableGrid read() && {
    for (PassageOffset line = table_.begin; line < table_.end; line = lines_.next(line)) read_line(line);
    end_group(has_footer_ ? Kind::kTableFoot : Kind::kTableBody);
    return std::move(grid_);
  }

 private:
  void read_line(PassageOffset line) {
    const std::string_view text = line_text(lines_, line);
    if (is_separator(text, '-')) {
      read_rule(text);
    } else if (is_separator(text, '=')) {
      end_group(Kind::kTableBody);
      has_footer_ = true;
    } else {
      read_row(line);
    }
  }

  void read_rule(std::string_view text) {
    if (rows_.empty() || has_footer_) return;
    end_group(has_head_ ? Kind::kTableBody : Kind::kTableHead);
    if (!has_head_) grid_.alignments = alignments(text);
    has_head_ = true;
  }

  void read_row(PassageOffset line) {
    const PassageOffset next = lines_.next(line);
    PassageOffset end = next - 1;
    while (end > line && is_blank(lines_.at(end - 1))) --end;
    TableGrid::Row row{{line, next}, split_row(lines_.text(), {line, end})};
    const auto is_empty = [&](const TableCell& cell) { return lines_.trim(cell.text).empty(); };
    if (leading_pipe_ && is_empty(row.cells.front())) row.cells.erase(row.cells.begin());
    if (!row.cells.empty() && is_empty(row.cells.back())) row.cells.pop_back();
    grid_.columns = std::max(grid_.columns, row.cells.size());
    rows_.push_back(std::move(row));
  }

  void end_group(Kind kind) {
    if (!rows_.empty()) grid_.groups.push_back({kind, std::exchange(rows_, {})});
  }

  const Lines& lines_;
  Range table_;
  bool leading_pipe_;
  bool has_head_ = false;
  bool has_footer_ = false;
  std::vector<TableGrid::Row> rows_;  // of the group at hand
  TableGrid grid_;
};

}  // namespace

bool BlockParser::read_table() {
  const Lines& lines = cursor_.lines;
  const std::string_view text = lines.text();
  const PassageOffset begin = cursor_.at;
  if (is_space(lines.at(lines.skip_spaces(begin))) || !has_pipe(line_text(lines, begin)) || !after_boundary())
    return false;
  // From here on kramdown has made a table, and what it turns down takes the waiting attributes along.
  const auto turn_down = [&] {
    cursor_.at = begin;
    cursor_.pending = {};
    cursor_.has_pending = false;
    return false;
  };
  PassageOffset end = begin;
  while (end < cursor_.end && has_pipe(line_text(lines, end))) end = lines.next(end);
  cursor_.at = end;
  const bool is_bounded = before_boundary();
  if (!is_bounded || !PipeCheck(text.substr(0, end - 1), begin).passes()) return turn_down();

  const TableGrid grid = GridReader(lines, {begin, end}).read();
  if (!grid.has_body()) return turn_down();
  add_table(grid, {begin, end});
  cursor_.at = end;
  return true;
}

void BlockParser::add_table(const TableGrid& grid, Range span) {
  // Short rows are filled up; bounded, since a wide row and many short ones would take quadratic space.
  std::size_t fillers_left = kFillersPerByte * (span.end - span.begin);
  const BlockId table = add_block(Kind::kTable, span);
  for (const TableGrid::Group& group : grid.groups) {
    const BlockId group_id = make_block(group.kind, group.span());
    append(table, group_id);
    for (const TableGrid::Row& row : group.rows) {
      const BlockId row_id = make_block(Kind::kTableRow, row.line);
      append(group_id, row_id);
      const std::size_t missing = std::min(grid.columns - row.cells.size(), fillers_left);
      fillers_left -= missing;
      const PassageOffset line_end = row.line.end - 1;
      for (const TableCell& cell : row.cells) add_table_cell(row_id, cell);
      for (std::size_t i = 0; i < missing; ++i) add_table_cell(row_id, {{line_end, line_end}, {}});
      const auto& cells = block(row_id).children;
      for (std::size_t column = 0; column < std::min(cells.size(), grid.alignments.size()); ++column)
        block(cells[column]).detail = static_cast<std::uint8_t>(grid.alignments[column]);
    }
  }
}

void BlockParser::add_table_cell(BlockId row, const TableCell& cell) {
  const Passage& passage = *cursor_.passage;
  const Range trimmed = cursor_.lines.trim(cell.text);
  const BlockId id = make_block(Kind::kTableCell, trimmed);
  append(row, id);
  if (cell.dropped.empty()) return set_text(id, passage, trimmed, TextUse::kSpans);

  Passage& unescaped = new_passage();
  PassageOffset copied = trimmed.begin;
  for (PassageOffset backslash : cell.dropped) {
    unescaped.append(passage, {copied, backslash});
    copied = backslash + 1;
  }
  unescaped.append(passage, {copied, trimmed.end});
  set_text(id, unescaped, unescaped.all(), TextUse::kSpans);
}

}  // namespace depeche::markdown::kramdown
