// emphasis/escaped-stars: `\*\*text\*\*`, which shows its stars. Siteleaf's editor leaves it behind when a
// stretch of bold ends in a space: `\*\*contrat à durée déterminée \*\*et`.
#include <optional>

#include "rules/checks.h"
#include "rules/report.h"
#include "rules/source.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;

constexpr std::string_view kStars = "\\*\\*";

bool holds_spans(Kind kind) {
  return kind == Kind::kParagraph || kind == Kind::kHeading || kind == Kind::kTableCell ||
         kind == Kind::kListItem || kind == Kind::kDefinitionTerm || kind == Kind::kDefinitionDescription;
}

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
  const std::string_view text = trimmed(inner);
  const std::string_view before = inner.substr(0, static_cast<std::size_t>(text.data() - inner.data()));
  const std::string_view after = inner.substr(before.size() + text.size());
  return std::string(before).append("**").append(text).append("**").append(after);
}

bool could_be_bold(std::string_view inner) {
  return !is_blank(inner) && inner.find("\n\n") == std::string_view::npos;
}

}  // namespace

void check_escaped_stars(const Rule& rule, const Release& release, std::vector<Diagnostic>& found) {
  const markdown::Tree& tree = release.tree;
  Offset done = release.body.begin;
  for (NodeId node = tree.root(); node < tree.size(); ++node) {
    if (!holds_spans(tree.kind(node))) continue;
    const Span block = tree.span(node);
    const NodeId first = tree.first_child(node);
    if (first != markdown::kNoNode && markdown::is_block(tree.kind(first))) continue;  // its children's turn
    Offset from = std::max(done, block.begin);
    while (const auto open = next_stars(release, from, block.end)) {
      const auto inner_begin = static_cast<Offset>(*open + kStars.size());
      const auto close = next_stars(release, inner_begin, block.end);
      if (!close) break;
      const auto end = static_cast<Offset>(*close + kStars.size());
      const std::string_view inner = release.text.bytes({inner_begin, *close});
      if (could_be_bold(inner))
        found.push_back(
            report(rule, {*open, end}, {}, {{{"fix/make-bold", {}}, {{{*open, end}, bold(inner)}}}}));
      from = end;
    }
    done = std::max(done, block.end);
  }
}

}  // namespace depeche::rules
