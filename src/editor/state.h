// What is being edited: text, selection and history, as one value.
//
// Copies share the text and the history, and cost nothing. The only way from one state to the next is a
// transaction; a command (commands.h) looks at a state and returns one.
#pragma once

#include <cstdint>

#include "editor/history.h"
#include "editor/transaction.h"
#include "text/selection.h"
#include "text/text.h"

namespace depeche::editor {

struct EditorState {
  Text text;
  Selection selection;  // within the text, never inside a code point or between CR and LF
  History history;

  // Identifies the text: in a chain of states, each made from the one before, equal revisions mean equal texts.
  // Undo brings the old number back, so that undoing to where the text was saved gives the saved revision.
  std::uint64_t revision = 0;
  std::uint64_t newest_revision = 0;  // the greatest so far
};

// What one transaction did to the text, for whoever follows it.
struct TextChange {
  std::uint64_t before = 0;  // the revision of the text before the change
  std::uint64_t after = 0;   // the revision after it; the same if the change is empty
  Change change;
  std::vector<Rider> riders = {};  // of the transaction; their places count in the text after
};

// `text`, with the caret at its start.
EditorState open(Text text);

// Opens another document in the place of `state`: with a new history, and a revision that was not used before.
EditorState open(const EditorState& state, Text text);

// The state after `transaction`; `state` itself if that was made for a text of another length.
EditorState apply(const EditorState& state, const Transaction& transaction);

}  // namespace depeche::editor
