// What is written in kramdown's attribute lists, `{: … }` (its documentation, "Block/Span Inline Attribute Lists"):
// references, .classes, #identifiers and name="value" pairs, with blanks between. The tree has no nodes for them.
#pragma once

#include <string_view>
#include <vector>

#include "rules/input.h"

namespace depeche::rules {

// kKnown: a .class, an #identifier or a name="value" pair.
enum class PartKind { kReference, kKnown, kMalformed };

struct Part {
  PartKind kind;
  Span span;
};

struct AttributeList {
  std::string_view defines;  // the name in `{:name: …}`, else empty
  std::vector<Part> parts;
};

// `node` is a kAttributeList. Empty for an extension such as `{::comment}`. The views live as long as the text.
AttributeList read_list(const Input& input, markdown::NodeId node);

// [\w][\w-]*, bytes above ASCII included.
bool is_attribute_name(std::string_view text);

}  // namespace depeche::rules
