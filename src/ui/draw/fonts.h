// The faces of the interface, the source and the page, as Dear ImGui fonts.
//
// A face is a CSS font description. The platform gives the ImFontLoader that draws its glyphs (the browser's
// 2D canvas on the web, boxes of a fixed advance in tests) and reads a FontDescription from
// ImFontConfig::FontData, where other loaders find a font's file.
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

// Glyphs begin at fractions of a pixel so that text is spaced evenly. An image of a glyph exists for each
// quarter; large ones need fewer, as one cannot see where they begin so exactly.
inline constexpr std::size_t kShifts = 4;
constexpr std::size_t shifts_at(float size) {
  return size < 26 ? kShifts : size < 52 ? kShifts / 2 : 1;
}

// What a loader is told of the font that it draws a glyph for. A character that is a ClusterTable's stands
// for the cluster.
struct FontDescription {
  FaceDescription face;
  float shift;  // how far right of a whole pixel its glyphs begin
  const ClusterTable* clusters;
};

// What to add to the advances of two neighbours, in ems; negative brings them together.
using Kerning = float (*)(const FaceDescription& face, char32_t left, char32_t right);

struct Fonts {
  std::array<std::array<ImFont*, kShifts>, kFaceCount> shifted{};
  Kerning kerning = nullptr;  // none: no pair is kerned; called once for a pair, and the answer kept
  std::shared_ptr<ClusterTable> clusters;  // of all faces
  ImFont* operator[](Face face) const { return at(face, 0); }
  ImFont* at(Face face, std::size_t shift) const { return shifted[static_cast<std::size_t>(face)][shift]; }
};

// Adds all faces to the atlas; `loader` must outlive it. Each face's ImFontConfig has FontLoader = &loader,
// and FontData = its FontDescription with FontDataSize = sizeof and FontDataOwnedByAtlas = false, of which
// the atlas makes its own copy. The Fonts must live as long as the atlas draws.
Fonts load_fonts(ImFontAtlas& atlas, const ImFontLoader& loader);

}  // namespace depeche::ui
