// What turns one text into the next.
//
// A Change is a value: replacements in the order of their spans, over a text of known length. It may be
// applied, undone, put after another, and asked where a position went. The idea is that of operational
// transformation as editors use it (CodeMirror's ChangeSet, ProseMirror's StepMap).
//
// A Change is in canonical form: no replacement is empty and no two touch, so that two changes that replace the
// same bytes by the same text compare equal. Operations cost the replacements and the text they insert, invert()
// also the text they remove; only apply() reads the whole document.
//
// A Change fits texts of length_before() bytes. Using one that does not fit is no error but has no effect:
// apply() returns the text as it is, invert() an empty change, compose() this change alone.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "base/span.h"
#include "text/text.h"

namespace depeche {

// Which side of new text a position goes to when the text is inserted at it, or replaces what is around it.
enum class Bias : std::uint8_t { kBefore, kAfter };

class Change {
 public:
  // Changes nothing in a text of `length` bytes.
  explicit Change(Offset length = 0) : length_before_(length), length_after_(length) {}

  // Makes all `replacements` at once in a text of `length` bytes; their spans count in the text before. They may
  // come in any order; of those that insert at one place, the first comes first. None if a span is reversed,
  // reaches past the end or overlaps another, or if the text would outgrow kMaximumTextSize.
  static std::optional<Change> of(Offset length, std::vector<Replacement> replacements);

  // The single replacement that turns `before` into `after`, as short as possible without splitting a code point;
  // empty when they are equal.
  static Change between(std::string_view before, std::string_view after);

  Offset length_before() const { return length_before_; }
  Offset length_after() const { return length_after_; }
  bool empty() const { return replacements_.empty(); }
  const std::vector<Replacement>& replacements() const { return replacements_; }

  // Costs a copy of the text; its line index is patched, not made anew.
  Text apply(const Text& text) const;

  // The change that undoes this one; `before` is the text to which this one is applied.
  Change invert(const Text& before) const;

  // This change, then `next`, as one.
  Change compose(const Change& next) const;

  // Where `position` of the text before lies in the text after. Next to replaced text it stays next to it, on the
  // same side; inside replaced text, and where text is inserted, it goes to the side of `bias`. A position past
  // the end counts as the end.
  Offset map_position(Offset position, Bias bias) const;

  // Where the text of `span` went. Text inserted at its edges stays outside, text replaced within stays
  // inside; when nothing is left, the span is empty.
  Span map_span(Span span) const;

  bool operator==(const Change&) const = default;

 private:
  Change(Offset length_before, Offset length_after, std::vector<Replacement> replacements)
      : length_before_(length_before), length_after_(length_after), replacements_(std::move(replacements)) {}

  Offset length_before_;
  Offset length_after_;
  std::vector<Replacement> replacements_;
};

}  // namespace depeche
