// Where blocks begin and end.
#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "markdown/commonmark/tree_maker.h"

namespace depeche::markdown::commonmark {

void TreeMaker::open_block(const Event& event) {
  switch (event.kind) {
    case Kind::kDocument:
      open_.push_back({.kind = Kind::kDocument, .node = 0});
      break;
    case Kind::kBlockQuote:
      seek_block();
      push(event.kind, cursor_, event.details);
      if (scanner_.at(cursor_) == '>') ++cursor_;
      ++quotes_;
      break;
    case Kind::kUnorderedList:
    case Kind::kOrderedList:
      open_list(event);
      break;
    case Kind::kListItem:
      open_list_item(event);
      break;
    case Kind::kHeading:
      open_heading(event);
      break;
    case Kind::kCodeBlock:
      open_code_block(event);
      break;
    case Kind::kTableCell:
      open_table_cell(event);
      break;
    case Kind::kThematicBreak:
      seek_block();
      push(event.kind, cursor_, event.details);
      cursor_ = scanner_.trim_blanks(cursor_, scanner_.line_end(cursor_));
      break;
    default:
      seek_block();
      push(event.kind, cursor_, event.details).content_begin = cursor_;
  }
}

void TreeMaker::open_list(const Event& event) {
  seek_block();
  const NodeId node = push(event.kind, cursor_, event.details).node;
  const unsigned start = details_of(event.details).start;
  if (node != kNoNode && start != 1) builder_.add_attribute(node, {"start", std::to_string(start), {}});
}

void TreeMaker::open_list_item(const Event& event) {
  seek_block();
  OpenNode& item = push(event.kind, cursor_, event.details);
  while (is_digit(scanner_.at(cursor_))) ++cursor_;
  if (!scanner_.at_end_or_newline(cursor_)) ++cursor_;
  item.content_column = content_column();
  const EventDetails& details = details_of(event.details);
  if (!details.is_task) return;
  const NodeId marker = builder_.add(Kind::kTaskMarker, event.source);
  builder_.set_checked(marker, details.is_checked);
  cursor_ = event.source.end;
}

// After an item's mark: the column that its other blocks stand in.
unsigned TreeMaker::content_column() const {
  if (is_too_deep()) return 0xFFFFFFFF;
  const Offset content = scanner_.skip_blanks(cursor_);
  const unsigned after_mark = scanner_.column(cursor_);
  const unsigned at_content = scanner_.column(content);
  const bool is_far = scanner_.at_end_or_newline(content) || at_content - after_mark > 4;
  return is_far ? after_mark + 1 : at_content;
}

void TreeMaker::open_heading(const Event& event) {
  seek_block();
  OpenNode& heading = push(event.kind, cursor_, event.details);
  builder_.set_level(heading.node, details_of(event.details).level);
  const Offset after_marks = scanner_.skip(cursor_, '#');
  const bool is_apart = scanner_.at_end_or_newline(after_marks) || scanner_.at(after_marks) == ' ' ||
                        scanner_.at(after_marks) == '\t';
  heading.is_atx = after_marks > cursor_ && is_apart;
  if (heading.is_atx) cursor_ = scanner_.skip_blanks(after_marks);
  heading.content_begin = cursor_;
}

void TreeMaker::open_code_block(const Event& event) {
  seek_block();
  const EventDetails& details = details_of(event.details);
  OpenNode& block = push(event.kind, cursor_, event.details);
  if (details.is_fenced) {
    block.mark_size = scanner_.skip(cursor_, scanner_.at(cursor_)) - cursor_;
    const Offset info = scanner_.skip_blanks(cursor_ + block.mark_size);
    const Offset info_end = scanner_.trim_blanks(info, scanner_.line_end(info));
    if (!details.text.empty())
      builder_.add_attribute(block.node, {"class", "language-" + details.text, {info, info_end}});
    cursor_ = scanner_.next_line(cursor_);
  }
  block.content_begin = cursor_;
}

void TreeMaker::open_table_cell(const Event& event) {
  cursor_ = scanner_.skip_blanks(cursor_);
  while (scanner_.at(cursor_) == '|') ++cursor_;
  cursor_ = scanner_.skip_blanks(cursor_);
  const NodeId node = push(event.kind, cursor_, event.details).node;
  builder_.set_alignment(node, details_of(event.details).alignment);
  in_cell_ = true;
}

void TreeMaker::close_block() {
  const OpenNode open = open_.back();
  switch (open.kind) {
    case Kind::kDocument:
      take_rest_of_container(open.kind);
      open_.pop_back();
      return;
    case Kind::kBlockQuote:
      take_rest_of_container(open.kind);
      --quotes_;
      break;
    case Kind::kListItem:
      take_rest_of_container(open.kind);
      break;
    case Kind::kHeading:
      close_heading(open);
      break;
    case Kind::kCodeBlock:
      close_code_block(open);
      return;
    case Kind::kHtmlRaw:
      cursor_ = scanner_.trim_newline(open.content_begin, cursor_);
      break;
    case Kind::kTableCell:
      in_cell_ = false;
      break;
    case Kind::kTableHead: {
      check_head(open);
      const Offset line = scanner_.next_line(cursor_);
      pop(cursor_);
      cursor_ = scanner_.trim_blanks(line, scanner_.line_end(line));
      return;
    }
    case Kind::kTableRow:
      cursor_ = scanner_.trim_blanks(cursor_, scanner_.line_end(cursor_));
      break;
    default:
      break;
  }
  pop(cursor_);
}

// md4c takes a row of any width for the head of a table; GFM wants that of the delimiter row.
void TreeMaker::check_head(const OpenNode& head) {
  const Offset delimiters = scanner_.skip_quote_marks(scanner_.next_line(cursor_), quotes_).end;
  if (scanner_.count_cells(head.content_begin) != scanner_.count_cells(delimiters))
    false_tables_.push_back(delimiters - body_begin_);
}

void TreeMaker::close_heading(const OpenNode& heading) {
  builder_.set_content(heading.node, {heading.content_begin, cursor_});
  if (!heading.is_atx) cursor_ = next_content();  // the underline
  cursor_ = scanner_.trim_blanks(scanner_.line_start(cursor_), scanner_.line_end(cursor_));
}

void TreeMaker::close_code_block(const OpenNode& block) {
  const Offset content_end =
      std::max(scanner_.trim_newline(block.content_begin, cursor_), block.content_begin);
  builder_.set_content(block.node, {block.content_begin, content_end});
  Offset end = scanner_.trim_newline(0, cursor_);
  if (const auto fence_end = closing_fence(block)) end = *fence_end;
  cursor_ = end;
  pop(end);
}

// After a fenced block's text: the end of the fence that closes it.
std::optional<Offset> TreeMaker::closing_fence(const OpenNode& block) const {
  if (block.mark_size == 0) return std::nullopt;
  const auto begin = content_inside(cursor_);
  if (!begin) return std::nullopt;
  const char mark = scanner_.at(*begin);
  const Offset end = scanner_.skip(*begin, mark);
  if ((mark != '`' && mark != '~') || end - *begin < block.mark_size) return std::nullopt;
  if (!scanner_.at_end_or_newline(scanner_.skip_blanks(end))) return std::nullopt;
  return end;
}

void TreeMaker::open_implicit_paragraph() {
  if (open_.empty() || open_.back().kind != Kind::kListItem) return;
  seek_block();
  OpenNode& paragraph = push(Kind::kParagraph, cursor_, kNoDetails);
  paragraph.is_implicit = true;
  builder_.set_tight(paragraph.node, true);
}

void TreeMaker::close_implicit_paragraph() {
  if (!open_.empty() && open_.back().is_implicit) pop(cursor_);
}

}  // namespace depeche::markdown::commonmark
