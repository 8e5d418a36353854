// The frame of a share link: Zstandard (RFC 8878) with the dictionary of format 1, without its magic number.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace depeche::share {

// As small as zstd can make it for drafts of a usual size; long ones are compressed less, so that it takes about
// a second at most. Empty if memory runs out; nothing else fails.
std::string compress(std::string_view text);

enum class Unpacked { kText, kTooLarge, kDamaged };

// Unpacks a frame into `text`. kTooLarge if the frame says that it holds more than `maximum` bytes; nothing is
// unpacked then. kDamaged if it is not exactly one whole frame, or memory runs out; `text` is then of no use.
Unpacked decompress(std::string_view frame, std::size_t maximum, std::string& text);

// The dictionary's bytes: entropy tables, then content. Frozen.
std::string dictionary();

}  // namespace depeche::share
