// A safe fragment of HTML out of any: what a browser may show of a stranger's draft.
//
// The fragment is read into tokens as a browser would (html/tokenizer.h), and written anew from those
// that an allow-list names. Nothing is copied from the source: every value is quoted and escaped, every
// element closed, so that no second reading of the result can differ from ours.
//
// - Elements: those of prose, lists, tables, figures and sections. Another element loses its tags and keeps
// its text;
//   script, style, iframe, svg, math and the like go with their content. Comments go.
// - Attributes: class, id, lang, dir, title, role, aria-*, and per element what it needs (href, src, alt,
// colspan…).
//   Of style only text-align. No data-*: scripts of the host page act upon those. `name` only on <a>, so that
//   no draft shadows a property of the page's document; ids stay, since headings and notes are linked by
//   them.
// - URLs: html/safe_url.h. A link that opens another window gets rel="noopener noreferrer".
// - <input> only as the disabled box of a task list.
#pragma once

#include <string>
#include <string_view>

namespace depeche::writers {

// Any bytes; the result is valid UTF-8, and safe_html(safe_html(x)) == safe_html(x). Linear time, bounded
// stack: elements nested deeper than kDeepestElement lose their tags.
std::string safe_html(std::string_view fragment);

inline constexpr std::size_t kDeepestElement = 256;

}  // namespace depeche::writers
