#include "platform/web/glyphs.h"

#include <cmath>

#include "imgui.h"
#include "imgui_internal.h"
#include "platform/web/browser.h"
#include "ui/fonts.h"

namespace depeche::platform {
namespace {

// What the loader keeps for one face at one size.
struct SizedFace {
  std::int32_t font;
};

const ui::FaceDescription& description_of(const ImFontConfig& source) {
  return *static_cast<const ui::FaceDescription*>(source.FontData);
}

// The browser finds a glyph for every character, in a fallback font if need be.
bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) {
  return true;
}

bool begin_size(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void* data) {
  const ui::FaceDescription& face = description_of(*source);
  browser::FontExtent extent{};
  static_cast<SizedFace*>(data)->font =
      browser::font(face.family, std::strlen(face.family), face.weight, face.italic, baked->Size, &extent);
  const float half_leading = (baked->Size - extent.ascent - extent.descent) / 2;
  baked->Ascent = std::round(half_leading + extent.ascent);
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data, ImWchar character,
                ImFontGlyph* glyph, float* advance_only) {
  const std::int32_t font = static_cast<SizedFace*>(data)->font;
  if (advance_only != nullptr) {
    *advance_only = browser::glyph_advance(font, character);
    return true;
  }
  browser::GlyphExtent extent{};
  browser::glyph(font, character, &extent);
  glyph->AdvanceX = extent.advance;
  if (extent.width == 0) return true;

  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, extent.width, extent.height);
  if (place == ImFontAtlasRectId_Invalid) return false;
  ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
  pixels.resize(extent.width * extent.height * 4);
  browser::glyph_pixels(pixels.Data);

  glyph->X0 = static_cast<float>(extent.left);
  glyph->Y0 = static_cast<float>(extent.top) + baked->Ascent;
  glyph->X1 = glyph->X0 + static_cast<float>(extent.width);
  glyph->Y1 = glyph->Y0 + static_cast<float>(extent.height);
  glyph->Visible = true;
  glyph->Colored = extent.colored != 0;
  glyph->PackId = place;
  ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, place),
                                     pixels.Data, ImTextureFormat_RGBA32, extent.width * 4);
  return true;
}

}  // namespace

const ImFontLoader& browser_glyph_loader() {
  static const ImFontLoader kLoader = [] {
    ImFontLoader loader;
    loader.Name = "browser";
    loader.FontSrcContainsGlyph = contains_glyph;
    loader.FontBakedInit = begin_size;
    loader.FontBakedLoadGlyph = load_glyph;
    loader.FontBakedSrcLoaderDataSize = sizeof(SizedFace);
    return loader;
  }();
  return kLoader;
}

void forget_glyphs(ImFontAtlas& atlas) {
  ImFontAtlasBuildDiscardBakes(&atlas, 0);
}

}  // namespace depeche::platform
