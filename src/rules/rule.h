// One rule: what it is called, and what it looks at.
//
// Each has a file of its own, src/rules/<family>/<name>.cc, which defines it:
//
//   extern const Rule <family>_<name> = {.id = "<family>/<name>", …};
//
// The head of the file is the rule's section of docs/rules.md: what is found, why it matters, and examples, which
// are run as tests (tests/rules/page.h has the form). There is no list of rules to keep up: the registry is made
// from the files, and docs/rules.md from their heads.
#pragma once

#include <span>
#include <string_view>

#include "base/diagnostic.h"
#include "rules/input.h"
#include "rules/kinds.h"
#include "rules/report.h"

namespace depeche::rules {

// Asked of every node of these kinds. The answer may depend only on the outermost block around the node, the
// settings and the language, and is kept until that block is parsed again.
struct NodeCheck {
  Kinds kinds;
  void (*check)(const Input& input, markdown::NodeId node, Report& found) = nullptr;
};

// Asked once of all nodes of these kinds, in the order of the source. The answer may depend only on them, and is
// kept until one of them comes or goes.
struct NodesCheck {
  Kinds kinds;
  void (*check)(const Input& input, std::span<const markdown::NodeId> nodes, Report& found) = nullptr;
};

// A rule and its checks, of which most rules have one. The cheaper checks come last: those of the document and of
// its fields are asked again at every key.
struct Rule {
  std::string_view id;  // "family/name" with hyphens, stable; also the key of its message
  int order = 0;  // its place in docs/rules.md, and among findings of one place; steps of ten leave room
  Severity severity = Severity::kWarning;
  bool is_on_by_default = true;
  void (*check_document)(const Input& input, Report& found) = nullptr;
  void (*check_fields)(const Input& input, Report& found) = nullptr;  // unless the front matter is broken
  // For a check_document that would look at every byte at every key: whether a rule that found nothing may find
  // something now that this part of the text is new.
  bool (*concerns)(const Input& input, Span new_text) = nullptr;
  NodesCheck check_nodes = {};
  NodeCheck check_node = {};
};

// The part of the identifier before the slash.
std::string_view family_of(const Rule& rule);

// Whether the settings turn the rule on.
bool is_on(const Rule& rule, const Settings& settings);

}  // namespace depeche::rules
