// What a tab asks of the page that it is in, and tells it. platform/web/browser.h calls the page's scripts;
// platform/headless/browser.h keeps what it was told, for tests.
//
// Strings are UTF-8 and are read before the call returns. While one runs, Tab::semantic_changes() and
// Tab::set_focus() may be called, and nothing else of the tab.
#pragma once

#include <string_view>

#include "app/effect.h"
#include "base/span.h"
#include "ui/draw/geometry.h"
#include "ui/kit/pointing.h"

namespace depeche::platform {

class Browser {
 public:
  virtual ~Browser() = default;

  // The hidden text field: whether people write in it, what it holds, and what is selected in that.
  virtual void show_field(bool active, std::string_view text, Utf16Offset anchor, Utf16Offset head) = 0;
  // Where it lies: at the caret, for the input method's own window.
  virtual void move_field(const ui::CssRect& caret) = 0;
  // Whether Tab is the program's at the caret, or leaves the field.
  virtual void keep_tab(bool kept) = 0;

  // The parallel DOM: its text fields came, went or changed (Tab::semantic_changes) and must be there now; and the
  // semantic node that is to have the keyboard.
  virtual void follow_fields() = 0;
  virtual void focus(std::string_view node) = 0;

  // The window.
  virtual void show_pointer(ui::Pointer pointer) = 0;
  virtual void set_title(std::string_view title) = 0;
  virtual void set_language(std::string_view tag) = 0;  // of BCP 47
  virtual void set_appearance(bool dark) = 0;           // of what the page draws itself

  // Nothing waits: what can fail is answered later, by an action (app/effect.h).
  virtual void carry_out(const app::Effect& effect) = 0;
};

}  // namespace depeche::platform
