// How the source shows what it means: from the spans of the tree, for a part of the text at a time.
//
// Headings are bolder, emphasis shows, marks step back, the front matter is quiet, attribute lists and
// Liquid are chips. Nothing is parsed here.
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

// The looks of `part`, in order and covering it, which lies on code point boundaries and within one line.
// Costs the part's length times the depth of the tree there.
std::vector<Highlight> highlight(const Release& release, Span part);

}  // namespace depeche::ui
