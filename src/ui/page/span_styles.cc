#include "ui/page/span_styles.h"

namespace depeche::ui {
namespace {

using markdown::TextMarks;

Ink ink_of(const TextMarks& marks) {
  if (marks.image || marks.liquid) return Ink::kQuiet;
  return marks.link || marks.footnote ? kLinkInk : Ink::kInk;
}

}  // namespace

TextLook style_of_span(const markdown::TextMarks& marks) {
  TextLook look;
  look.bold = marks.strong;
  look.italic = marks.emphasis;
  look.code = marks.code;
  look.struck = marks.struck;
  look.underlined = (marks.link || marks.inserted) && !marks.footnote;
  look.chip = marks.image || marks.liquid;
  look.marked = marks.marked;
  look.dotted = marks.abbreviation;
  look.small = marks.small || marks.script != 0 || look.chip;
  look.script = marks.script;
  look.ink = ink_of(marks);
  return look;
}

}  // namespace depeche::ui
