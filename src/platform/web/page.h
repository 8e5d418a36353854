// What `create` (web_main.cc) makes for the page's scripts: the tab with its canvas, its page and its pictures,
// and the buffers through which text goes in and out.
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include "platform/tab.h"
#include "platform/web/border.h"
#include "platform/web/browser.h"
#include "platform/web/pictures.h"
#include "platform/web/screen.h"

namespace depeche::platform {

class Page {
 public:
  explicit Page(app::Model model) : tab(std::move(model), screen, browser, &pictures) {}

  // Room for text to come in; take() then hands out its parts in order.
  char* room(std::size_t size) {
    incoming_.resize(size);
    taken_ = 0;
    return incoming_.data();
  }
  std::string take(std::size_t size) {
    std::string part = incoming_.substr(taken_, size);
    taken_ += part.size();
    return part;
  }

  // Text to go out; the View is valid until the next goes out.
  const border::View* give(std::string text) {
    outgoing_ = std::move(text);
    return show(outgoing_);
  }
  // The same without a copy, for text kept elsewhere that stays unchanged until the next goes out.
  const border::View* show(std::string_view text) {
    view_ = {text.data(), text.size()};
    return &view_;
  }

  WebScreen screen;
  WebBrowser browser;
  Pictures pictures;
  Tab tab;

 private:
  std::string incoming_;
  std::size_t taken_ = 0;
  std::string outgoing_;
  border::View view_{};
};

}  // namespace depeche::platform
