// The loader that ImGui falls back to where a font brings none: it has no glyph. Every face of ours brings
// its own loader (ImFontConfig::FontLoader), so this one is never asked.
#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"

namespace {

bool has_no_glyph(ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*, ImWchar, ImFontGlyph*, float*) {
  return false;
}

}  // namespace

const ImFontLoader* ImGuiFreeType::GetFontLoader() {
  static const ImFontLoader kLoader = [] {
    ImFontLoader loader;
    loader.Name = "none";
    loader.FontBakedLoadGlyph = has_no_glyph;
    return loader;
  }();
  return &kLoader;
}
