#include "writers/language.h"

#include <algorithm>
#include <array>

namespace depeche::writers {
namespace {

using messages::Language;

constexpr std::array<std::string_view, 12> kFrench = {"le",  "la",   "les",  "des", "du",  "et",
                                                      "est", "pour", "dans", "que", "une", "au"};
constexpr std::array<std::string_view, 12> kEnglish = {"the",  "and",  "of",  "to",   "is",  "for",
                                                       "that", "with", "was", "this", "are", "we"};

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80) != 0;
}

bool is_language_tag(std::string_view text) {
  return !text.empty() && text.size() <= 35 && std::ranges::all_of(text, [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

}  // namespace

std::optional<Language> guess_language(std::string_view text) {
  constexpr std::size_t kEnough = std::size_t{16} << 10;
  text = text.substr(0, kEnough);
  int french = 0;
  int english = 0;
  while (!text.empty()) {
    const auto end = static_cast<std::size_t>(std::ranges::find_if_not(text, is_letter) - text.begin());
    const std::string_view word = text.substr(0, end);
    french += std::ranges::count(kFrench, word) > 0 ? 1 : 0;
    english += std::ranges::count(kEnglish, word) > 0 ? 1 : 0;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  if (french > 2 * english) return Language::kFrench;
  if (english > 2 * french) return Language::kEnglish;
  return std::nullopt;
}

std::string language_tag_of(const Release& release, Language otherwise) {
  const frontmatter::Value* field = release.front_matter.find("lang");
  if (field != nullptr && field->string() != nullptr && is_language_tag(*field->string()))
    return *field->string();
  return std::string(tag(guess_language(release.text.bytes(release.body)).value_or(otherwise)));
}

}  // namespace depeche::writers
