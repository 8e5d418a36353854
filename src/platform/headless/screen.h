// A screen that nobody sees, with box glyphs, for tests and benches of the views.
#pragma once

#include "platform/screen.h"

namespace depeche::platform {

class HeadlessScreen final : public Screen {
 public:
  explicit HeadlessScreen(const ui::Size& size, float scale = 1);

 private:
  void show(const ImDrawData& data) override;
};

}  // namespace depeche::platform
