#include "markdown/kramdown/extension_tag.h"

#include <algorithm>
#include <string>
#include <vector>

#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/entities.h"

namespace depeche::markdown::kramdown {

std::string_view name(Extension extension) {
  switch (extension) {
    case Extension::kComment:
      return "comment";
    case Extension::kNoMarkdown:
      return "nomarkdown";
    case Extension::kOptions:
      return "options";
  }
  return "";
}

std::string_view end_tag(Extension extension) {
  switch (extension) {
    case Extension::kComment:
      return "{:/comment}";
    case Extension::kNoMarkdown:
      return "{:/nomarkdown}";
    case Extension::kOptions:
      return "{:/options}";
  }
  return "";
}

std::optional<ExtensionTag> scan_extension_tag(const Passage& passage, const Lines& lines, PassageOffset at) {
  if (lines.at(at) != '{' || lines.at(at + 1) != ':' || lines.at(at + 2) != ':') return std::nullopt;
  PassageOffset name_end = at + 3;
  while (is_word(lines.at(name_end))) ++name_end;
  const std::string_view written = lines.text().substr(at + 3, name_end - at - 3);
  for (const Extension extension : {Extension::kComment, Extension::kNoMarkdown, Extension::kOptions}) {
    if (name(extension) != written) continue;
    const Range inside = lines.attribute_list(at);
    if (inside.empty()) return std::nullopt;
    ExtensionTag tag{extension, {}, lines.at(inside.end - 1) == '/', inside.end + 1};
    const Range attributes{name_end, tag.is_closed ? inside.end - 1 : inside.end};
    if (!attributes.empty() && !is_space(lines.at(name_end))) return std::nullopt;
    read_attribute_list(passage, attributes, tag.attributes);
    return tag;
  }
  return std::nullopt;
}

PassageOffset extension_end_tag(const Lines& lines, PassageOffset at, Extension extension) {
  const std::string_view text = lines.text().substr(at);
  for (const std::string_view tag : {std::string_view("{:/}"), end_tag(extension)}) {
    if (text.starts_with(tag)) return at + tag.size();
  }
  return {};
}

namespace {

// Four entities, by name or number, parted by commas; anything else changes nothing.
void set_smart_quotes(std::string_view value, Options& options) {
  std::vector<std::string> quotes;
  for (std::size_t begin = 0; begin <= value.size();) {
    const std::size_t end = std::min(value.find(',', begin), value.size());
    const std::string entity(trim(value.substr(begin, end - begin)));
    const bool is_number = !entity.empty() && is_digit(entity[0]);
    const std::string reference = std::string(is_number ? "&#" : "&").append(entity).append(";");
    quotes.push_back(resolve_references(reference));
    if (quotes.back() == reference) return;
    begin = end + 1;
  }
  if (quotes.size() != options.smart_quotes.size()) return;
  std::move(quotes.begin(), quotes.end(), options.smart_quotes.begin());
}

}  // namespace

bool set_options(const AttributeList& attributes, Options& options) {
  const Options before = options;
  for (const Attribute& attribute : attributes.attributes) {
    const std::string_view value = attribute.value ? std::string_view(*attribute.value) : "";
    const std::string lower = in_lower_case(trim(value));
    const bool is_on = !lower.empty() && lower != "false";
    if (attribute.name == "auto_ids") options.auto_ids = is_on;
    if (attribute.name == "auto_id_prefix") options.auto_id_prefix = value;
    if (attribute.name == "parse_block_html") options.parse_block_html = is_on;
    if (attribute.name == "parse_span_html") options.parse_span_html = is_on;
    if (attribute.name == "hard_wrap") options.hard_wrap = is_on;
    if (attribute.name == "smart_quotes") set_smart_quotes(value, options);
  }
  return options != before;
}

}  // namespace depeche::markdown::kramdown
