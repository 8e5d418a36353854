// One step of editing as a value: what changes, what is selected then, and why and when it happened.
#pragma once

#include <chrono>
#include <cstdint>
#include <vector>

#include "editor/rider.h"
#include "text/change.h"
#include "text/selection.h"

namespace depeche::editor {

// What a person did, as far as undo must know: see history.h.
enum class UserEvent : std::uint8_t {
  kTyping,
  kComposing,  // an input method or a dead key has not finished: what is typed so far is replaced by more
  kDeletingBackward,
  kDeletingForward,
  kPaste,
  kCommand,  // anything else that changes text: a button, a form, a fix
  kSelect,   // changes no text
  kUndo,     // this and the next: made only by undo() and redo()
  kRedo,
};

struct Transaction {
  Change change;        // for one text; without effect on one of another length
  Selection selection;  // in the text after the change
  UserEvent event = UserEvent::kCommand;
  // From any clock that does not go back. Commands leave it 0, and whoever dispatches the transaction sets it;
  // otherwise no pause is noticed.
  std::chrono::milliseconds time{0};
  // What happens together with it, in order, with places in the text after. The change may be empty then.
  std::vector<Rider> riders = {};
};

}  // namespace depeche::editor
