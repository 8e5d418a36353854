// Characters as a search compares them: with or without regard to case and accents.
//
// Without accents, « Élan » is "elan" and « œuvre » is "oeuvre". Combining marks are dropped, and curly
// apostrophes and quotes, no-break spaces and typographic hyphens become the signs of the keyboard, so that
// what people type finds what was typeset. Latin, Greek and Cyrillic letters lose their accents; other scripts
// stay as they are.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"

namespace depeche::editor {

struct Folding {
  bool case_ignored = true;
  bool accents_ignored = true;
  bool operator==(const Folding&) const = default;
};

// What one character is compared as: no code point for a mark that is ignored, two for a ligature.
struct FoldedCharacter {
  char32_t code_points[2] = {0, 0};
  std::uint32_t count = 0;
};
FoldedCharacter fold(char32_t code_point, Folding folding);

// What a whole text is compared as.
std::u32string fold_all(std::string_view text, Folding folding);

// Like fold(), but one code point for each: ligatures and marks stay as they are.
char32_t fold_one(char32_t code_point, Folding folding);

bool is_combining(char32_t code_point);

}  // namespace depeche::editor
