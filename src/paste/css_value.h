// Names and values of CSS declarations, which are read without regard to the case of ASCII letters.
#pragma once

#include <algorithm>
#include <string_view>

#include "base/ascii.h"

namespace depeche::paste {

// Whether `text` is, or begins with, a text in lower case.
inline bool equal(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, {}, to_lower);
}
inline bool begins(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && equal(text.substr(0, lower.size()), lower);
}

// What is before the first `sign`, trimmed; both are taken off `text`. All of it where there is no sign.
inline std::string_view take_until(std::string_view& text, char sign) {
  const std::size_t end = std::min(text.find(sign), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return trimmed(part);
}

}  // namespace depeche::paste
