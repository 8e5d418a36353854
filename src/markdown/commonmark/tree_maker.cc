#include "markdown/commonmark/tree_maker.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "markdown/commonmark/source_scanner.h"
#include "markdown/tree_builder.h"

namespace depeche::markdown::commonmark {
namespace {

// NUL becomes U+FFFD; md4c sees to it in plain text alone.
std::string without_nul(std::string_view text) {
  std::string replaced;
  for (const char c : text)
    replaced += c == '\0' ? std::string_view("\xEF\xBF\xBD") : std::string_view(&c, 1);
  return replaced;
}

// An open block or span.
struct OpenNode {
  Kind kind;
  NodeId node = kNoNode;  // none when it lies too deep or in an image
  std::uint32_t details = kNoDetails;
  bool is_implicit = false;     // the paragraph of a tight list item, which md4c does not tell of
  bool is_atx = false;          // a heading marked by '#'
  Offset content_begin = 0;     // after the opening mark
  Offset mark_size = 0;         // of a fence, a code span's or a strikethrough's mark
  unsigned content_column = 0;  // of a list item
};

// Text that is being gathered: a part of the source as long as that is what it says, else a copy.
struct PendingText {
  Kind kind = Kind::kText;
  Span span;
  bool is_source = true;
  std::string copy = {};
};

class TreeMaker {
 public:
  TreeMaker(const Text& text, Span body, const Events& events)
      : source_(text.bytes()),
        body_begin_(body.begin),
        scanner_(source_, body),
        builder_(text, body),
        events_(events),
        cursor_(body.begin) {}

  MadeTree make() {
    for (index_ = 0; index_ < events_.events.size(); ++index_) take(events_.events[index_]);
    flush_text();
    return {std::move(builder_).finish(), std::move(false_tables_)};
  }

 private:
  void take(const Event& event) {
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

  const EventDetails& details_of(std::uint32_t index) const {
    static const EventDetails kNone;
    return index == kNoDetails ? kNone : events_.details[index];
  }

  // Where the next text stands that says so; the end of the body when none does.
  Offset next_text() {
    next_text_index_ = std::max(next_text_index_, index_);
    while (next_text_index_ < events_.events.size() &&
           events_.events[next_text_index_].type != Event::Type::kText)
      ++next_text_index_;
    return next_text_index_ < events_.events.size() ? events_.events[next_text_index_].source.begin
                                                    : scanner_.end();
  }

  // ---- Nodes

  bool is_deep_kind(Kind kind) const {
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

  OpenNode& push(Kind kind, Offset begin, std::uint32_t details) {
    OpenNode open{.kind = kind, .details = details};
    const bool is_dropped = in_image() || (is_deep_kind(kind) && builder_.depth() >= kDeepestNode);
    if (!is_dropped) open.node = builder_.open(kind, begin);
    open_.push_back(open);
    return open_.back();
  }

  void pop(Offset end) {
    if (open_.back().node != kNoNode) builder_.close(end);
    open_.pop_back();
  }

  // Here lines are no longer looked at once per container, which would take the square of the text's size.
  bool is_too_deep() const { return open_.size() > kDeepestNode; }

  // ---- Where things stand

  // The first character of the next block: past white space, and the marks of the quotes around at line
  // starts.
  Offset next_content() const {
    Offset offset = scanner_.skip_blanks(cursor_);
    while (offset < scanner_.end() && scanner_.at_newline(offset))
      offset = scanner_.skip_quote_marks(scanner_.next_line(offset), quotes_).end;
    return offset;
  }

  // Whether the line at `line_start` has all marks and the indentation of the containers around; its
  // content's offset.
  std::optional<Offset> content_inside(Offset line_start) const {
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
  std::optional<LinkDefinition> definition_at(Offset offset) {
    if (scanner_.at(offset) != '[' || offset == no_definition_at_) return std::nullopt;
    auto definition = scanner_.definition(offset, quotes_);
    if (definition && definition->target.end <= next_text()) return definition;
    no_definition_at_ = offset;
    return std::nullopt;
  }

  void add_definition(Offset begin, const LinkDefinition& definition) {
    const Span span{begin, definition.target.end};
    const NodeId node = builder_.add(Kind::kLinkDefinition, span);
    builder_.set_content(node, definition.target.target);
    builder_.set_label(node, definition.label.of(source_));
    cursor_ = definition.target.end;
  }

  // Moves the cursor to the next block's begin, past link definitions.
  void seek_block() {
    while (true) {
      cursor_ = next_content();
      const auto definition = definition_at(cursor_);
      if (!definition) return;
      add_definition(cursor_, *definition);
    }
  }

  // What a container still holds after its last block: link definitions, and blank lines with a quote's mark.
  void take_rest_of_container(Kind kind) {
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

  // ---- Blocks

  void open_block(const Event& event) {
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

  void open_list(const Event& event) {
    seek_block();
    const NodeId node = push(event.kind, cursor_, event.details).node;
    const unsigned start = details_of(event.details).start;
    if (node != kNoNode && start != 1) builder_.add_attribute(node, {"start", std::to_string(start), {}});
  }

  void open_list_item(const Event& event) {
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
  unsigned content_column() const {
    if (is_too_deep()) return 0xFFFFFFFF;
    const Offset content = scanner_.skip_blanks(cursor_);
    const unsigned after_mark = scanner_.column(cursor_);
    const unsigned at_content = scanner_.column(content);
    const bool is_far = scanner_.at_end_or_newline(content) || at_content - after_mark > 4;
    return is_far ? after_mark + 1 : at_content;
  }

  void open_heading(const Event& event) {
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

  void open_code_block(const Event& event) {
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

  void open_table_cell(const Event& event) {
    cursor_ = scanner_.skip_blanks(cursor_);
    while (scanner_.at(cursor_) == '|') ++cursor_;
    cursor_ = scanner_.skip_blanks(cursor_);
    const NodeId node = push(event.kind, cursor_, event.details).node;
    builder_.set_alignment(node, details_of(event.details).alignment);
    in_cell_ = true;
  }

  void close_block() {
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
  void check_head(const OpenNode& head) {
    const Offset delimiters = scanner_.skip_quote_marks(scanner_.next_line(cursor_), quotes_).end;
    if (scanner_.count_cells(head.content_begin) != scanner_.count_cells(delimiters))
      false_tables_.push_back(delimiters - body_begin_);
  }

  void close_heading(const OpenNode& heading) {
    builder_.set_content(heading.node, {heading.content_begin, cursor_});
    if (!heading.is_atx) cursor_ = next_content();  // the underline
    cursor_ = scanner_.trim_blanks(scanner_.line_start(cursor_), scanner_.line_end(cursor_));
  }

  void close_code_block(const OpenNode& block) {
    const Offset content_end =
        std::max(scanner_.trim_newline(block.content_begin, cursor_), block.content_begin);
    builder_.set_content(block.node, {block.content_begin, content_end});
    Offset end = scanner_.trim_newline(0, cursor_);
    if (const auto fence_end = closing_fence(block)) end = *fence_end;
    cursor_ = end;
    pop(end);
  }

  // After a fenced block's text: the end of the fence that closes it.
  std::optional<Offset> closing_fence(const OpenNode& block) const {
    if (block.mark_size == 0) return std::nullopt;
    const auto begin = content_inside(cursor_);
    if (!begin) return std::nullopt;
    const char mark = scanner_.at(*begin);
    const Offset end = scanner_.skip(*begin, mark);
    if ((mark != '`' && mark != '~') || end - *begin < block.mark_size) return std::nullopt;
    if (!scanner_.at_end_or_newline(scanner_.skip_blanks(end))) return std::nullopt;
    return end;
  }

  void open_implicit_paragraph() {
    if (open_.empty() || open_.back().kind != Kind::kListItem) return;
    seek_block();
    OpenNode& paragraph = push(Kind::kParagraph, cursor_, kNoDetails);
    paragraph.is_implicit = true;
    builder_.set_tight(paragraph.node, true);
  }

  void close_implicit_paragraph() {
    if (!open_.empty() && open_.back().is_implicit) pop(cursor_);
  }

  // ---- Spans

  bool in_image() const { return images_ > 0; }

  // After a line's end, the next construct stands behind the marks of the quotes around.
  void leave_line_start() {
    if (!std::exchange(at_line_start_, false)) return;
    cursor_ = scanner_.skip_quote_marks(cursor_, quotes_).end;
  }

  void open_span(const Event& event) {
    leave_line_start();
    const EventDetails& details = details_of(event.details);
    OpenNode& span = push(event.kind, cursor_, event.details);
    if (event.kind == Kind::kImage) ++images_;
    span.mark_size = opening_mark_size(event.kind, details);
    cursor_ = std::min(cursor_ + span.mark_size, scanner_.end());
    span.content_begin = cursor_;
  }

  Offset opening_mark_size(Kind kind, const EventDetails& details) const {
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

  void close_span() {
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

  void close_code_span(const OpenNode& span) {
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
  void unescape_pipes(PendingText& text) const {
    const std::string written(text.is_source ? text.span.of(source_) : std::string_view(text.copy));
    if (written.find("\\|") == std::string::npos) return;
    text.is_source = false;
    text.copy.clear();
    for (std::size_t i = 0; i < written.size(); ++i)
      if (written.compare(i, 2, "\\|") != 0) text.copy += written[i];
  }

  void close_link(const OpenNode& span) {
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
  LinkTarget link_tail(const EventDetails& details) const {
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

  // ---- Text

  // NUL and the like belong to the kind of text around.
  Kind text_kind() const {
    const Kind kind = open_.empty() ? Kind::kText : open_.back().kind;
    return kind == Kind::kCodeBlock || kind == Kind::kCodeSpan ? Kind::kCodeSpan
           : kind == Kind::kHtmlRaw                            ? Kind::kHtmlRaw
                                                               : Kind::kText;
  }

  void take_text(const Event& event) {
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
  void add_missing_newline(Offset next) {
    const bool is_missing = open_.back().kind == Kind::kCodeSpan && pending_ && cursor_ < next &&
                            scanner_.at_newline(cursor_) && scanner_.skip_blanks(cursor_ - 1) == cursor_;
    if (is_missing) append_copy(Kind::kCodeSpan, {cursor_, scanner_.next_line(cursor_)}, " ");
  }

  // A tab at the end of a paragraph or heading shows no more than a space there.
  void trim_end_of_text(Kind block) {
    if (block != Kind::kParagraph && block != Kind::kHeading) return;
    if (!pending_ || !pending_->is_source) return;
    pending_->span.end = scanner_.trim_blanks(pending_->span.begin, pending_->span.end);
    cursor_ = pending_->span.end;
    if (pending_->span.empty()) pending_.reset();
  }

  void take_entity(const Event& event) {
    flush_text();
    cursor_ = event.source.end;
    const std::string& text = details_of(event.details).text;
    if (in_image()) {
      alternative_text_ += text;
      return;
    }
    builder_.set_text(builder_.add(Kind::kEntity, event.source), text);
  }

  void take_newline(Kind kind) {
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
  void append_source(Kind kind, Span span, Offset begin) {
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

  void append_copy(Kind kind, Span span, std::string_view text) {
    if (pending_ && pending_->kind != kind) flush_text();
    if (!pending_) pending_ = PendingText{.kind = kind, .span = {span.begin, span.begin}};
    if (pending_->is_source) pending_->copy = pending_->span.of(source_);
    pending_->is_source = false;
    pending_->copy += text;
    pending_->span.end = std::max(pending_->span.end, span.end);
  }

  void set_text(NodeId node, const PendingText& text) {
    if (text.is_source) {
      builder_.set_text(node, text.span);
    } else {
      builder_.set_text(node, std::string_view(text.copy));
    }
  }

  // Gives the gathered text to the block of code or HTML that is open, or makes a node of it.
  void flush_text() {
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

  std::string_view source_;
  Offset body_begin_;
  SourceScanner scanner_;
  TreeBuilder builder_;
  const Events& events_;
  std::size_t index_ = 0;
  std::size_t next_text_index_ = 0;
  Offset cursor_;
  Offset no_definition_at_ = 0xFFFFFFFF;
  std::vector<OpenNode> open_;
  std::optional<PendingText> pending_;
  std::vector<Offset> false_tables_;
  bool in_cell_ = false;
  unsigned quotes_ = 0;  // block quotes that are open
  unsigned images_ = 0;  // images that are open, one in another's label
  bool at_line_start_ = false;
  std::string alternative_text_;
};

}  // namespace

MadeTree make_tree(const Text& text, Span body, const Events& events) {
  return TreeMaker(text, body, events).make();
}

}  // namespace depeche::markdown::commonmark
