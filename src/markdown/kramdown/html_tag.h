// Tags of HTML as kramdown reads them: names and attributes, nothing of what they mean.
//
// Unlike HTML's own syntax, an attribute needs white space before it, and a value without quotes holds
// letters, digits and `_` only.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/kramdown/passage.h"

namespace depeche::markdown::kramdown {

struct TagAttribute {
  std::string name;  // as written; in lower case for an element that kramdown knows
  std::string value;
  Range range;  // from the name to the value's end
};

struct StartTag {
  std::string_view name;                 // as written; in lower case for an element that kramdown knows
  std::vector<TagAttribute> attributes;  // the last of two of the same name, in the place of the first
  bool is_closed = false;                // `/>`
  PassageOffset end;
};

struct EndTag {
  std::string_view name;  // likewise
  PassageOffset end;
};

// The length of the element name that begins at `at`, 0 if none.
std::size_t scan_name(std::string_view text, std::size_t at);

// The tag that begins at `at`, where text[at] must be `<`; none if it is not complete. Its name may be a view of
// the text. `*reach` becomes about how far the text was looked at.
std::optional<StartTag> scan_start_tag(std::string_view text, PassageOffset at, std::size_t* reach = nullptr);
std::optional<EndTag> scan_end_tag(std::string_view text, PassageOffset at);

}  // namespace depeche::markdown::kramdown
