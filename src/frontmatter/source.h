// The YAML of a document, prepared for yaml-cpp so that every offset stays the same.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace depeche::frontmatter {

// What yaml-cpp misreads is replaced by the same number of other bytes:
// - a lone CR, which does not make it count columns anew, by LF;
// - a malformed byte, or a character that libyaml refuses (yaml-cpp itself stops at U+0004), by bytes that never
//   occur in UTF-8. After that, a bare A0 or 85 in its output can only come from "\_" or "\N", which it
//   mistakenly writes as such a byte;
// - a question mark inside text, at which it would end a plain scalar in brackets, by another such byte;
// - a line separator of Unicode at the end of a line, which libyaml drops, by spaces.
struct PreparedSource {
  std::string bytes;                // the text up to the end of the YAML
  std::optional<Offset> forbidden;  // where the first character is that libyaml refuses
};

// `bytes` is the text up to the end of the YAML, which begins at `begin`. Bytes before `begin` stay as they are.
PreparedSource prepare_source(std::string_view bytes, Offset begin);

// Turns text from prepared bytes, perhaps read by yaml-cpp, into UTF-8 again. Each malformed byte and each
// refused character becomes U+FFFD.
std::string restore_text(std::string_view text);

// The size in bytes of the line separator at `offset` that libyaml, after YAML 1.1, takes for a line end: U+0085,
// U+2028 or U+2029. 0 if there is none.
std::size_t line_separator_at(std::string_view bytes, std::size_t offset);

}  // namespace depeche::frontmatter
