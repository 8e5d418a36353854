// How a person likes the desk: small choices that are kept between visits, each under a name of its own.
//
// One table (preferences.cc) says how each is written and read: whoever adds a preference adds a row.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "messages/catalog.h"

namespace depeche::app {

enum class Theme : std::uint8_t { kLight, kDark, kSystem };
enum class Panes : std::uint8_t { kBoth, kSource, kPage };  // what a wide screen shows

struct Preferences {
  messages::Language language = messages::Language::kFrench;
  Theme theme = Theme::kSystem;
  float split = 0.5F;  // of the width, for the left pane; from kMinSplit to kMaxSplit
  Panes panes = Panes::kBoth;
  bool swapped = false;           // the page stands on the left
  bool monospaced = false;        // the source's face
  bool invisibles_shown = false;  // in the source: no-break spaces and what else takes no ink but matters
  bool operator==(const Preferences&) const = default;
};

inline constexpr float kMinSplit = 0.2F;
inline constexpr float kMaxSplit = 0.8F;

struct Preference {
  std::string_view name;  // ASCII, stable: what the browser stores it under
  std::string (*written)(const Preferences&);
  // A stored value is hostile: whatever it holds, the choice is a valid one afterwards.
  void (*read)(std::string_view value, Preferences&);
};

// All of them, each name once.
std::span<const Preference> preferences();

// Reads a choice of an earlier visit into `into`. Unknown names are ignored.
void read_preference(std::string_view name, std::string_view value, Preferences& into);

}  // namespace depeche::app
