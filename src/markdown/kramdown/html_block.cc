// HTML at block level. An element's content is raw unless markdown="…" says otherwise: then only tags and
// comments mean something within, and only the element's own end tag closes it.
#include <algorithm>
#include <utility>

#include "markdown/kramdown/block_parser.h"
#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/html_elements.h"

namespace depeche::markdown::kramdown {
namespace {

bool is_code_element(std::string_view name) {
  return name == "script" || name == "style";
}

// What markdown="…" asks for; nothing for another value.
std::optional<ContentModel> asked_content_model(std::string_view value, std::string_view element) {
  if (value == "1") return content_model(element);
  if (value == "0") return ContentModel::kRaw;
  if (value == "span") return ContentModel::kSpan;
  if (value == "block") return ContentModel::kBlock;
  return std::nullopt;
}

}  // namespace

bool BlockParser::read_html() {
  const Lines& lines = cursor_.lines;
  const std::string_view text = lines.text();
  const Position line = cursor_.at;
  if (text.substr(line, 4) == "<!--") {
    const std::size_t close = lines.find("-->", line + 4);
    if (close == text.npos || close >= cursor_.end) return false;
    const Position end = static_cast<Position>(close) + 3;
    const BlockId comment = make_block(Kind::kHtmlComment, {line, end});
    append(cursor_.parent, comment);
    set_text(comment, *cursor_.passage, {line, end}, TextUse::kLiteral);
    skip_line_rest(end);
    return true;
  }
  const Position open = lines.skip_spaces(line);
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
void BlockParser::skip_line_rest(Position position) {
  const Position behind = cursor_.lines.skip_blanks(position);
  cursor_.at = cursor_.lines.at(behind) == '\n' ? behind + 1 : position;
}

void BlockParser::read_element(const StartTag& tag, Position begin) {
  const Passage& passage = *cursor_.passage;
  const BlockId id = add_block(Kind::kHtmlBlock, {begin, tag.end});
  Block& element = block(id);
  element.name = tag.name;
  element.is_self_closed = tag.is_closed;
  const bool parent_is_raw =
      parent().kind == Kind::kHtmlBlock && parent().detail == static_cast<std::uint8_t>(ContentModel::kRaw);
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
  const bool is_code = is_code_element(tag.name);
  if (is_code) {
    if (!tag.is_closed) read_code_element(id, tag.name);
    model = ContentModel::kRaw;
  }
  element.detail = static_cast<std::uint8_t>(model);
  if (model == ContentModel::kBlock) skip_line_rest(cursor_.at);
  const bool has_body = !tag.is_closed && !is_void_element(tag.name) && !is_code;
  if (has_body) {
    const Position content = cursor_.at;
    Position content_end = content;
    switch (model) {
      case ContentModel::kBlock:
        content_end = read_block_content(id);
        break;
      case ContentModel::kSpan:
        content_end = read_span_content(id);
        break;
      case ContentModel::kRaw:
        content_end = read_raw_content(id);
        break;
    }
    block(id).content = passage.source({content, content_end});
    if (!parent_is_raw) skip_line_rest(cursor_.at);
  }
  block(id).span.end = passage.source({begin, cursor_.at}).end;
}

Position BlockParser::read_block_content(BlockId element) {
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
Position BlockParser::read_span_content(BlockId element) {
  const Lines& lines = cursor_.lines;
  const Position begin = cursor_.at;
  Position end = begin;
  Position behind = cursor_.end;
  for (;; ++end) {
    end = static_cast<Position>(std::min<std::size_t>(lines.find("</", end), cursor_.end));
    if (end == cursor_.end) break;
    const auto tag = lines.end_tag(end);
    if (!tag || ascii_lowercase(tag->name) != ascii_lowercase(block(element).name)) continue;
    behind = tag->end;
    break;
  }
  set_text(element, *cursor_.passage, {begin, end}, TextUse::kSpans);
  cursor_.at = behind;
  return end;
}

// The content of <script> or <style>: everything up to its end tag.
void BlockParser::read_code_element(BlockId element, std::string_view name) {
  const Lines& lines = cursor_.lines;
  const Position begin = cursor_.at;
  Position end = begin;
  Position behind = cursor_.end;
  for (;; ++end) {
    end = static_cast<Position>(std::min<std::size_t>(lines.find("</", end), cursor_.end));
    if (end == cursor_.end) break;
    const auto tag = lines.end_tag(end);
    if (!tag || tag->name != name) continue;
    behind = tag->end;
    break;
  }
  set_text(element, *cursor_.passage, {begin, end}, TextUse::kLiteral);
  cursor_.at = behind;
}

void BlockParser::add_raw_text(BlockId element, Range range) {
  if (range.empty()) return;
  const BlockId id = make_block(Kind::kText, range);
  set_text(id, *cursor_.passage, range, TextUse::kHtml);
  append(element, id);
}

// Raw content: text, comments and elements, up to the element's end tag.
Position BlockParser::read_raw_content(BlockId element) {
  const Lines& lines = cursor_.lines;
  const std::string_view text = lines.text();
  const BlockId outer = std::exchange(cursor_.parent, element);
  ++depth_;
  Position text_begin = cursor_.at;
  Position content_end = cursor_.end;
  const auto add_verbatim = [&](Kind kind, Position begin, Position end) {
    add_raw_text(element, {text_begin, begin});
    const BlockId id = make_block(kind, {begin, end});
    append(element, id);
    set_text(id, *cursor_.passage, {begin, end}, TextUse::kLiteral);
    cursor_.at = text_begin = end;
  };
  bool is_closed = false;
  while (!is_closed && cursor_.at < cursor_.end) {
    const auto open = static_cast<Position>(std::min<std::size_t>(lines.find("<", cursor_.at), cursor_.end));
    cursor_.at = open;
    if (open == cursor_.end) break;
    if (text.substr(open, 4) == "<!--") {
      if (const std::size_t close = lines.find("-->", open + 4); close < cursor_.end) {
        add_verbatim(Kind::kHtmlComment, open, static_cast<Position>(close) + 3);
        continue;
      }
    } else if (lines.at(open + 1) == '?') {
      if (const std::size_t close = lines.find("?>", open + 2); close < cursor_.end) {
        add_verbatim(Kind::kHtmlRaw, open, static_cast<Position>(close) + 2);
        continue;
      }
    } else if (const auto tag = lines.start_tag(open); tag && depth_ < kMaximumDepth) {
      add_raw_text(element, {text_begin, open});
      read_element(*tag, open);
      text_begin = cursor_.at;
      continue;
    } else if (const auto end_tag = lines.end_tag(open)) {
      if (end_tag->name == block(element).name) {
        content_end = open;
        cursor_.at = end_tag->end;
        is_closed = true;
      } else {
        cursor_.at = end_tag->end;
      }
      continue;
    }
    ++cursor_.at;
  }
  add_raw_text(element, {text_begin, is_closed ? content_end : cursor_.end});
  --depth_;
  cursor_.parent = outer;
  return content_end;
}

}  // namespace depeche::markdown::kramdown
