// The text that both readings are made from: the draft, with what neither reads as it is written replaced.
//
// Jekyll fills Liquid in before kramdown reads the text, and what it fills in is seldom Markdown: a pipe in
// `{{ "/contact" | url }}` makes no table on the site. Malformed UTF-8 is replaced by each parser in its own way.
#pragma once

#include "base/span.h"
#include "text/text.h"

namespace depeche::portability {

// Whether the body holds `{{ … }}`, `{% … %}` or malformed UTF-8.
bool needs_filling(const Text& text, Span body);

// The text with each byte of those in its body replaced by a letter, so that all offsets stay the same.
Text filled(const Text& text, Span body);

}  // namespace depeche::portability
