// Writes text as a YAML scalar that libyaml and yaml-cpp read back as that very text.
#pragma once

#include <string>
#include <string_view>

namespace depeche::frontmatter {

enum class ScalarStyle { kPlain, kSingleQuoted, kDoubleQuoted, kLiteral, kFolded };

struct ScalarPlace {
  bool flow = false;                    // inside brackets or braces
  bool ends_line = true;                // nothing, not even a comment, follows on its line
  int indent = 0;                       // the column of the block collection it is in
  std::string_view line_ending = "\n";  // of the document
  std::string_view header_comment;      // kept in the first line of a block scalar, e.g. "# as on the poster"
};

// Whether the characters of the text, unquoted, are one plain scalar, of whatever type it would read as.
bool can_be_plain(std::string_view text, bool flow);

// `text` is well-formed UTF-8. In the style asked for where it can hold the text in this place, else in
// double quotes, which can hold any. A plain scalar is only written where it reads as text.
std::string write_scalar(std::string_view text, ScalarStyle style, const ScalarPlace& place);

std::string write_key(std::string_view key, bool flow);

}  // namespace depeche::frontmatter
