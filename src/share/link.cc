#include "share/link.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "share/base64url.h"
#include "share/compression.h"
#include "share/crc32.h"

namespace depeche::share {
namespace {

constexpr char kFormat = '1';
constexpr std::size_t kLengthAt = 1;
constexpr std::size_t kChecksumAt = 5;
constexpr std::size_t kPayloadAt = 11;

Message problem(std::string key) {
  return {std::move(key), {}};
}

Message too_large() {
  return {"share/too-large", {std::to_string(kMaximumDraftSize >> 20)}};
}

std::uint32_t checksum(char format, std::string_view payload) {
  return crc32(payload, crc32({&format, 1}));
}

// What follows the first '#', however mail gateways wrote it; all of it when there is none.
std::string_view after_mark(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '#' && text[i] != '%') continue;
    for (const std::string_view mark : {"#", "%23", "%2523"})
      if (text.substr(i).starts_with(mark)) return text.substr(i + mark.size());
  }
  return text;
}

std::optional<char> percent_decoded(std::string_view text, std::size_t offset) {
  const auto digit = [&](std::size_t at) -> int {
    const char c = at < text.size() ? text[at] : ' ';
    if (c >= '0' && c <= '9') return c - '0';
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
  };
  if (text[offset] != '%' || digit(offset + 1) < 0 || digit(offset + 2) < 0) return std::nullopt;
  return static_cast<char>(digit(offset + 1) * 16 + digit(offset + 2));
}

std::string percent_decoded(std::string_view text) {
  std::string decoded;
  decoded.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const std::optional<char> byte = percent_decoded(text, i);
    decoded.push_back(byte ? *byte : text[i]);
    if (byte) i += 2;
  }
  return decoded;
}

// What mail programs put into long lines: breaks, quote marks, characters that nobody sees.
bool is_dropped(char32_t c) {
  return c <= U' ' || c == U'<' || c == U'>' || c == 0xA0 || c == 0xAD || (c >= 0x200B && c <= 0x200D) ||
         c == 0x2060 || c == 0xFEFF;
}

std::string without_dropped(std::string_view text) {
  std::string kept;
  kept.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    if (!is_dropped(decoded.code_point)) kept.append(text.substr(i, decoded.size));
    i += decoded.size;
  }
  return kept;
}

std::string_view without_final_punctuation(std::string_view text) {
  constexpr std::string_view kMarks[] = {".", ",", ";", ":", "!", "?", ")", "]", "\"", "'", "»", "”", "’"};
  for (;;) {
    const auto* const mark =
        std::ranges::find_if(kMarks, [&](std::string_view mark) { return text.ends_with(mark); });
    if (mark == std::end(kMarks)) return text;
    text.remove_suffix(mark->size());
  }
}

// The characters of the link as they were sent, as far as can be told.
std::string cleaned(std::string_view fragment_or_url) {
  std::string_view fragment = after_mark(fragment_or_url);
  fragment = fragment.substr(0, fragment.find('&'));
  return std::string(without_final_punctuation(without_dropped(percent_decoded(fragment))));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

Result<std::string> unpack(std::string_view payload) {
  const std::optional<std::string> frame = decode_base64url(payload);
  if (!frame) return problem("share/damaged");
  std::string text;
  switch (decompress(*frame, kMaximumDraftSize, text)) {
    case Unpacked::kText:
      return text;
    case Unpacked::kTooLarge:
      return too_large();
    case Unpacked::kDamaged:
      break;
  }
  return problem("share/damaged");
}

}  // namespace

Result<std::string> encode_fragment(std::string_view text) {
  if (text.size() > kMaximumDraftSize) return too_large();
  const std::string frame = compress(text);
  if (frame.empty()) return too_large();  // for the memory that there is
  const std::string payload = encode_base64url(frame);
  return kFormat + encode_number(payload.size(), kChecksumAt - kLengthAt) +
         encode_number(checksum(kFormat, payload), kPayloadAt - kChecksumAt) + payload;
}

Result<std::string> decode_fragment(std::string_view fragment_or_url) {
  const std::string fragment = cleaned(fragment_or_url);
  if (fragment.empty()) return problem("share/not-a-link");
  const char format = fragment[0];
  if (fragment.size() < kPayloadAt)
    return problem(is_digit(format) && decode_number(fragment.substr(1)) ? "share/truncated"
                                                                         : "share/not-a-link");

  const std::string_view all = fragment;
  const std::string_view payload = all.substr(kPayloadAt);
  const auto length = decode_number(all.substr(kLengthAt, kChecksumAt - kLengthAt));
  const auto stated = decode_number(all.substr(kChecksumAt, kPayloadAt - kChecksumAt));

  if (stated == checksum(format, payload)) {
    if (length != payload.size()) return problem("share/damaged");
    if (format != kFormat) return problem("share/newer-format");
    return unpack(payload);
  }
  if (stated == checksum(kFormat, payload)) return problem("share/damaged");  // the format was changed
  if (!is_digit(format)) return problem("share/not-a-link");
  return problem(length && payload.size() < *length ? "share/truncated" : "share/damaged");
}

}  // namespace depeche::share
