// Undoes what mail programs, chats and gateways do to a link on its way, as far as that can be known
// (docs/share-link.md, "Reading").
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace depeche::share {

// What as_sent() writes for a character that no fragment has, but that does not end one either;
inline constexpr char kForeign = '*';
// for a character that comes around links, not in them: punctuation, brackets, what precedes parameters;
inline constexpr char kEnd = ' ';
// for '#', which a fragment follows.
inline constexpr char kMark = '#';

// How many hyphens an en dash and an em dash stand for, after an autocorrection.
struct Dashes {
  std::size_t en = 1;
  std::size_t em = 2;
};

// The text with each %XX decoded, however often its '%' was escaped again (%2523, %252523).
std::string unescaped(std::string_view text);

// Whether the text has en or em dashes, so that it may be read in several ways.
bool has_dashes(std::string_view text);

// The UTF-8 `text` with its digits of base64url as they are, hyphens for the `dashes`, and kForeign, kEnd or kMark
// for each other character. What carriers put into long lines (line breaks, spaces, quote marks, invisible
// characters) is left out.
std::string as_sent(std::string_view text, Dashes dashes);

}  // namespace depeche::share
