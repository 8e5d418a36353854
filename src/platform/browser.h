// What a tab tells the page around it, and asks of it. platform/web/browser.h calls the page's scripts;
// platform/headless/browser.h, for tests, keeps the hidden text field and ignores the rest.
//
// Strings are UTF-8 and are read before the call returns. An implementation may call Tab::semantic_changes() and
// Tab::set_focus() back before it returns, and nothing else of the tab.
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

  // The hidden text field: whether people write in it, what it holds, and what is selected in it.
  virtual void show_field(bool active, std::string_view text, Utf16Offset anchor, Utf16Offset head) = 0;
  // Moves the field to the caret, where the input method opens its window.
  virtual void move_field(const ui::CssRect& caret) = 0;
  // Whether the Tab key at the caret goes to the program, or leaves the field.
  virtual void keep_tab(bool kept) = 0;

  // The parallel DOM. Its text fields have changed (Tab::semantic_changes) and must be up to date on return.
  virtual void follow_fields() = 0;
  // Gives the keyboard to a semantic node.
  virtual void focus(std::string_view node) = 0;

  // The window.
  virtual void show_pointer(ui::Pointer pointer) = 0;
  virtual void set_title(std::string_view title) = 0;
  virtual void set_language(std::string_view tag) = 0;  // of BCP 47, e.g. "fr"
  virtual void set_appearance(bool dark) = 0;           // of what the page draws itself

  // Does not wait: an effect that can fail answers later, by an action (app/effect.h).
  virtual void carry_out(const app::Effect& effect) = 0;
};

}  // namespace depeche::platform
