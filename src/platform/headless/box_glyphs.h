// Glyphs for tests: every character is a box of half an em, every icon one of a whole em, so that widths can
// be worked out by hand. A face's weight and slant change nothing.
#pragma once

struct ImFontLoader;

namespace depeche::platform {

// Of static storage. Fit for a Dear ImGui context whose backend flags have RendererHasTextures.
const ImFontLoader& box_glyph_loader();

}  // namespace depeche::platform
