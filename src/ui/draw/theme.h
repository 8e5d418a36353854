// The colours of the desk, light and dark. Tests hold the pairings to the contrasts of WCAG 2.2 AA.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace depeche::ui {

struct Colour {
  std::uint8_t red = 0, green = 0, blue = 0, alpha = 255;
  bool operator==(const Colour&) const = default;
};

// 0xRRGGBB.
constexpr Colour rgb(std::uint32_t value) {
  return {static_cast<std::uint8_t>(value >> 16), static_cast<std::uint8_t>(value >> 8),
          static_cast<std::uint8_t>(value)};
}
constexpr Colour with_alpha(Colour colour, std::uint8_t alpha) {
  colour.alpha = alpha;
  return colour;
}

// The contrast of two opaque colours as WCAG 2.2 defines it: 1 to 21.
double contrast(Colour one, Colour other);

struct Theme {
  Colour paper;         // the sheet, the source, the bars
  Colour desk;          // around the sheet; quiet surfaces
  Colour pressed;       // under what the pointer touches
  Colour hairline;      // between panes; says nothing that words do not
  Colour ink;           // text
  Colour quiet;         // text of second rank
  Colour faint;         // marks of Markdown
  Colour accent;        // what can be done
  Colour accent_ink;    // text on the accent
  Colour accent_wash;   // behind what is chosen
  Colour selection;     // behind selected text
  Colour match;         // behind what a search finds
  Colour match_chosen;  // behind the match that is selected…
  Colour match_edge;    // …and around it, which tells it from the others
  Colour marked;        // behind what was marked as by a highlighter
  Colour error;
  Colour warning;
  Colour success;
  Colour error_wash;
  Colour warning_wash;
  Colour thumb;   // of scroll bars
  Colour shadow;  // under the sheet
  Colour veil;    // over the desk while a dialog asks
};

const Theme& light_theme();
const Theme& dark_theme();

// Two colours, one drawn on the other, and the least contrast that they need: 4.5 for text, 3 for
// large text and signs.
struct Pairing {
  std::string_view name;
  Colour Theme::*front;
  Colour Theme::*ground;
  double least;
};
std::span<const Pairing> pairings();

}  // namespace depeche::ui
