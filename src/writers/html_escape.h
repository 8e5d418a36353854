// Text made safe to stand in HTML.
#pragma once

#include <string>
#include <string_view>

namespace depeche::writers {

// Appends `text` with `&`, `<` and `>` as references.
void append_html_text(std::string& html, std::string_view text);
// The same, and `"` too: for a value between double quotes.
void append_html_attribute(std::string& html, std::string_view value);

}  // namespace depeche::writers
