// Hands what Dear ImGui drew to the WebGL renderer of the page (web/screen/renderer.js;
// docs/decisions/0005-renderer-in-the-page.md).
#pragma once

#include <cstdint>
#include <vector>

#include "platform/web/border.h"

struct ImDrawData;
struct ImTextureData;

namespace depeche::platform {

class Renderer {
 public:
  Renderer();

  // Serves the textures' requests, then draws. Dear ImGui's context must be current.
  void render(const ImDrawData& data);

  // The page's WebGL context is a new one, or the old one came back empty: all textures are uploaded again.
  void restore();

 private:
  void serve_texture(ImTextureData& texture);
  void collect(const ImDrawData& data);

  std::int32_t textures_made_ = 0;
  // The draw lists end to end, kept to save their memory from frame to frame.
  std::vector<unsigned char> vertices_;
  std::vector<std::uint32_t> indices_;
  std::vector<border::DrawCall> calls_;
};

}  // namespace depeche::platform
