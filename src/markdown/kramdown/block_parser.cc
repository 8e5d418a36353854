#include "markdown/kramdown/block_parser.h"

#include <algorithm>
#include <utility>

#include "markdown/kramdown/characters.h"

namespace depeche::markdown::kramdown {

std::string normal_link_id(std::string_view id) {
  std::string out;
  for (std::size_t at = 0; at < id.size(); ++at) {
    if (!is_space(id[at])) {
      out += id[at];
    } else if (at == 0 || !is_space(id[at - 1])) {
      out += ' ';
    }
  }
  return lowercase(out);
}

BlockParser::BlockParser(Document& document, BlockId parent, const Passage& passage) : document_(document) {
  cursor_.passage = &passage;
  cursor_.parent = parent;
  cursor_.lines = Lines(passage.text());
  cursor_.end = passage.end();
  depth_ = 1;
}

Section BlockParser::read_section() {
  Section section;
  section.begin = cursor_.passage->source(cursor_.at);
  cursor_.lines.set_reach({});
  do {
    read_block();
  } while (!at_end() && !begins_section());
  section.reach = std::max(section.begin, source_reach());
  settle_definitions(section);
  return section;
}

// Whether what comes next reads the same whatever stands before. The line itself must look neither back nor
// forward: an attribute list, an extension or a definition might.
bool BlockParser::begins_section() const {
  const Lines& lines = cursor_.lines;
  const auto& children = block(cursor_.parent).children;
  if (cursor_.has_pending || children.empty() || block(children.back()).kind != Kind::kBlankLine)
    return false;
  const char first = lines.at(lines.skip_spaces(cursor_.at));
  if (first == '{' || first == '^' || first == ':' || lines.is_blank(cursor_.at)) return false;
  // A definition list might go on with the one before.
  for (auto child = children.rbegin() + 1; child != children.rend(); ++child) {
    if (!is_mark(*child) || block(*child).ends_block) return block(*child).kind != Kind::kDefinitionList;
  }
  return true;
}

// How far the searches of a section have looked, with the lines that were asked for about what was found.
Offset BlockParser::source_reach() const {
  const Lines& lines = cursor_.lines;
  const PassageOffset reach = lines.reach();
  if (!reach) return 0;
  const PassageOffset end = reach < cursor_.end ? lines.next(lines.next(reach)) : cursor_.end;
  return end < cursor_.end ? cursor_.passage->source(end) : kReachesEnd;
}

void BlockParser::note_definition(char kind, std::initializer_list<std::string_view> parts) {
  section_definitions_ += kind;
  for (const std::string_view part : parts) {
    section_definitions_.append(std::to_string(part.size())).append(":").append(part);
  }
}

void BlockParser::settle_definitions(Section& section) {
  for (const Definition& definition : unsettled_) {
    *definition.attributes = block(definition.block).attributes.get();
    if (!definition.attributes->empty()) section_is_singular_ = true;
  }
  unsettled_.clear();
  section.definitions = std::exchange(section_definitions_, {});
  section.is_singular = std::exchange(section_is_singular_, false);
}

void BlockParser::parse_nested(BlockId parent, const Passage& passage,
                               const std::vector<PassageOffset>& breaks) {
  Cursor outer = std::move(cursor_);
  const bool outer_closed = std::exchange(element_closed_, false);
  cursor_ = Cursor{};
  cursor_.passage = &passage;
  cursor_.parent = parent;
  ++depth_;
  for (std::size_t part = 0; part <= breaks.size(); ++part) {
    cursor_.at = part == 0 ? PassageOffset() : breaks[part - 1];
    cursor_.end = part == breaks.size() ? passage.end() : breaks[part];
    cursor_.lines = Lines(passage.text().substr(0, cursor_.end));
    cursor_.fences.reset();
    cursor_.unclosed_extensions = {};
    read_blocks();
  }
  --depth_;
  element_closed_ = outer_closed;
  cursor_ = std::move(outer);
}

void BlockParser::read_blocks() {
  while (!at_end() && !element_closed_) read_block();
}

void BlockParser::read_block() {
  const Lines& lines = cursor_.lines;
  const PassageOffset line = cursor_.at;
  if (read_blank_lines() || read_code()) return;
  if (depth_ >= kMaximumDepth) return read_paragraph();
  const char first = lines.at(lines.skip_spaces(line));
  switch (first) {
    case '`':
    case '~':
      if (read_fence()) return;
      break;
    case '>':
      if (read_quote()) return;
      break;
    case '#':
      if (read_atx_heading()) return;
      break;
    case '*':
    case '-':
    case '_':
      if (read_thematic_break()) return;
      break;
    default:
      break;
  }
  if (first == '*' || first == '+' || first == '-' || is_digit(first)) {
    if (read_list()) return;
  }
  if (first == ':' && read_definition_list()) return;
  if (first == '<' && read_html()) return;
  if (read_setext_heading()) return;
  if ((first == '$' || first == '\\') && read_math()) return;
  if (read_table()) return;
  switch (first) {
    case '[':
      if (read_footnote_definition() || read_link_definition()) return;
      break;
    case '*':
      if (read_abbreviation_definition()) return;
      break;
    case '{':
      if (read_attribute_line() || read_extension()) return;
      break;
    case '^':
      if (read_end_of_block()) return;
      break;
    default:
      break;
  }
  read_paragraph();
}

bool BlockParser::after_boundary() const {
  const Block* last = last_child();
  return !last || last->kind == Kind::kBlankLine || last->is_boundary || cursor_.has_pending;
}

bool BlockParser::before_boundary() const {
  const Lines& lines = cursor_.lines;
  return at_end() || lines.is_blank(cursor_.at) || lines.is_end_of_block(cursor_.at) ||
         lines.attribute_line_end(cursor_.at);
}

const Block* BlockParser::last_child() const {
  const auto& children = block(cursor_.parent).children;
  const auto is_last = [&](BlockId child) { return !is_mark(child) || block(child).ends_block; };
  // Of so many children the last one was found before; only what came since is looked at.
  Cursor::LastChild& known = cursor_.last_child;
  if (known.children > children.size() || (known.last > 0 && !is_last(children[known.last - 1]))) known = {};
  std::size_t last = children.size();
  while (last > known.children && !is_last(children[last - 1])) --last;
  if (last == known.children) last = known.last;
  known = {children.size(), last};
  return last > 0 ? &block(children[last - 1]) : nullptr;
}

Block* BlockParser::last_child() {
  return const_cast<Block*>(std::as_const(*this).last_child());
}

BlockId BlockParser::make_block(Kind kind, Range range) {
  const auto id = static_cast<BlockId>(document_.blocks.size());
  Block& made = document_.blocks.emplace_back();
  made.kind = kind;
  made.span = made.content = cursor_.passage->source(range);
  return id;
}

BlockId BlockParser::add_block(Kind kind, Range range) {
  const BlockId id = make_block(kind, range);
  append(cursor_.parent, id);
  if (cursor_.has_pending) {
    block(id).attributes.edit() = std::exchange(cursor_.pending, {});
    cursor_.has_pending = false;
  }
  return id;
}

void BlockParser::set_text(BlockId id, const Passage& passage, Range text, TextUse use) {
  Block& target = block(id);
  target.passage = &passage;
  target.text = text;
  target.text_use = use;
  target.content = passage.source(text);
}

bool BlockParser::read_blank_lines() {
  const Lines& lines = cursor_.lines;
  const PassageOffset begin = cursor_.at;
  PassageOffset end = begin;
  while (end < cursor_.end && lines.is_blank(end)) end = lines.next(end);
  if (end == begin) return false;
  cursor_.at = end;
  if (Block* last = last_child(); last && last->kind == Kind::kBlankLine) {
    last->span.end = cursor_.passage->source({begin, end}).end;
    last->text.end = end;
    return true;
  }
  const BlockId blank = add_block(Kind::kBlankLine, {begin, end});
  set_text(blank, *cursor_.passage, {begin, end}, TextUse::kNone);
  return true;
}

// -- Code

// The end of indented code that begins at `line`: blank lines belong to it only where more indented lines
// follow, and lines without indentation only right behind one.
PassageOffset BlockParser::code_end(PassageOffset line) const {
  const Lines& lines = cursor_.lines;
  const PassageOffset limit = cursor_.end;
  PassageOffset end = line;
  for (;;) {
    PassageOffset next = end;
    while (next < limit && lines.is_blank(next)) next = lines.next(next);
    if (next >= limit || !lines.code_indent(next)) return end;
    while (next < limit && lines.code_indent(next) && !lines.is_blank(next)) next = lines.next(next);
    while (next < limit && !lines.ends_lazy_text(next)) next = lines.next(next);
    end = next;
  }
}

// Appends code without its indentation. A line that has none is joined to the one before by a space.
void BlockParser::append_code(Passage& code, Range range) const {
  const Lines& lines = cursor_.lines;
  const Passage& from = *cursor_.passage;
  for (PassageOffset line = range.begin; line < range.end;) {
    const PassageOffset next = std::min(lines.next(line), range.end);
    const std::uint32_t indent = lines.code_indent(line);
    if (indent == 0 && line > range.begin && !lines.is_blank(line) &&
        lines.at(lines.skip_spaces(line)) != '\t') {
      // The line's own LF was not written yet.
      code.append_synthetic(" ", from.source(line));
    } else if (line > range.begin) {
      code.append(from, {line - 1, line});
    }
    code.append(from, {std::min(line + indent, next - 1), next - 1});
    line = next;
  }
  code.append(from, {range.end - 1, range.end});
}

bool BlockParser::read_code() {
  const Lines& lines = cursor_.lines;
  if (!lines.code_indent(cursor_.at)) return false;
  const Range range{cursor_.at, code_end(cursor_.at)};
  Passage& code = new_passage();
  append_code(code, range);
  const BlockId id = add_block(Kind::kCodeBlock, range);
  set_text(id, code, code.all(), TextUse::kLiteral);
  cursor_.at = range.end;
  return true;
}

bool BlockParser::read_fence() {
  const Lines& lines = cursor_.lines;
  const std::string_view text = lines.text();
  const PassageOffset line = cursor_.at;
  if (!lines.is_fence(line)) return false;
  const PassageOffset marks = lines.skip_spaces(line);
  if (lines.run(marks) < 3) return false;  // backticks and tildes mixed
  const PassageOffset body = lines.next(line);
  if (!cursor_.fences) cursor_.fences.emplace(lines, line);
  const std::optional<FenceEnd> fence = cursor_.fences->end_of(text[marks], lines.run(marks), body);
  lines.look_to(fence && fence->size == lines.run(marks) ? fence->line : cursor_.end);
  if (!fence) return false;
  const PassageOffset language = lines.skip_blanks(marks + fence->size);
  PassageOffset language_end = language;
  while (language_end < body && !is_space(text[language_end])) ++language_end;
  if (!lines.is_blank(language_end)) return false;

  const PassageOffset close_end = lines.next(fence->line);
  const BlockId id = add_block(Kind::kCodeBlock, {line, close_end});
  set_text(id, *cursor_.passage, {body, fence->line}, TextUse::kLiteral);
  std::string_view name = text.substr(language, language_end - language);
  if (const std::size_t options = name.find('?', 1); options != name.npos) name = name.substr(0, options);
  if (!name.empty()) {
    block(id).name = name;
    block(id).own.edit().set("class", "language-" + std::string(name),
                             cursor_.passage->source({language, language_end}));
  }
  cursor_.at = close_end;
  return true;
}

// -- Quotes

bool BlockParser::read_quote() {
  const Lines& lines = cursor_.lines;
  if (!lines.quote_marker(cursor_.at)) return false;
  const PassageOffset begin = cursor_.at;
  PassageOffset end = lines.next(begin);
  while (end < cursor_.end && !lines.ends_lazy_text(end)) end = lines.next(end);

  Passage& inside = new_passage();
  for (PassageOffset line = begin; line < end; line = lines.next(line)) {
    const PassageOffset marker = lines.quote_marker(line);
    inside.append(*cursor_.passage, {marker ? marker : line, lines.next(line)});
  }
  const BlockId quote = add_block(Kind::kBlockQuote, {begin, end});
  cursor_.at = end;
  parse_nested(quote, inside);
  return true;
}

// -- Headings and rules

// `text` is the heading with its `{#id}` and closing marks.
void BlockParser::add_heading(int level, Range text, Range whole) {
  const Lines& lines = cursor_.lines;
  const BlockId heading = add_block(Kind::kHeading, whole);
  block(heading).detail = static_cast<std::uint8_t>(level);
  text = lines.trim(text);
  if (const Range id = lines.heading_id(text); !id.empty()) {
    block(heading).own.edit().set("id", lines.text().substr(id.begin, id.size()),
                                  cursor_.passage->source({id.begin - 2, id.end + 1}));
    text = lines.trim({text.begin, id.begin - 2});
  }
  if (lines.at(whole.begin) == '#') {
    PassageOffset marks = text.end;
    while (marks > text.begin && lines.at(marks - 1) == '#') --marks;
    if (marks > text.begin && kramdown::is_blank(lines.at(marks - 1))) text = lines.trim({text.begin, marks});
  }
  set_text(heading, *cursor_.passage, text, TextUse::kSpans);
  cursor_.at = whole.end;
}

bool BlockParser::read_atx_heading() {
  const Lines& lines = cursor_.lines;
  const PassageOffset line = cursor_.at;
  const int level = lines.atx_level(line);
  if (level == 0) return false;
  const PassageOffset next = lines.next(line);
  add_heading(level, {line + level, next}, {line, next});
  return true;
}

bool BlockParser::read_setext_heading() {
  const Lines& lines = cursor_.lines;
  const PassageOffset line = cursor_.at;
  const PassageOffset under = lines.next(line);
  const char mark = lines.at(under);
  if (mark != '-' && mark != '=') return false;
  if (under >= cursor_.end || kramdown::is_blank(lines.at(lines.skip_spaces(line)))) return false;
  PassageOffset end = under;
  while (lines.at(end) == '-' || lines.at(end) == '=') ++end;
  if (!lines.is_blank(end) || !after_boundary()) return false;
  add_heading(mark == '=' ? 1 : 2, {line, under}, {line, lines.next(end)});
  return true;
}

bool BlockParser::read_thematic_break() {
  const Lines& lines = cursor_.lines;
  if (!lines.is_thematic_break(cursor_.at)) return false;
  const PassageOffset next = lines.next(cursor_.at);
  add_block(Kind::kThematicBreak, {cursor_.at, next});
  cursor_.at = next;
  return true;
}

bool BlockParser::read_math() {
  const Lines& lines = cursor_.lines;
  const PassageOffset line = cursor_.at;
  const bool is_escaped = lines.at(lines.skip_spaces(line)) == '\\';
  const PassageOffset open = lines.skip_spaces(line) + (is_escaped ? 1 : 0);
  if (lines.text().substr(open, 2) != "$$" || !after_boundary()) return false;
  const std::size_t close = lines.find("$$", open + 2);
  if (close == std::string_view::npos) return false;
  const auto content_end = PassageOffset(close);
  const PassageOffset behind = lines.blank_rest(content_end + 2);
  if (is_escaped) {
    // The backslash goes, and what it kept from being a block is read as text.
    if (behind) cursor_.at = open;
    return false;
  }
  cursor_.at = behind ? behind : content_end + 2;
  if (!before_boundary()) {
    cursor_.at = line;
    return false;
  }
  const PassageOffset end = cursor_.at;
  const BlockId math = add_block(Kind::kMathBlock, {line, end});
  set_text(math, *cursor_.passage, lines.trim({open + 2, content_end}), TextUse::kLiteral);
  return true;
}

bool BlockParser::read_end_of_block() {
  const Lines& lines = cursor_.lines;
  if (!lines.is_end_of_block(cursor_.at)) return false;
  const PassageOffset next = lines.next(cursor_.at);
  const BlockId id = add_block(Kind::kExtension, {cursor_.at, next});
  block(id).name = kEndOfBlock;
  block(id).is_boundary = true;
  block(id).takes_attributes = false;
  block(id).attributes.clear();
  cursor_.at = next;
  return true;
}

// -- Paragraphs

bool BlockParser::ends_paragraph(PassageOffset line) const {
  const Lines& lines = cursor_.lines;
  if (line >= cursor_.end || lines.ends_lazy_text(line)) return true;
  const char first = lines.at(lines.skip_spaces(line));
  switch (first) {
    case '#':
      return lines.atx_level(line) != 0;
    case '>':
      return true;
    case '`':
    case '~':
      return lines.is_fence(line);
    case ':':
      return bool(lines.definition_marker(line));
    case '*':
    case '+':
    case '-':
      return lines.list_marker(line).has_value();
    default:
      return is_digit(first) && lines.list_marker(line).has_value();
  }
}

void BlockParser::read_paragraph() {
  const Lines& lines = cursor_.lines;
  const PassageOffset begin = cursor_.at;
  PassageOffset end = std::min(lines.next(begin), cursor_.end);
  if (lines.at(lines.skip_spaces(begin)) == '\t') {
    // A tab behind one to three spaces: for kramdown neither code nor a paragraph, but text of the block
    // around.
    const BlockId text = make_block(Kind::kText, {begin, end});
    append(cursor_.parent, text);
    set_text(text, *cursor_.passage, {begin, end}, TextUse::kSpans);
    cursor_.at = end;
    return;
  }
  while (!ends_paragraph(end)) end = lines.next(end);
  cursor_.at = end;

  Range text{begin, end};
  while (!text.empty() && is_space(lines.at(text.end - 1))) --text.end;
  if (Block* last = last_child();
      last && last->kind == Kind::kParagraph && last->passage == cursor_.passage) {
    last->text.end = text.end;
    last->span.end = last->content.end = cursor_.passage->source(text).end;
    return;
  }
  text = lines.trim(text);
  const BlockId paragraph = add_block(Kind::kParagraph, text);
  set_text(paragraph, *cursor_.passage, text, TextUse::kSpans);
}

}  // namespace depeche::markdown::kramdown
