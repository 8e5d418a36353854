// Where a block's text is emphasised: pairs of star or underscore runs.
//
// A plain reading that serves the commands, after CommonMark 0.31, section 6.2, without its rule of three: a
// run opens before what is no space and closes after what is no space, underscores only outside of words;
// escapes and code spans are text. Linear in the size of the text.
#pragma once

#include <string_view>
#include <vector>

#include "base/span.h"

namespace depeche::editor {

struct Emphasis {
  Span opener;  // one sign when italic, two when bold
  Span closer;  // of the same size

  bool bold() const { return opener.size() == 2; }
  Span outer() const { return {opener.begin, closer.end}; }
  Span content() const { return {opener.end, closer.begin}; }
};

// The emphases in `block` of `text`, inner ones before those around them; spans are of the whole text.
std::vector<Emphasis> find_emphases(std::string_view text, Span block);

}  // namespace depeche::editor
