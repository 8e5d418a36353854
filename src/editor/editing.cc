#include "editor/editing.h"

#include <algorithm>
#include <string>
#include <utility>

namespace depeche::editor {
namespace {

// `text` in the place of `span`, the caret after it.
std::optional<Transaction> replace_span(const EditorState& state, Span span, std::string text,
                                        UserEvent event) {
  if (span.empty() && text.empty()) return std::nullopt;
  const auto caret = static_cast<Offset>(span.begin + text.size());
  std::optional<Change> change = Change::of(state.text.size(), {{span, std::move(text)}});
  if (!change) return std::nullopt;
  return Transaction{*std::move(change), Selection::caret(caret), event, {}};
}

}  // namespace

std::optional<Transaction> insert_text(const EditorState& state, std::string_view text, UserEvent event) {
  return replace_span(state, state.selection.span(), with_line_ending(text, state.text.line_ending()), event);
}

std::optional<Transaction> delete_text(const EditorState& state, Unit unit, Direction direction) {
  const bool forward = direction == Direction::kForward;
  const UserEvent event = unit != Unit::kGrapheme ? UserEvent::kCommand
                          : forward               ? UserEvent::kDeletingForward
                                                  : UserEvent::kDeletingBackward;
  if (!state.selection.empty()) return replace_span(state, state.selection.span(), {}, event);

  const Offset caret = state.selection.head;
  const Offset edge = destination(state.text, caret, Unit::kLine, direction);
  Offset target = destination(state.text, caret, caret == edge ? Unit::kGrapheme : unit, direction);
  if (caret != edge) target = forward ? std::min(target, edge) : std::max(target, edge);
  return replace_span(state, {std::min(caret, target), std::max(caret, target)}, {}, event);
}

std::optional<Transaction> delete_to(const EditorState& state, Offset edge) {
  if (!state.selection.empty()) return delete_selection(state);
  const Offset caret = state.selection.head;
  return replace_span(state, {std::min(caret, edge), std::max(caret, edge)}, {}, UserEvent::kCommand);
}

std::optional<Transaction> move_selection(const EditorState& state, Offset to, bool copied) {
  const Span moved = state.selection.span();
  const bool is_inside = copied ? moved.begin < to && to < moved.end : moved.begin <= to && to <= moved.end;
  if (moved.empty() || is_inside) return std::nullopt;
  std::vector<Replacement> edits{{{to, to}, std::string(state.text.bytes(moved))}};
  if (!copied) edits.push_back({moved, ""});
  std::optional<Change> change = Change::of(state.text.size(), std::move(edits));
  if (!change) return std::nullopt;
  const Offset begin = !copied && to > moved.begin ? to - moved.size() : to;
  return Transaction{*std::move(change), {begin, begin + moved.size()}, UserEvent::kCommand, {}};
}

std::optional<Transaction> delete_selection(const EditorState& state) {
  return replace_span(state, state.selection.span(), {}, UserEvent::kCommand);
}

std::optional<Transaction> replace(const EditorState& state, std::vector<Replacement> edits, Bias bias) {
  std::optional<Change> change = Change::of(state.text.size(), std::move(edits));
  if (!change || change->empty()) return std::nullopt;
  const Selection selection = state.selection.map(*change, bias);
  return Transaction{*std::move(change), selection, UserEvent::kCommand, {}};
}

std::optional<Transaction> replace_all(const EditorState& state, std::string_view text, Selection selection,
                                       UserEvent event) {
  if (text.size() > kMaximumTextSize) return std::nullopt;
  Change change = Change::between(state.text.bytes(), text);
  if (change.empty() && selection == state.selection) return std::nullopt;
  return Transaction{std::move(change), selection, event, {}};
}

std::optional<Transaction> undo(const EditorState& state) {
  const History::Step* step = state.history.undoable();
  if (step == nullptr) return std::nullopt;
  return Transaction{step->inverse, step->before.selection, UserEvent::kUndo, {}, step->inverse_riders};
}

std::optional<Transaction> redo(const EditorState& state) {
  const History::Step* step = state.history.redoable();
  if (step == nullptr) return std::nullopt;
  return Transaction{step->change, step->after.selection, UserEvent::kRedo, {}, step->riders};
}

}  // namespace depeche::editor
