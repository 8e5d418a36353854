// HTML at block level. An element's content is raw unless markdown="…" says otherwise: then only tags and
// comments mean something within, and only the element's own end tag closes it.
#include <algorithm>
#include <utility>

#include "html/elements.h"
#include "markdown/kramdown/block_parser.h"
#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/html_elements.h"

namespace depeche::markdown::kramdown {
namespace {

bool has_body(const StartTag& tag) {
  return !tag.is_closed && !html::is_any(tag.name, html::kVoid | html::kCode);
}

// What markdown="…" asks for; nothing for another value.
std::optional<ContentModel> asked_content_model(std::string_view value, std::string_view element) {
  if (value == "1") return content_model(element);
  if (value == "0") return ContentModel::kRaw;
  if (value == "span") return ContentModel::kSpan;
  if (value == "block") return ContentModel::kBlock;
  return std::nullopt;
}

// The next end tag whose name is wanted; empty, at the text's end, if there is none.
template <typename IsWanted>
Range find_end_tag(const Lines& lines, PassageOffset from, PassageOffset text_end, IsWanted is_wanted) {
  for (PassageOffset at = from;; ++at) {
    at = PassageOffset(std::min<std::size_t>(lines.find("</", at), text_end));
    if (at == text_end) return {text_end, text_end};
    if (const auto tag = lines.end_tag(at); tag && is_wanted(tag->name)) return {at, tag->end};
  }
}

}  // namespace

bool BlockParser::read_html() {
  const Lines& lines = cursor_.lines;
  const std::string_view text = lines.text();
  const PassageOffset line = cursor_.at;
  if (text.substr(line, 4) == "<!--") {
    const std::size_t close = lines.find("-->", line + 4);
    if (close == text.npos || close >= cursor_.end) return false;
    const PassageOffset end = PassageOffset(close) + 3;
    const BlockId comment = make_block(Kind::kHtmlComment, {line, end});
    append(cursor_.parent, comment);
    set_text(comment, *cursor_.passage, {line, end}, TextUse::kLiteral);
    skip_line_rest(end);
    return true;
  }
  const PassageOffset open = lines.skip_spaces(line);
  if (const auto tag = lines.start_tag(open); tag && !is_span_element(tag->name)) {
    read_element(*tag, open);
    return true;
  }
  if (const auto tag = lines.end_tag(open); tag && !is_span_element(tag->name)) {
    const Block& element = parent();
    if (element.kind != Kind::kHtmlBlock || element.name != tag->name) return false;
    cursor_.at = tag->end;
    element_closed_ = true;
    return true;
  }
  return false;
}

// Goes on at `position`, or on the next line if there is nothing more on this one.
void BlockParser::skip_line_rest(PassageOffset position) {
  const PassageOffset behind = cursor_.lines.skip_blanks(position);
  cursor_.at = cursor_.lines.at(behind) == '\n' ? behind + 1 : position;
}

void BlockParser::read_element(const StartTag& tag, PassageOffset begin) {
  const BlockId id = add_element(tag, begin);
  const bool is_raw = model_of(id) == ContentModel::kRaw;
  if (!has_body(tag)) return;
  if (is_raw) {
    read_raw_content(id);
  } else {
    read_markdown_content(id);
  }
  skip_line_rest(cursor_.at);
  block(id).span.end = cursor_.passage->source({begin, cursor_.at}).end;
}

ContentModel BlockParser::model_of(BlockId element) const {
  return static_cast<ContentModel>(block(element).detail);
}

// An element without what it holds, unless that is code, behind its start tag.
BlockId BlockParser::add_element(const StartTag& tag, PassageOffset begin) {
  const Passage& passage = *cursor_.passage;
  const BlockId id = add_block(Kind::kHtmlBlock, {begin, tag.end});
  Block& element = block(id);
  element.name = tag.name;
  element.is_self_closed = tag.is_closed;
  const bool parent_is_raw =
      parent().kind == Kind::kHtmlBlock && model_of(cursor_.parent) == ContentModel::kRaw;
  ContentModel model =
      document_.options.parse_block_html && !parent_is_raw ? content_model(tag.name) : ContentModel::kRaw;
  for (const TagAttribute& attribute : tag.attributes) {
    if (attribute.name == "markdown") {
      model = asked_content_model(attribute.value, tag.name).value_or(model);
    } else {
      element.own.edit().set(attribute.name, attribute.value, passage.source(attribute.range));
    }
  }
  cursor_.at = tag.end;
  if (html::is_any(tag.name, html::kCode)) {
    if (!tag.is_closed) read_code_element(id, tag.name);
    model = ContentModel::kRaw;
  }
  element.detail = static_cast<std::uint8_t>(model);
  if (model == ContentModel::kBlock) skip_line_rest(cursor_.at);
  element.span.end = passage.source({begin, cursor_.at}).end;
  return id;
}

// Markdown's blocks or spans, up to the element's end tag.
void BlockParser::read_markdown_content(BlockId element) {
  const PassageOffset begin = cursor_.at;
  const PassageOffset end =
      model_of(element) == ContentModel::kBlock ? read_block_content(element) : read_span_content(element);
  block(element).content = cursor_.passage->source({begin, end});
}

PassageOffset BlockParser::read_block_content(BlockId element) {
  const BlockId outer = std::exchange(cursor_.parent, element);
  const bool outer_closed = std::exchange(element_closed_, false);
  ++depth_;
  read_blocks();
  --depth_;
  element_closed_ = outer_closed;
  cursor_.parent = outer;
  return cursor_.at;
}

// Text up to the element's end tag, or all.
PassageOffset BlockParser::read_span_content(BlockId element) {
  const std::string name = in_lower_case(block(element).name);
  const Range end_tag = find_end_tag(cursor_.lines, cursor_.at, cursor_.end,
                                     [&](std::string_view other) { return in_lower_case(other) == name; });
  set_text(element, *cursor_.passage, {cursor_.at, end_tag.begin}, TextUse::kSpans);
  cursor_.at = end_tag.end;
  return end_tag.begin;
}

// The content of <script> or <style>: everything up to its end tag.
void BlockParser::read_code_element(BlockId element, std::string_view name) {
  const Range end_tag = find_end_tag(cursor_.lines, cursor_.at, cursor_.end,
                                     [&](std::string_view other) { return other == name; });
  set_text(element, *cursor_.passage, {cursor_.at, end_tag.begin}, TextUse::kLiteral);
  cursor_.at = end_tag.end;
}

// What stands inside an element of which the content is raw: text, comments and elements, up to its end tag.
//
// For kramdown an element is open until its own end tag comes: rows without end tags stand each inside the
// one before, hundreds deep, and so do all the end tags that it writes at last. A browser ends them where the
// next begins. So does the tree, and what kramdown still holds open is kept aside, for its end tags: then the
// depth is bounded, a row is a row, and the HTML has the same tags in the same order.
class BlockParser::RawContent {
 public:
  RawContent(BlockParser& parser, BlockId root)
      : parser_(parser), cursor_(parser.cursor_), outer_(cursor_.parent) {
    enter(root, parser.block(root).name);
  }

  void read() {
    text_begin_ = cursor_.at;
    while (!open_.empty() && cursor_.at < cursor_.end) {
      const std::size_t next = cursor_.lines.find("<", cursor_.at);
      cursor_.at = PassageOffset(std::min<std::size_t>(next, cursor_.end));
      if (cursor_.at == cursor_.end) break;
      if (!take_verbatim() && !take_start_tag() && !take_end_tag()) ++cursor_.at;
    }
    if (!open_.empty()) close_all();
    cursor_.parent = outer_;
  }

 private:
  // An element for which kramdown still awaits an end tag.
  struct Open {
    BlockId id;
    bool has_ended;  // in the tree
  };
  // One that is open in the tree as well, the root first.
  struct Nested {
    BlockId id;
    PassageOffset content;  // where it begins
    std::size_t open;       // index into open_
  };

  void enter(BlockId id, std::string_view name) {
    nested_.push_back({id, cursor_.at, open_.size()});
    names_.push_back(name);
    open_.push_back({id, false});
    cursor_.parent = id;
    ++parser_.depth_;
  }

  // Ends the innermost element of the tree.
  void leave(PassageOffset content_end, PassageOffset end) {
    const Nested& innermost = nested_.back();
    Block& element = parser_.block(innermost.id);
    element.content = cursor_.passage->source({innermost.content, content_end});
    element.span.end = cursor_.passage->source({innermost.content, end}).end;
    nested_.pop_back();
    names_.pop_back();
    cursor_.parent = nested_.empty() ? outer_ : nested_.back().id;
    --parser_.depth_;
  }

  BlockId add(Kind kind, PassageOffset begin, PassageOffset end) {
    const BlockId id = parser_.make_block(kind, {begin, end});
    parser_.append(cursor_.parent, id);
    return id;
  }

  void add_text(PassageOffset end) {
    if (text_begin_ == end) return;
    const BlockId id = add(Kind::kText, text_begin_, end);
    parser_.set_text(id, *cursor_.passage, {text_begin_, end}, TextUse::kHtml);
  }

  void go_on(PassageOffset at) { cursor_.at = text_begin_ = at; }

  // A comment or an instruction.
  bool take_verbatim() {
    const std::string_view text = cursor_.lines.text();
    const PassageOffset begin = cursor_.at;
    const bool is_comment = text.substr(begin, 4) == "<!--";
    if (!is_comment && cursor_.lines.at(begin + 1) != '?') return false;
    const std::string_view mark = is_comment ? "-->" : "?>";
    const std::size_t close = cursor_.lines.find(mark, begin + (is_comment ? 4 : 2));
    if (close >= cursor_.end) return false;
    const auto end = PassageOffset(close + mark.size());
    add_text(begin);
    const BlockId id = add(is_comment ? Kind::kHtmlComment : Kind::kHtmlRaw, begin, end);
    parser_.set_text(id, *cursor_.passage, {begin, end}, TextUse::kLiteral);
    go_on(end);
    return true;
  }

  bool take_start_tag() {
    const PassageOffset begin = cursor_.at;
    const auto tag = cursor_.lines.start_tag(begin);
    if (!tag) return false;
    // The root is not among those: what follows it would be Markdown again.
    const std::size_t first = 1 + ended_by_start_tag(tag->name, std::span(names_).subspan(1));
    const std::size_t ended = nested_.size() - first;
    if (parser_.depth_ - static_cast<int>(ended) >= kMaximumDepth) return false;
    add_text(begin);
    for (std::size_t i = 0; i < ended; ++i) {
      open_[nested_.back().open].has_ended = true;
      parser_.block(nested_.back().id).end_tag_is_apart = true;
      leave(begin, begin);
    }
    const BlockId id = parser_.add_element(*tag, begin);
    if (has_body(*tag)) {
      if (parser_.model_of(id) == ContentModel::kRaw) {
        enter(id, tag->name);
      } else {
        parser_.read_markdown_content(id);
        parser_.block(id).span.end = cursor_.passage->source({begin, cursor_.at}).end;
      }
    }
    text_begin_ = cursor_.at;
    return true;
  }

  // One that ends nothing is text.
  bool take_end_tag() {
    const PassageOffset begin = cursor_.at;
    const auto tag = cursor_.lines.end_tag(begin);
    if (!tag) return false;
    if (tag->name != parser_.block(open_.back().id).name) {
      cursor_.at = tag->end;
      return true;
    }
    add_text(begin);
    close({begin, tag->end});
    go_on(tag->end);
    return true;
  }

  // Ends what kramdown opened last.
  void close(Range tag) {
    if (open_.back().has_ended) {
      parser_.block(add(Kind::kHtmlEndTag, tag.begin, tag.end)).name = parser_.block(open_.back().id).name;
    } else {
      leave(tag.begin, tag.end);
    }
    open_.pop_back();
  }

  // The text ends before the end tags.
  void close_all() {
    add_text(cursor_.end);
    cursor_.at = cursor_.end;
    while (!open_.empty()) close({cursor_.end, cursor_.end});
  }

  BlockParser& parser_;
  Cursor& cursor_;
  const BlockId outer_;
  std::vector<Open> open_;
  std::vector<Nested> nested_;
  std::vector<std::string_view> names_;  // of nested_
  PassageOffset text_begin_;
};

void BlockParser::read_raw_content(BlockId element) {
  RawContent(*this, element).read();
}

}  // namespace depeche::markdown::kramdown
