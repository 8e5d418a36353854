// What a run of text is drawn with: a colour of the theme and decorations, in the one byte that
// layout::Style carries through.
#pragma once

#include <cstdint>

#include "ui/draw/theme.h"

namespace depeche::ui {

enum class Ink : std::uint8_t {
  kInk,
  kQuiet,
  kFaint,
  kAccent,
  kAccentInk,
  kError,
  kWarning,
  kSuccess,
};

enum Decoration : std::uint8_t {
  kPlain = 0,
  kMarked = 0x08,  // a background as of a highlighter
  kUnderlined = 0x10,
  kStruck = 0x20,
  kChip = 0x40,    // a rounded background behind the run
  kDotted = 0x80,  // underlined with dots
};

constexpr Ink ink_of(std::uint8_t paint) {
  return static_cast<Ink>(paint & 0x07);
}

constexpr std::uint8_t paint(Ink ink, unsigned decorations = kPlain) {
  return static_cast<std::uint8_t>(static_cast<unsigned>(ink) | decorations);
}

Colour colour_of(std::uint8_t paint, const Theme& theme);

}  // namespace depeche::ui
