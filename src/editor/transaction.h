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
  kUndo,     // made by undo() and redo() alone
  kRedo,
};

struct Transaction {
  Change change;        // of the text it is made for; without effect on one of another length
  Selection selection;  // in the text after
  UserEvent event = UserEvent::kCommand;
  // On any clock that does not go back. Commands leave it to whoever dispatches; without, pauses are unknown.
  std::chrono::milliseconds time{0};
  // What happens together with it, in order; places in the text after. May come without any change of text.
  std::vector<Rider> riders = {};
};

}  // namespace depeche::editor
