// How the source is styled by what it means: from the spans of the tree, for a part of the text at a time.
//
// Headings are bold, emphasis shows, marks are faint, the keys of the front matter are quiet, attribute lists and
// Liquid are chips. Markdown is not parsed here.
#pragma once

#include <vector>

#include "release/release.h"
#include "ui/draw/text_look.h"

namespace depeche::ui {

struct Highlight {
  Span span;  // in the document
  TextLook look;
  bool operator==(const Highlight&) const = default;
};

// The looks of `part`, in order and covering it. `part` is within one line and on code point boundaries. Costs
// the part's length times the depth of the tree there.
std::vector<Highlight> highlight(const Release& release, Span part);

}  // namespace depeche::ui
