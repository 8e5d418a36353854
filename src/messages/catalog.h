// The words that people read, in French and English, from assets/messages/*.json (a table made at build
// time).
//
// Keys are "group/name": the rule's identifier for diagnostics, and fix/, severity/, share/, page/, date/,
// size/, ui/, drafts/, cli/. A text has places {0} to {9}; any other brace is an ordinary character. French
// texts carry their no-break spaces (U+00A0, U+202F) as characters; a test holds them to French typography.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"

namespace depeche::messages {

enum class Language { kFrench, kEnglish };

// "fr", "fr-FR", "fr_FR.UTF-8"… to kFrench, all else to kEnglish.
Language language_from_tag(std::string_view tag);

// The tag of a language as HTML's `lang` has it: "fr" or "en".
std::string_view tag(Language language);

class Catalog {
 public:
  // Both catalogs have the same keys; a test says so.
  static const Catalog& of(Language language);

  Language language() const { return language_; }

  // The sentence of a message with its arguments in place; a place without an argument stays as it is
  // written. An unknown key gives the key itself.
  std::string text(const Message& message) const;

  // The words of a key without arguments, e.g. a button's label; the key itself when it is unknown. The
  // view lives as long as the program (an unknown key's: as long as the key).
  std::string_view label(std::string_view key) const;

  // All keys, sorted.
  std::vector<std::string_view> keys() const;

 private:
  explicit constexpr Catalog(Language language) : language_(language) {}
  Language language_;
};

}  // namespace depeche::messages
