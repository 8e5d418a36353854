// What mail programs, chats and gateways do to a link on its way, undone as far as can be told
// (docs/share-link.md, "Reading").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace depeche::share {

// In what as_sent() gives: stands for characters that no fragment has and that end none either.
inline constexpr char kForeign = '*';
// …for what stands around links, not in them: punctuation, brackets, what comes before parameters.
inline constexpr char kEnd = ' ';
// …for '#', which a fragment follows.
inline constexpr char kMark = '#';

// For how many hyphens the dashes of an autocorrection stand.
struct Dashes {
  std::size_t en = 1;
  std::size_t em = 2;
};

// The text with each %XX decoded, however often its '%' was escaped again (%2523, %252523).
std::string unescaped(std::string_view text);

// Whether it has dashes, so that it may be read in several ways.
bool has_dashes(std::string_view text);

// One of the 64 digits of base64url for each that stands in the UTF-8 `text`, and kForeign, kEnd or kMark for
// other characters. What carriers put into long lines (breaks, quote marks, characters that nobody sees) is
// left out.
std::string as_sent(std::string_view text, Dashes dashes);

}  // namespace depeche::share
