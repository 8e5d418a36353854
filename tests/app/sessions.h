// Sessions for tests of what actions lead to: one with a text, and what there is to see of one.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "app/session.h"
#include "tests/editor/notation.h"

namespace depeche::app {

// With `text` open as a file, and no effects left to carry out.
inline Session session_with(std::string_view text) {
  Session session(initial_model());
  session.dispatch(OpenFile{"cp.md", std::string(text)});
  session.take_effects();
  return session;
}

// With the text and the selection that the notation tells (editor::state_of), a document like any other.
inline Session session_at(std::string_view notation) {
  Model model = initial_model();
  model.editor = editor::state_of(notation);
  return Session(std::move(model));
}

inline std::string text_of(const Session& session) {
  return std::string(session.model().editor.text.bytes());
}

// The key of the notice that shows; empty for none.
inline std::string notice_of(const Session& session) {
  return session.model().notice ? session.model().notice->message.key : "";
}

// The last effect of a kind, or null.
template <typename Wanted>
const Wanted* last(const std::vector<Effect>& effects) {
  const Wanted* found = nullptr;
  for (const Effect& effect : effects) {
    if (const auto* match = std::get_if<Wanted>(&effect)) found = match;
  }
  return found;
}

}  // namespace depeche::app
