// The named character references that kramdown knows.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace depeche::markdown::kramdown {

// `name` without `&` and `;`, e.g. "eacute".
std::optional<char32_t> named_entity(std::string_view name);

struct Reference {
  std::size_t size;                    // from `&` to `;`
  std::optional<char32_t> code_point;  // none: a name that is not known, or no code point
  bool is_named;
};
// The character reference at `at`, e.g. `&eacute;` or `&#xE9;`; none if there is nothing of that form.
std::optional<Reference> scan_reference(std::string_view text, std::size_t at);

// The text with its references resolved; unknown ones stay as written.
std::string resolve_references(std::string_view text);

}  // namespace depeche::markdown::kramdown
