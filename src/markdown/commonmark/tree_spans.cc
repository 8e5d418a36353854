// Where spans begin and end, and what links lead to.
#include <algorithm>
#include <utility>

#include "markdown/commonmark/tree_maker.h"

namespace depeche::markdown::commonmark {

// After a line's end, the next construct stands behind the marks of the quotes around.
void TreeMaker::leave_line_start() {
  if (!std::exchange(at_line_start_, false)) return;
  cursor_ = scanner_.skip_quote_marks(cursor_, quotes_).end;
}

void TreeMaker::open_span(const Event& event) {
  leave_line_start();
  const EventDetails& details = details_of(event.details);
  OpenNode& span = push(event.kind, cursor_, event.details);
  if (event.kind == Kind::kImage) ++images_;
  span.mark_size = opening_mark_size(event.kind, details);
  cursor_ = std::min(cursor_ + span.mark_size, scanner_.end());
  span.content_begin = cursor_;
}

Offset TreeMaker::opening_mark_size(Kind kind, const EventDetails& details) const {
  switch (kind) {
    case Kind::kStrong:
    case Kind::kImage:
      return 2;
    case Kind::kCodeSpan:
    case Kind::kStrikethrough:
      return scanner_.skip(cursor_, scanner_.at(cursor_)) - cursor_;
    case Kind::kLink:
      return details.is_autolink && scanner_.at(cursor_) != '<' ? 0 : 1;
    default:
      return 1;
  }
}

void TreeMaker::close_span() {
  const OpenNode span = open_.back();
  if (span.kind == Kind::kCodeSpan) return close_code_span(span);
  flush_text();
  leave_line_start();
  const Span content{span.content_begin, cursor_};
  if (span.kind == Kind::kLink || span.kind == Kind::kImage) {
    close_link(span);
  } else {
    cursor_ = std::min(cursor_ + span.mark_size, scanner_.end());
  }
  if (span.node != kNoNode) builder_.set_content(span.node, content);
  pop(cursor_);
}

void TreeMaker::close_code_span(const OpenNode& span) {
  leave_line_start();
  const Span content{span.content_begin, cursor_};
  PendingText text = std::exchange(pending_, std::nullopt).value_or(PendingText{.span = content});
  if (in_cell_) unescape_pipes(text);
  if (span.node != kNoNode) {
    builder_.set_content(span.node, text.span);
    set_text(span.node, text);
  } else if (in_image()) {
    alternative_text_ += text.is_source ? text.span.of(source_) : std::string_view(text.copy);
  }
  while (cursor_ < scanner_.end() && scanner_.at(cursor_) != '`') {  // blanks, perhaps a line's end
    const bool ends_line = scanner_.at_newline(cursor_);
    cursor_ = ends_line ? scanner_.skip_quote_marks(scanner_.next_line(cursor_), quotes_).end : cursor_ + 1;
  }
  cursor_ = std::min(cursor_ + span.mark_size, scanner_.end());
  pop(cursor_);
}

// In a table, `\|` is a pipe even in code.
void TreeMaker::unescape_pipes(PendingText& text) const {
  const std::string written(text.is_source ? text.span.of(source_) : std::string_view(text.copy));
  if (written.find("\\|") == std::string::npos) return;
  text.is_source = false;
  text.copy.clear();
  for (std::size_t i = 0; i < written.size(); ++i)
    if (written.compare(i, 2, "\\|") != 0) text.copy += written[i];
}

void TreeMaker::close_link(const OpenNode& span) {
  const EventDetails& details = details_of(span.details);
  LinkTarget place;
  if (details.is_autolink) {
    cursor_ += span.mark_size;
  } else {
    place = link_tail(details);
    cursor_ = place.end;
  }
  if (span.kind == Kind::kImage) --images_;
  if (span.node == kNoNode) return;
  const bool is_image = span.kind == Kind::kImage;
  builder_.add_attribute(span.node, {is_image ? "src" : "href", details.text, place.target});
  if (is_image) builder_.add_attribute(span.node, {"alt", std::exchange(alternative_text_, {}), {}});
  if (details.has_title) builder_.add_attribute(span.node, {"title", details.title, place.title});
}

// From the ']' at the cursor: `](target "title")`, `][label]`, `][]`, or `]` alone.
LinkTarget TreeMaker::link_tail(const EventDetails& details) const {
  LinkTarget tail;
  tail.end = scanner_.at(cursor_) == ']' ? cursor_ + 1 : cursor_;
  if (scanner_.at(tail.end) == '(') {
    const auto known = details.target.empty() ? std::nullopt : std::optional(details.target);
    if (const auto target = scanner_.inline_target(tail.end, quotes_, known)) return *target;
  }
  if (scanner_.at(tail.end) != '[') return tail;
  if (scanner_.at(tail.end + 1) == ']') {
    tail.end += 2;
  } else if (const auto label = scanner_.label(tail.end)) {
    tail.end = label->end;
  }
  return tail;
}

}  // namespace depeche::markdown::commonmark
