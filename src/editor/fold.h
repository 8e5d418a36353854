// Characters as a search compares them: with or without regard to case and accents.
//
// Without accents, « Élan » is "elan" and « œuvre » is "oeuvre"; combining marks count for nothing, a curly
// apostrophe or quote for a straight one, a no-break space for a space: what people type to find what was
// typeset. Latin letters lose their accents, Greek and Cyrillic ones too; other scripts stay as they are.
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

// What one character counts for: none for a mark that is ignored, two for a ligature.
struct FoldedCharacter {
  char32_t code_points[2] = {0, 0};
  std::uint32_t count = 0;
};
FoldedCharacter fold(char32_t code_point, Folding folding);

// What a text counts for.
std::u32string fold_all(std::string_view text, Folding folding);

// What `code_point` counts for where one character must stand for one: ligatures stay.
char32_t fold_one(char32_t code_point, Folding folding);

bool is_combining(char32_t code_point);

}  // namespace depeche::editor
