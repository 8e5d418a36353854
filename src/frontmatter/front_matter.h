// The front matter of a document: where its fences are, and what stands between them.
//
// Fences are found as Jekyll does: /\A(---\s*\n.*?\n?)^((---|\.\.\.)\s*$\n?)/m after an optional BOM.
// Values come from yaml-cpp (plain fields are read without it), spans from our own scan of the lines; broken
// YAML is a diagnostic at its line and the rest of the document still works.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "frontmatter/value.h"
#include "text/text.h"

namespace depeche::frontmatter {

// A key that stands a second time in one mapping; the value that counts is the last.
struct DuplicateKey {
  std::string key;
  Span first;   // the first key of that name
  Span repeat;  // the one that repeats it
};

struct FrontMatter {
  bool present = false;
  bool broken = false;  // Jekyll cannot read it, or finds none where one was meant; `diagnostics` says why
  Span span;            // from the first fence to the end of the last, with its line ending
  Span yaml;            // between the fences
  Span body;            // all that follows
  Value root;           // a Mapping; when broken, what could be read around the breaks (yaml_reader.h)
  std::vector<DuplicateKey> duplicate_keys;  // in the order of `repeat`
  std::vector<Diagnostic> diagnostics;

  // The value at a path such as `title`, `tags[1]`, `une-ou-diaporama[0].image` (frontmatter/path.h); null
  // when there is none. Lives as long as this.
  const Value* find(std::string_view path) const;
};

FrontMatter read_front_matter(const Text& text);

// The smallest replacement that sets the field at `path` to `value` (plain text: quoted as needed, in the
// document's own style). A missing key is added after its siblings, an item at the end of its list; a missing
// front matter is made. A problem when the path is malformed (front-matter/cannot-set-path), when the YAML is
// broken (…/cannot-set-broken) or the header is none (the message of lost_header.h), when the value is no
// UTF-8 (…/cannot-set-text), or when the path leads through a scalar or an alias, to a list or a mapping, or
// past items that are not there (…/cannot-set-inside). Applied, it makes find(path) read `value` and changes
// no byte outside that field.
Result<std::vector<Replacement>> set_field(const Text& text, std::string_view path, std::string_view value);

}  // namespace depeche::frontmatter
