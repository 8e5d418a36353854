// One revision of a release: its text split into front matter and body, and both read; and how the next one
// is made of it.
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

  // For reread_release(): what the parser remembers, and, when this was made by it, which nodes are new.
  std::shared_ptr<markdown::kramdown::Sections> sections;
  std::optional<markdown::NodeChange> node_change;
};

Release read_release(const Text& text, markdown::Dialect dialect = markdown::Dialect::kKramdown);

// The same as read_release(text, before.dialect), where `text` is what `change` makes of before.text; the
// work is that of the parts that the change touches, and a pass over what it moves.
Release reread_release(Release before, const Change& change, const Text& text);

}  // namespace depeche
