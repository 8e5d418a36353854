#include "rules/attribute_lists.h"

#include <algorithm>

#include "base/ascii.h"

namespace depeche::rules {
namespace {

bool is_blank_character(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '>';  // a list in a quote may run over lines
}

bool is_quoted_pair(std::string_view part) {
  const std::size_t equals = part.find('=');
  if (equals == std::string_view::npos || !is_attribute_name(part.substr(0, equals))) return false;
  const std::string_view value = part.substr(equals + 1);
  return value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
}

PartKind kind_of(std::string_view part) {
  if (part[0] == '.' || part[0] == '#') return part.size() > 1 ? PartKind::kKnown : PartKind::kMalformed;
  if (is_quoted_pair(part)) return PartKind::kKnown;
  return is_attribute_name(part) ? PartKind::kReference : PartKind::kMalformed;
}

// One past the part that begins at `at`: up to a blank outside quotes.
std::size_t end_of_part(std::string_view source, std::size_t at) {
  char quote = 0;
  for (; at < source.size(); ++at) {
    const char c = source[at];
    if (c == '\\' && at + 1 < source.size()) {
      ++at;
    } else if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (is_blank_character(c)) {
      break;
    }
  }
  return at;
}

}  // namespace

bool is_attribute_name(std::string_view text) {
  const auto is_word = [](char c) {
    return is_letter(c) || is_digit(c) || c == '_' || (static_cast<unsigned char>(c) & 0x80) != 0;
  };
  if (text.empty() || !is_word(text[0])) return false;
  return std::ranges::all_of(text, [&](char c) { return is_word(c) || c == '-'; });
}

AttributeList read_list(const Input& input, markdown::NodeId node) {
  AttributeList list;
  const Span span = input.tree().span(node);
  const std::string_view source = input.source(span);
  const std::size_t open = source.find("{:");
  const std::size_t close = source.rfind('}');
  if (open == source.npos || close == source.npos || close < open + 2) return list;
  const std::string_view inner = source.substr(0, close);

  std::size_t at = open + 2;
  if (at < inner.size() && inner[at] == ':') return list;
  const std::size_t colon = inner.find(':', at);
  if (colon != inner.npos && is_attribute_name(inner.substr(at, colon - at))) {
    list.defines = inner.substr(at, colon - at);
    at = colon + 1;
  }
  while (at < inner.size()) {
    if (is_blank_character(inner[at])) {
      ++at;
      continue;
    }
    const std::size_t end = end_of_part(inner, at);
    const Span part{static_cast<Offset>(span.begin + at), static_cast<Offset>(span.begin + end)};
    list.parts.push_back({kind_of(input.source(part)), part});
    at = end;
  }
  return list;
}

}  // namespace depeche::rules
