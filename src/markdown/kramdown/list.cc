// Lists, as kramdown has them: what belongs to an item depends on the column where its first line's text
// begins, and whether an item's text is a paragraph depends on the blank line behind it, item by item.
#include <algorithm>
#include <array>

#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/item_reader.h"

namespace depeche::markdown::kramdown {
namespace {

// `[ ] ` or `[x] ` and more.
bool is_task(std::string_view text) {
  if (text.size() < 5 || text[0] != '[' || text[2] != ']' || !is_space(text[3])) return false;
  return text[1] == ' ' || text[1] == 'x' || text[1] == 'X';
}

}  // namespace

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
  const PassageOffset begin = cursor_.at;
  const auto marker = lines.list_marker(begin);
  if (!marker) return false;
  const BlockId list =
      add_block(marker->is_ordered ? Kind::kOrderedList : Kind::kUnorderedList, {begin, begin});
  const std::vector<ItemReader::Item> items = ItemReader(*this, list, false).read();
  std::optional<BlockId> end_of_block;
  if (!at_end() && lines.is_end_of_block(cursor_.at)) {
    const PassageOffset next = lines.next(cursor_.at);
    end_of_block = make_block(Kind::kExtension, {cursor_.at, next});
    block(*end_of_block).name = kEndOfBlock;
    cursor_.at = next;
  }

  block(list).span = cursor_.passage->source({begin, cursor_.at});
  std::optional<BlockId> trailing_blank;
  for (const ItemReader::Item& item : items) {
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
