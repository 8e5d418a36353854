// Definition lists: the lines of the paragraph before are the terms, `: …` a definition of them.
#include <algorithm>
#include <iterator>

#include "markdown/kramdown/item_reader.h"

namespace depeche::markdown::kramdown {

// The paragraph that holds the terms, and the one blank line that may stand behind it.
bool BlockParser::find_terms(BlockId& paragraph, std::optional<BlockId>& blank) const {
  std::vector<BlockId> last;  // from the end, what kramdown's tree has
  const auto& children = block(cursor_.parent).children;
  for (auto child = children.rbegin(); child != children.rend() && last.size() < 2; ++child) {
    if (!is_mark(*child) || block(*child).ends_block) last.push_back(*child);
  }
  if (last.empty()) return false;
  if (is_paragraph(last[0])) {
    paragraph = last[0];
    return true;
  }
  const Block& second = block(last[0]);
  if (last.size() < 2 || second.kind != Kind::kBlankLine || second.text.size() != 1 ||
      !is_paragraph(last[1])) {
    return false;
  }
  blank = last[0];
  paragraph = last[1];
  return true;
}

void BlockParser::add_terms(BlockId list, const Block& paragraph) {
  const Passage& passage = *paragraph.passage;
  const Lines lines(passage.text());
  for (PassageOffset line = paragraph.text.begin; line < paragraph.text.end; line = lines.next(line)) {
    const PassageOffset end = std::min(lines.next(line), paragraph.text.end);
    const BlockId term = make_block(Kind::kDefinitionTerm, {});
    Range text{line, end};
    if (lines.at(end - 1) == '\n') --text.end;
    block(term).span = passage.source(text);
    text.begin = read_item_attributes(term, lines.skip_space(line, text.end), text.end);
    set_text(term, passage, text, TextUse::kSpans);
    append(list, term);
  }
}

bool BlockParser::read_definition_list() {
  if (!cursor_.lines.definition_marker(cursor_.at)) return false;
  BlockId paragraph = 0;
  std::optional<BlockId> blank;
  if (!find_terms(paragraph, blank)) return false;
  const BlockId list = begin_definition_list(paragraph, blank);
  const std::vector<ItemReader::Item> definitions = ItemReader(*this, list, blank.has_value()).read();

  std::optional<BlockId> trailing_blank;
  for (const ItemReader::Item& definition : definitions) {
    parse_nested(definition.id, *definition.passage);
    trailing_blank.reset();
    take_trailing_blank(definition.id, trailing_blank);
    const std::optional<BlockId> first = first_visible_child(definition.id);
    const bool has_more = first && block(definition.id).children.back() != *first;
    if (first && is_paragraph(*first) && !definition.is_behind_blank) make_tight(*first, has_more);
  }
  block(list).span.end = block(definitions.back().id).span.end;

  join_definition_list(list);
  if (trailing_blank) append(cursor_.parent, *trailing_blank);
  return true;
}

// The list, with the terms that `paragraph` holds in its stead.
BlockId BlockParser::begin_definition_list(BlockId paragraph, std::optional<BlockId> blank) {
  const BlockId list = make_block(Kind::kDefinitionList, {cursor_.at, cursor_.at});
  block(list).span.begin = block(paragraph).span.begin;
  block(list).attributes = std::move(block(paragraph).attributes);
  cursor_.pending = {};  // the terms' attributes stand for those that wait
  cursor_.has_pending = false;
  add_terms(list, block(paragraph));
  // What shows nothing, and stands between the terms and their definition, goes along.
  auto& siblings = parent().children;
  const auto first_taken = std::find(siblings.rbegin(), siblings.rend(), paragraph).base() - 1;
  for (auto mark = first_taken + 1; mark != siblings.end(); ++mark) {
    if (blank != *mark) append(list, *mark);
  }
  siblings.erase(first_taken, siblings.end());
  cursor_.last_child = {};
  return list;
}

// A list right behind another one, or behind a blank line behind it, goes on with it.
void BlockParser::join_definition_list(BlockId list) {
  auto& siblings = parent().children;
  bool is_after_blank = false;
  auto behind = siblings.end();
  for (; behind != siblings.begin(); --behind) {
    const Block& before = block(*(behind - 1));
    const bool is_blank = before.kind == Kind::kBlankLine && !is_after_blank;
    if (!is_blank && (!is_mark(*(behind - 1)) || before.ends_block)) break;
    is_after_blank = is_after_blank || is_blank;
  }
  if (behind == siblings.begin() || block(*(behind - 1)).kind != Kind::kDefinitionList) {
    siblings.push_back(list);
    return;
  }
  const BlockId before = *(behind - 1);
  auto& joined = block(before).children;
  std::copy_if(behind, siblings.end(), std::back_inserter(joined),
               [&](BlockId id) { return block(id).kind != Kind::kBlankLine; });
  siblings.erase(behind, siblings.end());
  joined.insert(joined.end(), block(list).children.begin(), block(list).children.end());
  block(before).span.end = block(list).span.end;
}

}  // namespace depeche::markdown::kramdown
