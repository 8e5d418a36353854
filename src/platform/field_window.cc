#include "platform/field_window.h"

#include <algorithm>

#include "base/utf8.h"
#include "text/grapheme.h"

namespace depeche::platform {
namespace {

// Bytes on each side of the caret: of a new window; at the least, where the document goes on; of an old one,
// which has grown, at the most.
constexpr Offset kReach = 512;
constexpr Offset kMinReach = 128;
constexpr Offset kMaxReach = 2048;
// Bytes of a character, as people see it, that an edge of the window goes round; marks may be heaped up
// without end.
constexpr int kLongestCharacter = 128;

// One character as the field shows it.
struct Character {
  std::uint32_t bytes;
  std::uint32_t units;
  char32_t code_point;
};

Character character_at(std::string_view bytes, std::size_t offset) {
  if (bytes[offset] == '\r') return {bytes.substr(offset).starts_with("\r\n") ? 2U : 1U, 1, U'\n'};
  const Decoded decoded = decode_utf8(bytes, offset);
  return {decoded.size, decoded.code_point > 0xFFFF ? 2U : 1U, decoded.code_point};
}

// Counts of units: how far an offset is from another, and what is so far from it.
std::uint32_t units_of(std::string_view bytes) {
  std::uint32_t units = 0;
  for (std::size_t offset = 0; offset < bytes.size();) {
    const Character character = character_at(bytes, offset);
    offset += character.bytes;
    units += character.units;
  }
  return units;
}
std::uint32_t between(Utf16Offset begin, Utf16Offset end) {
  return static_cast<std::uint32_t>(end) - static_cast<std::uint32_t>(begin);
}
Utf16Offset behind(Utf16Offset offset, std::uint32_t units) {
  return Utf16Offset{static_cast<std::uint32_t>(offset) + units};
}

}  // namespace

FieldWindow::FieldWindow(std::string bytes, Offset base, Selection selection)
    : bytes_(std::move(bytes)), base_(base), selection_(selection) {}

FieldWindow::FieldWindow(const Text& document, Selection selection) : selection_(selection) {
  const std::string_view bytes = document.bytes();
  std::size_t from = selection.head - std::min(selection.head, kReach);
  std::size_t to = std::min<std::size_t>(std::size_t{selection.head} + kReach, bytes.size());
  for (int i = 0; i < kLongestCharacter && !is_grapheme_boundary(bytes, from); ++i) --from;
  for (int i = 0; i < kLongestCharacter && !is_grapheme_boundary(bytes, to); ++i) ++to;
  while (!is_code_point_boundary(bytes, from)) --from;
  while (!is_code_point_boundary(bytes, to)) ++to;
  base_ = static_cast<Offset>(from);
  bytes_ = bytes.substr(from, to - from);
}

bool FieldWindow::is_of(const Text& document) const {
  return span().end <= document.size() && document.bytes(span()) == bytes_;
}

FieldWindow FieldWindow::follow(const Text& document, Selection selection) const {
  if (!is_of(document) || !reaches_around(selection.head, document)) return FieldWindow(document, selection);
  return FieldWindow(bytes_, base_, selection);
}

bool FieldWindow::reaches_around(Offset caret, const Text& document) const {
  if (!span().contains(Span{caret, caret})) return false;
  const Offset before = caret - span().begin;
  const Offset behind = span().end - caret;
  return before >= std::min(kMinReach, caret) && before <= kMaxReach &&
         behind >= std::min(kMinReach, document.size() - caret) && behind <= kMaxReach;
}

std::string FieldWindow::shown() const {
  std::string text;
  text.reserve(bytes_.size());
  for (std::size_t offset = 0; offset < bytes_.size();) {
    const Character character = character_at(bytes_, offset);
    append_utf8(text, character.code_point);
    offset += character.bytes;
  }
  return text;
}

ui::FieldEdit FieldWindow::edit(const FieldChange& change) {
  const Span selected = selection_.span();
  Span replaced{to_offset(change.begin), to_offset(std::max(change.begin, change.end))};
  const Span selected_here{std::clamp(selected.begin, span().begin, span().end),
                           std::clamp(selected.end, span().begin, span().end)};
  const bool takes_selection = !selected.empty() && replaced.contains(selected_here);

  const Utf16Offset removed_end = std::max(change.begin, change.end);
  const Utf16Offset inserted_end = behind(change.begin, units_of(change.text));
  const auto after = [&](Utf16Offset units) -> Offset {
    if (units <= change.begin) return to_offset(units);
    if (units >= inserted_end) {
      const Offset before_change = to_offset(behind(removed_end, between(inserted_end, units)));
      return before_change - replaced.size() + static_cast<Offset>(change.text.size());
    }
    const FieldWindow inserted(change.text, replaced.begin, {});
    return inserted.to_offset(Utf16Offset{between(change.begin, units)});
  };
  Selection selection{after(change.anchor), after(change.head)};

  bytes_.replace(replaced.begin - base_, replaced.size(), change.text);
  if (takes_selection) {
    const Offset shift = replaced.begin - std::min(replaced.begin, selected.begin);
    base_ -= shift;
    selection = {selection.anchor - shift, selection.head - shift};
    replaced = {std::min(replaced.begin, selected.begin), std::max(replaced.end, selected.end)};
  }
  selection_ = selection;
  return {replaced, change.text, selection, change.composing};
}

Utf16Offset FieldWindow::to_units(Offset offset) const {
  const Offset inside = std::clamp(offset, span().begin, span().end) - base_;
  std::uint32_t units = 0;
  for (std::size_t at = 0; at < bytes_.size();) {
    const Character character = character_at(bytes_, at);
    if (at + character.bytes > inside) break;
    at += character.bytes;
    units += character.units;
  }
  return Utf16Offset{units};
}

// A unit in the middle of a surrogate pair stands for the pair's beginning.
Offset FieldWindow::to_offset(Utf16Offset units) const {
  std::size_t at = 0;
  for (std::uint32_t passed = 0; at < bytes_.size();) {
    const Character character = character_at(bytes_, at);
    if (Utf16Offset{passed + character.units} > units) break;
    passed += character.units;
    at += character.bytes;
  }
  return base_ + static_cast<Offset>(at);
}

}  // namespace depeche::platform
