// One revision of a release: its text split into front matter and body, and both read.
#pragma once

#include <string>
#include <vector>

#include "frontmatter/front_matter.h"
#include "markdown/tree.h"
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
};

Release read_release(const Text& text, markdown::Dialect dialect = markdown::Dialect::kKramdown);

}  // namespace depeche
