#include "markdown/kramdown/html_tag.h"

#include <algorithm>

#include "base/utf8.h"
#include "markdown/kramdown/attribute_list.h"
#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/html_elements.h"

namespace depeche::markdown::kramdown {
namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestCharacter = 4;  // bytes

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

// The end of the run of characters that `accept` takes, from `at`.
template <typename Accept>
std::size_t skip_code_points(std::string_view text, std::size_t at, Accept accept) {
  while (at < text.size()) {
    const Decoded decoded = decode_utf8(text, at);
    if (!accept(decoded.code_point)) break;
    at += decoded.size;
  }
  return at;
}

// A name without a colon.
std::size_t skip_simple_name(std::string_view text, std::size_t at) {
  const char32_t first = code_point_at(text, at);
  if (first != U'_' && !is_alphabetic(first)) return at;
  return skip_code_points(text, at,
                          [](char32_t c) { return c == U'-' || c == U'.' || is_word_character(c); });
}

std::string_view normal_name(std::string_view name) {
  return known_element(name).value_or(name);
}

void set_attribute(StartTag& tag, TagAttribute attribute) {
  const auto same = std::find_if(tag.attributes.begin(), tag.attributes.end(),
                                 [&](const TagAttribute& other) { return other.name == attribute.name; });
  if (same != tag.attributes.end()) {
    *same = std::move(attribute);
  } else if (tag.attributes.size() < kMaximumAttributes) {
    tag.attributes.push_back(std::move(attribute));
  }
}

// The attribute whose name begins at `at`, which moves behind it; if there is none, behind what was looked
// at.
bool scan_attribute(std::string_view text, std::size_t& at, TagAttribute& attribute) {
  const std::size_t name_end = at + scan_name(text, at);
  const auto fail = [&](std::size_t looked_at) {
    at = looked_at;
    return false;
  };
  if (name_end == at) return fail(at + kLongestCharacter);
  attribute.name = text.substr(at, name_end - at);
  attribute.range = {PassageOffset(at), PassageOffset(name_end)};
  std::size_t value = skip_space(text, name_end);
  at = name_end;
  if (value >= text.size() || text[value] != '=') return true;
  value = skip_space(text, value + 1);
  if (value >= text.size()) return fail(value);
  std::size_t end;
  if (text[value] == '"' || text[value] == '\'') {
    const std::size_t close = text.find(text[value], value + 1);
    if (close == kNone) return fail(text.size());
    attribute.value = text.substr(value + 1, close - value - 1);
    end = close + 1;
  } else {
    end = skip_code_points(text, value, is_word_character);
    if (end == value) return fail(value + kLongestCharacter);
    attribute.value = text.substr(value, end - value);
  }
  attribute.range.end = PassageOffset(end);
  at = end;
  return true;
}

}  // namespace

std::size_t scan_name(std::string_view text, std::size_t at) {
  const std::size_t end = skip_simple_name(text, at);
  if (end == at) return 0;
  if (end < text.size() && text[end] == ':') {
    const std::size_t local = skip_simple_name(text, end + 1);
    if (local > end + 1) return local - at;
  }
  return end - at;
}

std::optional<StartTag> scan_start_tag(std::string_view text, PassageOffset at, std::size_t* reach) {
  const auto look_to = [&](std::size_t position) {
    if (reach != nullptr) *reach = position;
  };
  const std::size_t name_size = scan_name(text, at + 1);
  std::size_t next = at + 1 + name_size;
  look_to(next);
  if (name_size == 0) return std::nullopt;
  StartTag tag;
  const std::string_view name = text.substr(at + 1, name_size);
  const std::optional<std::string_view> known = known_element(name);
  tag.name = known.value_or(name);
  for (;;) {
    const std::size_t begin = skip_space(text, next);
    look_to(begin + 1);
    if (begin >= text.size()) return std::nullopt;
    tag.is_closed = text[begin] == '/';
    const std::size_t close = tag.is_closed ? begin + 1 : begin;
    look_to(close + 1);
    if (close < text.size() && text[close] == '>') {
      tag.end = PassageOffset(close + 1);
      return tag;
    }
    if (tag.is_closed || begin == next) return std::nullopt;
    TagAttribute attribute;
    next = begin;
    const bool is_attribute = scan_attribute(text, next, attribute);
    look_to(next);
    if (!is_attribute) return std::nullopt;
    if (known) attribute.name = in_lower_case(attribute.name);
    set_attribute(tag, std::move(attribute));
  }
}

std::optional<EndTag> scan_end_tag(std::string_view text, PassageOffset at) {
  if (at + 1 >= text.size() || text[at + 1] != '/') return std::nullopt;
  const std::size_t name_size = scan_name(text, at + 2);
  if (name_size == 0) return std::nullopt;
  const std::size_t close = skip_space(text, at + 2 + name_size);
  if (close >= text.size() || text[close] != '>') return std::nullopt;
  return EndTag{normal_name(text.substr(at + 2, name_size)), PassageOffset(close + 1)};
}

}  // namespace depeche::markdown::kramdown
