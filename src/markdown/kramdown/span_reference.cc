// What stands for something elsewhere: addresses in angle brackets, `[^footnote]`, `&entity;`.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/entities.h"
#include "markdown/kramdown/span_parser.h"

namespace depeche::markdown::kramdown {

// `<https://…>` or `<name@host>`.
bool SpanParser::read_autolink() {
  const PassageOffset begin = run_.at;
  const std::string_view ahead = rest().substr(1);
  bool is_url = false;
  for (const std::string_view scheme : {"mailto:", "http:", "https:", "ftp:", "ftps:"}) {
    is_url = is_url || ahead.starts_with(scheme);
  }
  PassageOffset close = begin + 1;
  if (is_url) {
    const auto behind_scheme = PassageOffset(run_.text.find(':', begin)) + 2;
    const std::size_t found = run_.lines.find(">", behind_scheme);
    if (found >= run_.end || run_.lines.find("\n", begin) < found) return false;
    close = PassageOffset(found);
  } else {
    int ats = 0;
    PassageOffset part = close;
    while (close < run_.end && run_.text[close] != '>') {
      const char c = run_.text[close];
      if (c == '@') {
        if (close == part || ++ats > 1) return false;
        part = close + 1;
      } else if (c != '-' && c != '.' && c != '_' && !is_alphanumeric(code_point_at(run_.text, close))) {
        return false;
      }
      close += decode_utf8(run_.text, close).size;
    }
    if (close >= run_.end || ats != 1 || close == part || run_.text[part] == '.') return false;
  }
  const std::string_view address = run_.text.substr(begin + 1, close - begin - 1);
  const bool is_mail = address.starts_with("mailto:");
  const NodeId node = open(Kind::kLink, begin);
  builder_.set_content(node, source(begin + 1, close));
  builder_.add_attribute(
      node, {"href", (is_url ? "" : "mailto:") + resolve_references(address), source(begin + 1, close)});
  // The label is text, with abbreviations and references.
  const std::uint32_t outer_context = std::exchange(run_.context, run_.context | kInRawHtml);
  run_.at = run_.text_begin = begin + 1 + (is_mail ? 7u : 0u);
  read_references(close);
  flush_text(close);
  run_.context = outer_context;
  this->close(node, close + 1);
  return true;
}

bool SpanParser::read_footnote_reference() {
  if (here() != '[' || peek(1) != '^' || !is_word(peek(2))) return false;
  PassageOffset close = run_.at + 2;
  while (close < run_.end &&
         (is_word(run_.text[close]) || run_.text[close] == '-' || run_.text[close] == ':'))
    ++close;
  if (close >= run_.end || run_.text[close] != ']') return false;
  const std::string_view name = run_.text.substr(run_.at + 2, close - run_.at - 2);
  if (!definitions_.footnotes.contains(std::string(name))) {
    take_text(close + 1);
    return true;
  }
  const PassageOffset begin = run_.at;
  const NodeId node = add(Kind::kFootnoteReference, begin, close + 1);
  builder_.set_content(node, source(begin + 2, close));
  builder_.set_label(node, name);
  return true;
}

bool SpanParser::read_entity() {
  const auto reference = scan_reference(run_.text, run_.at);
  if (!reference) return false;
  // In text that Markdown reads, an unknown name is text; in raw HTML it is passed on.
  if (reference->is_named && !reference->code_point && !is_in(kInRawHtml)) {
    take_text(run_.at + reference->size);
    return true;
  }
  const std::string_view whole = run_.text.substr(run_.at, reference->size);
  const NodeId node = add(Kind::kEntity, run_.at, run_.at + reference->size);
  if (reference->code_point) {
    std::string text;
    append_utf8(text, *reference->code_point);
    builder_.set_text(node, text);
    add_plain(is_in(kInRawHtml) ? whole : text);
  } else {
    add_plain(whole);
  }
  return true;
}

// Reads the character references up to `end`, and nothing else.
void SpanParser::read_references(PassageOffset end) {
  while (run_.at < end) {
    run_.at = PassageOffset(std::min<std::size_t>(run_.text.substr(0, end).find('&', run_.at), end));
    if (run_.at < end && !read_entity()) ++run_.at;
  }
}

}  // namespace depeche::markdown::kramdown
