#include "cli/file_name.h"

#include "base/utf8.h"
#include "share/checksum.h"

namespace depeche::cli {
namespace {

std::string in_hexadecimal(std::uint32_t number) {
  std::string digits;
  for (int shift = 28; shift >= 0; shift -= 4) digits += "0123456789abcdef"[number >> shift & 0xF];
  return digits;
}

}  // namespace

std::string file_name_with(std::string_view name, std::string_view ending) {
  std::string result(name);
  if (name.size() + ending.size() > kLongestFileName) {
    const std::string checksum = in_hexadecimal(share::crc32(name));
    std::size_t room = kLongestFileName - ending.size() - checksum.size() - 1;
    while (!is_code_point_boundary(name, room)) --room;
    result.resize(room);
    result.append("~").append(checksum);
  }
  return result.append(ending);
}

}  // namespace depeche::cli
