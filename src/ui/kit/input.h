// What a person did since the last frame, beyond the pointer (which Dear ImGui's IO carries).
#pragma once

#include <optional>
#include <string>

#include "base/span.h"
#include "text/selection.h"
#include "text/text.h"
#include "ui/draw/geometry.h"

namespace depeche::ui {

enum class Key {
  kCharacter,  // KeyPress::character; only with a modifier that makes it a shortcut
  kLeft,
  kRight,
  kUp,
  kDown,
  kHome,
  kEnd,
  kPageUp,
  kPageDown,
  kEnter,
  kTab,
  kBackspace,
  kDelete,
  kEscape,
  kMenu,  // the menu key, or Shift+F10
  // macOS's Control+A, E and K: they mean the line of the text, however it is wrapped.
  kLineStart,
  kLineEnd,
  kLineRest,  // deleted
};

struct Modifiers {
  bool control = false;  // Ctrl, or Command on a Mac: the platform's shortcut key
  bool shift = false;
  bool alt = false;   // Alt or Option; never AltGr
  bool word = false;  // moves and deletes by word: Ctrl, or Option on a Mac
  bool line = false;  // moves to the line's ends: Command on a Mac
};

struct KeyPress {
  Key key = Key::kCharacter;
  char32_t character = 0;  // lower case, the layout's own letter (KeyboardEvent.key)
  Modifiers modifiers;
};

// A change of the system's text field, in the document's bytes.
struct FieldEdit {
  Span replaced;
  std::string text;
  Selection selection;
  bool composing = false;
};

// Text that is dragged from another program over the source, or dropped there: as HTML, which may be empty, and
// as plain text. Both are set when it is dropped.
struct TextDrag {
  Point at;
  bool dropped = false;
  std::string html, text;
};

struct Input {
  double time = 0;              // seconds
  std::optional<KeyPress> key;  // one a frame: each acts on the text as the one before left it
  std::optional<TextDrag> drag;
  bool focused = true;      // the source has the keyboard
  bool apple_keys = false;  // the person's keyboard has Command keys
  bool touch_only = false;  // the person has no keyboard: shortcuts are not shown
  bool still = false;       // the system asks for no motion
};

// What the system's hidden text field is for, so that dead keys, input methods, correction and screen readers
// work. It holds a part of the document around the selection (platform/field_window.h).
struct FieldState {
  bool active = false;
  bool takes_tab = false;  // Tab does something at the caret; else it leaves the source
  Rect caret;              // without width; for the input method's window
};

}  // namespace depeche::ui
