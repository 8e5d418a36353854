// Writes blocks as Markdown.
#pragma once

#include <string>

#include "paste/rich_text.h"

namespace depeche::paste {

// Lines end in LF, but for the last, which has no ending.
std::string write_markdown(const RichText& text);

}  // namespace depeche::paste
