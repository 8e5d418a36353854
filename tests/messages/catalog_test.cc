#include "messages/catalog.h"

#include <algorithm>
#include <fstream>
#include <set>
#include <sstream>

#include "doctest/doctest.h"

namespace depeche::messages {
namespace {

const Catalog& french() {
  return Catalog::of(Language::kFrench);
}

const Catalog& english() {
  return Catalog::of(Language::kEnglish);
}

std::set<char> places(std::string_view text) {
  std::set<char> found;
  for (std::size_t i = 0; i + 2 < text.size(); ++i) {
    const bool digit = text[i + 1] >= '0' && text[i + 1] <= '9';
    if (text[i] == '{' && digit && text[i + 2] == '}') found.insert(text[i + 1]);
  }
  return found;
}

TEST_CASE("both catalogs have the same keys") {
  CHECK(french().keys() == english().keys());
}

TEST_CASE("both texts of a key have the same places, numbered from 0 without a gap") {
  for (const std::string_view key : french().keys()) {
    CAPTURE(key);
    const std::set<char> expected = places(french().label(key));
    CHECK(expected == places(english().label(key)));
    char next = '0';
    for (const char place : expected) CHECK(place == next++);
  }
}

TEST_CASE("no text is empty or has stray spaces") {
  for (const Catalog* catalog : {&french(), &english()}) {
    for (const std::string_view key : catalog->keys()) {
      CAPTURE(key);
      const std::string_view text = catalog->label(key);
      REQUIRE(!text.empty());
      CHECK(text.front() != ' ');
      CHECK(text.back() != ' ');
    }
  }
}

TEST_CASE("a key stands once in each file") {
  for (const char* file : {"fr.json", "en.json"}) {
    std::ifstream input(std::string(DEPECHE_ROOT "/assets/messages/") + file);
    std::set<std::string> seen;
    for (std::string line; std::getline(input, line);) {
      const std::size_t end = line.find("\": ");
      if (end == std::string::npos) continue;
      CAPTURE(line);
      CHECK(seen.insert(line.substr(0, end)).second);
    }
    CHECK(seen.size() == french().keys().size());
  }
}

// French typography: a no-break space stands before : (U+00A0), before ; ! ? (U+202F) and inside « ». Words
// of a machine (`title: Mon titre`, `{: .class}`, `https://…`) are exempt: their colon has no space before
// it.
TEST_CASE("French texts keep French typography") {
  const std::string_view no_break = "\u00A0";
  const std::string_view narrow = "\u202F";
  for (const std::string_view key : french().keys()) {
    const std::string_view text = french().label(key);
    CAPTURE(key);
    CAPTURE(text);
    for (std::size_t i = 0; i < text.size(); ++i) {
      const std::string_view before = text.substr(0, i);
      const std::string_view rest = text.substr(i);
      if (rest.starts_with(';') || rest.starts_with('!') || rest.starts_with('?'))
        CHECK(before.ends_with(narrow));
      if (rest.starts_with(':')) CHECK(!before.ends_with(' '));
      if (rest.starts_with(':')) CHECK(!before.ends_with(narrow));
      if (rest.starts_with("«")) CHECK(rest.substr(2).starts_with(no_break));
      if (rest.starts_with("»")) CHECK(before.ends_with(no_break));
      if (rest.starts_with('\'')) CHECK_MESSAGE(false, "a typewriter apostrophe: write ’");
    }
  }
}

TEST_CASE("arguments take their places; the rest of the text stays") {
  CHECK(english().text({"date/moment", {"9 September 2018", "11", "18"}}) == "9 September 2018 at 11:18");
  CHECK(english().text({"attribute-list/unknown-reference", {"citation"}}).ends_with("write {: .citation}."));
  CHECK(english().text({"date/moment", {"{1}", "a", "b"}}) == "{1} at a:b");
  CHECK(english().text({"date/moment", {"a"}}) == "a at {1}:{2}");
  CHECK(english().text({"no/such-key", {}}) == "no/such-key");
  CHECK(french().label("ui/save") == "Enregistrer");
}

TEST_CASE("language_from_tag reads the tags of browsers and of POSIX") {
  for (const char* tag : {"fr", "FR", "fr-FR", "fr_CA.UTF-8", "fr.UTF-8", "fr@euro"})
    CHECK(language_from_tag(tag) == Language::kFrench);
  for (const char* tag : {"", "f", "en", "en-GB", "C", "fro", "fry-NL", "de"})
    CHECK(language_from_tag(tag) == Language::kEnglish);
}

}  // namespace
}  // namespace depeche::messages
