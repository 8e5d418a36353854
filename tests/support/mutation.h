// Texts made from others by the accidents of editing: lines taken out, doubled, moved, mixed with those of
// another text; markup put in and characters taken out. The same seed gives the same texts.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"

namespace depeche {

class Mutator {
 public:
  explicit Mutator(unsigned seed) : engine_(seed) {}

  // A mutation of one of `sources`, which are not empty.
  std::string mutate(const std::vector<std::string>& sources) {
    std::vector<std::string> lines = lines_of(one_of(sources));
    for (std::size_t steps = 1 + below(4); steps > 0; --steps) change(lines, sources);
    std::string text;
    for (const std::string& line : lines) text += line;
    return text;
  }

 private:
  std::size_t below(std::size_t bound) { return bound == 0 ? 0 : engine_() % bound; }

  const std::string& one_of(const std::vector<std::string>& texts) { return texts[below(texts.size())]; }

  // Each with its line feed.
  static std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
      const std::size_t size = std::min(text.find('\n'), text.size() - 1) + 1;
      lines.emplace_back(text.substr(0, size));
      text.remove_prefix(size);
    }
    return lines;
  }

  void change(std::vector<std::string>& lines, const std::vector<std::string>& sources) {
    if (lines.empty()) return lines.emplace_back(markup()), void();
    const std::size_t line = below(lines.size());
    const auto at = lines.begin() + static_cast<std::ptrdiff_t>(line);
    switch (below(8)) {
      case 0:
        lines.erase(at);
        break;
      case 1:
        lines.insert(at, std::string(lines[line]));
        break;
      case 2:
        std::swap(lines[line], lines[below(lines.size())]);
        break;
      case 3: {
        const std::vector<std::string> others = lines_of(one_of(sources));
        if (others.empty()) break;
        const std::size_t begin = below(others.size());
        const std::size_t end = std::min(others.size(), begin + 1 + below(5));
        lines.insert(at, others.begin() + static_cast<std::ptrdiff_t>(begin),
                     others.begin() + static_cast<std::ptrdiff_t>(end));
        break;
      }
      case 4:
        lines[line].insert(0, line_begin());
        break;
      case 5: {
        const std::size_t place = character(lines[line]);
        lines[line].erase(place, next_code_point(lines[line], place) - place);
        break;
      }
      default:
        lines[line].insert(character(lines[line]), markup());
    }
  }

  // Where a character of the line begins.
  std::size_t character(const std::string& line) {
    std::size_t place = below(line.size());
    while (place > 0 && !is_code_point_boundary(line, place)) --place;
    return place;
  }

  std::string line_begin() {
    static constexpr std::string_view kBegins[] = {"> ", "- ", "1. ", "  ",       "    ", "\t",    "# ", ": ",
                                                   "| ", "\n", "* ",  "{: .a}\n", "^\n",  "```\n", " "};
    return std::string(kBegins[below(std::size(kBegins))]);
  }

  std::string markup() {
    static constexpr std::string_view kMarkup[] = {
        "*",   "**",   "_",           "__",       "***",    "`",        "``",        "[",
        "]",   "](u)", "[^1]",        "![",       "(",      ")",        "<",         ">",
        "<b>", "</b>", "<br>",        "<div>",    "</div>", "<p>",      "</p>",      "<!--",
        "--",  "-->",  "\\",          "\"",       "'",      "...",      "<<",        ">>",
        "|",   "{:",   "}",           "{: .a}",   "&",      "&amp;",    "~~",        "$$",
        " ",   "  \n", "\n",          "\n\n",     ":",      "#",        "é",         "« ",
        "{::", "{:/}", "{::comment}", "<!-- -->", "<span>", "<script>", "</script>", "https://exemple.fr"};
    return std::string(kMarkup[below(std::size(kMarkup))]);
  }

  std::mt19937 engine_;
};

}  // namespace depeche
