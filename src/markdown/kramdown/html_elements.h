// What kramdown knows of HTML's elements.
#pragma once

#include <string_view>

#include "markdown/node.h"

namespace depeche::markdown::kramdown {

// Whether kramdown knows the name, given in lower case; it then writes it so whatever the case in the source.
bool is_known_element(std::string_view name);
// Whether the element begins no HTML block but stands in a line of text.
bool is_span_element(std::string_view name);
// Whether its tag is text where it stands in a line of text.
bool is_block_element(std::string_view name);
// Whether the element has no end tag, as <br>.
bool is_void_element(std::string_view name);
// What the element holds when Markdown is read inside of it (markdown="1").
ContentModel content_model(std::string_view name);

}  // namespace depeche::markdown::kramdown
