// Reads clipboard HTML into blocks.
#pragma once

#include <string_view>

#include "paste/rich_text.h"

namespace depeche::paste {

// Any bytes; see rich_paste.h for what is kept. White space is collapsed as browsers do it, empty blocks are
// left out.
RichText read_html(std::string_view html);

}  // namespace depeche::paste
