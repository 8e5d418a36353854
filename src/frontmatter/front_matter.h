// The front matter of a document: where its fences are, and what stands between them.
//
// Fences are found as Jekyll does: /\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m after an optional BOM.
// Values come from yaml-cpp (plain fields are read without it), spans from our own scan of the lines. Broken
// YAML is a diagnostic at its line, and the rest of the document still works.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "frontmatter/value.h"
#include "text/text.h"

namespace depeche::frontmatter {

// A key that occurs again in the same mapping. The last value counts.
struct DuplicateKey {
  std::string key;
  Span first;   // the first key of that name
  Span repeat;  // the one that repeats it
};

struct FrontMatter {
  bool present = false;
  bool broken = false;  // Jekyll cannot read it, or finds none where one was meant; `diagnostics` says why
  Span span;            // these three are as in Fences (fences.h)
  Span yaml;
  Span body;
  Value root;  // a Mapping; if broken, what could be read around the broken fields (yaml_reader.h)
  std::vector<DuplicateKey> duplicate_keys;  // in the order of `repeat`
  std::vector<Diagnostic> diagnostics;

  // The value at a path such as `title`, `tags[1]`, `une-ou-diaporama[0].image` (frontmatter/path.h); null if
  // there is none or the path is malformed. Valid as long as this.
  const Value* find(std::string_view path) const;
};

FrontMatter read_front_matter(const Text& text);

// The smallest replacement that sets the field at `path` to the text `value`, quoted as needed in the document's
// own style. Once applied, find(path) reads `value`, and no byte outside that field has changed. A missing key
// is added after its siblings, a missing item at the end of its list; a missing front matter is made.
//
// Problems:
// - front-matter/cannot-set-path: the path is malformed, has an empty key or is not UTF-8;
// - front-matter/cannot-set-text: `value` is not UTF-8;
// - front-matter/cannot-set-broken: the YAML is broken; or the message of lost_header.h if the header is lost;
// - front-matter/cannot-set-inside: the path leads through a scalar or an alias, ends at a list or a mapping, or
//   would leave a gap in a list.
Result<std::vector<Replacement>> set_field(const Text& text, std::string_view path, std::string_view value);

}  // namespace depeche::frontmatter
