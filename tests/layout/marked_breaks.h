// A text with its line breaks marked: ÷ where a line may end, ~ at a soft hyphen, ! where it must end.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "layout/line_break.h"

namespace depeche::layout {

inline std::string marked(std::string_view text, std::vector<LineBreak> (*find)(std::u32string_view)) {
  std::u32string code_points;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode_utf8(text, i);
    code_points.push_back(next.code_point);
    i += next.size;
  }
  const std::vector<LineBreak> breaks = find(code_points);
  std::string result;
  for (std::size_t i = 0; i < code_points.size(); ++i) {
    if (breaks[i] == LineBreak::kAllowed) result += "÷";
    if (breaks[i] == LineBreak::kHyphenated) result += "~";
    if (breaks[i] == LineBreak::kMandatory) result += "!";
    append_utf8(result, code_points[i]);
  }
  return result;
}

inline std::string without_marks(std::string text) {
  for (const std::string_view mark : {"÷", "~"}) {
    for (std::size_t at; (at = text.find(mark)) != std::string::npos;) text.erase(at, mark.size());
  }
  return text;
}

}  // namespace depeche::layout
