// The words that people read, in French and English, from assets/messages/*.json (made into a table at build
// time).
//
// Keys are "group/name": the family of the rule for most diagnostics, and groups such as fix/, share/, ui/, cli/.
// A text may have placeholders {0} to {9}; any other brace is an ordinary character. French texts contain their
// no-break spaces (U+00A0, U+202F) as characters; a test checks their typography.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace depeche::messages {

enum class Language { kFrench, kEnglish };

// kFrench for "fr", "fr-FR", "fr_FR.UTF-8"…, kEnglish for all else.
Language language_from_tag(std::string_view tag);

// The tag of a language for HTML's `lang`: "fr" or "en".
std::string_view tag(Language language);

class Catalog {
 public:
  // Both catalogs have the same keys; a test checks it.
  static const Catalog& of(Language language);

  Language language() const { return language_; }

  // The sentence of a message with its arguments filled in. A placeholder without an argument stays as it is. An
  // unknown key gives the key itself.
  std::string text(const Message& message) const;

  // The text of a key without arguments, e.g. the label of a button; the key itself if it is unknown. The view is
  // valid for ever, or for an unknown key as long as `key`.
  std::string_view label(std::string_view key) const;

  // All keys, sorted.
  std::vector<std::string_view> keys() const;

 private:
  explicit constexpr Catalog(Language language) : language_(language) {}
  Language language_;
};

}  // namespace depeche::messages
