// The text that both readings are of: the draft without what neither reads as it stands.
//
// Jekyll fills Liquid in before kramdown reads the text, and what it fills in is seldom Markdown: a pipe in
// `{{ "/contact" | url }}` makes no table on the site. Bytes that are no UTF-8 each reader replaces its way.
#pragma once

#include "base/span.h"
#include "text/text.h"

namespace depeche::portability {

// Whether the body holds `{{ … }}`, `{% … %}` or malformed UTF-8.
bool needs_filling(const Text& text, Span body);

// The text with each of those in its body replaced by as many letters, so that places stay.
Text filled(const Text& text, Span body);

}  // namespace depeche::portability
