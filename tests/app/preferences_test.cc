// Preferences: each comes back from the store as it was chosen.
#include "app/preferences.h"

#include <set>

#include "doctest/doctest.h"
#include "tests/app/sessions.h"

namespace depeche::app {
namespace {

// Each differs from what is usual in every preference.
Preferences unusual() {
  Preferences chosen;
  chosen.language = messages::Language::kEnglish;
  chosen.theme = Theme::kDark;
  chosen.split = 0.35F;
  chosen.panes = Panes::kPage;
  chosen.swapped = true;
  chosen.monospaced = true;
  chosen.invisibles_shown = true;
  return chosen;
}

TEST_CASE("what is written is read back, and nothing else is touched") {
  for (const Preference& preference : preferences()) {
    CAPTURE(preference.name);
    Preferences read;
    CHECK(preference.written(unusual()) != preference.written(read));
    read_preference(preference.name, preference.written(unusual()), read);
    CHECK(preference.written(read) == preference.written(unusual()));
    for (const Preference& other : preferences()) {
      if (other.name != preference.name) CHECK(other.written(read) == other.written(Preferences()));
    }
  }
}

TEST_CASE("all of them make the whole, and each has a name of its own") {
  Preferences read;
  std::set<std::string_view> names;
  for (const Preference& preference : preferences()) {
    CHECK(names.insert(preference.name).second);
    read_preference(preference.name, preference.written(unusual()), read);
  }
  CHECK(read == unusual());
}

TEST_CASE("every choice of an enumeration, and shares of the width, come back") {
  for (const Theme theme : {Theme::kLight, Theme::kDark, Theme::kSystem}) {
    Preferences chosen, read = unusual();
    chosen.theme = theme;
    for (const Preference& row : preferences()) row.read(row.written(chosen), read);
    CHECK(read == chosen);
  }
  for (const Panes panes : {Panes::kBoth, Panes::kSource, Panes::kPage}) {
    Preferences chosen, read = unusual();
    chosen.panes = panes;
    for (const Preference& row : preferences()) row.read(row.written(chosen), read);
    CHECK(read == chosen);
  }
  for (const float split : {kMinSplit, 0.33333334F, 0.5F, kMaxSplit}) {
    Preferences chosen, read = unusual();
    chosen.split = split;
    for (const Preference& row : preferences()) row.read(row.written(chosen), read);
    CHECK(read == chosen);
  }
}

TEST_CASE("what cannot be read is what is usual, and unknown names are passed over") {
  struct Row {
    std::string_view name, value;
    float split;
  };
  constexpr Row kRows[] = {
      {"split", "7", 0.5F},        {"split", "", kMinSplit},       {"split", "-1", kMinSplit},
      {"split", "0.9", kMaxSplit}, {"split", "1e999", 0.5F},       {"theme", "mauve", 0.5F},
      {"panes", "", 0.5F},         {"swapped", "peut-être", 0.5F}, {"unknown", "yes", 0.5F},
  };
  for (const auto& [name, value, split] : kRows) {
    CAPTURE(name);
    CAPTURE(value);
    Preferences expected, read;
    expected.split = split;
    read_preference(name, value, read);
    CHECK(read == expected);
  }
}

TEST_CASE("a choice is stored as it is made, and one that is restored is not stored again") {
  struct Row {
    Action choice;
    std::string_view name, value;
  };
  const Row rows[] = {
      {SetLanguage{messages::Language::kEnglish}, "language", "en"},
      {SetTheme{Theme::kDark}, "theme", "dark"},
      {SetSplit{0.25F}, "split", "0.25"},
      {SetPanes{Panes::kPage}, "panes", "page"},
      {SwapPanes{}, "swapped", "yes"},
      {SetMonospaced{true}, "monospaced", "yes"},
      {ShowInvisibles{true}, "invisibles", "yes"},
  };
  CHECK(std::size(rows) == preferences().size());
  for (const Row& row : rows) {
    CAPTURE(row.name);
    Session session(initial_model());
    session.dispatch(row.choice);
    const std::vector<Effect> effects = session.take_effects();
    REQUIRE(effects.size() == 1);
    const auto* stored = std::get_if<StorePreference>(&effects[0]);
    REQUIRE(stored != nullptr);
    CHECK(stored->name == row.name);
    CHECK(stored->value == row.value);

    Session later(initial_model());
    later.dispatch(RestorePreference{stored->name, stored->value});
    CHECK(later.take_effects().empty());
    CHECK(later.model().preferences == session.model().preferences);
  }
}

}  // namespace
}  // namespace depeche::app
