// HTML's elements: what each is to browsers, to kramdown, to the sanitizer and to a paste. One table, so that whoever
// adds an element says at once what it is to all of them.
#pragma once

#include <cstdint>
#include <string_view>

namespace depeche::html {

// Facts about an element: a set of these.
using Traits = std::uint32_t;
enum Trait : Traits {
  // What it is to browsers (HTML 13.1.2, 13.2.6; with some that the standard has dropped).
  kVoid = 1U << 0,     // holds nothing and has no end tag
  kRawText = 1U << 1,  // holds no tags: all up to its end tag is text
  kCode = 1U << 2,     // that text is a program's or a style sheet's
  kBlock = 1U << 3,    // stands on lines of its own
  // What decides where an element without an end tag ends.
  kEndsParagraph = 1U << 4,  // its start tag does
  kParagraph = 1U << 5,
  kList = 1U << 6,
  kItem = 1U << 7,
  kDescriptionList = 1U << 8,
  kDescription = 1U << 9,
  kTable = 1U << 10,
  kRowGroup = 1U << 11,
  kRow = 1U << 12,
  kCell = 1U << 13,
  kLink = 1U << 14,
  // What is to be made of it where others wrote it.
  kNoProse = 1U << 15,  // what it holds is no text of the document: left out of a paste
  kSafe = 1U << 16,     // the sanitizer lets it through
  kUnseen = 1U << 17,   // and where it does not, not the element's text either
  // What it is to kramdown, which knows those alone that have the first or the second.
  kInLine = 1U << 18,   // stands in a line of text
  kAsBlock = 1U << 19,  // begins a block
  // What it holds with markdown="1"; without either, no Markdown.
  kHoldsSpans = 1U << 20,
  kHoldsBlocks = 1U << 21,
};

struct Element {
  std::string_view name;
  Traits traits = 0;
  // Of what is kSafe: the attributes that it keeps, beside those that every element does. Parted by spaces.
  std::string_view safe_attributes = {};

  constexpr bool is(Traits any) const { return (traits & any) != 0; }
};

// The element of that name, in lower case; null for what is none. Of static storage.
const Element* find_element(std::string_view name);

// All that holds of the element; nothing of what is none.
Traits traits_of(std::string_view name);
inline bool is_any(std::string_view name, Traits traits) {
  return (traits_of(name) & traits) != 0;
}

}  // namespace depeche::html
