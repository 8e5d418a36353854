// A safe fragment of HTML out of any: what a browser may show of a stranger's draft.
//
// The fragment is read into tokens as a browser would (html/tokenizer.h), and written anew from those that an
// allow-list names (html/elements.h). Nothing is copied as it is: every value is quoted and escaped, every element
// closed, so that no second reading of the result can differ from ours.
//
// - Elements: those of prose, lists, tables, figures and sections. Any other element loses its tags and keeps
//   its text; script, style, iframe, svg, math and the like are dropped with their content, as are comments.
// - Attributes: class, id, lang, dir, title, role, aria-*, and what each element needs (href, src, alt, colspan…).
//   Of style, only text-align. No data-*: scripts of the host page act on those. `name` only on <a>, so that no
//   draft shadows a property of the page's document; ids stay, since headings and notes are linked by them.
// - URLs: html/safe_url.h. A link that opens another window gets rel="noopener noreferrer".
// - <input>: only as the disabled box of a task list.
#pragma once

#include <string>
#include <string_view>

namespace depeche::writers {

// Any bytes; the result is valid UTF-8, and safe_html(safe_html(x)) == safe_html(x). Linear time, bounded
// stack: elements nested deeper than kDeepestElement lose their tags.
std::string safe_html(std::string_view fragment);

inline constexpr std::size_t kDeepestElement = 256;

}  // namespace depeche::writers
