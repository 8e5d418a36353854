// What a reader of the page can tell apart, in the words of docs/rules.md: each construct has a rule
// `portability/…`.
#pragma once

#include <cstdint>

namespace depeche::portability {

enum class Construct : std::uint8_t {
  // Only kramdown knows these.
  kAttributeList,
  kDefinitionList,
  kFootnote,
  kAbbreviation,
  kTableOfContents,
  kMath,
  kExtension,
  // Blocks that both know.
  kHeading,
  kList,
  kListNumber,  // the number that a numbered list begins with
  kQuote,
  kTable,
  kCode,
  kThematicBreak,
  kHtml,
  kParagraph,  // where one paragraph ends and the next begins
  // Spans that both know.
  kEmphasis,  // italic, bold, struck
  kLink,
  kImage,
  kLineBreak,
  kSign,  // a character that only one shows, such as the backslash of an escape
};

}  // namespace depeche::portability
