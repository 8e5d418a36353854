#include "app/text_commands.h"

#include <algorithm>

#include "app/place.h"
#include "editor/block.h"
#include "editor/commands.h"

namespace depeche::app {
namespace {

using editor::EditorState;
using editor::Transaction;
using markdown::kNoNode;

std::optional<Transaction> unwrap(const EditorState& state, const markdown::Tree& tree,
                                  markdown::NodeId node) {
  return editor::unwrap_text(state, tree.span(node), tree.content(node));
}

std::optional<Transaction> toggle_code(const EditorState& state, const Release& release, const Place& place) {
  if (place.code_node == kNoNode) return editor::make_code(state);
  if (release.tree.kind(place.code_node) == markdown::Kind::kCodeSpan)
    return unwrap(state, release.tree, place.code_node);
  return std::nullopt;  // the lines of a block are its author's
}

std::optional<Transaction> in_table(TextCommand command, const EditorState& state, Span table) {
  switch (command) {
    case TextCommand::kRowBelow:
      return editor::add_row(state, table);
    case TextCommand::kColumnAfter:
      return editor::add_column(state, table);
    case TextCommand::kRemoveRow:
      return editor::remove_row(state, table);
    case TextCommand::kRemoveColumn:
      return editor::remove_column(state, table);
    default:
      return std::nullopt;
  }
}

// Whether the caret stands before the first sign of a block.
bool begins_block(const EditorState& state, Span body) {
  const Offset caret = state.selection.head;
  const Text& text = state.text;
  const LineNumber line = text.line_at(caret);
  if (editor::Line(text, line).blank()) return false;
  if (caret == body.begin) return caret < body.end;
  const Offset begin = text.line(line).begin;
  return caret == begin && editor::Line(text, text.line_at(begin - 1)).blank();
}

}  // namespace

std::optional<Transaction> transaction_of(TextCommand command, const EditorState& state,
                                          const Release& release, std::string_view author) {
  if (command == TextCommand::kExpandSelection) return editor::expand_selection(state);
  const Place place = place_at(release, state.selection);
  if (command == TextCommand::kCode && place.kind != editor::TextKind::kYaml)
    return toggle_code(state, release, place);
  if (place.kind != editor::TextKind::kMarkdown) return std::nullopt;
  switch (command) {
    case TextCommand::kBold:
      return place.bold_tags == kNoNode ? editor::toggle_bold(state)
                                        : unwrap(state, release.tree, place.bold_tags);
    case TextCommand::kItalic:
      return place.italic_tags == kNoNode ? editor::toggle_italic(state)
                                          : unwrap(state, release.tree, place.italic_tags);
    case TextCommand::kStrike:
      return place.struck_node == kNoNode ? editor::wrap_text(state, "~~")
                                          : unwrap(state, release.tree, place.struck_node);
    case TextCommand::kBulletList:
      return editor::toggle_list(state, editor::ListKind::kBullet);
    case TextCommand::kOrderedList:
      return editor::toggle_list(state, editor::ListKind::kOrdered);
    case TextCommand::kQuote:
      if (place.citation || place.important_link) return editor::remove_site_block(state);
      return editor::toggle_quote(state);
    case TextCommand::kCitation:
      return place.citation ? editor::remove_site_block(state) : editor::make_citation(state, author);
    case TextCommand::kImportantLink:
      return place.important_link ? editor::remove_site_block(state) : std::nullopt;
    case TextCommand::kRule:
      return editor::insert_rule(state);
    case TextCommand::kRowBelow:
    case TextCommand::kColumnAfter:
    case TextCommand::kRemoveRow:
    case TextCommand::kRemoveColumn:
      if (place.table == kNoNode) return std::nullopt;
      return in_table(command, state, release.tree.span(place.table));
    case TextCommand::kCode:
    case TextCommand::kExpandSelection:
      return std::nullopt;
  }
  return std::nullopt;
}

std::optional<Transaction> insert_in_body(const EditorState& state, const Release& release,
                                          std::string_view block, Selection selected) {
  EditorState there = state;
  there.selection = Selection::caret(std::max(state.selection.span().end, release.body.begin));
  return begins_block(there, release.body) ? editor::insert_block_above(there, block, selected)
                                           : editor::insert_block(there, block, selected);
}

std::optional<Transaction> set_heading(std::uint32_t level, const EditorState& state,
                                       const Release& release) {
  const Place place = place_at(release, state.selection);
  if (place.kind != editor::TextKind::kMarkdown) return std::nullopt;
  return level == 0 ? editor::remove_headings(state) : editor::toggle_heading(state, level);
}

}  // namespace depeche::app
