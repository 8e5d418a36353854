// Edits as people make them, most of them near the one before, of text that Markdown takes notice of. The same on
// every run.
#pragma once

#include <algorithm>
#include <iterator>
#include <random>
#include <span>
#include <string>
#include <string_view>

#include "text/change.h"

namespace depeche {

class RandomEdits {
 public:
  // `more_pieces` come in every third time that a piece of Markdown does.
  explicit RandomEdits(unsigned seed, std::span<const std::string_view> more_pieces = {})
      : engine_(seed), more_pieces_(more_pieces) {}

  Change next(const Text& text) {
    // Mostly near the place before, as people type.
    if (below(4) == 0) place_ = below(text.size() + 1);
    place_ = std::min(place_, text.size());
    Span replaced{place_, place_};
    switch (below(8)) {
      case 0:
        replaced.end = std::min<Offset>(text.size(), place_ + below(3));
        break;
      case 1:
        replaced.end = std::min<Offset>(text.size(), place_ + below(80));
        break;
      case 2: {  // a line
        replaced = text.line_with_ending(text.line_at(place_));
        break;
      }
      default:
        break;
    }
    const std::string inserted = below(4) == 0 && !replaced.empty() ? "" : piece();
    place_ = replaced.begin + static_cast<Offset>(inserted.size());
    const auto change = Change::of(text.size(), {{replaced, inserted}});
    return change ? *change : Change(text.size());
  }

 private:
  Offset below(std::size_t bound) { return bound == 0 ? 0 : static_cast<Offset>(engine_() % bound); }

  std::string piece() {
    static constexpr std::string_view kPieces[] = {"a",
                                                   "e",
                                                   " ",
                                                   "é",
                                                   "\n",
                                                   "\n\n",
                                                   "\n\n\n",
                                                   "*",
                                                   "_",
                                                   "`",
                                                   "# ",
                                                   "\n## T\n",
                                                   "> ",
                                                   "- ",
                                                   "1. ",
                                                   ": ",
                                                   "    ",
                                                   "\t",
                                                   "[a]",
                                                   "[a]: /u\n",
                                                   "\n[b]: /v \"t\"\n\n",
                                                   "[^1]",
                                                   "[^1]: n\n",
                                                   "{: .x}\n",
                                                   "{:y: .z}\n",
                                                   "{: y}",
                                                   "```\n",
                                                   "\n~~~~\n",
                                                   "$$",
                                                   "<div>",
                                                   "</div>\n",
                                                   "<!--",
                                                   "-->",
                                                   "<b a=\"",
                                                   "|",
                                                   "|-|\n",
                                                   "{::comment}\n",
                                                   "{:/}\n",
                                                   "*[AB]: c\n",
                                                   "^\n",
                                                   "---\n",
                                                   "===\n",
                                                   "\r\n",
                                                   "\r",
                                                   "\xFF",
                                                   "{:toc}\n",
                                                   "\n: def\n",
                                                   "mot mot.",
                                                   "<p ",
                                                   "\n{: #i\n",
                                                   "}\n",
                                                   "{::options auto_ids=\"false\" /}\n",
                                                   "{::options toc_levels=\"2\" /}\n",
                                                   "<img src=\"{{ \"a\" }}\">",
                                                   "</",
                                                   "[b]",
                                                   "AB",
                                                   "- [x] a\n",
                                                   "\n\nmot\n\n"};
    if (below(2) == 0) return std::string(1, static_cast<char>('a' + below(26)));
    if (!more_pieces_.empty() && below(3) == 0) return std::string(more_pieces_[below(more_pieces_.size())]);
    // What makes the whole be read again is rare.
    const std::string_view chosen = kPieces[below(std::size(kPieces))];
    if (chosen.starts_with("{::options auto") && below(20) != 0) return "x";
    return std::string(chosen);
  }

  std::mt19937 engine_;
  std::span<const std::string_view> more_pieces_;
  Offset place_ = 0;
};

}  // namespace depeche
