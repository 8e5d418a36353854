// HTML as a reader sees it, typography and spacing set aside: what two renderers that mean the same agree in.
//
// Beyond html_compare.h, none of these count: ids, and the classes of task lists; quotes, dashes, dots and
// no-break spaces against what is typed for them; how an address writes what is not ASCII; how a cell says
// its alignment; whether `<em>` stands in `<strong>` or around it; the paragraphs of a list's items, and any
// other `<p>`, but for the place where one ends and the next begins; the tags that close at the end, which a
// browser sees to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/support/html_compare.h"

namespace depeche {

std::vector<HtmlToken> visible_tokens(std::string_view html);

// Whether a reader sees the same.
bool looks_alike(std::string_view one, std::string_view other);

}  // namespace depeche
