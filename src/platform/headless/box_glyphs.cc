#include "platform/headless/box_glyphs.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"

namespace depeche::platform {
namespace {

constexpr float kAscent = 0.8F;  // of the em; the descent is the rest
constexpr float kAdvance = 0.5F;
constexpr float kIconAdvance = 1.0F;

bool is_icon(ImWchar character) {
  return character >= 0xE000 && character <= 0xF8FF;
}

bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) {
  return true;
}

bool begin_size(ImFontAtlas*, ImFontConfig*, ImFontBaked* baked, void*) {
  baked->Ascent = std::round(kAscent * baked->Size);
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar character,
                ImFontGlyph* glyph, float* advance_only) {
  const float advance = (is_icon(character) ? kIconAdvance : kAdvance) * baked->Size;
  if (advance_only != nullptr) {
    *advance_only = advance;
    return true;
  }
  glyph->AdvanceX = advance;
  if (character == ' ' || character == 0xA0 || character == 0x202F) return true;

  const int width = std::max(1, static_cast<int>(advance) - 1);
  const int height = std::max(1, static_cast<int>(baked->Ascent));
  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, width, height);
  if (place == ImFontAtlasRectId_Invalid) return false;
  ImTextureRect* rectangle = ImFontAtlasPackGetRect(atlas, place);
  ImVector<unsigned char> coverage;
  coverage.resize(width * height, 0xFF);
  glyph->X0 = 0;
  glyph->Y0 = 0;
  glyph->X1 = static_cast<float>(width);
  glyph->Y1 = static_cast<float>(height);
  glyph->Visible = true;
  glyph->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, rectangle, coverage.Data,
                                     ImTextureFormat_Alpha8, width);
  return true;
}

}  // namespace

const ImFontLoader& box_glyph_loader() {
  static const ImFontLoader kLoader = [] {
    ImFontLoader loader;
    loader.Name = "boxes";
    loader.FontSrcContainsGlyph = contains_glyph;
    loader.FontBakedInit = begin_size;
    loader.FontBakedLoadGlyph = load_glyph;
    return loader;
  }();
  return kLoader;
}

}  // namespace depeche::platform
