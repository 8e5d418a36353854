// HTML's elements: what each is to browsers, to kramdown, to the sanitizer and to a paste. There is one table, so
// that whoever adds an element states all of this at once.
#pragma once

#include <cstdint>
#include <string_view>

namespace depeche::html {

// Facts about an element: a set of these.
using Traits = std::uint32_t;
enum Trait : Traits {
  // What it is to browsers (HTML 13.1.2, 13.2.6, and for some elements that the standard has dropped).
  kVoid = 1U << 0,     // holds nothing and has no end tag
  kRawText = 1U << 1,  // holds no tags: all up to its end tag is text
  kCode = 1U << 2,     // that text is a program or a style sheet
  kBlock = 1U << 3,    // is on lines of its own
  // What decides where an element without an end tag ends.
  kEndsParagraph = 1U << 4,  // its start tag ends an open paragraph
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
  // How to treat it in what strangers wrote.
  kNoProse = 1U << 15,  // its content is not text of the document: left out of a paste
  kSafe = 1U << 16,     // the sanitizer keeps it
  kUnseen = 1U << 17,   // the sanitizer drops its content with it
  // What it is to kramdown, which knows only the elements that have one of these two.
  kInLine = 1U << 18,   // is part of a line of text
  kAsBlock = 1U << 19,  // begins a block
  // What markdown="1" lets it hold; with neither, no Markdown.
  kHoldsSpans = 1U << 20,
  kHoldsBlocks = 1U << 21,
};

struct Element {
  std::string_view name;
  Traits traits = 0;
  // For a kSafe element: the attributes that the sanitizer keeps, besides those that it keeps on every element.
  // Separated by spaces.
  std::string_view safe_attributes = {};

  constexpr bool is(Traits any) const { return (traits & any) != 0; }
};

// The element with this name, which must be in lower case; null for an unknown one. Lives as long as the program.
const Element* find_element(std::string_view name);

// The traits of the element with this name; 0 for an unknown one.
Traits traits_of(std::string_view name);
inline bool is_any(std::string_view name, Traits traits) {
  return (traits_of(name) & traits) != 0;
}

}  // namespace depeche::html
