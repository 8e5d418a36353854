// Glyphs drawn by the browser's 2D canvas: its hinting, its fallback fonts, its emoji
// (docs/decisions/0004-glyphs-by-the-browser.md).
//
// A glyph is drawn once for a size in physical pixels, with its unrounded advance. A face's line is laid out
// as CSS does for `line-height: 1`: ascent and descent add up to the size, around the font's own middle.
#pragma once

struct ImFontAtlas;
struct ImFontLoader;

namespace depeche::platform {

// Of static storage. Reads a ui::FaceDescription from ImFontConfig::FontData. The atlas must be RGBA.
const ImFontLoader& browser_glyph_loader();

// Forgets every glyph drawn so far, e.g. because a web font has loaded. Between frames only.
void forget_glyphs(ImFontAtlas& atlas);

}  // namespace depeche::platform
