// front-matter/duplicate-key
//
// A key stands twice in one mapping; Ruby keeps the last value only. Fix, when the first takes one line:
// remove it.
//
// ```diff
//   ---
// - title: Une gare
//   lang: fr
//   ⟦title⟧: La gare
//   ---
// ```
#include <optional>

#include "rules/rule.h"

namespace depeche::rules {
namespace {

// The line of a key that begins it and holds its whole value: the next line begins with another key, a fence
// or a comment. None when the key is indented or its value runs on.
std::optional<Span> line_of_entry(const Text& text, Span key) {
  const LineNumber number = text.line_at(key.begin);
  const Span line = text.line_with_ending(number);
  if (line.begin != key.begin || line.end >= text.size()) return std::nullopt;
  const char next = text.bytes()[line.end];
  const bool runs_on = next == ' ' || next == '\t' || next == '\r' || next == '\n' ||
                       text.bytes().substr(line.end, 2) == "- " || text.bytes().substr(line.end, 2) == "-\n";
  if (runs_on) return std::nullopt;
  return line;
}

std::vector<Fix> fixes(const Text& text, const frontmatter::DuplicateKey& duplicate) {
  const std::optional<Span> line = line_of_entry(text, duplicate.first);
  if (!line || line->contains(duplicate.repeat)) return {};
  return {{{"fix/remove-duplicate", {duplicate.key}}, {{*line, ""}}}};
}

void check(const Input& input, Report& found) {
  for (const frontmatter::DuplicateKey& duplicate : input.release.front_matter.duplicate_keys)
    found.add(duplicate.repeat, {duplicate.key}, fixes(input.release.text, duplicate));
}

}  // namespace

extern const Rule front_matter_duplicate_key = {
    .id = "front-matter/duplicate-key",
    .order = 160,
    .check_document = check,
};

}  // namespace depeche::rules
