// The page around the tab, by its scripts (platform/web/imports.h).
#pragma once

#include "platform/browser.h"

namespace depeche::platform {

class WebBrowser : public Browser {
 public:
  void show_field(bool active, std::string_view text, Utf16Offset anchor, Utf16Offset head) override;
  void move_field(const ui::CssRect& caret) override;
  void keep_tab(bool kept) override;
  void follow_fields() override;
  void focus(std::string_view node) override;
  void show_pointer(ui::Pointer pointer) override;
  void set_title(std::string_view title) override;
  void set_language(std::string_view tag) override;
  void set_appearance(bool dark) override;
  void carry_out(const app::Effect& effect) override;
};

}  // namespace depeche::platform
