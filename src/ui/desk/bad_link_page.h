// What shows in the place of the panes while the link in the page's address does not open (Model::bad_link):
// why, what to ask the sender for, and where to go on.
#pragma once

#include <string_view>

#include "app/model.h"
#include "ui/kit/context.h"
#include "ui/kit/scroll_box.h"

namespace depeche::ui {

class BadLinkPage {
 public:
  // The node that has the keyboard when the page comes.
  static constexpr std::string_view kFirstFocus = "bad-link/paste";

  // What is wrong, in a few words: a key of assets/messages.
  static std::string_view title_of(const app::BadLink& link);

  // The page comes: at its top, though the button that gets the keyboard may be further down.
  void begin() { begins_ = true; }

  // On the whole `screen`; scrolls where that is too low.
  void draw(Context& context, const app::BadLink& link, const Rect& screen);

 private:
  ScrollBox scroll_{"bad-link"};
  bool begins_ = false;  // the keyboard has not come yet
};

}  // namespace depeche::ui
