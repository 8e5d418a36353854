// Random Markdown for property tests: pieces that mean something to a parser, in any order. The same on every
// run.
#pragma once

#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

namespace depeche {

class RandomMarkdown {
 public:
  explicit RandomMarkdown(unsigned seed) : engine_(seed) {}

  std::string text(std::size_t most_pieces) {
    using namespace std::string_view_literals;
    static constexpr std::string_view kPieces[] = {"a"sv,
                                                   "é"sv,
                                                   "mot "sv,
                                                   " "sv,
                                                   "  "sv,
                                                   "    "sv,
                                                   "\t"sv,
                                                   "\n"sv,
                                                   "\n"sv,
                                                   "\n\n"sv,
                                                   "\r\n"sv,
                                                   "\r"sv,
                                                   "  \n"sv,
                                                   "\\\n"sv,
                                                   "\\"sv,
                                                   "\\*"sv,
                                                   "*"sv,
                                                   "**"sv,
                                                   "***"sv,
                                                   "_"sv,
                                                   "__"sv,
                                                   "~"sv,
                                                   "~~"sv,
                                                   "`"sv,
                                                   "``"sv,
                                                   "```"sv,
                                                   "```c\n"sv,
                                                   "~~~\n"sv,
                                                   "["sv,
                                                   "]"sv,
                                                   "![",
                                                   "]("sv,
                                                   "(u \"t\")"sv,
                                                   "](<a b>)"sv,
                                                   "[r]"sv,
                                                   "[]"sv,
                                                   "[r]: /u 't'\n"sv,
                                                   "[r]:"sv,
                                                   ")"sv,
                                                   "("sv,
                                                   "<"sv,
                                                   ">"sv,
                                                   "<b>"sv,
                                                   "</b>"sv,
                                                   "<br />"sv,
                                                   "<div>\n"sv,
                                                   "</div>\n"sv,
                                                   "<!-- "sv,
                                                   "-->"sv,
                                                   "<script>"sv,
                                                   "<pre>"sv,
                                                   "<http://x.fr>"sv,
                                                   "http://x.fr"sv,
                                                   "www.x.fr"sv,
                                                   "a@b.fr"sv,
                                                   "&amp;"sv,
                                                   "&eacute;"sv,
                                                   "&#0;"sv,
                                                   "&#x1F1EB;"sv,
                                                   "&"sv,
                                                   "> "sv,
                                                   ">"sv,
                                                   "- "sv,
                                                   "* "sv,
                                                   "+ "sv,
                                                   "1. "sv,
                                                   "12) "sv,
                                                   "- [x] "sv,
                                                   "- [ ] "sv,
                                                   "# "sv,
                                                   "## "sv,
                                                   " #"sv,
                                                   "===\n"sv,
                                                   "---\n"sv,
                                                   "***\n"sv,
                                                   "|"sv,
                                                   "| a | b |\n"sv,
                                                   "|---|:-:|\n"sv,
                                                   "\n|-|\n"sv,
                                                   "{: .a}"sv,
                                                   "{:b: #c}\n"sv,
                                                   "{::comment}"sv,
                                                   "{:/}"sv,
                                                   "[^1]"sv,
                                                   "[^1]: note\n"sv,
                                                   "*[a]: mot\n"sv,
                                                   ": def\n"sv,
                                                   "$$"sv,
                                                   "\""sv,
                                                   "'"sv,
                                                   "--"sv,
                                                   "..."sv,
                                                   "{{ x }}"sv,
                                                   "{% y %}"sv,
                                                   "«\u00A0"sv,
                                                   "\u202F»"sv,
                                                   "\0"sv,
                                                   "\xFF"sv,
                                                   "\xE2\x80"sv,
                                                   "\xEF\xBB\xBF"sv,
                                                   "\U0001F1EB"sv};
    std::string text;
    for (std::size_t pieces = engine_() % (most_pieces + 1); pieces > 0; --pieces)
      text += kPieces[engine_() % std::size(kPieces)];
    return text;
  }

 private:
  std::mt19937 engine_;
};

}  // namespace depeche
