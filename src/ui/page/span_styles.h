// How links, bold, code and other spans look in the texts of the page. What whole blocks look like:
// block_styles.h.
#pragma once

#include "markdown/reader_text.h"
#include "ui/draw/text_look.h"

namespace depeche::ui {

inline constexpr Ink kLinkInk = Ink::kAccent;

TextLook style_of_span(const markdown::TextMarks& marks);

}  // namespace depeche::ui
