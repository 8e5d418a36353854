#include "ui/kit/pointing.h"

#include "imgui.h"
#include "imgui_internal.h"

namespace depeche::ui {

Pointing read_pointing() {
  const ImGuiIO& io = ImGui::GetIO();
  Pointing pointing;
  if (ImGui::IsMousePosValid(&io.MousePos)) {
    pointing.x = io.MousePos.x;
    pointing.y = io.MousePos.y;
    pointing.moved = io.MouseDelta.x != 0 || io.MouseDelta.y != 0;
  }
  pointing.pressed = io.MouseClicked[ImGuiMouseButton_Left];
  pointing.down = io.MouseDown[ImGuiMouseButton_Left];
  pointing.released = io.MouseReleased[ImGuiMouseButton_Left];
  pointing.clicks = io.MouseClickedCount[ImGuiMouseButton_Left];
  pointing.secondary = io.MouseClicked[ImGuiMouseButton_Right];
  pointing.wheel = io.MouseWheel;
  pointing.wheel_x = io.MouseWheelH;
  pointing.touch = io.MouseSource == ImGuiMouseSource_TouchScreen;
  pointing.shift = io.KeyShift;
  pointing.control = io.KeyCtrl || io.KeySuper;
  pointing.alt = io.KeyAlt;
  pointing.more_to_come = !ImGui::GetCurrentContext()->InputEventsQueue.empty();
  return pointing;
}

}  // namespace depeche::ui
