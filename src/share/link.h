// A draft in a URL fragment. docs/share-link.md describes format 1, byte by byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace depeche::share {

// What a link may unpack to, in bytes.
inline constexpr std::size_t kMaximumDraftSize = std::size_t{4} << 20;

// The fragment, without '#', that carries `text`: characters that no mail program breaks. A problem
// (share/too-large) when the text is over kMaximumDraftSize, or memory does not suffice.
Result<std::string> encode_fragment(std::string_view text);

// The text of a fragment. Takes a bare fragment, one with a leading '#' or '%23', or a whole URL. Problems:
// share/not-a-link, share/newer-format, share/truncated, share/damaged, share/too-large.
Result<std::string> decode_fragment(std::string_view fragment_or_url);

}  // namespace depeche::share
