// The YAML between the fences, read in full where it can be, and around its breaks where it cannot.
//
// While someone types, the YAML is broken now and then: a quote not yet closed, a colon in a title. So the
// lines of a broken field are hidden and the rest is read without them; the field itself counts as the text
// that stands after its colon.
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

// `bytes` is the text up to the end of `yaml`, which is what stands between the fences; `fence` is where the
// first of them begins, which is given to the reader too, as Jekyll does.
YamlReading read_yaml(std::string_view bytes, Offset fence, Span yaml);

}  // namespace depeche::frontmatter
