// Where a block's text is emphasised: pairs of star or underscore runs.
//
// A simple reading for the commands, after CommonMark 0.31, section 6.2, but without its rule of three: a run
// can open if no space follows it and can close if no space precedes it, an underscore run only at the edge of
// a word. Escapes and code spans are skipped. Linear in the size of the text.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace depeche::editor {

struct Emphasis {
  Span opener;  // one byte for italic, two for bold
  Span closer;  // of the same size

  bool bold() const { return opener.size() == 2; }
  Span outer() const { return {opener.begin, closer.end}; }
  Span content() const { return {opener.end, closer.begin}; }
};

// The emphases in `block` of `text`, inner ones before those around them. Offsets count in the whole text.
std::vector<Emphasis> find_emphases(std::string_view text, Span block);

}  // namespace depeche::editor
