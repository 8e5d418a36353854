// CRC-32/ISO-HDLC, the checksum of zlib and PNG: polynomial 0x04C11DB7, reflected.
#pragma once

#include <cstdint>
#include <string_view>

namespace depeche::share {

// `before` is the checksum of what precedes `bytes`: 0 if nothing does.
std::uint32_t crc32(std::string_view bytes, std::uint32_t before = 0);

}  // namespace depeche::share
