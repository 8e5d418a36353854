// The border between the program and the page's scripts: what crosses it, and how it is marked.
//
// cmake/bundle/border.mjs reads this file, imports.h, exports.cc and web_main.cc and makes of them the module
// that the scripts import as "#border", with its types: the functions on both sides, the structs and the
// enumerations that these name. It reads only plain declarations and fails on anything else. An enumeration is
// looked for in these files and in the headers that they include directly.
#pragma once

#include <cstddef>
#include <cstdint>

#include "ui/kit/pictures.h"

#define DEPECHE_IMPORT(name) __attribute__((import_module("browser"), import_name(#name)))
#define DEPECHE_EXPORT(name) extern "C" __attribute__((export_name(#name)))

// The scripts read and write these in the program's memory: their layout is part of the border.
namespace depeche::platform::border {

// The extents of a font's line and of a glyph, in physical pixels; filled in by the page.
struct FontExtent {
  float ascent;   // of the font's box above the baseline
  float descent;  // below it, positive
};
static_assert(sizeof(FontExtent) == 8);

struct GlyphExtent {
  std::int32_t width, height;  // of the pixels; 0 when there is nothing to see
  std::int32_t left, top;      // of the first pixel, from the pen and from the baseline (down is positive)
  float advance;
  std::int32_t colored;  // an emoji: the pixels have colours of their own
};
static_assert(sizeof(GlyphExtent) == 24);

struct PictureExtent {
  ui::PictureState state;
  float width, height;  // of the original, when it is ready
};
static_assert(sizeof(PictureExtent) == 12);

// One call of the renderer: triangles of one texture inside one rectangle.
struct DrawCall {
  std::int32_t texture;
  std::int32_t clip_x, clip_y, clip_width, clip_height;  // physical pixels from the top left
  std::uint32_t first_index, index_count;
};
static_assert(sizeof(DrawCall) == 28);

// Dear ImGui's ImDrawVert.
struct Vertex {
  float x, y;           // physical pixels from the top left
  float u, v;           // in the texture, from 0 to 1
  std::uint32_t color;  // a byte each of red, green, blue and alpha
};
static_assert(sizeof(Vertex) == 20);

// Text that goes out: UTF-8.
struct View {
  const char* address;
  std::size_t size;
};
static_assert(sizeof(View) == 8);

}  // namespace depeche::platform::border
