// Lists, as kramdown has them: what belongs to an item depends on the column where its first line's text
// begins, and whether an item's text is a paragraph depends on the blank line behind it, item by item.
#include <algorithm>
#include <array>

#include "markdown/kramdown/block_parser.h"
#include "markdown/kramdown/characters.h"

namespace depeche::markdown::kramdown {
namespace {

// `[ ] ` or `[x] ` and more.
bool is_task(std::string_view text) {
  if (text.size() < 5 || text[0] != '[' || text[2] != ']' || !is_space(text[3])) return false;
  return text[1] == ' ' || text[1] == 'x' || text[1] == 'X';
}

// The indentation of an item of which the first line holds nothing.
constexpr std::uint32_t kEmptyItemIndentation = 4;

}  // namespace

// `content` is the position behind the marker of `line`.
BlockParser::ItemShape BlockParser::item_shape(PassageOffset line, PassageOffset content) const {
  const Lines& lines = cursor_.lines;
  const PassageOffset next = lines.next(line);
  // A line that holds nothing, or an attribute list alone.
  const PassageOffset behind_list = item_attributes_end(lines.skip_space(content, next), next);
  if (behind_list == next) return {kEmptyItemIndentation, lines.skip_space(content, next)};
  std::uint32_t column = content - line;
  PassageOffset text = content;
  for (; kramdown::is_blank(lines.at(text)); ++text) {
    column = lines.at(text) == '\t' ? column + 4 - column % 4 : column + 1;
  }
  return {column, lines.skip_space(text, next)};
}

// Whether the line has the item's indentation: so many columns, where a tab at the beginning is as four spaces.
bool BlockParser::is_item_line(PassageOffset line, std::uint32_t indentation) const {
  const Lines& lines = cursor_.lines;
  if (line >= cursor_.end || lines.is_blank(line)) return false;
  const auto after_units = [&](std::uint32_t units) -> PassageOffset {
    PassageOffset at = line;
    for (; units > 0; --units) {
      const std::uint32_t size = lines.code_indent(at);
      if (size == 0) return {};
      at += size;
    }
    return at + 1;  // so that 0 says no
  };
  if (const PassageOffset at = after_units(indentation / 4)) {
    const std::uint32_t spaces = indentation % 4;
    if (lines.skip_spaces(at - 1, spaces) == at - 1 + spaces) return true;
  }
  return bool(after_units(indentation / 4 + 1));
}

bool BlockParser::is_lazy_item_line(PassageOffset line, std::uint32_t indentation) const {
  const Lines& lines = cursor_.lines;
  if (line >= cursor_.end || lines.is_blank(line)) return false;
  const PassageOffset begin = lines.skip_spaces(line, std::min<std::uint32_t>(indentation, 3));
  switch (lines.at(begin)) {
    case '{':
      return !lines.attribute_line_end(begin);
    case '<':
      return !lines.is_html_boundary(begin);
    default:
      return true;
  }
}

BlockParser::ItemLine BlockParser::item_line(PassageOffset line, std::uint32_t indentation) const {
  const Lines& lines = cursor_.lines;
  PassageOffset tabs_end = line;
  while (lines.at(tabs_end) == '\t') ++tabs_end;
  const std::uint32_t tab_columns = 4 * (tabs_end - line);
  if (tab_columns >= indentation) return {tab_columns - indentation, tabs_end, true};
  const PassageOffset text = lines.skip_spaces(tabs_end, indentation - tab_columns);
  if (text == tabs_end + indentation - tab_columns) return {0, text, true};
  return {tab_columns, tabs_end, false};
}

// An attribute list that stands at `text`, and the white space behind it; `text` if there is none.
PassageOffset BlockParser::item_attributes_end(PassageOffset text, PassageOffset line_end) const {
  const Lines& lines = cursor_.lines;
  const Range list = lines.attribute_list(text);
  if (list.empty() || list.end >= line_end) return text;
  // `{::name …}`, `{:/}` and `{:name: …}` are something else.
  PassageOffset name_end = list.begin;
  while (is_word(lines.at(name_end)) || lines.at(name_end) == '-') ++name_end;
  if (lines.at(name_end) == ':' || lines.at(list.begin) == '/') return text;
  return lines.skip_space(list.end + 1, line_end);
}

PassageOffset BlockParser::read_item_attributes(BlockId item, PassageOffset text, PassageOffset line_end) {
  const PassageOffset end = item_attributes_end(text, line_end);
  if (end == text) return text;
  const Range list = cursor_.lines.attribute_list(text);
  read_attribute_list(*cursor_.passage, list, block(item).attributes.edit());
  append(item, make_block(Kind::kAttributeList, {list.begin - 2, list.end + 1}));
  return end;
}

bool BlockParser::read_list() {
  const Lines& lines = cursor_.lines;
  const auto first_marker = lines.list_marker(cursor_.at);
  if (!first_marker) return false;
  const bool is_ordered = first_marker->is_ordered;
  const PassageOffset list_begin = cursor_.at;
  const BlockId list =
      add_block(is_ordered ? Kind::kOrderedList : Kind::kUnorderedList, {list_begin, list_begin});

  // An item's lines, in one passage, which is read in parts: a nested list begins a new one.
  struct Item {
    BlockId id;
    Passage* passage;
    std::vector<PassageOffset> breaks;  // between the parts
  };
  std::vector<Item> items;
  std::uint32_t marker_indent = 3;
  ItemShape shape;
  bool nested_list_found = false;
  bool last_is_blank = false;
  std::optional<BlockId> end_of_block;
  PassageOffset& line = cursor_.at;

  while (line < cursor_.end) {
    const PassageOffset next = lines.next(line);
    if (last_is_blank && lines.is_thematic_break(line)) break;
    if (lines.is_end_of_block(line)) {
      end_of_block = make_block(Kind::kExtension, {line, next});
      block(*end_of_block).name = kEndOfBlock;
      line = next;
      break;
    }
    if (const auto marker = lines.list_marker(line, marker_indent);
        marker && marker->is_ordered == is_ordered) {
      const BlockId id = make_block(Kind::kListItem, {line, next});
      append(list, id);
      shape = item_shape(line, marker->content);
      items.push_back({id, &new_passage(), {}});
      const PassageOffset text = read_item_attributes(id, shape.first_text, next);
      nested_list_found = text < next && lines.list_marker(text).has_value();
      items.back().passage->append(*cursor_.passage, {text, next});
      marker_indent = std::min<std::uint32_t>(3, shape.indentation == 0 ? 0 : shape.indentation - 1);
      last_is_blank = false;
    } else if (is_item_line(line, shape.indentation) ||
               (!last_is_blank && is_lazy_item_line(line, shape.indentation))) {
      Item& item = items.back();
      const ItemLine found = item_line(line, shape.indentation);
      if (found.pad <= 3 && lines.list_marker(found.text, 3 - found.pad)) {
        if (found.is_indented && !nested_list_found) {
          item.breaks.push_back(item.passage->end());
          nested_list_found = true;
        } else if (!found.is_indented && nested_list_found) {
          // A lazy line must not begin a list of the item's own.
          item.passage->append_synthetic(std::string(shape.indentation + 4, ' '),
                                         cursor_.passage->source(line));
        }
      }
      item.passage->append_synthetic(std::string(found.pad, ' '), cursor_.passage->source(found.text));
      item.passage->append(*cursor_.passage, {found.text, next});
      last_is_blank = false;
    } else if (lines.is_blank(line)) {
      nested_list_found = true;
      last_is_blank = true;
      items.back().passage->append(*cursor_.passage, {line, next});
    } else {
      break;
    }
    line = next;
  }

  const Passage& source = *cursor_.passage;
  block(list).span = source.source({list_begin, line});
  std::optional<BlockId> trailing_blank;
  for (const Item& item : items) {
    parse_nested(item.id, *item.passage, item.breaks);
    settle_item(list, item.id, &item == &items.back(), end_of_block.has_value());
    take_trailing_blank(item.id, trailing_blank);
  }
  block(list).span.end = block(items.back().id).span.end;
  if (end_of_block) {
    append(cursor_.parent, *end_of_block);
  } else if (trailing_blank) {
    append(cursor_.parent, *trailing_blank);
  }
  mark_tasks(list);
  return true;
}

// Moves the blank line at a block's end out of it, and ends the block before.
void BlockParser::take_trailing_blank(BlockId id, std::optional<BlockId>& blank) {
  auto& children = block(id).children;
  const auto last = std::find_if(children.rbegin(), children.rend(),
                                 [&](BlockId child) { return !is_mark(child) || block(child).ends_block; });
  if (last == children.rend()) return;
  blank.reset();
  if (block(*last).kind == Kind::kBlankLine) {
    blank = *last;
    children.erase(std::next(last).base());
  }
  if (!children.empty()) block(id).span.end = std::max(block(id).span.end, block(children.back()).span.end);
}

std::optional<BlockId> BlockParser::first_visible_child(BlockId id) const {
  for (BlockId child : block(id).children) {
    if (!is_mark(child)) return child;
  }
  return std::nullopt;
}

// Decides whether the item's first paragraph shows as one. It does when a blank line follows it, unless that
// is the list's end; and the last item goes with the others.
void BlockParser::settle_item(BlockId list, BlockId item, bool is_last, bool end_of_block_found) {
  // The end of block that an attribute list makes behind the first paragraph does not count.
  std::array<BlockId, 3> children{};  // the first of them, which tell all
  std::size_t count = 0;
  for (BlockId child : block(item).children) {
    if (count == children.size()) break;
    if (is_mark(child) && (!block(child).ends_block || (count == 1 && is_paragraph(children[0])))) continue;
    children[count++] = child;
  }
  if (count == 0 || !is_paragraph(children[0])) return;
  const bool blank_follows = count >= 2 && block(children[1]).kind == Kind::kBlankLine;
  if (blank_follows && !(is_last && count == 2 && !end_of_block_found)) return;
  const auto& items = block(list).children;
  if (is_last && items.size() > 1) {
    const bool others_are_apart = std::none_of(items.begin(), items.end() - 1, [&](BlockId other) {
      const std::optional<BlockId> first = first_visible_child(other);
      return !first || !is_paragraph(*first) || block(*first).is_tight;
    });
    if (others_are_apart) return;
  }
  make_tight(children[0], count > 1 && !blank_follows);
}

// A paragraph that shows without a <p>; its line end is part of it if more follows.
void BlockParser::make_tight(BlockId paragraph, bool is_followed) {
  Block& tight = block(paragraph);
  tight.is_tight = true;
  const std::string_view text = tight.passage->text();
  if (is_followed && tight.text.end < text.size() && text[tight.text.end] == '\n') ++tight.text.end;
}

// GFM's task lists: an item whose text begins with `[ ]` or `[x]`. Those that follow one look like it if they
// begin with text.
void BlockParser::mark_tasks(BlockId list) {
  for (BlockId item : block(list).children) {
    const std::optional<BlockId> first = first_visible_child(item);
    if (!first || !is_paragraph(*first)) continue;
    const std::string_view text = block(*first).passage->text(block(*first).text);
    if (is_task(text)) {
      block(*first).name = "task";
      block(list).name = "task-list";
    }
    if (!block(list).name.empty()) block(item).name = "task-list-item";
  }
}

}  // namespace depeche::markdown::kramdown
