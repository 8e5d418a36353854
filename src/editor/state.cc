#include "editor/state.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"

namespace depeche::editor {
namespace {

Offset within(const Text& text, Offset offset) {
  const std::string_view bytes = text.bytes();
  offset = std::min(offset, text.size());
  while (!is_code_point_boundary(bytes, offset)) --offset;
  const bool in_line_ending = offset > 0 && bytes.substr(offset - 1).starts_with("\r\n");
  return in_line_ending ? offset - 1 : offset;
}

Selection within(const Text& text, Selection selection) {
  return {within(text, selection.anchor), within(text, selection.head)};
}

// Whether undo has something to take back of them.
bool has_inverse(const std::vector<Rider>& riders) {
  return std::ranges::any_of(riders, [](const Rider& rider) { return rider.inverse().has_value(); });
}

}  // namespace

EditorState open(Text text) {
  return open(EditorState{}, std::move(text));
}

EditorState open(const EditorState& state, Text text) {
  EditorState opened;
  opened.text = std::move(text);
  opened.revision = state.newest_revision + 1;
  opened.newest_revision = opened.revision;
  return opened;
}

EditorState apply(const EditorState& state, const Transaction& transaction) {
  if (transaction.change.length_before() != state.text.size()) return state;
  EditorState next = state;
  next.text = transaction.change.apply(state.text);
  next.selection = within(next.text, transaction.selection);

  if (transaction.event == UserEvent::kUndo && state.history.undoable() != nullptr) {
    next.revision = state.history.undoable()->before.revision;
    next.history.undo();
  } else if (transaction.event == UserEvent::kRedo && state.history.redoable() != nullptr) {
    next.revision = state.history.redoable()->after.revision;
    next.history.redo();
  } else if (!transaction.change.empty() || has_inverse(transaction.riders)) {
    if (!transaction.change.empty()) next.revision = ++next.newest_revision;
    next.history.record(transaction, state.text, {state.selection, state.revision},
                        {next.selection, next.revision});
  } else if (next.selection != state.selection) {
    next.history.seal();
  }
  return next;
}

}  // namespace depeche::editor
