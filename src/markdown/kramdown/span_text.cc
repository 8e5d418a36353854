// Text between the constructs: its abbreviations, escapes, line breaks.
#include <algorithm>
#include <utility>

#include "markdown/kramdown/apply_attributes.h"
#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/entities.h"
#include "markdown/kramdown/span_parser.h"

namespace depeche::markdown::kramdown {
namespace {

std::size_t common_prefix(std::string_view one, std::string_view other) {
  const auto size = static_cast<std::ptrdiff_t>(std::min(one.size(), other.size()));
  return static_cast<std::size_t>(std::mismatch(one.begin(), one.begin() + size, other.begin()).first -
                                  one.begin());
}

}  // namespace

bool is_escapable(char c) {
  return c != '\0' && std::string_view("\\.*_+`<>()[]{}#!:|\"'$=-~").find(c) != std::string_view::npos;
}

void SpanParser::flush_text(PassageOffset end) {
  if (run_.text_begin < end) {
    add_text({run_.text_begin, end});
    run_.last_element = kNoNode;
  }
  run_.text_begin = end;
}

void SpanParser::add_literal(const Passage& passage, Range range) {
  while (!range.empty()) {
    const Passage::Piece piece = passage.first_piece(range);
    const NodeId node = builder_.add(Kind::kText, piece.source);
    if (!piece.is_source) builder_.set_text(node, passage.text(piece.range));
    range.begin = piece.range.end;
  }
}

// The longest abbreviation that stands at `at` as a word, before `end`.
const SpanParser::Abbreviation* SpanParser::abbreviation_at(PassageOffset at, PassageOffset end) const {
  if (at > run_.begin && is_word(run_.text[at - 1])) return nullptr;
  // Of names in order, those that `text` begins with come right before it, the longest last.
  std::string_view text = run_.text.substr(at, end - at);
  while (!text.empty()) {
    const auto behind = definitions_.abbreviations.upper_bound(text);
    if (behind == definitions_.abbreviations.begin()) return nullptr;
    const Abbreviation& nearest = *std::prev(behind);
    const std::string_view name = nearest.first;
    if (!text.starts_with(name)) {
      text = text.substr(0, common_prefix(text, name));
      continue;
    }
    const PassageOffset behind_name = at + name.size();
    if (behind_name == end || !is_word(run_.text[behind_name])) return &nearest;
    text = text.substr(0, name.size() - 1);
  }
  return nullptr;
}

// Writes the text that ends here, with the abbreviations in it.
void SpanParser::add_text(Range range) {
  write_abbreviations(range.end, range.end);
  const Range rest{run_.written, range.end};
  if (rest.empty()) return;
  add_plain(run_.passage->text(rest));
  add_literal(*run_.passage, rest);
  run_.written = run_.scanned = range.end;
}

// Writes the abbreviations that begin before `limit`, each with the text before it, of the text that goes up to `end` or
// beyond; from where it left off.
void SpanParser::write_abbreviations(PassageOffset limit, PassageOffset end) {
  run_.written = std::max(run_.written, run_.text_begin);
  run_.scanned = std::max(run_.scanned, run_.text_begin);
  if (definitions_.abbreviations.empty() || !run_.reads_abbreviations || run_.scanned >= limit) return;
  run_.work_left -= limit - run_.scanned;
  const std::string_view text = run_.text.substr(0, limit);
  const auto next_begin = [&](std::size_t from) {
    return PassageOffset(abbreviation_begins_.next_in(text, from));
  };
  for (PassageOffset at = next_begin(run_.scanned); at < limit;) {
    const Abbreviation* found = abbreviation_at(at, end);
    if (!found || !expansions_.use(found->second.title.size())) {
      at = next_begin(at + 1);
      continue;
    }
    const auto& [name, definition] = *found;
    const PassageOffset name_end = at + name.size();
    add_plain(run_.passage->text({run_.written, name_end}));
    add_literal(*run_.passage, {run_.written, at});
    const NodeId node = builder_.add(Kind::kAbbreviation, source(at, name_end));
    builder_.set_text(node, name);
    if (!definition.title.empty()) {
      builder_.set_attribute(node, "title", resolve_references(definition.title), {});
    }
    apply_attributes(definitions_, definition.attributes, expansions_, builder_, node);
    run_.written = name_end;
    at = next_begin(std::min<std::size_t>(name_end, limit));
  }
  run_.scanned = std::max(run_.written, limit);
}

bool SpanParser::read_escape() {
  if (!is_escapable(peek(1))) return false;
  flush_text(run_.at);
  run_.text_begin = run_.at + 1;
  take_text(run_.at + 2);
  return true;
}

// Two spaces or two backslashes at a line's end, or GFM's one backslash. Spaces are noticed at the LF.
bool SpanParser::read_line_break() {
  if (here() == '\n') {
    if (!is_behind("  ")) return false;
    add(Kind::kLineBreak, run_.at - 2, run_.at);
    return true;
  }
  const std::string_view ahead = rest();
  std::uint32_t size = 0;
  if (ahead.starts_with("\\\\\n")) size = 2;
  if (ahead.starts_with("\\\n")) {
    // GFM's way is none inside HTML, and at a block's end the backslash just goes.
    if (html_depth_ > 0 || is_in(kInStrikethrough)) return false;
    if (run_.at + 2 == run_.end && run_.kind == Kind::kParagraph) {
      flush_text(run_.at);
      run_.text_begin = run_.at + 1;
      take_text(run_.at + 2);
      return true;
    }
    size = 1;
  }
  if (size == 0) return false;
  add(Kind::kLineBreak, run_.at, run_.at + size);
  return true;
}

}  // namespace depeche::markdown::kramdown
