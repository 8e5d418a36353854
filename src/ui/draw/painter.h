// Draws shapes and laid-out text into a Dear ImGui draw list, in physical pixels. Nothing else writes into one.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "layout/paragraph.h"
#include "ui/draw/fonts.h"
#include "ui/draw/geometry.h"
#include "ui/draw/icons.h"
#include "ui/draw/theme.h"

struct ImDrawList;
struct ImFontBaked;

namespace depeche::ui {

class Painter {
 public:
  // `fonts`, `theme` and `metrics` must outlive the painter.
  Painter(ImDrawList& list, const Fonts& fonts, const Theme& theme, layout::FontMetrics& metrics, float scale)
      : list_(&list), fonts_(fonts), theme_(theme), metrics_(metrics), scale_(scale) {}

  // Draws into another list from now on, e.g. one that is above.
  void draw_into(ImDrawList& list) { list_ = &list; }

  void fill(const Rect& rect, Colour colour, float radius = 0);
  void frame(const Rect& rect, Colour colour, float radius = 0);  // a hairline inside the edge
  void horizontal(float x, float y, float width, Colour colour);  // hairlines
  void vertical(float x, float y, float height, Colour colour);
  void shadow(const Rect& rect, float radius);              // soft, below
  void wave(float x, float y, float width, Colour colour);  // under a problem
  void tick(const Rect& box, Colour colour);                // a check mark

  // A texture of the renderer, stretched over the rectangle.
  void image(std::uint64_t texture, const Rect& rect);

  // One line of text from x on, in visual order, kerned and not wrapped; returns the x of its right end.
  float text(const layout::Style& style, float x, float baseline, Colour colour, std::string_view text);
  float text_width(const layout::Style& style, std::string_view text);
  void icon(Icon icon, float center_x, float center_y, float size, Colour colour);

  // A paragraph with its top left corner at x, y; each run in the colour of its paint. Lines outside the
  // clip are not drawn.
  void paragraph(const layout::Paragraph& paragraph, float x, float y);

  void push_clip(const Rect& rect);  // within the clip so far
  void pop_clip();
  Rect clip() const;

 private:
  void glyph(const layout::Style& style, char32_t character, float x, float baseline, Colour colour);
  void cluster(const layout::Style& style, std::string_view cluster, float x, float baseline, Colour colour);
  float turned_text(const layout::Style& style, float x, float baseline, Colour colour,
                    std::string_view text);
  template <typename Each>
  float walk(const layout::Style& style, float x, std::string_view text, Each each);
  void line(const layout::Paragraph& paragraph, const layout::Line& line, float x, float y);
  void decorate(const layout::Paragraph& paragraph, const layout::Line& line, float x, float y);

  ImFontBaked* font_of(const layout::Style& style, std::size_t shift);

  // The fonts of the style drawn last: looking one up costs as much as drawing a glyph of it.
  struct Pen {
    std::uint8_t face = 0;
    float size = 0;
    std::array<ImFontBaked*, kShifts> fonts{};
  };

  ImDrawList* list_;
  Pen pen_;
  const Fonts& fonts_;
  const Theme& theme_;
  layout::FontMetrics& metrics_;
  float scale_;
};

}  // namespace depeche::ui
