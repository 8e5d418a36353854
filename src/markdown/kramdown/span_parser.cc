#include "markdown/kramdown/span_parser.h"

#include <algorithm>
#include <utility>

#include "markdown/kramdown/characters.h"

namespace depeche::markdown::kramdown {
namespace {

// Steps that attempts may waste, per byte of text. Text that people write stays far below.
constexpr std::int64_t kWorkPerByte = 128;
constexpr std::int64_t kMinWork = 1 << 16;
constexpr std::int64_t kWorkPerNode = 16;  // that an attempt made and takes back

// The characters at which a construct is noticed. Spaces are so many that what begins with one is noticed
// behind it: ` >>` at its `>`, two spaces that break a line at the LF.
constexpr ByteSet kSpecials("*_`<>[]!\"'${&.-\\~\n");

// Whether a special character means nothing for the one behind it. Most are full stops and hyphens.
bool is_plain(char c, char next) {
  switch (c) {
    case '.':
    case '-':
    case '>':
      return next != c;
    case '!':
      return next != '[';
    default:
      return false;
  }
}

}  // namespace

SpanParser::SpanParser(const Definitions& definitions, const Options& options, Expansions& expansions,
                       TreeBuilder& builder)
    : definitions_(definitions), expansions_(expansions), builder_(builder), options_(options) {
  for (const auto& [name, definition] : definitions.abbreviations) {
    abbreviation_begins_.insert(name[0]);
    longest_abbreviation_ = std::max(longest_abbreviation_, name.size());
  }
}

SpanParser::Run::Run(const Passage& read, Range range)
    : Window(read.text().substr(0, range.end), range.begin),
      passage(&read),
      begin(range.begin),
      work_left(kMinWork + kWorkPerByte * range.size()) {
  at = text_begin = written = scanned = token_begin = begin;
}

void SpanParser::parse(const Passage& passage, Range range, std::string* plain, NodeId before) {
  run_ = Run(passage, range);
  run_.plain = plain;
  run_.last_element = before;
  read_all();
}

std::vector<OptionsTag> SpanParser::read_options(const Passage& passage, Range range) {
  std::vector<OptionsTag> found;
  const TreeBuilder::Mark mark = builder_.mark();
  const std::size_t expanded = expansions_.used();
  run_ = Run(passage, range);
  run_.options_tags = &found;
  read_all();
  builder_.rewind(mark);
  expansions_.take_back(expanded);
  return found;
}

void SpanParser::parse_html_text(const Passage& passage, Range range) {
  run_ = Run(passage, range);
  run_.context = kInRawHtml;
  run_.reads_abbreviations = false;
  read_references(run_.end);
  flush_text(run_.end);
}

// -- Reading on

// Reads the window to its end.
void SpanParser::read_all() {
  Element whole;
  read_until(whole);
  flush_text(run_.end);
}

// Reads a range of the text as if there were nothing behind it.
void SpanParser::read_within(Range range) {
  Window outer = std::exchange(run_.window(), Window(run_.text.substr(0, range.end), range.begin));
  go_on(range.begin);
  read_all();
  run_.window() = std::move(outer);
}

// The next place, from `from` on, where a construct may be noticed.
PassageOffset SpanParser::next_special(PassageOffset from) const {
  std::size_t at = kSpecials.next_in(run_.text, from);
  while (at < run_.end && is_plain(run_.text[at], at + 1 < run_.end ? run_.text[at + 1] : '\0')) {
    at = kSpecials.next_in(run_.text, at + 1);
  }
  return PassageOffset(at);
}

// Reads tokens until the element's end, which it does not take, or the text's. False at the text's end.
bool SpanParser::read_until(Element& element) {
  for (run_.at = next_special(run_.at); run_.at < run_.end; run_.at = next_special(run_.at)) {
    if (element.stop != Stop::kEnd && stops_here(element)) return true;
    if (here() == '{' && read_liquid(element)) continue;
    const std::size_t brackets = run_.brackets.size();
    const bool opens_image = element.stop == Stop::kBracket && here() == '!' && peek(1) == '[';
    const NodeId before = run_.last_element;
    if (opens_image) run_.brackets.push_back(run_.at + 1);
    read_token();
    // An image took its own bracket along.
    if (opens_image && run_.last_element != before && run_.last_element != kNoNode)
      run_.brackets.resize(brackets);
  }
  return false;
}

bool SpanParser::stops_here(Element& element) {
  switch (element.stop) {
    case Stop::kEnd:
      return false;
    case Stop::kMarks: {
      if (!starts_with(element.mark) || run_.at == element.begin || is_space(run_.text[run_.at - 1]))
        return false;
      const char mark = element.mark[0];
      if (element.kind == Kind::kEmphasis && peek(1) == mark && peek(2) != mark) return false;
      const PassageOffset behind = run_.at + element.mark.size();
      return mark != '_' || !is_alphanumeric(code_point_at(run_.text, behind));
    }
    case Stop::kBracket:
      if (here() == '[') run_.brackets.push_back(run_.at);
      if (here() != ']') return false;
      run_.brackets.pop_back();
      return run_.brackets.size() == element.first_bracket;
    case Stop::kEndTag: {
      if (here() != '<' || peek(1) != '/') return false;
      const auto tag = scan_end_tag(run_.text, run_.at);
      return tag && tag->name == element.mark;
    }
  }
  return false;
}

// What begins at a special character: a construct, or text.
void SpanParser::read_token() {
  bool done = false;
  const bool only_html = is_in(kInRawHtml);
  switch (here()) {
    case '*':
    case '_':
      done = !only_html && read_emphasis();
      break;
    case '`':
      done = !only_html && read_code();
      break;
    case '<':
      done = (!only_html && read_autolink()) || read_html() || (!only_html && read_symbol());
      break;
    case '!':
    case '[':
      done = !only_html && (read_footnote_reference() || read_link());
      break;
    case '"':
    case '\'':
      done = !only_html && read_smart_quote();
      break;
    case '$':
      done = !only_html && read_math();
      break;
    case '{':
      done = !only_html && read_extension_or_attributes();
      break;
    case '&':
      done = read_entity();
      break;
    case '~':
      done = !only_html && read_strikethrough();
      break;
    case '.':
    case '-':
    case '>':
      done = !only_html && read_symbol();
      break;
    case '\n':
      done = !only_html && read_line_break();
      break;
    case '\\':
      done = !only_html && (read_math() || read_symbol() || read_line_break() || read_escape());
      break;
    default:
      break;
  }
  if (!done) ++run_.at;
}

SpanParser::Attempt SpanParser::begin_attempt() {
  // An abbreviation is settled where none that is longer could reach what comes.
  if (run_.at > longest_abbreviation_) {
    write_abbreviations(run_.at - longest_abbreviation_, run_.at);
  }
  return {run_.progress(), builder_.mark(), run_.plain ? run_.plain->size() : 0, expansions_.used()};
}

void SpanParser::give_up(const Attempt& attempt) {
  run_.work_left -= run_.at - attempt.before.at;
  run_.work_left -= kWorkPerNode * static_cast<std::int64_t>(builder_.mark().nodes - attempt.mark.nodes);
  run_.progress() = attempt.before;
  builder_.rewind(attempt.mark);
  expansions_.take_back(attempt.expanded);
  if (run_.plain) run_.plain->resize(attempt.plain_size);
}

NodeId SpanParser::open(Kind kind, PassageOffset begin) {
  flush_text(begin);
  const NodeId node = builder_.open(kind, source(begin, begin).begin);
  run_.last_element = kNoNode;
  return node;
}

void SpanParser::close(NodeId node, PassageOffset end) {
  builder_.close(run_.passage->source({end - 1, end}).end);
  go_on(end);
  run_.last_element = node;
}

NodeId SpanParser::add(Kind kind, PassageOffset begin, PassageOffset end) {
  flush_text(begin);
  const NodeId node = builder_.add(kind, source(begin, end));
  go_on(end);
  run_.last_element = node;
  return node;
}

}  // namespace depeche::markdown::kramdown
