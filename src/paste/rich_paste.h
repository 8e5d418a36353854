// Formatted text from the clipboard as Markdown: what Word, LibreOffice, Google Docs, mail and web pages
// offer as text/html.
//
// Kept: paragraphs, headings, bold, italic, struck, code, line breaks, links to http, https, mailto and tel,
// lists in lists, quotes, tables, rules, pictures that lie on a site. All else loses its tags or, when it is
// no text of the document (scripts, styles, reviewers' comments, what is hidden or was deleted), goes. Links
// lose the wrappers of html/wrapped_url.h. A picture that cannot come leaves its alternative as text. The
// Markdown is kramdown's and reads the same in CommonMark but for a table without a header and for attributes
// (`{: start="3"}`). Text that Markdown would take for markup is escaped; no-break spaces stay.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace depeche::paste {

struct RichPaste {
  std::string markdown;  // valid UTF-8, lines end in LF, no blank line at either end; empty: nothing to paste
  // Whether its first and its last block are plain paragraphs, which can go on in the text around. The others
  // want lines of their own.
  bool begins_in_line = true;
  bool ends_in_line = true;
  std::uint32_t pictures_elsewhere = 0;  // that stay on a site
  std::string picture_host;              // of the first of these
  std::uint32_t lost_pictures = 0;       // that could not come
};

// Any bytes. Linear time; elements nested deeper than kDeepestElement, and lists deeper than kDeepestList,
// are read as if they were not there.
RichPaste read_rich_paste(std::string_view html);

inline constexpr std::size_t kDeepestElement = 128;
inline constexpr std::size_t kDeepestList = 12;

}  // namespace depeche::paste
