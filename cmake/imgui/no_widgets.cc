// The widgets that ImGui's frame refers to, for windows of its own and for mending what a window was left in.
// It has no window here but the empty one that is never shown (every widget is ours, src/ui/), so none of
// these is reached, and imgui_widgets.cpp and imgui_tables.cpp stay out of the program.
#include "imgui.h"
#include "imgui_internal.h"

ImGuiInputTextState::ImGuiInputTextState() {}
void ImGuiMenuColumns::Update(float, bool) {}

namespace ImGui {

bool ButtonBehavior(const ImRect&, ImGuiID, bool*, bool*, ImGuiButtonFlags) {
  return false;
}
bool CloseButton(ImGuiID, const ImVec2&) {
  return false;
}
bool CollapseButton(ImGuiID, const ImVec2&) {
  return false;
}
bool Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) {
  return false;
}
ImGuiMultiSelectIO* EndMultiSelect() {
  return nullptr;
}
void EndColumns() {}
void EndMenuBar() {}
void EndTabBar() {}
void EndTable() {}
void InputTextDeactivateHook(ImGuiID) {}
void Scrollbar(ImGuiAxis) {}
void SeparatorText(const char*) {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TableSettingsAddSettingsHandler() {}
void TextV(const char*, va_list) {}
void TreePop() {}

}  // namespace ImGui
