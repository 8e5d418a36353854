#include "ui/draw/painter.h"

#include <cmath>

#include "base/utf8.h"
#include "imgui.h"
#include "layout/measure.h"
#include "text/grapheme.h"
#include "ui/draw/paint.h"

namespace depeche::ui {
namespace {

ImU32 packed(Colour colour) {
  return IM_COL32(colour.red, colour.green, colour.blue, colour.alpha);
}

ImVec2 top_left(const Rect& rect) {
  return {rect.x, rect.y};
}
ImVec2 bottom_right(const Rect& rect) {
  return {rect.right(), rect.bottom()};
}

bool may_turn(std::string_view text) {
  constexpr unsigned char kFirstLead = 0xD6;  // of U+0580, below which nothing does
  for (std::size_t at = 0; at < text.size(); at = next_code_point(text, at)) {
    const bool is_candidate = static_cast<unsigned char>(text[at]) >= kFirstLead;
    if (is_candidate && layout::may_turn(decode_utf8(text, at).code_point)) return true;
  }
  return false;
}

}  // namespace

void Painter::fill(const Rect& rect, Colour colour, float radius) {
  list_->AddRectFilled(top_left(rect), bottom_right(rect), packed(colour), radius);
}

void Painter::frame(const Rect& rect, Colour colour, float radius) {
  const float thickness = std::max(1.0F, std::floor(scale_));
  if (radius <= 0) {
    Rect rest = rect;
    fill(rest.take_top(thickness), colour);
    fill(rest.take_bottom(thickness), colour);
    fill(rest.take_left(thickness), colour);
    fill(rest.take_right(thickness), colour);
    return;
  }
  // Dear ImGui puts the line's middle half a pixel inside; a thicker one needs the rest.
  const float inside = (thickness - 1) / 2;
  list_->AddRect({rect.x + inside, rect.y + inside}, {rect.right() - inside, rect.bottom() - inside},
                 packed(colour), radius, 0, thickness);
}

void Painter::horizontal(float x, float y, float width, Colour colour) {
  fill({x, y, width, std::max(1.0F, std::floor(scale_))}, colour);
}

void Painter::vertical(float x, float y, float height, Colour colour) {
  fill({x, y, std::max(1.0F, std::floor(scale_)), height}, colour);
}

// Rings that fade outward: a blur would cost the whole area.
void Painter::shadow(const Rect& rect, float radius) {
  const float reach = std::round(14 * scale_);
  const float fall = std::round(2 * scale_);
  for (float ring = 0; ring < reach; ring += 1) {
    const float strength = 1 - ring / reach;
    const Colour colour =
        with_alpha(theme_.shadow, static_cast<std::uint8_t>(theme_.shadow.alpha * strength * strength));
    if (colour.alpha == 0) break;
    const ImVec2 from{rect.x - ring - 0.5F, rect.y - ring - 0.5F + fall};
    const ImVec2 to{rect.right() + ring + 0.5F, rect.bottom() + ring + 0.5F + fall};
    list_->AddRect(from, to, packed(colour), radius + ring, 0, 1);
  }
}

void Painter::wave(float x, float y, float width, Colour colour) {
  const float step = 2 * scale_;
  list_->PathClear();
  bool up = false;
  for (float at = 0; at <= width; at += step) {
    list_->PathLineTo({x + at, up ? y - step / 2 : y + step / 2});
    up = !up;
  }
  list_->PathStroke(packed(colour), 0, 1.3F * scale_);
}

void Painter::tick(const Rect& box, Colour colour) {
  const ImVec2 points[] = {{box.x + box.width * 0.22F, box.y + box.height * 0.52F},
                           {box.x + box.width * 0.42F, box.y + box.height * 0.72F},
                           {box.x + box.width * 0.78F, box.y + box.height * 0.3F}};
  list_->AddPolyline(points, 3, packed(colour), 0, 1.6F * scale_);
}

// Down, glyphs stand on whole pixels, where the browser drew them crisp; across, on the nearest fraction of
// one for which there is an image.
void Painter::glyph(const layout::Style& style, char32_t character, float x, float baseline, Colour colour) {
  const std::size_t shifts = shifts_at(style.size);
  const auto fractions = static_cast<float>(shifts);
  const float steps = std::round(x * fractions);
  const float left = std::floor(steps / fractions);
  const auto shift = static_cast<std::size_t>(steps - left * fractions) * (kShifts / shifts);
  ImFontBaked* font = font_of(style, shift);
  const ImFontGlyph* shape = font->FindGlyph(character);  // may grow the atlas: before PrimReserve
  if (shape == nullptr || !shape->Visible) return;
  const float top = std::round(baseline - style.rise) - std::round(font->Ascent);
  const ImU32 tint = shape->Colored ? (packed(colour) | ~IM_COL32_A_MASK) : packed(colour);
  list_->PrimReserve(6, 4);
  list_->PrimRectUV({left + shape->X0, top + shape->Y0}, {left + shape->X1, top + shape->Y1},
                    {shape->U0, shape->V0}, {shape->U1, shape->V1}, tint);
}

ImFontBaked* Painter::font_of(const layout::Style& style, std::size_t shift) {
  if (pen_.face != style.face || pen_.size != style.size) pen_ = {style.face, style.size, {}};
  ImFontBaked*& font = pen_.fonts[shift];
  if (font == nullptr) font = fonts_.at(static_cast<Face>(style.face), shift)->GetFontBaked(style.size);
  return font;
}

void Painter::image(std::uint64_t texture, const Rect& rect) {
  list_->AddImage(ImTextureRef(static_cast<ImTextureID>(texture)), top_left(rect), bottom_right(rect));
}

void Painter::cluster(const layout::Style& style, std::string_view cluster, float x, float baseline,
                      Colour colour) {
  if (cluster.empty()) return;
  const Decoded first = decode_utf8(cluster, 0);
  if (first.code_point == '\t' || first.code_point == '\r') return;
  const bool single = first.size == cluster.size();
  char32_t character = single ? 0 : fonts_.clusters->number(layout::drawn_part(cluster));
  if (character == 0) character = layout::base_of(cluster);
  if (character != 0) glyph(style, character, x, baseline, colour);
}

// One line of text, cluster by cluster: `each` is told where one stands. Returns where the text ends.
template <typename Each>
float Painter::walk(const layout::Style& style, float x, std::string_view text, Each each) {
  char32_t previous = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t end = next_grapheme(text, offset);
    const char32_t first = decode_utf8(text, offset).code_point;
    if (previous > ' ' && first > ' ') x += metrics_.kerning(style, previous, first);
    const std::string_view cluster = text.substr(offset, end - offset);
    each(cluster, x);
    x += layout::measure_cluster(style, cluster, metrics_);
    previous = first;
    offset = end;
  }
  return x;
}

// A line with words that run from right to left is set as a paragraph is.
float Painter::turned_text(const layout::Style& style, float x, float baseline, Colour colour,
                           std::string_view text) {
  const layout::Paragraph paragraph({std::string(text), {}}, {.base = style}, metrics_);
  std::string room;
  for (std::uint32_t i = 0; i < paragraph.clusters().size(); ++i)
    cluster(style, paragraph.shape(i, room), x + paragraph.clusters()[i].x, baseline, colour);
  return x + paragraph.width();
}

float Painter::text(const layout::Style& style, float x, float baseline, Colour colour,
                    std::string_view text) {
  if (may_turn(text)) return turned_text(style, x, baseline, colour, text);
  return walk(style, x, text,
              [&](std::string_view part, float at) { cluster(style, part, at, baseline, colour); });
}

float Painter::text_width(const layout::Style& style, std::string_view text) {
  if (may_turn(text)) return layout::Paragraph({std::string(text), {}}, {.base = style}, metrics_).width();
  return walk(style, 0, text, [](std::string_view, float) {});
}

void Painter::icon(Icon icon, float center_x, float center_y, float size, Colour colour) {
  const layout::Style style{static_cast<std::uint8_t>(Face::kIcons), 0, std::round(size), 0};
  const layout::VerticalMetrics vertical = metrics_.vertical(style);
  const float width = metrics_.advance(style, code_point(icon));
  const float baseline = std::round(center_y + (vertical.ascent - vertical.descent) / 2);
  glyph(style, code_point(icon), center_x - width / 2, baseline, colour);
}

void Painter::paragraph(const layout::Paragraph& paragraph, float x, float y) {
  const Rect visible = clip();
  for (const layout::Line& set : paragraph.lines()) {
    if (y + set.y + set.height < visible.y) continue;
    if (y + set.y > visible.bottom()) break;
    decorate(paragraph, set, x, y);
    line(paragraph, set, x, y);
  }
}

void Painter::line(const layout::Paragraph& paragraph, const layout::Line& set, float x, float y) {
  std::string room;
  for (std::uint32_t i = set.first; i < set.last; ++i) {
    const layout::Cluster& part = paragraph.clusters()[i];
    const layout::Style& style = paragraph.runs()[part.run].style;
    cluster(style, paragraph.shape(i, room), x + part.x, y + set.baseline, colour_of(style.paint, theme_));
  }
  if (set.hyphenated) {
    const layout::Cluster& last = paragraph.clusters()[set.last - 1];
    const layout::Style& style = paragraph.runs()[last.run].style;
    glyph(style, '-', x + last.x + last.advance, y + set.baseline, colour_of(style.paint, theme_));
  }
}

// Grounds of chips, underlines and strikes: one a stretch of equal run and direction on the line, without
// hanging spaces.
void Painter::decorate(const layout::Paragraph& paragraph, const layout::Line& set, float x, float y) {
  const auto clusters = paragraph.clusters();
  for (std::uint32_t first = set.first; first < set.last;) {
    const std::uint32_t run = clusters[first].run;
    std::uint32_t last = first;
    while (last + 1 < set.last && clusters[last + 1].run == run &&
           clusters[last + 1].level == clusters[first].level)
      ++last;
    const layout::Style& style = paragraph.runs()[run].style;
    const bool turned = layout::is_right_to_left(clusters[first].level);
    const layout::Cluster& leftmost = clusters[turned ? last : first];
    const layout::Cluster& rightmost = clusters[turned ? first : last];
    const float left = x + std::max(leftmost.x, set.x);
    const float right = x + std::min(rightmost.x + rightmost.advance, set.x + set.width);
    if (left >= right) {
      first = last + 1;
      continue;
    }
    const float baseline = y + set.baseline;
    const float thickness = std::max(1.0F, std::round(style.size / 16));
    if (style.paint & kMarked) {
      fill({left, std::round(baseline - style.size * 0.92F), right - left, std::round(style.size * 1.24F)},
           theme_.marked);
    }
    if (style.paint & kChip) {
      const float edge = std::round(2 * scale_);
      const Rect ground{left - edge, std::round(baseline - style.size * 0.92F), right - left + 2 * edge,
                        std::round(style.size * 1.24F)};
      fill(ground, theme_.desk, std::round(3 * scale_));
      frame(ground, theme_.hairline, std::round(3 * scale_));
    }
    if (style.paint & kUnderlined) {
      fill({left, std::round(baseline + style.size * 0.13F), right - left, thickness},
           colour_of(style.paint, theme_));
    }
    if (style.paint & kDotted) {
      const float y_dots = std::round(baseline + style.size * 0.16F);
      for (float dot = left; dot + thickness <= right; dot += 2 * thickness)
        fill({std::round(dot), y_dots, thickness, thickness}, theme_.quiet);
    }
    if (style.paint & kStruck) {
      fill({left, std::round(baseline - style.size * 0.28F), right - left, thickness},
           colour_of(style.paint, theme_));
    }
    first = last + 1;
  }
}

void Painter::push_clip(const Rect& rect) {
  list_->PushClipRect(top_left(rect), bottom_right(rect), true);
}

void Painter::pop_clip() {
  list_->PopClipRect();
}

Rect Painter::clip() const {
  const ImVec2 from = list_->GetClipRectMin();
  const ImVec2 to = list_->GetClipRectMax();
  return {from.x, from.y, to.x - from.x, to.y - from.y};
}

}  // namespace depeche::ui
