#include "platform/screen.h"

#include <algorithm>
#include <cfloat>

#include "imgui.h"
#include "imgui_internal.h"

namespace depeche::platform {
namespace {

ImGuiContext* make_context() {
  ImGuiContext* context = ImGui::CreateContext();
  ImGui::SetCurrentContext(context);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
  io.ConfigInputTextCursorBlink = false;  // idle draws nothing
  // Texels are taken whole (web/screen/renderer.js), so lines are drawn as triangles; the browser draws the pointer.
  io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
  return context;
}

ImGuiMouseSource source_of(PointerKind kind) {
  switch (kind) {
    case PointerKind::kMouse:
      return ImGuiMouseSource_Mouse;
    case PointerKind::kTouch:
      return ImGuiMouseSource_TouchScreen;
    case PointerKind::kPen:
      return ImGuiMouseSource_Pen;
  }
  return ImGuiMouseSource_Mouse;
}

}  // namespace

Screen::Screen(const ImFontLoader& loader, ui::Kerning kerning)
    : context_(make_context()), fonts_(ui::load_fonts(*ImGui::GetIO().Fonts, loader)) {
  fonts_.kerning = kerning;
}

Screen::~Screen() {
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetTexID(ImTextureID_Invalid);
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(context_);
}

void Screen::resize(const ui::Size& size, float scale) {
  ImGui::GetIO().DisplaySize = ImVec2(size.width, size.height);
  scale_ = scale;
}

void Screen::forget_glyphs() {
  ImFontAtlasBuildDiscardBakes(ImGui::GetIO().Fonts, 0);
}

void Screen::move_pointer(PointerKind kind, const ui::Point& place) {
  ImGui::GetIO().AddMouseSourceEvent(source_of(kind));
  ImGui::GetIO().AddMousePosEvent(place.x, place.y);
}

void Screen::press_pointer(PointerKind kind, int button, bool down) {
  ImGui::GetIO().AddMouseSourceEvent(source_of(kind));
  ImGui::GetIO().AddMouseButtonEvent(button, down);
}

void Screen::leave_pointer() {
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

void Screen::scroll(float columns, float rows) {
  ImGui::GetIO().AddMouseWheelEvent(columns, rows);
}

void Screen::set_modifiers(const ui::Modifiers& modifiers) {
  ImGuiIO& io = ImGui::GetIO();
  io.AddKeyEvent(ImGuiMod_Ctrl, modifiers.control);
  io.AddKeyEvent(ImGuiMod_Shift, modifiers.shift);
  io.AddKeyEvent(ImGuiMod_Alt, modifiers.alt);
}

void Screen::release_modifiers() {
  ImGui::GetIO().ClearInputKeys();
}

void Screen::begin_frame(double now) {
  ImGui::GetIO().DeltaTime = std::max(1e-5F, static_cast<float>(now - last_frame_));
  last_frame_ = now;
  ImGui::NewFrame();
}

void Screen::discard_frame() {
  ImGui::EndFrame();
}

void Screen::show_frame() {
  ImGui::Render();
  show(*ImGui::GetDrawData());
}

bool Screen::has_pending_events() const {
  return !context_->InputEventsQueue.empty();
}

}  // namespace depeche::platform
