// The tags of kramdown's extensions: `{::comment}` … `{:/comment}`, `{::options auto_ids="false" /}`.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "markdown/kramdown/attribute_list.h"
#include "markdown/kramdown/block.h"
#include "markdown/kramdown/lines.h"

namespace depeche::markdown::kramdown {

enum class Extension : std::uint8_t { kComment, kNoMarkdown, kOptions };
inline constexpr std::size_t kExtensions = 3;

std::string_view name(Extension extension);
std::string_view end_tag(Extension extension);  // the one that names it: `{:/name}`

struct ExtensionTag {
  Extension extension;
  AttributeList attributes;
  bool is_closed;  // `/}`
  PassageOffset end;
};

// The start tag at `at`; none if there is none there, or its name is no extension's.
std::optional<ExtensionTag> scan_extension_tag(const Passage& passage, const Lines& lines, PassageOffset at);
// Behind the end tag at `at`, `{:/}` or `{:/name}`; 0 if there is none.
PassageOffset extension_end_tag(const Lines& lines, PassageOffset at, Extension extension);

// Sets what the attributes of `{::options …}` say; unknown ones are skipped. Returns whether anything changed.
bool set_options(const AttributeList& attributes, Options& options);

}  // namespace depeche::markdown::kramdown
