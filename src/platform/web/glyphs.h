// Glyphs drawn by the browser's 2D canvas: its hinting, its fallback fonts, its emoji
// (docs/decisions/0004-glyphs-by-the-browser.md).
//
// A glyph is drawn once for a size in physical pixels and a shift, with its unrounded advance. A face's line
// is laid out as CSS does for `line-height: 1`: ascent and descent add up to the size, around the font's own
// middle.
#pragma once

#include "ui/draw/fonts.h"

struct ImFontLoader;

namespace depeche::platform {

// Of static storage. Reads a ui::FontDescription from ImFontConfig::FontData. The atlas must be RGBA.
const ImFontLoader& browser_glyph_loader();

// A ui::Kerning: the browser's, by measuring the pair and each of the two.
float browser_kerning(const ui::FaceDescription& face, char32_t left, char32_t right);

}  // namespace depeche::platform
