// Reads clipboard HTML into blocks.
#pragma once

#include <string_view>

#include "paste/rich_text.h"

namespace depeche::paste {

// `html` may be any bytes; rich_paste.h says what is kept. White space is collapsed as in browsers, and empty
// blocks are left out.
RichText read_html(std::string_view html);

}  // namespace depeche::paste
