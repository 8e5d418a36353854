// HTML fragments compared as a browser sees them: two are equal when they have the same elements, attributes
// (in any order), comments and text. White space at a block's edge, and the length of any other run of it, do
// not count; no-break spaces, quotes, ids and URLs do. Inside <pre> every character counts but the newlines
// at its two ends.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace depeche {

struct HtmlToken {
  enum class Kind { kOpen, kClose, kText, kPreformatted, kComment };
  Kind kind = Kind::kText;
  std::string value;                         // a tag's name; text with its references resolved
  std::vector<std::string> attributes = {};  // of kOpen: `name="value"`, sorted
  bool operator==(const HtmlToken&) const = default;
};

// Takes any bytes. Text is merged, cleaned of white space that does not count, and left out when empty.
std::vector<HtmlToken> html_tokens(std::string_view html);

// The first place where two fragments differ, as lines for a person; empty when they are equal.
std::string html_difference(std::string_view expected, std::string_view actual);

}  // namespace depeche
