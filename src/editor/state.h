// What is being edited: text, selection and history, as one value.
//
// Copies share the text and the history, and cost nothing. The only way from one state to the next is a
// transaction; a command (commands.h) looks at a state and says which.
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

  // Names the text: within a line of states, each made of the one before, equal revisions are equal texts.
  // Undo brings the old number back, so that a text undone to where it was saved is the saved one.
  std::uint64_t revision = 0;
  std::uint64_t newest_revision = 0;  // the greatest so far
};

// One step from a text to the next, for whoever follows it: what the transaction of apply() did.
struct TextChange {
  std::uint64_t before = 0;  // the revision of the text that the change is made in
  std::uint64_t after = 0;   // and of that which it makes; the same where the change is empty
  Change change;
  std::vector<Rider> riders = {};  // of the transaction; places in the text after
};

// `text`, with the caret at its start.
EditorState open(Text text);

// Another document in the place of `state`: its history begins anew, its revision is a new one.
EditorState open(const EditorState& state, Text text);

// The state after `transaction`. One made for a text of another length is without effect.
EditorState apply(const EditorState& state, const Transaction& transaction);

}  // namespace depeche::editor
