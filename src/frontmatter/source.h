// The YAML of a document made ready to be read, byte for byte at the same offsets.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace depeche::frontmatter {

// What yaml-cpp takes amiss is replaced by as many other bytes:
// - a lone CR, after which it goes on counting the column, by LF;
// - a sequence that is no text, be it malformed or a character that libyaml refuses (yaml-cpp ends at
// U+0004),
//   by marks that malformed UTF-8 alone is made of, so that a bare A0 or 85 is what yaml-cpp makes of "\_"
//   and
//   "\N" (a fault of it);
// - a question mark amid words, at which it ends a plain scalar in brackets, by such a mark;
// - one of Unicode's line separators at the end of a line, which libyaml drops, by blanks.
struct PreparedSource {
  std::string bytes;                // the text up to the end of the YAML
  std::optional<Offset> forbidden;  // the first character that libyaml refuses
};

// `bytes` is the text up to the end of the YAML, which begins at `begin`. What is before is left as it is.
PreparedSource prepare_source(std::string_view bytes, Offset begin);

// UTF-8 again: text that came from prepared bytes, perhaps through yaml-cpp. Malformed bytes are U+FFFD.
std::string restore_text(std::string_view text);

// The size of the line separator at `offset` that libyaml, after YAML 1.1, takes as a line's end: U+0085,
// U+2028 and U+2029. 0 when there is none.
std::size_t line_separator_at(std::string_view bytes, std::size_t offset);

}  // namespace depeche::frontmatter
