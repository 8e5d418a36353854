#include "tests/differential/minimize.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace depeche {
namespace {

using Pieces = std::vector<std::string>;

std::string joined(const Pieces& pieces) {
  std::string text;
  for (const std::string& piece : pieces) text += piece;
  return text;
}

Pieces lines_of(std::string_view text) {
  Pieces lines;
  while (!text.empty()) {
    const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, size));
    text.remove_prefix(size);
  }
  return lines;
}

Pieces characters_of(std::string_view text) {
  Pieces characters;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = next_code_point(text, at);
    characters.emplace_back(text.substr(at, end - at));
    at = end;
  }
  return characters;
}

// Takes runs of pieces out, long ones first, for as long as the rest has the property.
std::string without_needless(Pieces pieces, const std::function<bool(const std::string&)>& has_property,
                             int& questions) {
  for (std::size_t run = std::max<std::size_t>(pieces.size() / 2, 1); run >= 1 && questions > 0; run /= 2) {
    for (std::size_t at = 0; at + run <= pieces.size() && questions > 0;) {
      Pieces fewer = pieces;
      const auto begin = fewer.begin() + static_cast<std::ptrdiff_t>(at);
      fewer.erase(begin, begin + static_cast<std::ptrdiff_t>(run));
      --questions;
      if (has_property(joined(fewer))) {
        pieces = std::move(fewer);
      } else {
        ++at;
      }
    }
  }
  return joined(pieces);
}

}  // namespace

std::string minimized(const std::string& text, const std::function<bool(const std::string&)>& has_property,
                      int most_questions) {
  std::string smallest = without_needless(lines_of(text), has_property, most_questions);
  while (most_questions > 0) {
    std::string smaller = without_needless(characters_of(smallest), has_property, most_questions);
    if (smaller.size() == smallest.size()) break;
    smallest = std::move(smaller);
  }
  return smallest;
}

}  // namespace depeche
