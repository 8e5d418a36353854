// The sheet of a dialog, over the veiled desk: a title, what the dialog says, and its buttons. On a screen
// that is too low, the first two scroll and the buttons stay where they are; on a very low one all of it
// scrolls.
#pragma once

#include <optional>
#include <string>

#include "ui/kit/context.h"
#include "ui/kit/scroll_box.h"
#include "ui/kit/widgets.h"

namespace depeche::ui {

struct SheetButtons {
  Button accept;                    // at the right end
  std::optional<Button> cancel{};   // left of it
  std::optional<Button> another{};  // at the left end; without a frame
};

struct SheetLook {
  std::string id;
  std::string title;
  float width = 0;    // CSS pixels, where the screen has room for them
  bool high = false;  // at the top of a narrow screen, above a phone's keyboard
  SheetButtons buttons;
};

enum class SheetChoice : std::uint8_t { kNone, kAccept, kCancel, kAnother, kOutside };

class Sheet {
 public:
  // The width that what it says can have, in pixels of the canvas.
  static float content_width(const Context& context, const SheetLook& look, const Rect& screen);

  // Draws the sheet and its title; gives the place for what it says, which is `height` pixels high. end()
  // comes in the same frame, with the same look.
  Rect begin(Context& context, const SheetLook& look, const Rect& screen, float height);
  // Draws the buttons. What the person has pressed: one of them, or what is outside the sheet.
  SheetChoice end(Context& context, const SheetLook& look);

  // The dialog is closed: the next begins at its top.
  void close() { content_.forget(); }

 private:
  ScrollBox content_{"sheet"};
  Rect box_;
  Rect foot_;
  bool is_foot_apart_ = true;  // it stays while the rest scrolls
};

}  // namespace depeche::ui
