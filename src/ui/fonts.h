// The faces of the interface, the source and the page, as Dear ImGui fonts.
//
// A face is a CSS font description. The platform gives the ImFontLoader that draws its glyphs (the browser's
// 2D canvas on the web, boxes of a fixed advance in tests) and reads the description from
// ImFontConfig::FontData, where other loaders find a font's file.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

struct ImFont;
struct ImFontAtlas;
struct ImFontLoader;

namespace depeche::ui {

enum class Face : std::uint8_t {
  kInterface,
  kInterfaceBold,
  kSource,
  kSourceBold,
  kSourceItalic,
  kPage,
  kPageBold,
  kPageItalic,
  kPageBoldItalic,
  kCode,
  kCodeBold,
  kCodeItalic,
  kIcons,  // private-use code points; ui/icons.h names them
};
inline constexpr std::size_t kFaceCount = 13;

struct FaceDescription {
  const char* family;  // CSS font-family list, quoted where needed
  int weight;          // 400, 600, 700
  bool italic;
};
const FaceDescription& describe(Face face);

// What to add to the advances of two neighbours at `size` pixels; negative brings them together.
using Kerning = float (*)(const FaceDescription& face, float size, char32_t left, char32_t right);

struct Fonts {
  std::array<ImFont*, kFaceCount> faces{};
  Kerning kerning = nullptr;  // none: no pair is kerned; called once for a pair, and the answer kept
  ImFont* operator[](Face face) const { return faces[static_cast<std::size_t>(face)]; }
};

// Adds all faces to the atlas; `loader` must outlive it. Each face's ImFontConfig has FontLoader = &loader,
// and FontData = its FaceDescription with FontDataSize = sizeof and FontDataOwnedByAtlas = false, of which
// the atlas makes its own copy.
Fonts load_fonts(ImFontAtlas& atlas, const ImFontLoader& loader);

}  // namespace depeche::ui
