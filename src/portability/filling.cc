#include "portability/filling.h"

#include <string>
#include <utility>

#include "base/utf8.h"

namespace depeche::portability {
namespace {

// The next tag of Liquid in [from, body.end); an empty span where there is none.
Span next_tag(std::string_view bytes, Span body, Offset from) {
  const std::string_view text = bytes.substr(0, body.end);
  constexpr Span kNone = {};
  for (std::size_t open = text.find('{', from); open != text.npos; open = text.find('{', open + 1)) {
    const std::string_view mark = text.substr(open, 2);
    if (mark != "{{" && mark != "{%") continue;
    const std::size_t close = text.find(mark == "{{" ? "}}" : "%}", open + 2);
    if (close == text.npos) return kNone;
    return {static_cast<Offset>(open), static_cast<Offset>(close + 2)};
  }
  return kNone;
}

}  // namespace

bool needs_filling(const Text& text, Span body) {
  return !next_tag(text.bytes(), body, body.begin).empty() || !is_valid_utf8(body.of(text.bytes()));
}

Text filled(const Text& text, Span body) {
  constexpr char kLetter = 'x';
  std::string bytes(text.bytes());
  for (Span tag = next_tag(bytes, body, body.begin); !tag.empty(); tag = next_tag(bytes, body, tag.end))
    bytes.replace(tag.begin, tag.size(), tag.size(), kLetter);
  for (std::size_t at = body.begin; at < body.end;) {
    const Decoded character = decode_utf8(bytes, at);
    if (!character.valid) bytes[at] = kLetter;
    at += character.size;
  }
  return Text(std::move(bytes));
}

}  // namespace depeche::portability
