#include "markdown/kramdown/item_reader.h"

#include <algorithm>
#include <string>
#include <utility>

#include "markdown/kramdown/characters.h"

namespace depeche::markdown::kramdown {
namespace {

// The indentation of an item of which the first line holds nothing.
constexpr std::uint32_t kEmptyItemIndentation = 4;

}  // namespace

BlockParser::ItemReader::ItemReader(BlockParser& parser, BlockId list, bool is_behind_blank)
    : parser_(parser),
      lines_(parser.cursor_.lines),
      source_(*parser.cursor_.passage),
      list_(list),
      kind_(parser.block(list).kind),
      last_is_blank_(is_behind_blank) {}

std::vector<BlockParser::ItemReader::Item> BlockParser::ItemReader::read() {
  PassageOffset& line = parser_.cursor_.at;
  while (line < parser_.cursor_.end && take_line(line)) line = lines_.next(line);
  return std::move(items_);
}

// False if the list ends before the line.
bool BlockParser::ItemReader::take_line(PassageOffset line) {
  if (lines_.is_end_of_block(line)) return false;
  const bool is_definition = kind_ == Kind::kDefinitionList;
  if (!is_definition && last_is_blank_ && lines_.is_thematic_break(line)) return false;
  if (const PassageOffset content = marker_end(line)) {
    begin_item(line, content);
  } else if (is_of_item(line)) {
    add_line(line);
  } else if (lines_.is_blank(line)) {
    items_.back().passage->append(source_, {line, lines_.next(line)});
    nested_list_found_ = last_is_blank_ = true;
    return true;
  } else {
    return false;
  }
  last_is_blank_ = false;
  return true;
}

// Behind the marker that begins another item; 0 if none does.
PassageOffset BlockParser::ItemReader::marker_end(PassageOffset line) const {
  if (kind_ == Kind::kDefinitionList) return lines_.definition_marker(line, marker_indent_);
  const auto marker = lines_.list_marker(line, marker_indent_);
  const bool is_ordered = kind_ == Kind::kOrderedList;
  return marker && marker->is_ordered == is_ordered ? marker->content : PassageOffset();
}

bool BlockParser::ItemReader::is_of_item(PassageOffset line) const {
  return !lines_.is_blank(line) && (is_indented(line) || (!last_is_blank_ && is_lazy(line)));
}

// Whether the line has the item's indentation: so many columns, where a tab at the beginning is as four spaces.
bool BlockParser::ItemReader::is_indented(PassageOffset line) const {
  const auto after_units = [&](std::uint32_t units) -> PassageOffset {
    PassageOffset at = line;
    for (; units > 0; --units) {
      const std::uint32_t size = lines_.code_indent(at);
      if (size == 0) return {};
      at += size;
    }
    return at + 1;  // so that 0 says no
  };
  if (const PassageOffset at = after_units(shape_.indentation / 4)) {
    const std::uint32_t spaces = shape_.indentation % 4;
    if (lines_.skip_spaces(at - 1, spaces) == at - 1 + spaces) return true;
  }
  return bool(after_units(shape_.indentation / 4 + 1));
}

bool BlockParser::ItemReader::is_lazy(PassageOffset line) const {
  const PassageOffset begin = lines_.skip_spaces(line, std::min<std::uint32_t>(shape_.indentation, 3));
  switch (lines_.at(begin)) {
    case '{':
      return !lines_.attribute_line_end(begin);
    case '<':
      return !lines_.is_html_boundary(begin);
    default:
      return true;
  }
}

// `content` is the position behind the marker of `line`.
BlockParser::ItemReader::Shape BlockParser::ItemReader::shape_of(PassageOffset line,
                                                                 PassageOffset content) const {
  const PassageOffset next = lines_.next(line);
  // A line that holds nothing, or an attribute list alone.
  const PassageOffset behind_list = parser_.item_attributes_end(lines_.skip_space(content, next), next);
  if (behind_list == next) return {kEmptyItemIndentation, lines_.skip_space(content, next)};
  std::uint32_t column = content - line;
  PassageOffset text = content;
  for (; kramdown::is_blank(lines_.at(text)); ++text) {
    column = lines_.at(text) == '\t' ? column + 4 - column % 4 : column + 1;
  }
  return {column, lines_.skip_space(text, next)};
}

BlockParser::ItemReader::Line BlockParser::ItemReader::without_indentation(PassageOffset line) const {
  PassageOffset tabs_end = line;
  while (lines_.at(tabs_end) == '\t') ++tabs_end;
  const std::uint32_t tab_columns = 4 * (tabs_end - line);
  if (tab_columns >= shape_.indentation) return {tab_columns - shape_.indentation, tabs_end, true};
  const PassageOffset text = lines_.skip_spaces(tabs_end, shape_.indentation - tab_columns);
  if (text == tabs_end + shape_.indentation - tab_columns) return {0, text, true};
  return {tab_columns, tabs_end, false};
}

void BlockParser::ItemReader::begin_item(PassageOffset line, PassageOffset content) {
  const PassageOffset next = lines_.next(line);
  const Kind kind = kind_ == Kind::kDefinitionList ? Kind::kDefinitionDescription : Kind::kListItem;
  const BlockId id = parser_.make_block(kind, {line, next});
  parser_.append(list_, id);
  shape_ = shape_of(line, content);
  marker_indent_ = std::min<std::uint32_t>(3, shape_.indentation - 1);
  items_.push_back({id, &parser_.new_passage(), {}, last_is_blank_});
  const PassageOffset text = parser_.read_item_attributes(id, shape_.first_text, next);
  nested_list_found_ = text < next && lines_.list_marker(text).has_value();
  items_.back().passage->append(source_, {text, next});
}

void BlockParser::ItemReader::add_line(PassageOffset line) {
  const Line found = without_indentation(line);
  if (kind_ != Kind::kDefinitionList) part_nested_list(found);
  Passage& passage = *items_.back().passage;
  passage.append_synthetic(std::string(found.pad, ' '), source_.source(found.text));
  passage.append(source_, {found.text, lines_.next(line)});
}

// A nested list begins a new part of the item; a lazy line must not begin one of the item's own.
void BlockParser::ItemReader::part_nested_list(const Line& line) {
  if (line.pad > 3 || !lines_.list_marker(line.text, 3 - line.pad)) return;
  Item& item = items_.back();
  if (line.is_indented && !nested_list_found_) {
    item.breaks.push_back(item.passage->end());
    nested_list_found_ = true;
  } else if (!line.is_indented && nested_list_found_) {
    item.passage->append_synthetic(std::string(shape_.indentation + 4, ' '), source_.source(line.text));
  }
}

}  // namespace depeche::markdown::kramdown
