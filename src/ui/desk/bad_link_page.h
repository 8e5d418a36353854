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
  // The node that gets the keyboard when the page appears.
  static constexpr std::string_view kFirstFocus = "bad-link/paste";

  // The key in assets/messages of what is wrong, in a few words.
  static std::string_view title_of(const app::BadLink& link);

  // The page appears: it begins at its top, even if the button that gets the keyboard is further down.
  void begin() { begins_ = true; }

  // Draws it on the whole `screen`; scrolls if that is too low.
  void draw(Context& context, const app::BadLink& link, const Rect& screen);

 private:
  ScrollBox scroll_{"bad-link"};
  bool begins_ = false;  // the keyboard has not come yet
};

}  // namespace depeche::ui
