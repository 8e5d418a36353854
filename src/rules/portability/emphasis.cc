// portability/emphasis
//
// Bold, italic or struck for one, signs for the other. Fix: the tags of HTML.
//
// ```diff
// - ⟦**gras :**⟧suite
// + <strong>gras :</strong>suite
// ```
#include <string>

#include "rules/differences.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using portability::Construct;
using portability::Seen;

// Stars that the others show, since they stand next to a letter and punctuation: tags say what they mean.
std::vector<Fix> fixes(const DifferenceInput& input) {
  if (input.difference.seen != Seen::kOnSite) return {};
  const markdown::NodeId node = input.difference.node;
  if (node == markdown::kNoNode) return {};
  const markdown::Tree& tree = input.comparison.site.tree;
  const Kind kind = tree.kind(node);
  if (kind != Kind::kEmphasis && kind != Kind::kStrong) return {};
  const Span span = tree.span(node);
  const Span content = tree.content(node);
  if (content.empty() || content.begin == span.begin || content.end == span.end) return {};
  const std::string name = kind == Kind::kStrong ? "strong" : "em";
  const std::string begin = "<" + name + ">", end = "</" + name + ">";
  return {
      {{"fix/write-tags", {begin}}, {{{span.begin, content.begin}, begin}, {{content.end, span.end}, end}}}};
}

void check(const Input& input, Report& found) {
  add_differences(input, Construct::kEmphasis, Words::kByWhoSeesIt, found, fixes);
}

}  // namespace

extern const Rule portability_emphasis = {
    .id = "portability/emphasis",
    .order = 1170,
    .severity = Severity::kHint,
    .is_on_by_default = false,
    .check_document = check,
};

}  // namespace depeche::rules
