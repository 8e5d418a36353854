// What kramdown knows of HTML's elements.
#pragma once

#include <optional>
#include <string_view>

#include "markdown/node.h"

namespace depeche::markdown::kramdown {

// The name of an element that kramdown knows, in lower case whatever the case of `name`; none if it knows
// none.
std::optional<std::string_view> known_element(std::string_view name);
// Whether the element begins no HTML block but stands in a line of text.
bool is_span_element(std::string_view name);
// Whether its tag is text where it stands in a line of text.
bool is_block_element(std::string_view name);
// Whether the element has no end tag, as <br>.
bool is_void_element(std::string_view name);
// What the element holds when Markdown is read inside of it (markdown="1").
ContentModel content_model(std::string_view name);

}  // namespace depeche::markdown::kramdown
