// Attribute lists: what stands between `{:` and `}`, e.g. `.lien-important #haut target="_blank" citation`.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/kramdown/passage.h"
#include "markdown/node.h"

namespace depeche::markdown::kramdown {

// The most attributes of an element, since they are looked up one by one.
inline constexpr std::size_t kMaximumAttributes = 500;

struct AttributeList {
  std::vector<Attribute> attributes;    // names are unique; words of "class" joined by a space
  std::vector<std::string> references;  // names of lists defined by `{:name: …}`

  bool empty() const { return attributes.empty() && references.empty(); }
  bool refers_to(std::string_view name) const;
  Attribute* find(std::string_view name);
  // Sets one attribute, replacing its value. Does nothing if it would be one more than kMaximumAttributes.
  void set(std::string_view name, std::string_view value, Span span);
  void add_class(std::string_view word, Span span);
};

// An attribute list that is mostly empty, in the space of a pointer: it is made when it is first edited.
class RareAttributeList {
 public:
  const AttributeList& get() const {
    static const AttributeList kNone;
    return list_ ? *list_ : kNone;
  }
  AttributeList& edit() {
    if (!list_) list_ = std::make_unique<AttributeList>();
    return *list_;
  }
  void clear() { list_.reset(); }

 private:
  std::unique_ptr<AttributeList> list_;
};

// Adds what `range` of the passage, the inside of the braces, says to `list`. What is no attribute is
// skipped, as in kramdown.
void read_attribute_list(const Passage& passage, Range range, AttributeList& list);

}  // namespace depeche::markdown::kramdown
