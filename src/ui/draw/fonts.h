// The faces of the interface, the source and the page, as Dear ImGui fonts.
//
// A face is a CSS font description. The platform gives the ImFontLoader that draws its glyphs (the browser's 2D
// canvas on the web, boxes of a fixed advance in tests) and reads a FontDescription from ImFontConfig::FontData,
// where other loaders expect the bytes of a font file.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

#include "ui/draw/cluster_table.h"

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
  kIcons,  // private-use code points; ui/draw/icons.h names them
};
inline constexpr std::size_t kFaceCount = 13;

struct FaceDescription {
  const char* family;  // CSS font-family list, quoted where needed
  int weight;          // 400, 600, 700
  bool italic;
};
const FaceDescription& describe(Face face);

// Glyphs begin at fractions of a pixel so that text is spaced evenly. There is an image of a glyph for each
// quarter; large glyphs need fewer, since nobody sees so exactly where they begin. `size` is in physical pixels.
inline constexpr std::size_t kShifts = 4;
constexpr std::size_t shifts_at(float size) {
  return size < 26 ? kShifts : size < 52 ? kShifts / 2 : 1;
}

// What a loader is told about the font that it draws a glyph for. A character that `clusters` has given out
// stands for its cluster.
struct FontDescription {
  FaceDescription face;
  float shift;  // how far right of a whole pixel its glyphs begin
  const ClusterTable* clusters;
};

// What kerning adds between two neighbours, in ems; a negative value brings them together.
using Kerning = float (*)(const FaceDescription& face, char32_t left, char32_t right);

struct Fonts {
  std::array<std::array<ImFont*, kShifts>, kFaceCount> shifted{};
  Kerning kerning = nullptr;               // null: nothing is kerned; answers are kept (KerningTable)
  std::shared_ptr<ClusterTable> clusters;  // of all faces
  ImFont* operator[](Face face) const { return at(face, 0); }
  ImFont* at(Face face, std::size_t shift) const { return shifted[static_cast<std::size_t>(face)][shift]; }
};

// Adds all faces to the atlas, each at kShifts shifts; `loader` must outlive it. FontData of each
// ImFontConfig is a FontDescription, which the atlas copies (FontDataOwnedByAtlas = false). The Fonts must
// live as long as the atlas draws.
Fonts load_fonts(ImFontAtlas& atlas, const ImFontLoader& loader);

}  // namespace depeche::ui
