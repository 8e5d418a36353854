#include "editor/insert_block.h"

#include <string>
#include <utility>

#include "editor/block.h"
#include "editor/editing.h"

namespace depeche::editor {
namespace {

bool is_blank(const Text& text, std::uint32_t number) {
  return Line(text, LineNumber{number}).blank();
}

// Gives a text the document's line endings.
struct Endings {
  std::string_view ending;
  std::string operator()(std::string_view text) const {
    std::string result;
    for (const char byte : text) {
      if (byte == '\n') {
        result += ending;
      } else {
        result += byte;
      }
    }
    return result;
  }
};

// Writes `lines` in the place of `replaced`. `selected` counts from the block in them, which begins at
// `block`.
std::optional<Transaction> put(const EditorState& state, Span replaced, std::string_view lines,
                               std::size_t block, Selection selected) {
  const Endings endings{state.text.line_ending()};
  auto transaction = replace(state, {{replaced, endings(lines)}});
  if (!transaction) return std::nullopt;
  const auto place = [&](Offset offset) {
    return replaced.begin + static_cast<Offset>(endings(lines.substr(0, block + offset)).size());
  };
  transaction->selection = {place(selected.anchor), place(selected.head)};
  return transaction;
}

}  // namespace

std::optional<Transaction> insert_block(const EditorState& state, std::string_view block,
                                        Selection selected) {
  const Text& text = state.text;
  const Offset caret = state.selection.span().end;
  const Line line(text, text.line_at(caret));
  if (line.blank()) return replace_with_block(state, line.span, block, selected);
  // Below the block that the caret is in.
  auto number = static_cast<std::uint32_t>(text.line_at(caret));
  while (number + 1 < text.line_count() && !is_blank(text, number + 1)) ++number;
  const Offset end = text.line(LineNumber{number}).end;
  return put(state, {end, end}, "\n\n" + std::string(block), 2, selected);
}

std::optional<Transaction> insert_block_above(const EditorState& state, std::string_view block,
                                              Selection selected) {
  const Text& text = state.text;
  const Offset caret = state.selection.head;
  const auto line = static_cast<std::uint32_t>(text.line_at(caret));
  const std::string_view above = line > 0 && !is_blank(text, line - 1) ? "\n" : "";
  const std::string whole = std::string(above) + std::string(block) + "\n\n";
  return put(state, {caret, caret}, whole, above.size(), selected);
}

std::optional<Transaction> replace_with_block(const EditorState& state, Span replaced, std::string_view block,
                                              Selection selected) {
  const Text& text = state.text;
  const auto first = static_cast<std::uint32_t>(text.line_at(replaced.begin));
  const auto last = static_cast<std::uint32_t>(text.line_at(replaced.end));
  const std::string_view before = first > 0 && !is_blank(text, first - 1) ? "\n" : "";
  const bool is_open = !block.ends_with('\n');
  const std::string_view after =
      is_open && last + 1 < text.line_count() && !is_blank(text, last + 1) ? "\n" : "";
  const std::string whole = std::string(before) + std::string(block) + std::string(after);
  return put(state, replaced, whole, before.size(), selected);
}

std::optional<Transaction> insert_rule(const EditorState& state) {
  const auto end = static_cast<Offset>(std::string_view("* * *\n\n").size());
  return insert_block(state, "* * *\n\n", Selection::caret(end));
}

}  // namespace depeche::editor
