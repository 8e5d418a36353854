// A draft in a URL fragment. docs/share-link.md describes format 1, byte by byte.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"

namespace depeche::share {

// The size of the largest draft in a link, in bytes.
inline constexpr std::size_t kMaximumDraftSize = std::size_t{4} << 20;

// The fragment that carries `text`, without '#', in characters that no mail program breaks. The problem is
// share/too-large: the text is over kMaximumDraftSize, or memory runs out.
Result<std::string> encode_fragment(std::string_view text);

// The draft of the first whole fragment in `text`: a bare fragment, an address, or the mail that one came in.
// The length in the fragment says where it ends; what carriers do to links is undone (share/carriers.h). Time
// and memory are linear in the size of the text.
//
// Problems: share/newer-format or share/too-large, of a whole fragment; if none is whole, share/not-a-link,
// share/truncated or share/damaged, of what is most like one. An address alone that ends in `?` or `?#` has lost
// its fragment: share/truncated.
Result<std::string> decode_fragment(std::string_view text);

}  // namespace depeche::share
