#include "site/language.h"

#include "doctest/doctest.h"

namespace depeche::site {
namespace {

using messages::Language;

TEST_CASE("the language of a text, by its common words") {
  CHECK(guess_language("Le car revient dans les communes pour que la gare soit au plus près.") ==
        Language::kFrench);
  CHECK(guess_language("The bus is back and we are glad that it was worth the wait.") == Language::kEnglish);
  CHECK(guess_language("") == std::nullopt);
  CHECK(guess_language("12 % 34 €") == std::nullopt);
  CHECK(guess_language("Der Zug ist da") == std::nullopt);
}

TEST_CASE("the field `lang` comes first, if it could be a tag") {
  const auto tag_of = [](const std::string& document) {
    return language_tag_of(read_release(Text(document)), Language::kFrench);
  };
  CHECK(tag_of("---\nlang: en\n---\nLe car revient pour les communes.") == "en");
  CHECK(tag_of("---\nlang: pt-BR\n---\n") == "pt-BR");
  CHECK(tag_of("---\nlang: \"\\\" onload=\"\n---\nThe bus is back for all of the towns.") == "en");
  CHECK(tag_of("---\nlang: [x]\n---\n") == "fr");
  CHECK(tag_of("") == "fr");
}

}  // namespace
}  // namespace depeche::site
