#include "doctest/doctest.h"
#include "imgui.h"
#include "platform/headless/box_glyphs.h"
#include "platform/headless/screen.h"

namespace depeche::platform {
namespace {

ImFont* add_font() {
  ImFontConfig config;
  config.FontLoader = &box_glyph_loader();
  return ImGui::GetIO().Fonts->AddFont(&config);
}

void draw(const char* text) {
  ImGui::SetNextWindowPos(ImVec2(0, 0));
  ImGui::SetNextWindowSize(ImVec2(400, 300));
  ImGui::Begin("window");
  ImGui::TextUnformatted(text);
  ImGui::End();
}

TEST_CASE("box glyphs: half an em a character, a whole em an icon") {
  HeadlessScreen screen({400, 300});
  ImFont* font = add_font();
  screen.begin_frame(0);
  ImFontBaked* baked = font->GetFontBaked(20);
  CHECK(baked->GetCharAdvance('a') == 10);
  CHECK(baked->GetCharAdvance(0xE9) == 10);
  CHECK(baked->GetCharAdvance(0x1F600) == 10);
  CHECK(baked->GetCharAdvance(0xE000) == 20);
  CHECK(baked->Ascent == 16);
  CHECK(baked->Descent == -4);
  screen.show_frame();
}

TEST_CASE("a frame's texture requests are granted, and its draw lists hold the text") {
  HeadlessScreen screen({400, 300});
  ImGui::GetStyle().FontSizeBase = 16;
  ImFont* font = add_font();
  ImGui::GetIO().FontDefault = font;
  const auto indices_of = [&](const char* text) {
    screen.begin_frame(0);
    draw(text);
    screen.show_frame();
    return ImGui::GetDrawData()->TotalIdxCount;
  };
  indices_of("");  // a window needs a frame to settle
  const int empty = indices_of("");
  CHECK(indices_of("abc") == empty + 3 * 6);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) CHECK(texture->Status == ImTextureStatus_OK);
}

TEST_CASE("screens can be made one after the other") {
  for (int i = 0; i < 3; ++i) {
    HeadlessScreen screen({100, 100});
    add_font();
    screen.begin_frame(0);
    draw("x");
    screen.show_frame();
  }
}

}  // namespace
}  // namespace depeche::platform
