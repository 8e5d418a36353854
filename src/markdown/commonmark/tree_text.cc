// Text: gathered as long as it is of one kind, then given to the block around or made a node.
#include <algorithm>
#include <string>
#include <utility>

#include "markdown/commonmark/tree_maker.h"

namespace depeche::markdown::commonmark {
namespace {

// NUL becomes U+FFFD; md4c sees to it in plain text alone.
std::string without_nul(std::string_view text) {
  std::string replaced;
  for (const char c : text)
    replaced += c == '\0' ? std::string_view("\xEF\xBF\xBD") : std::string_view(&c, 1);
  return replaced;
}

}  // namespace

// NUL and the like belong to the kind of text around.
Kind TreeMaker::text_kind() const {
  const Kind kind = open_.empty() ? Kind::kText : open_.back().kind;
  return kind == Kind::kCodeBlock || kind == Kind::kCodeSpan ? Kind::kCodeSpan
         : kind == Kind::kHtmlRaw                            ? Kind::kHtmlRaw
                                                             : Kind::kText;
}

void TreeMaker::take_text(const Event& event) {
  at_line_start_ = false;
  if (event.kind == Kind::kEntity) return take_entity(event);
  Span span = event.source;
  const bool starts_heading = open_.back().is_atx && open_.back().content_begin == cursor_;
  if (starts_heading) span.begin = std::clamp(cursor_, span.begin, span.end);  // a tab after the '#'
  if (event.kind == Kind::kCodeSpan) add_missing_newline(span.begin);
  const bool is_escaped = span.begin == cursor_ + 1 && scanner_.at(cursor_) == '\\';
  append_source(event.kind, span, is_escaped ? cursor_ : span.begin);
  cursor_ = span.end;
}

// md4c tells of no newline after blanks in a code span.
void TreeMaker::add_missing_newline(Offset next) {
  const bool is_missing = open_.back().kind == Kind::kCodeSpan && pending_ && cursor_ < next &&
                          scanner_.at_newline(cursor_) && scanner_.skip_blanks(cursor_ - 1) == cursor_;
  if (is_missing) append_copy(Kind::kCodeSpan, {cursor_, scanner_.next_line(cursor_)}, " ");
}

// A tab at the end of a paragraph or heading shows no more than a space there.
void TreeMaker::trim_end_of_text(Kind block) {
  if (block != Kind::kParagraph && block != Kind::kHeading) return;
  if (!pending_ || !pending_->is_source) return;
  pending_->span.end = scanner_.trim_blanks(pending_->span.begin, pending_->span.end);
  cursor_ = pending_->span.end;
  if (pending_->span.empty()) pending_.reset();
}

void TreeMaker::take_entity(const Event& event) {
  flush_text();
  cursor_ = event.source.end;
  const std::string& text = details_of(event.details).text;
  if (in_image()) {
    alternative_text_ += text;
    return;
  }
  builder_.set_text(builder_.add(Kind::kEntity, event.source), text);
}

void TreeMaker::take_newline(Kind kind) {
  const Offset begin = cursor_;
  const Offset line_end = scanner_.line_end(cursor_);
  cursor_ = scanner_.next_line(line_end);
  at_line_start_ = true;
  if (kind == Kind::kLineBreak) {
    flush_text();
    if (in_image()) {
      alternative_text_ += ' ';
    } else {
      builder_.add(Kind::kLineBreak, {begin, cursor_});
    }
  } else if (kind == Kind::kCodeSpan && open_.back().kind == Kind::kCodeSpan) {
    append_copy(kind, {begin, cursor_}, " ");
  } else if (cursor_ == begin + 1 && scanner_.at(begin) == '\n') {
    append_source(kind, {begin, cursor_}, begin);
  } else {
    append_copy(kind, {begin, cursor_}, "\n");
  }
}

// Text that is the source of `span`; its own source begins at `begin`, a backslash earlier where it is
// escaped.
void TreeMaker::append_source(Kind kind, Span span, Offset begin) {
  if (span.of(source_).find('\0') != std::string_view::npos)
    return append_copy(kind, {begin, span.end}, without_nul(span.of(source_)));
  if (pending_ && pending_->kind != kind) flush_text();
  if (!pending_) {
    pending_ = PendingText{.kind = kind, .span = span};
    if (begin == span.begin) return;
    pending_->is_source = false;
    pending_->copy = span.of(source_);
    pending_->span.begin = begin;
  } else if (pending_->is_source && pending_->span.end == span.begin) {
    pending_->span.end = span.end;
  } else {
    append_copy(kind, {begin, span.end}, span.of(source_));
  }
}

void TreeMaker::append_copy(Kind kind, Span span, std::string_view text) {
  if (pending_ && pending_->kind != kind) flush_text();
  if (!pending_) pending_ = PendingText{.kind = kind, .span = {span.begin, span.begin}};
  if (pending_->is_source) pending_->copy = pending_->span.of(source_);
  pending_->is_source = false;
  pending_->copy += text;
  pending_->span.end = std::max(pending_->span.end, span.end);
}

void TreeMaker::set_text(NodeId node, const PendingText& text) {
  if (text.is_source) {
    builder_.set_text(node, text.span);
  } else {
    builder_.set_text(node, std::string_view(text.copy));
  }
}

// Gives the gathered text to the block of code or HTML that is open, or makes a node of it.
void TreeMaker::flush_text() {
  if (!pending_) return;
  const PendingText text = *std::exchange(pending_, std::nullopt);
  if (in_image()) {
    std::string shown(text.is_source ? text.span.of(source_) : std::string_view(text.copy));
    std::ranges::replace(shown, '\n', ' ');
    alternative_text_ += shown;
    return;
  }
  const Kind around = open_.empty() ? Kind::kDocument : open_.back().kind;
  if (around == Kind::kCodeBlock || around == Kind::kHtmlRaw) {
    set_text(open_.back().node, text);
  } else {
    set_text(builder_.add(text.kind == Kind::kHtmlRaw ? Kind::kHtmlRaw : Kind::kText, text.span), text);
  }
}

}  // namespace depeche::markdown::commonmark
