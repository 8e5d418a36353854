// emphasis/escaped-stars
//
// `\*\*text\*\*`: the stars will show. Editors leave them behind when a stretch of bold ends in a space
// (`\*\*contrat à durée déterminée \*\*et`). Only pairs in one paragraph are reported. Fix: bold, with the
// space moved out: `**contrat à durée déterminée** et`.
//
// ```diff
// - un ⟦\*\*contrat à durée déterminée \*\*⟧et
// + un **contrat à durée déterminée** et
// ```
#include <optional>

#include "rules/rule.h"
#include "rules/source.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;
using markdown::Tree;

constexpr std::string_view kStars = "\\*\\*";

constexpr Kinds kTextBlocks = {Kind::kParagraph, Kind::kHeading,        Kind::kTableCell,
                               Kind::kListItem,  Kind::kDefinitionTerm, Kind::kDefinitionDescription};

// The next `\*\*` in [from, end) that is text: exactly two stars, no escaped backslash, not in code.
std::optional<Offset> next_stars(const Release& release, Offset from, Offset end) {
  const std::string_view bytes = release.text.bytes();
  for (Offset at = from;; at = static_cast<Offset>(at + kStars.size())) {
    const std::size_t found = bytes.substr(0, end).find(kStars, at);
    if (found == std::string_view::npos) return std::nullopt;
    at = static_cast<Offset>(found);
    const bool escaped = at > 0 && (bytes[at - 1] == '\\' || bytes[at - 1] == '*');
    const std::string_view after = bytes.substr(at + kStars.size(), 2);
    const bool more = after.starts_with('*') || after == "\\*";
    if (!escaped && !more && release.tree.kind(release.tree.node_at(at + 1)) == Kind::kText) return at;
  }
}

// `**text**` with the blanks that stood inside the stars moved out, where they no longer keep it from being
// bold.
std::string bold(std::string_view inner) {
  const std::string_view text = without_blanks(inner);
  const std::string_view before = inner.substr(0, static_cast<std::size_t>(text.data() - inner.data()));
  const std::string_view after = inner.substr(before.size() + text.size());
  return std::string(before).append("**").append(text).append("**").append(after);
}

bool could_be_bold(std::string_view inner) {
  return !is_blank(inner) && inner.find("\n\n") == std::string_view::npos;
}

// Whether the block holds text and spans itself, and not its children for it.
bool holds_text(const Tree& tree, NodeId block) {
  const NodeId first = tree.first_child(block);
  return kTextBlocks.contains(tree.kind(block)) &&
         (first == kNoNode || !markdown::is_block(tree.kind(first)));
}

// Lists stand inside such an item, too (GitHub's Markdown): they are read with it.
bool is_read_with_another(const Tree& tree, NodeId block) {
  for (NodeId around = tree.parent(block); around != kNoNode; around = tree.parent(around))
    if (holds_text(tree, around)) return true;
  return false;
}

void check(const Input& input, NodeId node, Report& found) {
  if (!holds_text(input.tree(), node) || is_read_with_another(input.tree(), node)) return;
  const Span block = input.tree().span(node);
  Offset from = block.begin;
  while (const auto open = next_stars(input.release, from, block.end)) {
    const auto inner_begin = static_cast<Offset>(*open + kStars.size());
    const auto close = next_stars(input.release, inner_begin, block.end);
    if (!close) return;
    const auto end = static_cast<Offset>(*close + kStars.size());
    const std::string_view inner = input.source({inner_begin, *close});
    if (could_be_bold(inner))
      found.add({*open, end}, {}, {{{"fix/make-bold", {}}, {{{*open, end}, bold(inner)}}}});
    from = end;
  }
}

}  // namespace

extern const Rule emphasis_escaped_stars = {
    .id = "emphasis/escaped-stars",
    .order = 380,
    .check_node = {kTextBlocks, check},
};

}  // namespace depeche::rules
