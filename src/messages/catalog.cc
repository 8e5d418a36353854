#include "messages/catalog.h"

#include <algorithm>
#include <span>

#include "embedded/messages_table.h"

namespace depeche::messages {
namespace {

using table::Entry;

static_assert(std::ranges::is_sorted(table::k_fr, {}, &Entry::key));
static_assert(std::ranges::is_sorted(table::k_en, {}, &Entry::key));

std::span<const Entry> entries(Language language) {
  switch (language) {
    case Language::kFrench:
      return table::k_fr;
    case Language::kEnglish:
      return table::k_en;
  }
  return {};
}

// The number of a place `{0}` to `{9}` that begins at `offset`, or -1.
int place_at(std::string_view text, std::size_t offset) {
  if (text.size() - offset < 3 || text[offset] != '{' || text[offset + 2] != '}') return -1;
  const char digit = text[offset + 1];
  return digit >= '0' && digit <= '9' ? digit - '0' : -1;
}

}  // namespace

Language language_from_tag(std::string_view tag) {
  const bool french = tag.size() >= 2 && (tag[0] | 0x20) == 'f' && (tag[1] | 0x20) == 'r';
  const bool whole_word = tag.size() == 2 || (french && std::string_view("-_.@").find(tag[2]) != tag.npos);
  return french && whole_word ? Language::kFrench : Language::kEnglish;
}

std::string_view tag(Language language) {
  switch (language) {
    case Language::kFrench:
      return "fr";
    case Language::kEnglish:
      return "en";
  }
  return "";
}

const Catalog& Catalog::of(Language language) {
  static constexpr Catalog kFrench(Language::kFrench);
  static constexpr Catalog kEnglish(Language::kEnglish);
  return language == Language::kFrench ? kFrench : kEnglish;
}

std::string Catalog::text(const Message& message) const {
  const std::string_view pattern = label(message.key);
  std::string sentence;
  for (std::size_t offset = 0; offset < pattern.size();) {
    const int place = place_at(pattern, offset);
    if (place < 0 || static_cast<std::size_t>(place) >= message.arguments.size()) {
      sentence.push_back(pattern[offset++]);
    } else {
      sentence += message.arguments[static_cast<std::size_t>(place)];
      offset += 3;
    }
  }
  return sentence;
}

std::string_view Catalog::label(std::string_view key) const {
  const std::span<const Entry> all = entries(language_);
  const auto found = std::ranges::lower_bound(all, key, {}, &Entry::key);
  return found != all.end() && found->key == key ? found->text : key;
}

std::vector<std::string_view> Catalog::keys() const {
  std::vector<std::string_view> keys;
  for (const Entry& entry : entries(language_)) keys.push_back(entry.key);
  return keys;
}

}  // namespace depeche::messages
