#include "app/preferences.h"

#include <algorithm>
#include <array>

#include "base/decimal.h"

namespace depeche::app {
namespace {

constexpr std::array<std::string_view, 3> kThemes = {"light", "dark", "system"};  // in the order of the enum
constexpr std::array<std::string_view, 3> kPanes = {"both", "source", "page"};    // likewise

template <typename Choice, std::size_t count>
std::string name_of(Choice choice, const std::array<std::string_view, count>& names) {
  return std::string(names[static_cast<std::size_t>(choice)]);
}

template <typename Choice, std::size_t count>
Choice choice_of(std::string_view name, const std::array<std::string_view, count>& names, Choice usual) {
  const auto found = std::ranges::find(names, name);
  return found == names.end() ? usual : static_cast<Choice>(found - names.begin());
}

std::string yes_or_no(bool yes) {
  return yes ? "yes" : "no";
}

float split_of(std::string_view text) {
  const double share = read_decimal(text);
  return share <= 1 ? std::clamp(static_cast<float>(share), kMinSplit, kMaxSplit) : Preferences().split;
}

constexpr Preference kPreferences[] = {
    {"language", [](const Preferences& from) { return std::string(messages::tag(from.language)); },
     [](std::string_view value, Preferences& into) { into.language = messages::language_from_tag(value); }},
    {"theme", [](const Preferences& from) { return name_of(from.theme, kThemes); },
     [](std::string_view value, Preferences& into) {
       into.theme = choice_of(value, kThemes, Theme::kSystem);
     }},
    {"split", [](const Preferences& from) { return float_text(double{from.split}); },
     [](std::string_view value, Preferences& into) { into.split = split_of(value); }},
    {"panes", [](const Preferences& from) { return name_of(from.panes, kPanes); },
     [](std::string_view value, Preferences& into) { into.panes = choice_of(value, kPanes, Panes::kBoth); }},
    {"swapped", [](const Preferences& from) { return yes_or_no(from.swapped); },
     [](std::string_view value, Preferences& into) { into.swapped = value == "yes"; }},
    {"monospaced", [](const Preferences& from) { return yes_or_no(from.monospaced); },
     [](std::string_view value, Preferences& into) { into.monospaced = value == "yes"; }},
    {"invisibles", [](const Preferences& from) { return yes_or_no(from.invisibles_shown); },
     [](std::string_view value, Preferences& into) { into.invisibles_shown = value == "yes"; }},
};

}  // namespace

std::span<const Preference> preferences() {
  return kPreferences;
}

void read_preference(std::string_view name, std::string_view value, Preferences& into) {
  const auto row = std::ranges::find(kPreferences, name, &Preference::name);
  if (row != std::end(kPreferences)) row->read(value, into);
}

}  // namespace depeche::app
