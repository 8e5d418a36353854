#include "app/work.h"

#include "app/templates.h"
#include "editor/editing.h"

namespace depeche::app {
namespace {

// Less may be what was tried in a text that was emptied before.
constexpr Offset kSomeLines = 200;

constexpr int kMaxStepsBack = 1000;

bool has_only_blanks(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}  // namespace

bool is_blank_document(std::string_view text) {
  return has_only_blanks(text) || text == kBlankRelease || text == sample_release();
}

bool is_untouched(const editor::EditorState& state) {
  return is_blank_document(state.text.bytes()) && state.history.undoable() == nullptr &&
         state.history.redoable() == nullptr;
}

std::optional<editor::EditorState> last_work(const editor::EditorState& state) {
  if (!is_blank_document(state.text.bytes())) return state;
  if (!has_only_blanks(state.text.bytes())) return std::nullopt;
  std::optional<editor::EditorState> longest;
  editor::EditorState before = state;
  for (int steps = 0; steps < kMaxStepsBack; ++steps) {
    const bool is_longer = !longest || before.text.size() > longest->text.size();
    if (!is_longer && longest->text.size() >= kSomeLines) break;
    if (is_longer && !is_blank_document(before.text.bytes())) longest = before;
    const std::optional<editor::Transaction> undone = editor::undo(before);
    if (!undone) break;
    before = editor::apply(before, *undone);
  }
  return longest;
}

}  // namespace depeche::app
