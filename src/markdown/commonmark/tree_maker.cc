#include "markdown/commonmark/tree_maker.h"

#include <algorithm>
#include <utility>

namespace depeche::markdown::commonmark {

TreeMaker::TreeMaker(const Text& text, Span body, const Events& events)
    : source_(text.bytes()),
      body_begin_(body.begin),
      scanner_(source_, body),
      builder_(text, body),
      events_(events),
      cursor_(body.begin) {}

MadeTree TreeMaker::make() {
  for (index_ = 0; index_ < events_.events.size(); ++index_) take(events_.events[index_]);
  flush_text();
  return {std::move(builder_).finish(), std::move(false_tables_)};
}

void TreeMaker::take(const Event& event) {
  switch (event.type) {
    case Event::Type::kOpenBlock:
      flush_text();
      close_implicit_paragraph();
      open_block(event);
      break;
    case Event::Type::kCloseBlock:
      trim_end_of_text(event.kind);
      flush_text();
      close_implicit_paragraph();
      close_block();
      break;
    case Event::Type::kOpenSpan:
      flush_text();
      open_implicit_paragraph();
      open_span(event);
      break;
    case Event::Type::kCloseSpan:
      close_span();
      break;
    case Event::Type::kText:
      open_implicit_paragraph();
      take_text(event);
      break;
    case Event::Type::kNewline:
      open_implicit_paragraph();
      take_newline(event.kind);
      break;
    case Event::Type::kIndentation:
      append_copy(event.kind, {cursor_, cursor_}, std::string(event.size, ' '));
      break;
    case Event::Type::kNul:
      open_implicit_paragraph();
      append_copy(text_kind(), {cursor_, cursor_ + 1}, "\xEF\xBF\xBD");
      cursor_ += 1;
      break;
  }
}

const EventDetails& TreeMaker::details_of(std::uint32_t index) const {
  static const EventDetails kNone;
  return index == kNoDetails ? kNone : events_.details[index];
}

// Where the next text stands that says so; the end of the body when none does.
Offset TreeMaker::next_text() {
  next_text_index_ = std::max(next_text_index_, index_);
  while (next_text_index_ < events_.events.size() &&
         events_.events[next_text_index_].type != Event::Type::kText)
    ++next_text_index_;
  return next_text_index_ < events_.events.size() ? events_.events[next_text_index_].source.begin
                                                  : scanner_.end();
}

bool TreeMaker::is_deep_kind(Kind kind) const {
  switch (kind) {
    case Kind::kBlockQuote:
    case Kind::kUnorderedList:
    case Kind::kOrderedList:
    case Kind::kListItem:
    case Kind::kEmphasis:
    case Kind::kStrong:
    case Kind::kStrikethrough:
    case Kind::kLink:
      return true;
    default:
      return false;
  }
}

TreeMaker::OpenNode& TreeMaker::push(Kind kind, Offset begin, std::uint32_t details) {
  OpenNode open{.kind = kind, .details = details};
  const bool is_dropped = in_image() || (is_deep_kind(kind) && builder_.depth() >= kDeepestNode);
  if (!is_dropped) open.node = builder_.open(kind, begin);
  open_.push_back(open);
  return open_.back();
}

void TreeMaker::pop(Offset end) {
  if (open_.back().node != kNoNode) builder_.close(end);
  open_.pop_back();
}

// The first character of the next block: past white space, and the marks of the quotes around at line
// starts.
Offset TreeMaker::next_content() const {
  Offset offset = scanner_.skip_blanks(cursor_);
  while (offset < scanner_.end() && scanner_.at_newline(offset))
    offset = scanner_.skip_quote_marks(scanner_.next_line(offset), quotes_).end;
  return offset;
}

// Whether the line at `line_start` has all marks and the indentation of the containers around; its
// content's offset.
std::optional<Offset> TreeMaker::content_inside(Offset line_start) const {
  const SourceScanner::QuoteMarks marks = scanner_.skip_quote_marks(line_start, quotes_);
  if (marks.count < quotes_) return std::nullopt;
  for (auto open = open_.rbegin(); open != open_.rend() && open->kind != Kind::kBlockQuote; ++open) {
    if (open->kind != Kind::kListItem) continue;
    if (scanner_.column(marks.end) < open->content_column) return std::nullopt;
    break;
  }
  return marks.end;
}

// At a link definition of which md4c has swallowed every trace.
std::optional<LinkDefinition> TreeMaker::definition_at(Offset offset) {
  if (scanner_.at(offset) != '[' || offset == no_definition_at_) return std::nullopt;
  auto definition = scanner_.definition(offset, quotes_);
  if (definition && definition->target.end <= next_text()) return definition;
  no_definition_at_ = offset;
  return std::nullopt;
}

void TreeMaker::add_definition(Offset begin, const LinkDefinition& definition) {
  const Span span{begin, definition.target.end};
  const NodeId node = builder_.add(Kind::kLinkDefinition, span);
  builder_.set_content(node, definition.target.target);
  builder_.set_label(node, definition.label.of(source_));
  cursor_ = definition.target.end;
}

// Moves the cursor to the next block's begin, past link definitions.
void TreeMaker::seek_block() {
  while (true) {
    cursor_ = next_content();
    const auto definition = definition_at(cursor_);
    if (!definition) return;
    add_definition(cursor_, *definition);
  }
}

// What a container still holds after its last block: link definitions, and blank lines with a quote's mark.
void TreeMaker::take_rest_of_container(Kind kind) {
  if (is_too_deep()) return;
  for (Offset offset = cursor_;;) {
    offset = scanner_.skip_blanks(offset);
    if (offset >= scanner_.end()) return;
    if (const auto definition = definition_at(offset)) {
      add_definition(offset, *definition);
      offset = cursor_;
      continue;
    }
    if (!scanner_.at_newline(offset)) return;
    const Offset line = scanner_.next_line(offset);
    const SourceScanner::QuoteMarks marks = scanner_.skip_quote_marks(line, quotes_);
    if (marks.count < quotes_) return;
    const bool is_blank = scanner_.at_end_or_newline(marks.end);
    if (!is_blank && !content_inside(line)) return;
    if (is_blank && kind == Kind::kBlockQuote) cursor_ = scanner_.trim_blanks(line, marks.end);
    offset = marks.end;
  }
}

}  // namespace depeche::markdown::commonmark
