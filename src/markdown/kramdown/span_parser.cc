#include "markdown/kramdown/span_parser.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.h"
#include "markdown/kramdown/apply_attributes.h"
#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/entities.h"
#include "markdown/kramdown/extension_tag.h"
#include "markdown/kramdown/smart_quotes.h"

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

std::size_t common_prefix(std::string_view one, std::string_view other) {
  const auto size = static_cast<std::ptrdiff_t>(std::min(one.size(), other.size()));
  return static_cast<std::size_t>(std::mismatch(one.begin(), one.begin() + size, other.begin()).first -
                                  one.begin());
}

// Next to the tildes of `~~text~~`, within.
bool is_inner(char c) {
  return c != '~' && !is_space(c);
}

}  // namespace

bool is_escapable(char c) {
  return c != '\0' && std::string_view("\\.*_+`<>()[]{}#!:|\"'$=-~").find(c) != std::string_view::npos;
}

SpanParser::SpanParser(const Definitions& definitions, const Options& options, Expansions& expansions,
                       TreeBuilder& builder)
    : definitions_(definitions), expansions_(expansions), builder_(builder), options_(options) {
  for (const auto& [name, definition] : definitions.abbreviations) {
    abbreviation_begins_.insert(name[0]);
    longest_abbreviation_ = std::max(longest_abbreviation_, name.size());
  }
}

void SpanParser::parse(const Passage& passage, Range range, std::string* plain, NodeId before) {
  passage_ = &passage;
  text_ = passage.text().substr(0, range.end);
  lines_ = Lines(text_);
  code_.emplace(text_, range.begin);
  range_begin_ = at_ = text_begin_ = written_ = scanned_ = token_begin_ = range.begin;
  end_ = range.end;
  last_element_ = before;
  context_ = 0;
  kind_ = Kind::kParagraph;
  work_left_ = kMinWork + kWorkPerByte * range.size();
  plain_ = plain;
  brackets_.clear();
  // Not clear(), which would keep the buckets of the longest paragraph and pass over them for each.
  unclosed_ = decltype(unclosed_)();
  tildes_from_ = 1;
  tildes_at_ = 0;
  Element whole;
  read_until(whole);
  flush_text(end_);
}

std::vector<OptionsTag> SpanParser::read_options(const Passage& passage, Range range) {
  std::vector<OptionsTag> found;
  const TreeBuilder::Mark mark = builder_.mark();
  const std::size_t expanded = expansions_.used();
  options_tags_ = &found;
  parse(passage, range);
  options_tags_ = nullptr;
  builder_.rewind(mark);
  expansions_.take_back(expanded);
  return found;
}

void SpanParser::parse_html_text(const Passage& passage, Range range) {
  passage_ = &passage;
  text_ = passage.text().substr(0, range.end);
  at_ = text_begin_ = written_ = scanned_ = token_begin_ = range.begin;
  end_ = range.end;
  plain_ = nullptr;
  context_ = kInRawHtml;
  reads_abbreviations_ = false;
  read_references(end_);
  flush_text(end_);
  reads_abbreviations_ = true;
}

// Reads the character references up to `end`, and nothing else.
void SpanParser::read_references(Position end) {
  while (at_ < end) {
    at_ = static_cast<Position>(std::min<std::size_t>(text_.substr(0, end).find('&', at_), end));
    if (at_ < end && !read_entity()) ++at_;
  }
}

void SpanParser::add_literal(const Passage& passage, Range range) {
  passage_ = &passage;
  while (!range.empty()) {
    const Passage::Piece piece = passage.first_piece(range);
    const NodeId node = builder_.add(Kind::kText, piece.source);
    if (!piece.is_source) builder_.set_text(node, passage.text(piece.range));
    range.begin = piece.range.end;
  }
}

// -- Reading on

// The next place, from `from` on, where a construct may be noticed.
Position SpanParser::next_special(Position from) const {
  std::size_t at = kSpecials.next_in(text_, from);
  while (at < end_ && is_plain(text_[at], at + 1 < end_ ? text_[at + 1] : '\0')) {
    at = kSpecials.next_in(text_, at + 1);
  }
  return static_cast<Position>(at);
}

// Reads tokens until the element's end, which it does not take, or the text's. False at the text's end.
bool SpanParser::read_until(Element& element) {
  for (at_ = next_special(at_); at_ < end_; at_ = next_special(at_)) {
    if (element.stop != Stop::kEnd && stops_here(element)) return true;
    if (text_[at_] == '{' && read_liquid(element)) continue;
    const std::size_t brackets = brackets_.size();
    const bool opens_image = element.stop == Stop::kBracket && text_[at_] == '!' && peek(1) == '[';
    const NodeId before = last_element_;
    if (opens_image) brackets_.push_back(at_ + 1);
    read_token();
    // An image took its own bracket along.
    if (opens_image && last_element_ != before && last_element_ != kNoNode) brackets_.resize(brackets);
  }
  return false;
}

// `{{ … }}` or `{% … %}`: text like other text, in a node of its own where nothing in it goes on outside.
bool SpanParser::read_liquid(Element& element) {
  const char mark = peek(1);
  if ((mark != '{' && mark != '%') || is_in_liquid_ || is_in(kInRawHtml) || !may_try()) return false;
  const std::size_t close = lines_.find(mark == '{' ? "}}" : "%}", at_ + 2);
  if (close >= end_) return false;
  const auto end = static_cast<Position>(close) + 2;
  const State state = save();
  const std::vector<Position> brackets = brackets_;
  work_left_ -= static_cast<std::int64_t>(brackets.size());
  flush_text(at_);
  const NodeId node = builder_.open(Kind::kLiquid, source(at_, at_).begin);
  is_in_liquid_ = true;
  bool goes_on_outside = false;
  ++at_;
  while (at_ < end && !goes_on_outside) {
    if (const Position special = next_special(at_); special > at_) {
      at_ = std::min(special, end);
    } else if (element.stop != Stop::kEnd && stops_here(element)) {
      goes_on_outside = true;
    } else {
      read_token();
    }
  }
  is_in_liquid_ = false;
  if (goes_on_outside || at_ != end) {
    brackets_ = brackets;
    give_up(state);
    return false;
  }
  flush_text(end);
  builder_.close(passage_->source({end - 1, end}).end);
  builder_.set_text(node, passage_->text({state.at, end}));
  return true;
}

bool SpanParser::stops_here(Element& element) {
  switch (element.stop) {
    case Stop::kEnd:
      return false;
    case Stop::kMarks: {
      if (!starts_with(element.mark) || at_ == element.begin || is_space(text_[at_ - 1])) return false;
      const char mark = element.mark[0];
      if (element.kind == Kind::kEmphasis && peek(1) == mark && peek(2) != mark) return false;
      const Position behind = at_ + static_cast<Position>(element.mark.size());
      return mark != '_' || !is_alphanumeric(code_point_at(text_, behind));
    }
    case Stop::kBracket:
      if (text_[at_] == '[') brackets_.push_back(at_);
      if (text_[at_] != ']') return false;
      brackets_.pop_back();
      return brackets_.size() == element.first_bracket;
    case Stop::kEndTag: {
      if (text_[at_] != '<' || peek(1) != '/') return false;
      const auto tag = scan_end_tag(text_, at_);
      return tag && tag->name == element.mark;
    }
  }
  return false;
}

// What begins at a special character: a construct, or text.
void SpanParser::read_token() {
  bool done = false;
  const bool only_html = is_in(kInRawHtml);
  switch (text_[at_]) {
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
  if (!done) ++at_;
}

SpanParser::State SpanParser::save() {
  // An abbreviation is settled where none that is longer could reach what comes.
  if (at_ > longest_abbreviation_) {
    write_abbreviations(at_ - static_cast<Position>(longest_abbreviation_), at_);
  }
  return {builder_.mark(),
          at_,
          text_begin_,
          token_begin_,
          last_element_,
          context_,
          kind_,
          plain_ ? plain_->size() : 0,
          written_,
          scanned_,
          expansions_.used()};
}

void SpanParser::restore(const State& state) {
  builder_.rewind(state.mark);
  at_ = state.at;
  text_begin_ = state.text_begin;
  token_begin_ = state.token_begin;
  last_element_ = state.last_element;
  context_ = state.context;
  kind_ = state.kind;
  written_ = state.written;
  scanned_ = state.scanned;
  expansions_.take_back(state.expanded);
  if (plain_) plain_->resize(state.plain_size);
}

void SpanParser::give_up(const State& state) {
  work_left_ -= at_ - state.at;
  work_left_ -= kWorkPerNode * static_cast<std::int64_t>(builder_.mark().nodes - state.mark.nodes);
  restore(state);
}

NodeId SpanParser::open(Kind kind, Position begin) {
  flush_text(begin);
  const NodeId node = builder_.open(kind, source(begin, begin).begin);
  last_element_ = kNoNode;
  return node;
}

void SpanParser::close(NodeId node, Position end) {
  builder_.close(passage_->source({end - 1, end}).end);
  at_ = text_begin_ = token_begin_ = end;
  last_element_ = node;
}

NodeId SpanParser::add(Kind kind, Position begin, Position end) {
  flush_text(begin);
  const NodeId node = builder_.add(kind, source(begin, end));
  at_ = text_begin_ = token_begin_ = end;
  last_element_ = node;
  return node;
}

void SpanParser::flush_text(Position end) {
  if (text_begin_ < end) {
    add_text({text_begin_, end});
    last_element_ = kNoNode;
  }
  text_begin_ = end;
}

// -- Text

// The longest abbreviation that stands at `at` as a word, before `end`.
const SpanParser::Abbreviation* SpanParser::abbreviation_at(Position at, Position end) const {
  if (at > range_begin_ && is_word(text_[at - 1])) return nullptr;
  // Of names in order, those that `text` begins with come right before it, the longest last.
  std::string_view text = text_.substr(at, end - at);
  while (!text.empty()) {
    const auto behind = definitions_.abbreviations.upper_bound(text);
    if (behind == definitions_.abbreviations.begin()) return nullptr;
    const Abbreviation& nearest = *std::prev(behind);
    const std::string_view name = nearest.first;
    if (!text.starts_with(name)) {
      text = text.substr(0, common_prefix(text, name));
      continue;
    }
    const Position behind_name = at + static_cast<Position>(name.size());
    if (behind_name == end || !is_word(text_[behind_name])) return &nearest;
    text = text.substr(0, name.size() - 1);
  }
  return nullptr;
}

// Writes the text that ends here, with the abbreviations in it.
void SpanParser::add_text(Range range) {
  write_abbreviations(range.end, range.end);
  const Range rest{written_, range.end};
  if (rest.empty()) return;
  add_plain(passage_->text(rest));
  add_literal(*passage_, rest);
  written_ = scanned_ = range.end;
}

// Writes the abbreviations that begin before `limit`, each with the text before it, of the text that goes up to `end` or
// beyond; from where it left off.
void SpanParser::write_abbreviations(Position limit, Position end) {
  written_ = std::max(written_, text_begin_);
  scanned_ = std::max(scanned_, text_begin_);
  if (definitions_.abbreviations.empty() || !reads_abbreviations_ || scanned_ >= limit) return;
  work_left_ -= limit - scanned_;
  const std::string_view text = text_.substr(0, limit);
  const auto next_begin = [&](std::size_t from) {
    return static_cast<Position>(abbreviation_begins_.next_in(text, from));
  };
  for (Position at = next_begin(scanned_); at < limit;) {
    const Abbreviation* found = abbreviation_at(at, end);
    if (!found || !expansions_.use(found->second.title.size())) {
      at = next_begin(at + 1);
      continue;
    }
    const auto& [name, definition] = *found;
    const Position name_end = at + static_cast<Position>(name.size());
    add_plain(passage_->text({written_, name_end}));
    add_literal(*passage_, {written_, at});
    const NodeId node = builder_.add(Kind::kAbbreviation, source(at, name_end));
    builder_.set_text(node, name);
    if (!definition.title.empty()) {
      builder_.set_attribute(node, "title", resolve_references(definition.title), {});
    }
    apply_attributes(definitions_, definition.attributes, expansions_, builder_, node);
    written_ = name_end;
    at = next_begin(std::min<std::size_t>(name_end, limit));
  }
  scanned_ = std::max(written_, limit);
}

bool SpanParser::read_escape() {
  if (!is_escapable(peek(1))) return false;
  flush_text(at_);
  text_begin_ = at_ + 1;
  take_text(at_ + 2);
  return true;
}

// Two spaces or two backslashes at a line's end, or GFM's one backslash. Spaces are noticed at the LF.
bool SpanParser::read_line_break() {
  if (text_[at_] == '\n') {
    if (!is_behind("  ")) return false;
    add(Kind::kLineBreak, at_ - 2, at_);
    return true;
  }
  const std::string_view ahead = rest();
  Position size = 0;
  if (ahead.starts_with("\\\\\n")) size = 2;
  if (ahead.starts_with("\\\n")) {
    // GFM's way is none inside HTML, and at a block's end the backslash just goes.
    if (html_depth_ > 0 || is_in(kInStrikethrough)) return false;
    if (at_ + 2 == end_ && kind_ == Kind::kParagraph) {
      flush_text(at_);
      text_begin_ = at_ + 1;
      take_text(at_ + 2);
      return true;
    }
    size = 1;
  }
  if (size == 0) return false;
  add(Kind::kLineBreak, at_, at_ + size);
  return true;
}

// -- Emphasis

bool SpanParser::read_emphasis() {
  const Position begin = at_;
  const char mark = text_[at_];
  const Position size = peek(1) == mark ? 2 : 1;
  const Kind kind = size == 2 ? Kind::kStrong : Kind::kEmphasis;
  const Position behind = begin + size;

  // Behind a letter, or a letter and a hyphen, underscores are text.
  const Position before = begin > 0 && text_[begin - 1] == '-' ? begin - 1 : begin;
  const bool is_in_word = mark == '_' && is_alphabetic(code_point_before(text_, before));
  const bool is_nested = is_in(kind == Kind::kStrong ? kInStrong : kInEmphasis);
  if (is_in_word || is_nested || (behind < end_ && is_space(text_[behind]))) {
    take_text(behind);
    return true;
  }
  if (try_emphasis(kind, begin, size)) return true;
  if (kind == Kind::kStrong && kind_ != Kind::kEmphasis && try_emphasis(Kind::kEmphasis, begin, 1))
    return true;
  take_text(behind);
  return true;
}

bool SpanParser::try_emphasis(Kind kind, Position begin, Position size) {
  const std::uint64_t key = std::uint64_t{begin} << 32 | std::uint64_t{size} << 28 | context_;
  if (!may_try() || unclosed_.contains(key)) return false;
  const State state = save();
  const NodeId node = open(kind, begin);
  Element element;
  element.stop = Stop::kMarks;
  element.mark = text_.substr(begin, size);
  element.kind = kind;
  element.begin = begin + size;
  context_ |= kind == Kind::kStrong ? kInStrong : kInEmphasis;
  kind_ = kind;
  at_ = text_begin_ = token_begin_ = element.begin;
  if (!read_until(element)) {
    give_up(state);
    unclosed_.insert(key);
    return false;
  }
  const Position content_end = at_;
  flush_text(content_end);
  builder_.set_content(node, source(element.begin, content_end));
  context_ = state.context;
  kind_ = state.kind;
  close(node, content_end + size);
  return true;
}

// The next tildes that can close, from `from` on.
std::size_t SpanParser::next_tildes(Position from) {
  if (tildes_from_ <= from && from <= tildes_at_) return tildes_at_;
  tildes_from_ = from;
  tildes_at_ = text_.find("~~", from);
  while (tildes_at_ != text_.npos && !is_inner(text_[tildes_at_ - 1]))
    tildes_at_ = text_.find("~~", tildes_at_ + 1);
  return tildes_at_;
}

// `~~text~~`: no white space and no further tilde on the inner sides.
bool SpanParser::read_strikethrough() {
  const Position begin = at_;
  if (peek(1) != '~' || at_ + 2 >= end_ || !is_inner(text_[at_ + 2])) return false;
  if (is_in(kInStrikethrough) || !may_try()) return false;
  // What it holds ends at the first tildes that can close, whatever begins before and would go on behind.
  const std::size_t content_end = next_tildes(begin + 3);
  if (content_end >= end_) return false;
  const NodeId node = open(Kind::kStrikethrough, begin);
  const State state = save();
  const Range content{begin + 2, static_cast<Position>(content_end)};
  context_ = kInStrikethrough;  // what is open around is forgotten
  kind_ = Kind::kStrikethrough;
  read_within(content);
  context_ = state.context;
  kind_ = state.kind;
  builder_.set_content(node, source(content.begin, content.end));
  close(node, content.end + 2);
  return true;
}

// Reads a range of the text as if there were nothing behind it.
void SpanParser::read_within(Range range) {
  const Position outer_end = std::exchange(end_, range.end);
  const std::string_view outer_text = std::exchange(text_, text_.substr(0, range.end));
  const Lines outer_lines = std::exchange(lines_, Lines(text_));
  const std::optional<CodeSpanScanner> outer_code = std::exchange(code_, CodeSpanScanner(text_, range.begin));
  at_ = text_begin_ = token_begin_ = range.begin;
  Element whole;
  read_until(whole);
  flush_text(end_);
  end_ = outer_end;
  text_ = outer_text;
  lines_ = outer_lines;
  code_ = outer_code;
}

// -- Code, math, references

bool SpanParser::read_code() {
  const Position begin = at_;
  const CodeSpanScanner::Found found = code_->scan(at_);
  if (!found.is_code) {
    take_text(found.end);
    return true;
  }
  const NodeId node = add(Kind::kCodeSpan, begin, found.end);
  builder_.set_content(node, source(found.content.begin, found.content.end));
  const std::string_view content = passage_->text(found.content);
  builder_.set_text(node, content);
  add_plain(content);
  return true;
}

bool SpanParser::read_math() {
  const Position begin = at_;
  const bool is_escaped = text_[at_] == '\\';
  const Position open = begin + (is_escaped ? 1 : 0);
  if (text_.substr(open, 2) != "$$") return false;
  const std::size_t close = lines_.find("$$", open + 2);
  if (close == text_.npos) return false;
  if (is_escaped) {
    flush_text(begin);
    text_begin_ = open;
    take_text(open + 2);
    return true;
  }
  const Range content = lines_.trim({open + 2, static_cast<Position>(close)});
  const NodeId node = add(Kind::kMathSpan, begin, static_cast<Position>(close) + 2);
  builder_.set_content(node, source(content.begin, content.end));
  builder_.set_text(node, passage_->text(content));
  add_plain(passage_->text(content));
  return true;
}

// `<https://…>` or `<name@host>`.
bool SpanParser::read_autolink() {
  const Position begin = at_;
  const std::string_view ahead = rest().substr(1);
  bool is_url = false;
  for (const std::string_view scheme : {"mailto:", "http:", "https:", "ftp:", "ftps:"}) {
    is_url = is_url || ahead.starts_with(scheme);
  }
  Position close = begin + 1;
  if (is_url) {
    const auto behind_scheme = static_cast<Position>(text_.find(':', begin)) + 2;
    const std::size_t found = lines_.find(">", behind_scheme);
    if (found >= end_ || lines_.find("\n", begin) < found) return false;
    close = static_cast<Position>(found);
  } else {
    int ats = 0;
    Position part = close;
    while (close < end_ && text_[close] != '>') {
      const char c = text_[close];
      if (c == '@') {
        if (close == part || ++ats > 1) return false;
        part = close + 1;
      } else if (c != '-' && c != '.' && c != '_' && !is_alphanumeric(code_point_at(text_, close))) {
        return false;
      }
      close += decode_utf8(text_, close).size;
    }
    if (close >= end_ || ats != 1 || close == part || text_[part] == '.') return false;
  }
  const std::string_view address = text_.substr(begin + 1, close - begin - 1);
  const bool is_mail = address.starts_with("mailto:");
  const NodeId node = open(Kind::kLink, begin);
  builder_.set_content(node, source(begin + 1, close));
  builder_.add_attribute(
      node, {"href", (is_url ? "" : "mailto:") + resolve_references(address), source(begin + 1, close)});
  // The label is text, with abbreviations and references.
  const std::uint32_t outer_context = std::exchange(context_, context_ | kInRawHtml);
  at_ = text_begin_ = begin + 1 + (is_mail ? 7u : 0u);
  read_references(close);
  flush_text(close);
  context_ = outer_context;
  this->close(node, close + 1);
  return true;
}

bool SpanParser::read_footnote_reference() {
  if (peek() != '[' || peek(1) != '^' || !is_word(peek(2))) return false;
  Position close = at_ + 2;
  while (close < end_ && (is_word(text_[close]) || text_[close] == '-' || text_[close] == ':')) ++close;
  if (close >= end_ || text_[close] != ']') return false;
  const std::string_view name = text_.substr(at_ + 2, close - at_ - 2);
  if (!definitions_.footnotes.contains(std::string(name))) {
    take_text(close + 1);
    return true;
  }
  const Position begin = at_;
  const NodeId node = add(Kind::kFootnoteReference, begin, close + 1);
  builder_.set_content(node, source(begin + 2, close));
  builder_.set_label(node, name);
  return true;
}

// -- Typography

bool SpanParser::read_smart_quote() {
  // A quote is judged with the character before it, where that is text of the same run.
  const Position quote = at_;
  Position begin = quote;
  if (quote > token_begin_ && text_[quote - 1] != '\\') {
    begin = static_cast<Position>(previous_code_point(text_, quote));
  }
  const SmartQuote found = smart_quote(text_, begin);
  Position at = begin + static_cast<Position>(found.before);
  for (const std::string_view replacement : {found.first, found.second}) {
    if (replacement.empty()) continue;
    const NodeId node = add(Kind::kSmartQuote, at, at + 1);
    constexpr std::array<std::string_view, 4> kQuotes = {"‘", "’", "“", "”"};
    const auto quote_kind = std::find(kQuotes.begin(), kQuotes.end(), replacement) - kQuotes.begin();
    builder_.set_text(node, options_.smart_quotes[static_cast<std::size_t>(quote_kind)]);
    ++at;
  }
  return true;
}

bool SpanParser::read_symbol() {
  struct Symbol {
    std::string_view source, text;
  };
  constexpr Symbol kSymbols[] = {
      {"---", "—"},       {"--", "–"},        {"...", "…"}, {"\\<<", "<<"}, {"\\>>", ">>"},
      {"<< ", "«\u00A0"}, {" >>", "\u00A0»"}, {"<<", "«"},  {">>", "»"},
  };
  const Position begin = text_[at_] == '>' && is_behind(" ") ? at_ - 1 : at_;
  for (const Symbol& symbol : kSymbols) {
    if (!text_.substr(begin).starts_with(symbol.source)) continue;
    const Position end = begin + static_cast<Position>(symbol.source.size());
    const NodeId node = add(Kind::kTypographicSymbol, begin, end);
    builder_.set_text(node, symbol.text);
    return true;
  }
  return false;
}

bool SpanParser::read_entity() {
  const auto reference = scan_reference(text_, at_);
  if (!reference) return false;
  // In text that Markdown reads, an unknown name is text; in raw HTML it is passed on.
  if (reference->is_named && !reference->code_point && !is_in(kInRawHtml)) {
    take_text(at_ + static_cast<Position>(reference->size));
    return true;
  }
  const std::string_view whole = text_.substr(at_, reference->size);
  const NodeId node = add(Kind::kEntity, at_, at_ + static_cast<Position>(reference->size));
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

// -- Extensions and attribute lists

bool SpanParser::read_extension_or_attributes() {
  if (peek(1) != ':') return false;
  const Position begin = at_;
  if (const auto tag = scan_extension_tag(*passage_, lines_, at_)) {
    Range content{tag->end, tag->end};
    Position end = tag->end;
    if (!tag->is_closed) {
      const std::size_t close = std::min(lines_.find("{:/}", end), lines_.find(end_tag(tag->extension), end));
      if (close == text_.npos) return false;
      content.end = static_cast<Position>(close);
      end = extension_end_tag(lines_, content.end, tag->extension);
    }
    const NodeId before = text_begin_ == at_ ? last_element_ : kNoNode;
    const NodeId node = add(Kind::kExtension, begin, end);
    // One that shows nothing leaves an attribute list to the element before it.
    if (tag->is_closed || tag->extension == Extension::kOptions) last_element_ = before;
    builder_.set_name(node, name(tag->extension));
    builder_.set_self_closed(node, tag->is_closed);
    for (const Attribute& attribute : tag->attributes.attributes) builder_.add_attribute(node, attribute);
    if (tag->extension == Extension::kOptions) {
      if (set_options(tag->attributes, options_)) sets_options_ = true;
      if (options_tags_) options_tags_->push_back({source(begin, end), tag->attributes});
    }
    builder_.set_content(node, source(content.begin, content.end));
    builder_.set_text(node, passage_->text(content));
    return true;
  }
  const Range list = lines_.attribute_list(at_);
  if (list.empty() || last_element_ == kNoNode || text_begin_ != at_) return false;
  // `{::name}` that is not known, or `{:/name}` that ends nothing.
  if (text_[list.begin] == ':') {
    Position name_end = list.begin + 1;
    while (is_word(text_[name_end])) ++name_end;
    const char behind = text_[name_end];
    if (name_end > list.begin + 1 && (name_end == list.end || behind == '/' || is_space(behind)))
      return false;
  }
  if (text_[list.begin] == '/') {
    const std::string_view name = text_.substr(list.begin + 1, list.size() - 1);
    if (std::all_of(name.begin(), name.end(), is_word)) return false;
  }
  AttributeList attributes;
  read_attribute_list(*passage_, list, attributes);
  if (attributes.refers_to("standalone")) builder_.set_name(last_element_, "standalone");
  const NodeId element = last_element_;
  apply_attributes(definitions_, attributes, expansions_, builder_, element);
  add(Kind::kAttributeList, begin, list.end + 1);
  last_element_ = element;
  return true;
}

}  // namespace depeche::markdown::kramdown
