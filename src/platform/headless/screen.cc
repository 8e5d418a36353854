#include "platform/headless/screen.h"

#include "imgui.h"
#include "platform/headless/box_glyphs.h"

namespace depeche::platform {
namespace {

// The part of a renderer that the atlas waits for: every request is granted at once.
void grant_texture_requests() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    if (texture->Status == ImTextureStatus_WantDestroy) {
      texture->SetTexID(ImTextureID_Invalid);
      texture->SetStatus(ImTextureStatus_Destroyed);
    } else if (texture->Status != ImTextureStatus_Destroyed) {
      texture->SetTexID(1);
      texture->SetStatus(ImTextureStatus_OK);
    }
  }
}

}  // namespace

HeadlessScreen::HeadlessScreen(float width, float height) : context_(ImGui::CreateContext()) {
  ImGui::SetCurrentContext(context_);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.DisplaySize = ImVec2(width, height);
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
}

HeadlessScreen::~HeadlessScreen() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(context_);
}

void HeadlessScreen::resize(float width, float height) {
  ImGui::GetIO().DisplaySize = ImVec2(width, height);
}

ImFontAtlas& HeadlessScreen::fonts() {
  return *ImGui::GetIO().Fonts;
}

const ImFontLoader& HeadlessScreen::loader() const {
  return box_glyph_loader();
}

void HeadlessScreen::move_pointer(float x, float y) {
  ImGui::GetIO().AddMousePosEvent(x, y);
}

void HeadlessScreen::press_pointer(bool down) {
  ImGui::GetIO().AddMouseButtonEvent(ImGuiMouseButton_Left, down);
}

void HeadlessScreen::scroll(float steps) {
  ImGui::GetIO().AddMouseWheelEvent(0, steps);
}

void HeadlessScreen::begin_frame(float seconds_since_last) {
  ImGui::GetIO().DeltaTime = seconds_since_last;
  ImGui::NewFrame();
}

const ImDrawData& HeadlessScreen::end_frame() {
  ImGui::Render();
  grant_texture_requests();
  return *ImGui::GetDrawData();
}

}  // namespace depeche::platform
