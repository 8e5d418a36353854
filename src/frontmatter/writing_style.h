// How a document writes its front matter, as far as its fields show, so that new ones can be written alike.
#pragma once

#include <optional>
#include <string_view>

#include "frontmatter/scalar_writer.h"
#include "frontmatter/value.h"

namespace depeche::frontmatter {

struct WritingStyle {
  std::optional<ScalarStyle> quotes;  // of the first quoted scalar
  std::optional<int> list_indent;     // of the first list: how many columns its dashes are right of its key
};

// Of the fields at `root`, which was read from `bytes`.
WritingStyle writing_style_of(std::string_view bytes, const Value& root);

// "\r\n" if the first line ends with it, else "\n".
std::string_view line_ending_of(std::string_view bytes);

}  // namespace depeche::frontmatter
