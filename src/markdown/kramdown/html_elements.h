// What kramdown knows of HTML's elements.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
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
// Which of the open elements, innermost last, a browser ends at the start tag of `name`, because their end tags
// may be left out: rows and cells of tables, items, paragraphs (HTML, 13.1.2.4). Those from the returned index
// on; open.size() for none.
std::size_t ended_by_start_tag(std::string_view name, std::span<const std::string_view> open);
// What the element holds when Markdown is read inside of it (markdown="1").
ContentModel content_model(std::string_view name);

}  // namespace depeche::markdown::kramdown
