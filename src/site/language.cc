#include "site/language.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/byte_set.h"
#include "site/names/fields.h"

namespace depeche::site {
namespace {

using messages::Catalog;
using messages::Language;

// A word of four bytes at most as a number: comparing it costs no call, and this runs while someone types.
constexpr std::size_t kLongestWord = 4;
constexpr std::uint32_t number_of(std::string_view word) {
  std::uint32_t number = 0;
  for (const char c : word) number = number << 8 | static_cast<unsigned char>(c);
  return number;
}

template <typename... Words>
constexpr auto numbers_of(Words... words) {
  return std::array{number_of(words)...};
}

constexpr auto kFrench =
    numbers_of("le", "la", "les", "des", "du", "et", "est", "pour", "dans", "que", "une", "au");
constexpr auto kEnglish =
    numbers_of("the", "and", "of", "to", "is", "for", "that", "with", "was", "this", "are", "we");

constexpr bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// All but letters; what is not ASCII counts as one.
constexpr ByteSet kBetweenWords = [] {
  ByteSet bytes;
  for (char c = 0; c < 0x7F; ++c)
    if (!is_ascii_letter(c)) bytes.insert(c);
  bytes.insert(0x7F);
  return bytes;
}();

bool is_language_tag(std::string_view text) {
  return !text.empty() && text.size() <= 35 && std::ranges::all_of(text, [](char c) {
    return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

std::optional<Language> guess_language(std::string_view text) {
  text = text.substr(0, kLanguageSample);
  int french = 0;
  int english = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = kBetweenWords.next_in(text, begin);
    const std::string_view word = text.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty() || word.size() > kLongestWord) continue;
    const std::uint32_t number = number_of(word);
    french += std::ranges::count(kFrench, number) > 0 ? 1 : 0;
    english += std::ranges::count(kEnglish, number) > 0 ? 1 : 0;
  }
  if (french > 2 * english) return Language::kFrench;
  if (english > 2 * french) return Language::kEnglish;
  return std::nullopt;
}

std::optional<std::string> language_tag_of(const Release& release) {
  const frontmatter::Value* field = release.front_matter.find(name_of(Field::kLanguage));
  if (field != nullptr && field->string() != nullptr && is_language_tag(*field->string()))
    return *field->string();
  const std::optional<Language> guess = guess_language(release.text.bytes(release.body));
  return guess ? std::optional(std::string(tag(*guess))) : std::nullopt;
}

std::string language_tag_of(const Release& release, Language otherwise) {
  return language_tag_of(release).value_or(std::string(tag(otherwise)));
}

const Catalog& catalog_of(const Release& release, const Catalog& otherwise) {
  const std::string language_tag = language_tag_of(release, otherwise.language());
  const std::string_view language = std::string_view(language_tag).substr(0, language_tag.find('-'));
  for (const Language known : {Language::kFrench, Language::kEnglish})
    if (language == tag(known)) return Catalog::of(known);
  return otherwise;
}

}  // namespace depeche::site
