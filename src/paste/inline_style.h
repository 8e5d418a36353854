// The style attribute of an element, as far as it says what a text is rather than how it looks.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "paste/rich_text.h"

namespace depeche::paste {

// Microsoft Word writes an item of a list as a paragraph with `mso-list: l0 level1 lfo1`.
struct WordItem {
  std::string_view list;  // "l0"
  unsigned level = 1;
};

struct InlineStyle {
  std::optional<bool> bold;
  std::optional<bool> italic;
  std::optional<bool> struck;
  std::optional<Script> script;
  std::optional<bool> keeps_lines;  // white-space: a newline is a line break
  bool hidden = false;
  bool has_fill = false;          // a background other than white
  std::optional<unsigned> width;  // in CSS pixels
  std::optional<unsigned> height;
  bool is_remark = false;       // about the text, not part of it: a comment, the header or footer of a page
  bool is_word_marker = false;  // mso-list: Ignore: the number or bullet of a Word item, as text
  bool is_word_spaces = false;  // mso-spacerun: several spaces in a row
  std::optional<WordItem> word_item;
};

// The result holds views of `style`.
InlineStyle read_inline_style(std::string_view style);

}  // namespace depeche::paste
