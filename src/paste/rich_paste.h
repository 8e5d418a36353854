// Formatted text from the clipboard as Markdown: what Word, LibreOffice, Google Docs, mail and web pages
// offer as text/html.
//
// Kept: paragraphs, headings, bold, italic, struck, code, line breaks, links to http, https, mailto and tel,
// nested lists, quotes, tables, rules, pictures on a web site. All else loses its tags, or is dropped if it is
// not text of the document (scripts, styles, reviewers' comments, what is hidden or was deleted). Links lose the
// wrappers of html/wrapped_url.h. A picture that cannot come along leaves its alternative as text. The Markdown
// is for kramdown and reads the same in CommonMark, except for tables without a header and for attributes
// (`{: start="3"}`). Text that Markdown would take for markup is escaped; no-break spaces stay.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace depeche::paste {

struct RichPaste {
  std::string markdown;  // valid UTF-8, lines end in LF, no blank line at either end; empty: nothing to paste
  // Whether its first and its last block are plain paragraphs, which can join the text around them. Other blocks
  // need lines of their own.
  bool begins_in_line = true;
  bool ends_in_line = true;
  std::uint32_t pictures_elsewhere = 0;  // the number that stay on another site
  std::string picture_host;              // of the first of these
  std::uint32_t lost_pictures = 0;       // the number that could not come along
};

// `html` may be any bytes. Linear time. The tags of elements nested deeper than kDeepestElement, and of lists
// deeper than kDeepestList, are ignored.
RichPaste read_rich_paste(std::string_view html);

inline constexpr std::size_t kDeepestElement = 128;
inline constexpr std::size_t kDeepestList = 12;

}  // namespace depeche::paste
