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

// The draft of the first whole fragment in `text`: a bare fragment, an address, or the mail that one came in.
// The length in the fragment says where it ends; what carriers do to links is undone (share/carriers.h). Time
// and memory are linear in the text's size. An address that ends in `?` or `?#` is a link of which all is missing. Problems, of the one that is most like a fragment when none is
// whole: share/not-a-link, share/newer-format, share/truncated, share/damaged, share/too-large.
Result<std::string> decode_fragment(std::string_view text);

}  // namespace depeche::share
