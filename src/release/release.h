// One revision of a release: its text split into front matter and body, and both read.
#pragma once

#include <vector>

#include "base/diagnostic.h"
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
  std::vector<Diagnostic> problems;  // what the parsers found; rules add theirs (rules/rules.h)
};

Release read_release(const Text& text, markdown::Dialect dialect = markdown::Dialect::kKramdown);

}  // namespace depeche
