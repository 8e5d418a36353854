#include "markdown/kramdown/characters.h"

#include <algorithm>
#include <cstdint>

#include "base/utf8.h"

namespace depeche::markdown::kramdown {
namespace {

enum ClassBits : std::uint8_t { kAlphabetic = 1, kDigit = 2, kWord = 4 };

struct ClassRange {
  std::uint32_t begin;
  std::uint16_t size;
  std::uint16_t bits;
};

constexpr ClassRange kClassRanges[] = {
#define DEPECHE_CLASS_RANGES
#include "markdown/kramdown/unicode_tables.inc"
#undef DEPECHE_CLASS_RANGES
};

// From `first` to `last` by `stride`, lower case is `delta` away.
struct LowercaseRun {
  std::int32_t first, last, stride, delta;
};

constexpr LowercaseRun kLowercaseRuns[] = {
#define DEPECHE_LOWERCASE_RUNS
#include "markdown/kramdown/unicode_tables.inc"
#undef DEPECHE_LOWERCASE_RUNS
};

int classes(char32_t code_point) {
  const auto* after = std::upper_bound(std::begin(kClassRanges), std::end(kClassRanges), code_point,
                                       [](char32_t at, const ClassRange& range) { return at < range.begin; });
  if (after == std::begin(kClassRanges)) return 0;
  const ClassRange& range = *(after - 1);
  return code_point - range.begin < range.size ? range.bits : 0;
}

char32_t lowercase(char32_t code_point) {
  const auto wanted = static_cast<std::int32_t>(code_point);
  const auto* after =
      std::upper_bound(std::begin(kLowercaseRuns), std::end(kLowercaseRuns), wanted,
                       [](std::int32_t at, const LowercaseRun& run) { return at < run.first; });
  if (after == std::begin(kLowercaseRuns)) return code_point;
  const LowercaseRun& run = *(after - 1);
  if (wanted > run.last || (wanted - run.first) % run.stride != 0) return code_point;
  return static_cast<char32_t>(wanted + run.delta);
}

}  // namespace

bool is_alphabetic(char32_t code_point) {
  if (code_point < 0x80) return is_letter(static_cast<char>(code_point));
  return (classes(code_point) & kAlphabetic) != 0;
}

bool is_alphanumeric(char32_t code_point) {
  if (code_point < 0x80) return code_point != '_' && is_word(static_cast<char>(code_point));
  return (classes(code_point) & (kAlphabetic | kDigit)) != 0;
}

bool is_word_character(char32_t code_point) {
  if (code_point < 0x80) return is_word(static_cast<char>(code_point));
  return (classes(code_point) & kWord) != 0;
}

char32_t code_point_before(std::string_view text, std::size_t position) {
  if (position == 0) return 0;
  const auto last = static_cast<unsigned char>(text[position - 1]);
  return last < 0x80 ? last : decode_utf8(text, previous_code_point(text, position)).code_point;
}

char32_t code_point_at(std::string_view text, std::size_t position) {
  return position < text.size() ? decode_utf8(text, position).code_point : 0;
}

namespace {

struct CodePoints {
  char32_t first, last;
};

// NameStartChar and, beside those, NameChar: XML 1.0, section 2.3.
constexpr CodePoints kNameBegins[] = {
    {U':', U':'},     {U'A', U'Z'},     {U'_', U'_'},     {U'a', U'z'},
    {0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2FF},    {0x370, 0x37D},
    {0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},
    {0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFC}, {0x10000, 0xEFFFF},
};
constexpr CodePoints kNameGoesOn[] = {
    {U'-', U'.'}, {U'0', U'9'}, {0xB7, 0xB7}, {0x300, 0x36F}, {0x203F, 0x2040},
};

template <std::size_t size>
bool is_among(char32_t code_point, const CodePoints (&ranges)[size]) {
  return std::any_of(std::begin(ranges), std::end(ranges), [&](const CodePoints& range) {
    return range.first <= code_point && code_point <= range.last;
  });
}

}  // namespace

bool is_xml_name(std::string_view text) {
  if (text.empty()) return false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    const bool goes_on = at > 0 && is_among(decoded.code_point, kNameGoesOn);
    if (!goes_on && !is_among(decoded.code_point, kNameBegins)) return false;
    at += decoded.size;
  }
  return true;
}

std::string lowercase(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    append_lowercase(out, decoded.code_point);
    at += decoded.size;
  }
  return out;
}

void append_lowercase(std::string& text, char32_t code_point) {
  if (code_point < 0x80) {
    text += to_lower(static_cast<char>(code_point));
  } else if (code_point == 0x130) {  // İ: the one that becomes two
    text += "i\u0307";
  } else {
    append_utf8(text, lowercase(code_point));
  }
}

std::string_view trim_right(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string_view trim(std::string_view text) {
  text = trim_right(text);
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  return text;
}

}  // namespace depeche::markdown::kramdown
