// The canvas of the page: glyphs drawn by the browser, triangles by its WebGL.
#pragma once

#include "platform/screen.h"
#include "platform/web/renderer.h"

namespace depeche::platform {

class WebScreen final : public Screen {
 public:
  WebScreen();

  // The page's WebGL context is a new one, or the old one came back empty.
  void restore() { renderer_.restore(); }

 private:
  void show(const ImDrawData& data) override { renderer_.render(data); }

  Renderer renderer_;
};

}  // namespace depeche::platform
