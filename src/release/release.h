// One revision of a release: its text split into front matter and body, and both read; and how to read the next
// revision from it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "frontmatter/front_matter.h"
#include "markdown/reading.h"
#include "text/text.h"

namespace depeche {

struct Heading {
  int level = 1;
  std::string title;  // plain text
  markdown::NodeId node = markdown::kNoNode;
  Span span;
};

struct Release {
  Text text;
  markdown::Dialect dialect = markdown::Dialect::kKramdown;
  frontmatter::FrontMatter front_matter;
  Span body;
  markdown::Tree tree;
  std::vector<Heading> outline;

  // For reread_release(): what the parser remembers; and, if it made this release from another one, which nodes
  // are new.
  std::shared_ptr<markdown::kramdown::Sections> sections;
  std::optional<markdown::NodeChange> node_change;
};

Release read_release(const Text& text, markdown::Dialect dialect = markdown::Dialect::kKramdown);

// The same as read_release(text, before.dialect), for the `text` that `change` makes of before.text. It reads only
// the parts that the change touches, and passes once over what they move. If `change` is empty or for a text of
// another length, everything is read.
Release reread_release(Release before, const Change& change, const Text& text);

}  // namespace depeche
