// What stands among the blocks for the sake of others: attribute lists, extensions, and the definitions of
// footnotes, links and abbreviations.
#include <algorithm>

#include "markdown/kramdown/block_parser.h"
#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/extension_tag.h"

namespace depeche::markdown::kramdown {
namespace {

bool is_name_character(char c) {
  return is_word(c) || c == '-' || c == ':';
}

// Behind the name of a footnote or an attribute list, a word character and more.
PassageOffset skip_name(const Lines& lines, PassageOffset begin) {
  PassageOffset end = begin;
  if (!is_word(lines.at(end))) return begin;
  while (is_name_character(lines.at(end))) ++end;
  return end;
}

// A link definition's target. The title is empty where there is none.
struct LinkTarget {
  Range url;
  Range title;
};

// The inside of a title in quotes that opens at `quote` and fills the line; empty if none.
Range link_title(const Lines& lines, PassageOffset quote) {
  const char mark = lines.at(quote);
  if (mark != '"' && mark != '\'') return {};
  PassageOffset close = lines.next(quote) - 1;
  while (close > quote && is_blank(lines.at(close - 1))) --close;
  if (close < quote + 3 || lines.at(close - 1) != mark) return {};
  return {quote + 1, close - 1};
}

// `<url>`, and perhaps a title behind white space.
std::optional<LinkTarget> angled_link_target(const Lines& lines, PassageOffset begin,
                                             PassageOffset line_end) {
  if (lines.at(begin) != '<') return std::nullopt;
  const std::size_t close = lines.text().substr(0, line_end).find('>', begin + 1);
  if (close == std::string_view::npos) return std::nullopt;
  LinkTarget target{{begin + 1, PassageOffset(close)}, {}};
  const PassageOffset behind = lines.skip_blanks(target.url.end + 1);
  if (behind == line_end) return target;
  if (behind > target.url.end + 1) target.title = link_title(lines, behind);
  if (target.title.empty()) return std::nullopt;
  return target;
}

// The URL goes on to the line's end, or to white space and a quote, which must then open a title.
std::optional<LinkTarget> plain_link_target(const Lines& lines, PassageOffset begin, PassageOffset line_end) {
  LinkTarget target{{begin, line_end}, {}};
  for (PassageOffset at = begin + 1; at < line_end; ++at) {
    if ((lines.at(at) != '"' && lines.at(at) != '\'') || !is_blank(lines.at(at - 1))) continue;
    target.title = link_title(lines, at);
    if (target.title.empty()) return std::nullopt;
    target.url.end = at;
    break;
  }
  target.url = lines.trim(target.url);
  if (target.url.empty()) return std::nullopt;
  return target;
}

}  // namespace

// `{:name: …}` defines an attribute list. `{: …}` is one: for the block before it, or else for the next.
bool BlockParser::read_attribute_line() {
  const Lines& lines = cursor_.lines;
  const PassageOffset line = cursor_.at;
  const PassageOffset end = lines.attribute_line_end(line);
  if (!end) return false;
  const Range inside = lines.attribute_list(lines.skip_spaces(line));
  PassageOffset name_end = skip_name(lines, inside.begin);
  while (name_end > inside.begin && lines.at(name_end - 1) != ':') --name_end;
  cursor_.at = end;

  if (name_end > inside.begin + 1 && name_end < inside.end) {
    const std::string_view name = lines.text().substr(inside.begin, name_end - 1 - inside.begin);
    read_attribute_list(*cursor_.passage, {name_end, inside.end},
                        document_.definitions.attribute_lists[std::string(name)]);
    section_is_singular_ = true;
    const BlockId id = add_block(Kind::kAttributeList, {line, end});
    block(id).label = name;
    block(id).attributes.clear();
    block(id).takes_attributes = false;
    return true;
  }
  Block* last = last_child();
  const bool is_for_last = last && last->kind != Kind::kBlankLine && last->takes_attributes;
  if (is_for_last) {
    read_attribute_list(*cursor_.passage, inside, last->attributes.edit());
  } else {
    read_attribute_list(*cursor_.passage, inside, cursor_.pending);
    cursor_.has_pending = true;
  }
  const BlockId id = make_block(Kind::kAttributeList, {line, end});
  append(cursor_.parent, id);
  // The block before is done, unless another list follows for it.
  block(id).ends_block = is_for_last && (at_end() || !lines.attribute_line_end(cursor_.at));
  block(id).takes_attributes = false;
  return true;
}

// `{::name …}` … `{:/name}` with each tag on lines of its own, or `{::name … /}`.
bool BlockParser::read_extension() {
  const Lines& lines = cursor_.lines;
  const PassageOffset line = cursor_.at;
  const std::optional<ExtensionTag> tag =
      scan_extension_tag(*cursor_.passage, lines, lines.skip_spaces(line));
  if (!tag) return false;
  const PassageOffset body = lines.blank_rest(tag->end);
  if (!body) return false;
  PassageOffset end = body;
  Range content{body, body};
  if (!tag->is_closed) {
    content.end = extension_block_end(*tag, body);
    if (!content.end) return false;
    end = lines.next(content.end);
  }
  cursor_.at = end;
  const BlockId id = make_block(Kind::kExtension, {line, end});
  append(cursor_.parent, id);
  block(id).name = name(tag->extension);
  if (tag->extension == Extension::kComment && !content.empty())
    --content.end;  // the line end before the end tag
  if (!tag->attributes.empty()) block(id).own.edit() = tag->attributes;
  block(id).is_self_closed = tag->is_closed;
  set_text(id, *cursor_.passage, content, TextUse::kLiteral);
  if (tag->extension == Extension::kOptions) {
    if (set_options(tag->attributes, document_.options)) document_.sets_options = true;
    block(id).takes_attributes = false;
    cursor_.pending = {};
    cursor_.has_pending = false;
  }
  return true;
}

// The line that ends an extension, 0 if none.
PassageOffset BlockParser::extension_block_end(const ExtensionTag& tag, PassageOffset body) {
  const Lines& lines = cursor_.lines;
  PassageOffset& unclosed_from = cursor_.unclosed_extensions[static_cast<std::size_t>(tag.extension)];
  if (!unclosed_from || body < unclosed_from) {
    for (PassageOffset line = body; line < cursor_.end; line = lines.next(line)) {
      const PassageOffset end = extension_end_tag(lines, lines.skip_spaces(line), tag.extension);
      if (!end || !lines.is_blank(end)) continue;
      lines.look_to(end);
      return line;
    }
    unclosed_from = body;
  }
  lines.look_to(cursor_.end);
  return {};
}

bool BlockParser::read_footnote_definition() {
  const Lines& lines = cursor_.lines;
  const PassageOffset line = cursor_.at;
  const PassageOffset open = lines.skip_spaces(line);
  if (lines.at(open + 1) != '^') return false;
  const PassageOffset name_end = skip_name(lines, open + 2);
  if (name_end == open + 2 || lines.at(name_end) != ']' || lines.at(name_end + 1) != ':') return false;
  const std::string_view name = lines.text().substr(open + 2, name_end - open - 2);
  const PassageOffset first_end = lines.next(line);
  const PassageOffset end = code_end(first_end);

  Passage& inside = new_passage();
  const auto append_line = [&](PassageOffset begin, PassageOffset line_end) {
    inside.append(*cursor_.passage, {std::min(begin + lines.code_indent(begin), line_end), line_end});
  };
  append_line(name_end + 2, first_end);
  for (PassageOffset next = first_end; next < end; next = lines.next(next))
    append_line(next, lines.next(next));

  const BlockId id = add_block(Kind::kFootnoteDefinition, {line, end});
  block(id).label = name;
  document_.definitions.footnotes.emplace(name);
  note_definition('^', {name});
  cursor_.at = end;
  parse_nested(id, inside);
  return true;
}

// `[id]: url "title"`; the title may stand on the next line.
bool BlockParser::read_link_definition() {
  const Lines& lines = cursor_.lines;
  const std::string_view text = lines.text();
  const PassageOffset line = cursor_.at;
  const PassageOffset line_end = lines.next(line) - 1;
  const PassageOffset id_begin = lines.skip_spaces(line) + 1;
  PassageOffset id_end = id_begin;
  while (id_end < line_end && text[id_end] != ']') ++id_end;
  if (id_end == id_begin || id_end + 1 >= line_end || text[id_end + 1] != ':') return false;

  const PassageOffset url_begin = lines.skip_blanks(id_end + 2);
  std::optional<LinkTarget> target = angled_link_target(lines, url_begin, line_end);
  if (!target) target = plain_link_target(lines, url_begin, line_end);
  if (!target) return false;
  PassageOffset end = line_end + 1;
  if (target->title.empty() && end < cursor_.end) {
    target->title = link_title(lines, lines.skip_blanks(end));
    if (!target->title.empty()) end = lines.next(end);
  }

  const BlockId id = add_block(Kind::kLinkDefinition, {line, end});
  LinkDefinition definition{std::string(text.substr(target->url.begin, target->url.size())), {}, {}};
  if (!target->title.empty()) definition.title = text.substr(target->title.begin, target->title.size());
  const auto [entry, is_new] = document_.definitions.links.insert_or_assign(
      normal_link_id(text.substr(id_begin, id_end - id_begin)), std::move(definition));
  block(id).label = entry->first;
  note_definition(entry->second.title ? 'T' : 'L',
                  {entry->first, entry->second.url, entry->second.title.value_or("")});
  unsettled_.push_back({id, &entry->second.attributes});
  cursor_.at = end;
  return true;
}

bool BlockParser::read_abbreviation_definition() {
  const Lines& lines = cursor_.lines;
  const std::string_view text = lines.text();
  const PassageOffset line = cursor_.at;
  const PassageOffset open = lines.skip_spaces(line);
  const PassageOffset next = lines.next(line);
  if (text.substr(open, 2) != "*[") return false;
  const std::size_t close = text.substr(0, next).find("]:", open + 3);
  if (close == text.npos) return false;
  const Range title = lines.trim({PassageOffset(close) + 2, next});

  const BlockId id = add_block(Kind::kAbbreviationDefinition, {line, next});
  block(id).label = text.substr(open + 2, close - open - 2);
  set_text(id, *cursor_.passage, title, TextUse::kLiteral);
  AbbreviationDefinition& definition = document_.definitions.abbreviations[std::string(block(id).label)];
  definition = {std::string(text.substr(title.begin, title.size())), {}};
  section_is_singular_ = true;
  unsettled_.push_back({id, &definition.attributes});
  cursor_.at = next;
  return true;
}

}  // namespace depeche::markdown::kramdown
