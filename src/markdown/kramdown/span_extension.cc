// `{::extension}` … `{:/}` in a line of text, and `{: attribute lists}` behind an element.
#include <algorithm>

#include "markdown/kramdown/apply_attributes.h"
#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/extension_tag.h"
#include "markdown/kramdown/span_parser.h"

namespace depeche::markdown::kramdown {
namespace {

// `{::name}` that is not known, or `{:/name}` that ends nothing: no attribute list, though it looks like one.
bool is_unknown_tag(std::string_view text, Range list) {
  const std::string_view inside = text.substr(list.begin, list.size());
  if (inside.starts_with('/')) return std::all_of(inside.begin() + 1, inside.end(), is_word);
  if (!inside.starts_with(':')) return false;
  const auto end = std::find_if_not(inside.begin() + 1, inside.end(), is_word);
  return end != inside.begin() + 1 && (end == inside.end() || *end == '/' || is_space(*end));
}

}  // namespace

bool SpanParser::read_extension_or_attributes() {
  if (peek(1) != ':') return false;
  const auto tag = scan_extension_tag(*run_.passage, run_.lines, run_.at);
  return tag ? read_extension(*tag) : read_attributes();
}

bool SpanParser::read_extension(const ExtensionTag& tag) {
  const PassageOffset begin = run_.at;
  Range content{tag.end, tag.end};
  PassageOffset end = tag.end;
  if (!tag.is_closed) {
    const std::size_t close =
        std::min(run_.lines.find("{:/}", end), run_.lines.find(end_tag(tag.extension), end));
    if (close == run_.text.npos) return false;
    content.end = PassageOffset(close);
    end = extension_end_tag(run_.lines, content.end, tag.extension);
  }
  const NodeId before = run_.text_begin == begin ? run_.last_element : kNoNode;
  const NodeId node = add(Kind::kExtension, begin, end);
  // One that shows nothing leaves an attribute list to the element before it.
  if (tag.is_closed || tag.extension == Extension::kOptions) run_.last_element = before;
  builder_.set_name(node, name(tag.extension));
  builder_.set_self_closed(node, tag.is_closed);
  for (const Attribute& attribute : tag.attributes.attributes) builder_.add_attribute(node, attribute);
  if (tag.extension == Extension::kOptions) {
    if (set_options(tag.attributes, options_)) sets_options_ = true;
    if (run_.options_tags) run_.options_tags->push_back({source(begin, end), tag.attributes});
  }
  builder_.set_content(node, source(content.begin, content.end));
  builder_.set_text(node, run_.passage->text(content));
  return true;
}

bool SpanParser::read_attributes() {
  const Range list = run_.lines.attribute_list(run_.at);
  if (list.empty() || run_.last_element == kNoNode || run_.text_begin != run_.at) return false;
  if (is_unknown_tag(run_.text, list)) return false;
  AttributeList attributes;
  read_attribute_list(*run_.passage, list, attributes);
  const NodeId element = run_.last_element;
  if (attributes.refers_to("standalone")) builder_.set_name(element, "standalone");
  apply_attributes(definitions_, attributes, expansions_, builder_, element);
  add(Kind::kAttributeList, run_.at, list.end + 1);
  run_.last_element = element;
  return true;
}

}  // namespace depeche::markdown::kramdown
