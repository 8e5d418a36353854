// The part of the document that the system's hidden text field holds, and what its changes mean for the
// document.
//
// The field counts UTF-16 units and, as HTML has it, knows only "\n" as the end of a line; a malformed byte
// is shown as U+FFFD. The document keeps its bytes. Units are converted to bytes by walking the window, which
// is a few KB.
#pragma once

#include <string>
#include <string_view>

#include "text/text.h"
#include "ui/kit/input.h"

namespace depeche::platform {

// A change of the field's value, in UTF-16 units: `begin` and `end` in the value before, the selection in the
// value after.
struct FieldChange {
  Utf16Offset begin{};
  Utf16Offset end{};
  std::string text;  // UTF-8
  Utf16Offset anchor{};
  Utf16Offset head{};
  bool composing = false;
};

class FieldWindow {
 public:
  FieldWindow() = default;
  FieldWindow(std::string bytes, Offset base, Selection selection);
  // The text around the caret, cut between characters as people see them.
  FieldWindow(const Text& document, Selection selection);

  // Whether the document has the window's bytes at the window's place.
  bool is_of(const Text& document) const;

  // The window for a later revision of the document. It stays the same as long as is_of() is true and the caret
  // is not near its edge: when the field's value is set anew, the system forgets what it was about to correct,
  // and lays the text out again.
  FieldWindow follow(const Text& document, Selection selection) const;

  // What the field must show: valid UTF-8, with "\n" for each end of a line.
  std::string shown() const;
  // The selection in the field's units; what lies outside the window is clamped to its edges.
  Utf16Offset anchor() const { return to_units(selection_.anchor); }
  Utf16Offset head() const { return to_units(selection_.head); }

  // The change in the document's bytes. The window changes along, so that the next change may come before the
  // field is set anew. When the selection reached beyond the window and its part in the field is replaced, all
  // of the selection is.
  ui::FieldEdit edit(const FieldChange& change);

  bool operator==(const FieldWindow&) const = default;

 private:
  Span span() const { return {base_, base_ + static_cast<Offset>(bytes_.size())}; }
  bool reaches_around(Offset caret, const Text& document) const;
  Utf16Offset to_units(Offset offset) const;
  Offset to_offset(Utf16Offset units) const;

  std::string bytes_;  // of the document, as they are
  Offset base_ = 0;
  Selection selection_;  // of the document
};

}  // namespace depeche::platform
