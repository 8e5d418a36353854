#include "ui/draw/theme.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace depeche::ui {
namespace {

constexpr Theme kLight = {
    .paper = rgb(0xFFFFFF),
    .desk = rgb(0xF6F6F6),
    .pressed = rgb(0xEEEEEE),
    .hairline = rgb(0xDDDDDD),
    .ink = rgb(0x161616),
    .quiet = rgb(0x5E5E5E),
    .faint = rgb(0x707070),
    .accent = rgb(0x000091),
    .accent_ink = rgb(0xFFFFFF),
    .accent_wash = rgb(0xECECFE),
    .selection = rgb(0xD6D8FB),
    .match = rgb(0xFFF1B8),
    .match_chosen = rgb(0xFFD466),
    .match_edge = rgb(0x7A5000),
    .marked = rgb(0xFFF1A8),
    .error = rgb(0xCE0500),
    .warning = rgb(0xB34000),
    .success = rgb(0x18753C),
    .error_wash = rgb(0xFFF0EE),
    .warning_wash = rgb(0xFFF4EC),
    .thumb = rgb(0x858585),
    .shadow = {22, 22, 22, 10},
    .veil = {22, 22, 22, 110},
};

constexpr Theme kDark = {
    .paper = rgb(0x1E1E1E),
    .desk = rgb(0x161616),
    .pressed = rgb(0x2C2C2C),
    .hairline = rgb(0x3A3A3A),
    .ink = rgb(0xEDEDED),
    .quiet = rgb(0xABABAB),
    .faint = rgb(0x929292),
    .accent = rgb(0x9D9DF8),
    .accent_ink = rgb(0x161616),
    .accent_wash = rgb(0x272747),
    .selection = rgb(0x343466),
    .match = rgb(0x403610),
    .match_chosen = rgb(0x4A3A00),
    .match_edge = rgb(0xE0B040),
    .marked = rgb(0x3F3818),
    .error = rgb(0xFF6F6B),
    .warning = rgb(0xFF8A4C),
    .success = rgb(0x4CBF7A),
    .error_wash = rgb(0x3A1E1C),
    .warning_wash = rgb(0x38261A),
    .thumb = rgb(0x757575),
    .shadow = {0, 0, 0, 36},
    .veil = {0, 0, 0, 150},
};

constexpr double kText = 4.5;
constexpr double kSign = 3.0;

constexpr std::array kPairings = {
    Pairing{"text on paper", &Theme::ink, &Theme::paper, kText},
    Pairing{"text on the desk", &Theme::ink, &Theme::desk, kText},
    Pairing{"text under the pointer", &Theme::ink, &Theme::pressed, kText},
    Pairing{"selected text", &Theme::ink, &Theme::selection, kText},
    Pairing{"marked text", &Theme::ink, &Theme::marked, kText},
    Pairing{"chosen text", &Theme::ink, &Theme::accent_wash, kText},
    Pairing{"quiet text on paper", &Theme::quiet, &Theme::paper, kText},
    Pairing{"quiet text on the desk", &Theme::quiet, &Theme::desk, kText},
    Pairing{"quiet text under the pointer", &Theme::quiet, &Theme::pressed, kText},
    Pairing{"marks on paper", &Theme::faint, &Theme::paper, kText},
    Pairing{"marks on the desk", &Theme::faint, &Theme::desk, kText},
    Pairing{"marks in a selection", &Theme::faint, &Theme::selection, kSign},
    Pairing{"text that was found", &Theme::ink, &Theme::match, kText},
    Pairing{"text of the chosen match", &Theme::ink, &Theme::match_chosen, kText},
    Pairing{"marks in a match", &Theme::faint, &Theme::match, kSign},
    Pairing{"marks in the chosen match", &Theme::faint, &Theme::match_chosen, kSign},
    Pairing{"quiet text in a match", &Theme::quiet, &Theme::match, kText},
    Pairing{"quiet text in the chosen match", &Theme::quiet, &Theme::match_chosen, kText},
    Pairing{"links in a match", &Theme::accent, &Theme::match, kText},
    Pairing{"links in the chosen match", &Theme::accent, &Theme::match_chosen, kText},
    Pairing{"the edge of the chosen match", &Theme::match_edge, &Theme::match_chosen, kSign},
    Pairing{"the edge of the chosen match beside another", &Theme::match_edge, &Theme::match, kSign},
    Pairing{"the edge of the chosen match on paper", &Theme::match_edge, &Theme::paper, kSign},
    Pairing{"scroll bars on paper", &Theme::thumb, &Theme::paper, kSign},
    Pairing{"scroll bars on the desk", &Theme::thumb, &Theme::desk, kSign},
    Pairing{"frames of fields", &Theme::faint, &Theme::paper, kSign},
    Pairing{"links on paper", &Theme::accent, &Theme::paper, kText},
    Pairing{"links on the desk", &Theme::accent, &Theme::desk, kText},
    Pairing{"quiet text in a selection", &Theme::quiet, &Theme::selection, kText},
    Pairing{"links on marked text", &Theme::accent, &Theme::marked, kText},
    Pairing{"links in a selection", &Theme::accent, &Theme::selection, kText},
    Pairing{"links on what is chosen", &Theme::accent, &Theme::accent_wash, kText},
    Pairing{"actions under the pointer", &Theme::accent, &Theme::pressed, kText},
    Pairing{"the main action", &Theme::accent_ink, &Theme::accent, kText},
    Pairing{"errors on paper", &Theme::error, &Theme::paper, kText},
    Pairing{"errors on the desk", &Theme::error, &Theme::desk, kText},
    Pairing{"errors on their wash", &Theme::error, &Theme::error_wash, kText},
    Pairing{"warnings on paper", &Theme::warning, &Theme::paper, kText},
    Pairing{"warnings on the desk", &Theme::warning, &Theme::desk, kText},
    Pairing{"warnings on their wash", &Theme::warning, &Theme::warning_wash, kText},
    Pairing{"success on paper", &Theme::success, &Theme::paper, kText},
    Pairing{"success on the desk", &Theme::success, &Theme::desk, kText},
};

double linear(std::uint8_t channel) {
  const double value = channel / 255.0;
  return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(Colour colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

}  // namespace

double contrast(Colour one, Colour other) {
  const double first = luminance(one);
  const double second = luminance(other);
  return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

const Theme& light_theme() {
  return kLight;
}

const Theme& dark_theme() {
  return kDark;
}

std::span<const Pairing> pairings() {
  return kPairings;
}

}  // namespace depeche::ui
