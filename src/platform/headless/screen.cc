#include "platform/headless/screen.h"

#include "imgui.h"
#include "platform/headless/box_glyphs.h"

namespace depeche::platform {

HeadlessScreen::HeadlessScreen(const ui::Size& size, float scale) : Screen(box_glyph_loader()) {
  resize(size, scale);
}

// The part of a renderer that the atlas waits for: every request is granted at once.
void HeadlessScreen::show(const ImDrawData& data) {
  for (ImTextureData* texture : *data.Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

}  // namespace depeche::platform
