// The words that people read, in French and English, from assets/messages/*.json (embedded at build).
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.h"

namespace depeche::messages {

enum class Language { kFrench, kEnglish };

// "fr", "fr-FR", "fr_FR.UTF-8"… to kFrench, all else to kEnglish.
Language language_from_tag(std::string_view tag);

class Catalog {
 public:
  // Both catalogs have the same keys; a test says so.
  static const Catalog& of(Language language);

  Language language() const;

  // The sentence of a message with its arguments in place. An unknown key gives the key itself.
  std::string text(const Message& message) const;
  // The words of a key without arguments, e.g. a button's label. The view lives as long as the program.
  std::string_view label(std::string_view key) const;
};

}  // namespace depeche::messages
