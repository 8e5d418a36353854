// text/not-utf8
//
// Bytes that are no UTF-8: Jekyll gives up on the file. Said once, at the first of them. Fix, where all such
// bytes have a character in Windows-1252, in which older Windows programs save: those characters.
//
// ```diff
// - Le caf⟦\xE9⟧
// + Le café
// ```
#include "base/encoding.h"
#include "base/utf8.h"
#include "rules/rule.h"

namespace depeche::rules {
namespace {

// Beyond so many places a fix would cost more memory than the text.
constexpr std::size_t kMaxPlaces = 10'000;

// Each malformed byte as the character that it is in Windows-1252; none unless all are one.
std::vector<Replacement> from_windows_1252(std::string_view bytes, std::size_t first) {
  if (bytes.find('\0') != std::string_view::npos) return {};  // UTF-16, or no text at all
  std::vector<Replacement> edits;
  for (std::size_t at = first; at < bytes.size();) {
    const Decoded decoded = decode_utf8(bytes, at);
    const auto begin = static_cast<Offset>(at);
    at += decoded.size;
    if (decoded.valid) continue;
    const char32_t character = windows_1252_character(static_cast<unsigned char>(bytes[begin]));
    if (character == 0) return {};
    const bool adjoins = !edits.empty() && edits.back().span.end == begin;
    if (!adjoins && edits.size() == kMaxPlaces) return {};
    if (!adjoins) edits.push_back({{begin, begin}, {}});
    append_utf8(edits.back().text, character);
    edits.back().span.end = static_cast<Offset>(at);
  }
  return edits;
}

// The rest was well-formed; a change may have cut a character in two.
bool concerns(const Input& input, Span new_text) {
  const std::string_view bytes = input.release.text.bytes();
  const auto goes_on = [&](std::size_t at) {
    return at < bytes.size() && (static_cast<unsigned char>(bytes[at]) & 0xC0) == 0x80;
  };
  std::size_t begin = new_text.begin;
  std::size_t end = new_text.end;
  if (begin > 0) --begin;
  while (begin > 0 && goes_on(begin)) --begin;
  while (goes_on(end)) ++end;
  return !is_valid_utf8(bytes.substr(begin, end - begin));
}

void check(const Input& input, Report& found) {
  const std::string_view bytes = input.release.text.bytes();
  const std::size_t first = first_invalid_utf8(bytes);
  if (first == bytes.size()) return;
  std::vector<Fix> fixes;
  if (auto edits = from_windows_1252(bytes, first); !edits.empty())
    fixes.push_back({{"fix/from-windows-1252", {}}, std::move(edits)});
  const auto begin = static_cast<Offset>(first);
  found.add({begin, begin + 1}, {}, std::move(fixes));
}

}  // namespace

extern const Rule text_not_utf8 = {
    .id = "text/not-utf8",
    .order = 10,
    .severity = Severity::kError,
    .check_document = check,
    .concerns = concerns,
};

}  // namespace depeche::rules
