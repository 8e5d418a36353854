// What all dialogs share: a box over the veiled desk, with a title, the dialog's content, and buttons. On a low
// screen title and content scroll and the buttons stay; on a very low one everything scrolls.
#pragma once

#include <optional>
#include <string>

#include "ui/kit/context.h"
#include "ui/kit/scroll_box.h"
#include "ui/kit/widgets.h"

namespace depeche::ui {

struct DialogButtons {
  Button accept;                    // at the right end
  std::optional<Button> cancel{};   // left of it
  std::optional<Button> another{};  // at the left end; without a frame
};

struct DialogLook {
  std::string id;
  std::string title;
  float width = 0;    // CSS pixels, where the screen has room for them
  bool high = false;  // at the top of a narrow screen, above a phone's keyboard
  DialogButtons buttons;
  std::string described_by{};  // the node of the words that say what the dialog is about
};

enum class DialogChoice : std::uint8_t { kNone, kAccept, kCancel, kAnother, kOutside };

class DialogFrame {
 public:
  // The width of the dialog's content, in physical pixels.
  static float content_width(const Context& context, const DialogLook& look, const Rect& screen);

  // Draws the box and the title. Returns the place of the content, `height` physical pixels high. end() must
  // follow in the same frame, with the same look.
  Rect begin(Context& context, const DialogLook& look, const Rect& screen, float height);
  // Draws the buttons. Returns which of them was pressed, or kOutside for a press outside the box.
  DialogChoice end(Context& context, const DialogLook& look);

  // To be called when the dialog closes: the next one begins at its top.
  void close() { content_.forget(); }

 private:
  ScrollBox content_{"dialog"};
  Rect box_;
  Rect foot_;
  bool is_foot_apart_ = true;  // the buttons stay while the rest scrolls
};

}  // namespace depeche::ui
