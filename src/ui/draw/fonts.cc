#include "ui/draw/fonts.h"

#include "imgui.h"

namespace depeche::ui {
namespace {

constexpr const char* kSans = "'Public Sans', system-ui, sans-serif";
constexpr const char* kSerif = "Spectral, Georgia, serif";
constexpr const char* kMonospace =
    "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";

constexpr std::array<FaceDescription, kFaceCount> kFaces = {{
    {kSans, 400, false},       // kInterface
    {kSans, 600, false},       // kInterfaceBold
    {kSans, 400, false},       // kSource
    {kSans, 600, false},       // kSourceBold
    {kSans, 400, true},        // kSourceItalic
    {kSerif, 400, false},      // kPage
    {kSerif, 700, false},      // kPageBold
    {kSerif, 400, true},       // kPageItalic
    {kSerif, 700, true},       // kPageBoldItalic
    {kMonospace, 400, false},  // kCode
    {kMonospace, 700, false},  // kCodeBold
    {kMonospace, 400, true},   // kCodeItalic
    {"remixicon", 400, false}  // kIcons
}};

}  // namespace

const FaceDescription& describe(Face face) {
  return kFaces[static_cast<std::size_t>(face)];
}

Fonts load_fonts(ImFontAtlas& atlas, const ImFontLoader& loader) {
  Fonts fonts;
  fonts.clusters = std::make_shared<ClusterTable>();
  for (std::size_t i = 0; i < kFaceCount; ++i) {
    for (std::size_t shift = 0; shift < kShifts; ++shift) {
      FontDescription description{kFaces[i], static_cast<float>(shift) / kShifts, fonts.clusters.get()};
      ImFontConfig config;
      config.FontLoader = &loader;
      config.FontData = &description;
      config.FontDataSize = static_cast<int>(sizeof description);
      config.FontDataOwnedByAtlas = false;
      fonts.shifted[i][shift] = atlas.AddFont(&config);
    }
  }
  return fonts;
}

}  // namespace depeche::ui
