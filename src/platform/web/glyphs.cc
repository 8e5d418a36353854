#include "platform/web/glyphs.h"

#include <cmath>
#include <cstring>
#include <string>
#include <string_view>

#include "base/utf8.h"
#include "imgui.h"
#include "imgui_internal.h"
#include "platform/web/imports.h"

namespace depeche::platform {
namespace {

// What the loader keeps for one face at one size.
struct SizedFace {
  std::int32_t font;
};

// Kerning grows with the size: measured once for all sizes, where fractions of a pixel do not matter.
constexpr float kKerningSize = 256;

const ui::FontDescription& description_of(const ImFontConfig& source) {
  return *static_cast<const ui::FontDescription*>(source.FontData);
}

std::int32_t browser_font(const ui::FaceDescription& face, float size, border::FontExtent& extent) {
  return imports::font(face.family, std::strlen(face.family), face.weight, face.italic, size, &extent);
}

// What the browser is to draw for a character, UTF-8.
class GlyphText {
 public:
  GlyphText(const ui::ClusterTable& clusters, ImWchar character) : text_(clusters.cluster(character)) {
    if (!text_.empty()) return;
    append_utf8(single_, character);
    text_ = single_;
  }
  GlyphText(const GlyphText&) = delete;
  GlyphText& operator=(const GlyphText&) = delete;
  const char* data() const { return text_.data(); }
  std::size_t size() const { return text_.size(); }

 private:
  std::string single_;
  std::string_view text_;
};

// The browser finds a glyph for every character, in a fallback font if need be.
bool contains_glyph(ImFontAtlas*, ImFontConfig*, ImWchar) {
  return true;
}

bool begin_size(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void* data) {
  border::FontExtent extent{};
  static_cast<SizedFace*>(data)->font = browser_font(description_of(*source).face, baked->Size, extent);
  baked->LoadNoRenderOnLayout = true;  // what is measured here is mostly drawn at another shift
  const float half_leading = (baked->Size - extent.ascent - extent.descent) / 2;
  baked->Ascent = std::round(half_leading + extent.ascent);
  baked->Descent = baked->Ascent - baked->Size;
  return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data, ImWchar character,
                ImFontGlyph* glyph, float* advance_only) {
  const std::int32_t font = static_cast<SizedFace*>(data)->font;
  const ui::FontDescription& description = description_of(*source);
  const GlyphText text(*description.clusters, character);
  if (advance_only != nullptr) {
    *advance_only = imports::glyph_advance(font, text.data(), text.size());
    return true;
  }
  border::GlyphExtent extent{};
  imports::glyph(font, text.data(), text.size(), description.shift, &extent);
  glyph->AdvanceX = extent.advance;
  if (extent.width == 0) return true;

  const ImFontAtlasRectId place = ImFontAtlasPackAddRect(atlas, extent.width, extent.height);
  if (place == ImFontAtlasRectId_Invalid) return false;
  ImVector<unsigned char>& pixels = atlas->Builder->TempBuffer;
  pixels.resize(extent.width * extent.height * 4);
  imports::glyph_pixels(pixels.Data);

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

float browser_kerning(const ui::FaceDescription& face, char32_t left, char32_t right) {
  border::FontExtent extent{};
  return imports::kerning(browser_font(face, kKerningSize, extent), left, right) / kKerningSize;
}

}  // namespace depeche::platform
