// Writes text as a YAML scalar that libyaml and yaml-cpp read back as the same text.
#pragma once

#include <string>
#include <string_view>

namespace depeche::frontmatter {

enum class ScalarStyle { kPlain, kSingleQuoted, kDoubleQuoted, kLiteral, kFolded };

struct ScalarPlace {
  bool flow = false;                    // inside brackets or braces
  bool ends_line = true;                // nothing follows on its line, not even a comment
  int indent = 0;                       // the column of the block collection it is in
  std::string_view line_ending = "\n";  // of the document
  std::string_view header_comment;      // kept in the first line of a block scalar, e.g. "# as on the poster"
};

// Whether the text could be written as one plain scalar, whatever type it would then read as.
bool can_be_plain(std::string_view text, bool flow);

// `text` must be well-formed UTF-8. Written in `style` if that can hold the text in this place; else in double
// quotes, which can hold any text. Folded text with blank or indented lines is written as a literal; plain text
// only if it reads back as text.
std::string write_scalar(std::string_view text, ScalarStyle style, const ScalarPlace& place);

// Plain if it reads back as text, else in double quotes.

std::string write_key(std::string_view key, bool flow);

}  // namespace depeche::frontmatter
