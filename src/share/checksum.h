// The checksum of a share link (docs/share-link.md): CRC-32/ISO-HDLC, that of zlib and PNG: polynomial
// 0x04C11DB7, reflected.
#pragma once

#include <cstdint>
#include <string_view>

namespace depeche::share {

// `before` is the checksum of what precedes `bytes`: 0 if nothing does.
std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0);

// That of a fragment: over its format and its payload, as written.
std::uint32_t fragment_checksum(char format, std::string_view payload);

}  // namespace depeche::share
