// Emphasis: `*text*`, `**text**`, the same with `_`; and what is struck through: `~~text~~`.
#include <utility>

#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/span_parser.h"

namespace depeche::markdown::kramdown {
namespace {

// Next to the tildes of `~~text~~`, within.
bool is_inner(char c) {
  return c != '~' && !is_space(c);
}

}  // namespace

bool SpanParser::read_emphasis() {
  const PassageOffset begin = run_.at;
  const char mark = here();
  const std::uint32_t size = peek(1) == mark ? 2 : 1;
  const Kind kind = size == 2 ? Kind::kStrong : Kind::kEmphasis;
  const PassageOffset behind = begin + size;

  // Behind a letter, or a letter and a hyphen, underscores are text.
  const PassageOffset before = begin && run_.text[begin - 1] == '-' ? begin - 1 : begin;
  const bool is_in_word = mark == '_' && is_alphabetic(code_point_before(run_.text, before));
  const bool is_nested = is_in(kind == Kind::kStrong ? kInStrong : kInEmphasis);
  if (is_in_word || is_nested || (behind < run_.end && is_space(run_.text[behind]))) {
    take_text(behind);
    return true;
  }
  if (try_emphasis(kind, begin, size)) return true;
  if (kind == Kind::kStrong && run_.kind != Kind::kEmphasis && try_emphasis(Kind::kEmphasis, begin, 1))
    return true;
  take_text(behind);
  return true;
}

bool SpanParser::try_emphasis(Kind kind, PassageOffset begin, std::uint32_t size) {
  const std::uint64_t key = attempt_key(begin, size, run_.context);
  if (!may_try() || run_.unclosed.contains(key)) return false;
  const Attempt attempt = begin_attempt();
  const NodeId node = open(kind, begin);
  Element element;
  element.stop = Stop::kMarks;
  element.mark = run_.text.substr(begin, size);
  element.kind = kind;
  element.begin = begin + size;
  run_.context |= kind == Kind::kStrong ? kInStrong : kInEmphasis;
  run_.kind = kind;
  go_on(element.begin);
  if (!read_until(element)) {
    give_up(attempt);
    run_.unclosed.insert(key);
    return false;
  }
  const PassageOffset content_end = run_.at;
  flush_text(content_end);
  builder_.set_content(node, source(element.begin, content_end));
  run_.context = attempt.before.context;
  run_.kind = attempt.before.kind;
  close(node, content_end + size);
  return true;
}

// The next tildes that can close, from `from` on.
std::size_t SpanParser::next_tildes(PassageOffset from) {
  if (run_.tildes_from <= from && from <= run_.tildes_at) return run_.tildes_at;
  run_.tildes_from = from;
  run_.tildes_at = run_.text.find("~~", from);
  while (run_.tildes_at != run_.text.npos && !is_inner(run_.text[run_.tildes_at - 1]))
    run_.tildes_at = run_.text.find("~~", run_.tildes_at + 1);
  return run_.tildes_at;
}

// `~~text~~`: no white space and no further tilde on the inner sides.
bool SpanParser::read_strikethrough() {
  const PassageOffset begin = run_.at;
  if (peek(1) != '~' || run_.at + 2 >= run_.end || !is_inner(run_.text[run_.at + 2])) return false;
  if (is_in(kInStrikethrough) || !may_try()) return false;
  // What it holds ends at the first tildes that can close, whatever begins before and would go on behind.
  const std::size_t content_end = next_tildes(begin + 3);
  if (content_end >= run_.end) return false;
  const NodeId node = open(Kind::kStrikethrough, begin);
  const Kind outer_kind = std::exchange(run_.kind, Kind::kStrikethrough);
  // What is open around is forgotten.
  const std::uint32_t outer_context = std::exchange(run_.context, std::uint32_t{kInStrikethrough});
  const Range content{begin + 2, PassageOffset(content_end)};
  read_within(content);
  run_.context = outer_context;
  run_.kind = outer_kind;
  builder_.set_content(node, source(content.begin, content.end));
  close(node, content.end + 2);
  return true;
}

}  // namespace depeche::markdown::kramdown
