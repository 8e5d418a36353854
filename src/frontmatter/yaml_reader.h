// Reads the YAML between the fences: all of it if possible, else all but the broken fields.
//
// While someone types, the YAML is broken now and then: a quote not yet closed, a colon in a title. The lines of
// a broken field are then hidden, and the rest is read without them. The field's value is then the text after
// its colon, unless that begins a collection in brackets or a block scalar.
#pragma once

#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "frontmatter/front_matter.h"

namespace depeche::frontmatter {

struct YamlReading {
  Value root;           // a Mapping
  bool broken = false;  // Ruby would refuse it
  std::vector<DuplicateKey> duplicate_keys;
  std::vector<Diagnostic> diagnostics;
};

// `bytes` is the text up to the end of `yaml`, which is the part between the fences. `fence` is where the first
// fence begins: the YAML parser gets it too, as in Jekyll.
YamlReading read_yaml(std::string_view bytes, Offset fence, Span yaml);

}  // namespace depeche::frontmatter
