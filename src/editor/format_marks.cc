#include "editor/format_marks.h"

#include <string>
#include <utility>
#include <vector>

#include "editor/block.h"
#include "editor/editing.h"

namespace depeche::editor {

std::optional<Transaction> wrap_text(const EditorState& state, std::string_view mark) {
  const std::vector<Span> texts = selected_texts(state.text, state.selection.span());
  std::vector<Replacement> edits;
  for (const Span& text : texts) {
    edits.push_back({{text.begin, text.begin}, std::string(mark)});
    edits.push_back({{text.end, text.end}, std::string(mark)});
  }
  auto transaction = replace(state, std::move(edits), Bias::kAfter);
  if (!transaction || !state.selection.empty()) return transaction;
  const Offset caret = state.selection.head;
  const bool stays_inside = caret == texts.front().end;  // also where there is no text
  if (stays_inside) transaction->selection = Selection::caret(caret + static_cast<Offset>(mark.size()));
  return transaction;
}

std::optional<Transaction> unwrap_text(const EditorState& state, Span whole, Span content) {
  return replace(state, {{{whole.begin, content.begin}, ""}, {{content.end, whole.end}, ""}}, Bias::kAfter);
}

std::optional<Transaction> make_code(const EditorState& state) {
  const std::vector<Line> lines = selected_lines(state.text, state.selection.span());
  if (lines.size() < 2) return wrap_text(state, "`");
  const std::string ending(state.text.line_ending());
  const Offset begin = lines.front().span.begin;
  const Offset end = lines.back().span.end;
  return replace(state, {{{begin, begin}, "```" + ending}, {{end, end}, ending + "```"}}, Bias::kAfter);
}

}  // namespace depeche::editor
