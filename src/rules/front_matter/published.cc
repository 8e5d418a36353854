// front-matter/published
//
// What is meant to hold a release back and does not: `published: non`, `"false"`, `0`, `brouillon` (texts and
// numbers are as good as `true`), and `draft: true` without `published: false`. Also an empty `published:`,
// which hides the release. Fix: `published: false`; of the empty one, no such line.
//
// ```diff
//   ---
// - published: ⟦non⟧
// + published: false
//   ---
// ```
//
// ```diff
//   ---
//   ⟦draft: true⟧
// + published: false
//   ---
// ```
#include <algorithm>
#include <string>

#include "base/ascii.h"
#include "rules/rule.h"
#include "rules/source.h"
#include "site/names/fields.h"

namespace depeche::rules {
namespace {

using frontmatter::Null;
using frontmatter::Value;
using site::Field;

// Whatever its case and the blanks around it.
bool is_one_of(std::string_view words, std::string_view text) {
  return has_word(words, in_lower_case(without_blanks(text)));
}

// To Jekyll these are as good as `true`, but for what YAML reads as `false` (`no`, `off`).
bool means_no(const Value& value) {
  if (const auto* number = std::get_if<std::int64_t>(&value.data)) return *number == 0;
  return value.string() != nullptr && is_one_of("non no n false faux off 0 brouillon draft", *value.string());
}

bool means_yes(const Value& value) {
  if (const auto* truth = std::get_if<bool>(&value.data)) return *truth;
  return value.string() != nullptr && is_one_of("oui yes true vrai on", *value.string());
}

bool is_false(const Value& value) {
  const auto* truth = std::get_if<bool>(&value.data);
  return truth != nullptr && !*truth;
}

bool is_empty(const Value& value) {
  return std::holds_alternative<Null>(value.data);
}

std::vector<Fix> fix_by(std::vector<Replacement> edits) {
  return {{{"fix/write", {std::string(name_of(Field::kPublished)) + ": false"}}, std::move(edits)}};
}

void check_field(const Release& release, const Value& published, Report& found) {
  if (is_empty(published)) {
    std::vector<Fix> fixes;
    const Span line = release.text.line_with_ending(release.text.line_at(published.key_span.begin));
    if (line.begin == published.key_span.begin && line.contains(published.span.end))
      fixes.push_back({{"fix/remove-line", {}}, {{line, ""}}});
    found.add(published.key_span, {}, std::move(fixes)).message.key = "front-matter/published-empty";
    return;
  }
  if (!means_no(published)) return;
  const std::string_view source = release.text.bytes(published.span);
  const bool is_on_one_line = source.find_first_of("\r\n") == std::string_view::npos;
  found.add(published.span, {std::string(source)},
            is_on_one_line ? fix_by({{published.span, "false"}}) : std::vector<Fix>{});
}

// A draft that nothing holds back.
void check_draft(const Release& release, const Value& draft, Report& found) {
  auto edits = frontmatter::set_field(release.text, name_of(Field::kPublished), "false");
  const Span span{draft.key_span.begin, draft.span.end};
  Diagnostic& finding = found.add(span, {std::string(release.text.bytes(span))},
                                  edits ? fix_by(std::move(edits).value()) : std::vector<Fix>{});
  finding.message.key = "front-matter/published-draft";
}

void check(const Input& input, Report& found) {
  const Release& release = input.release;
  const Value* const published = release.front_matter.find(name_of(Field::kPublished));
  if (published != nullptr) check_field(release, *published, found);
  const Value* const draft = release.front_matter.find(name_of(Field::kDraft));
  if (draft == nullptr || !means_yes(*draft)) return;
  const bool is_told = published != nullptr && (means_no(*published) || is_empty(*published));
  const bool is_held_back = published != nullptr && is_false(*published);
  if (!is_told && !is_held_back) check_draft(release, *draft, found);
}

}  // namespace

extern const Rule front_matter_published = {
    .id = "front-matter/published",
    .order = 190,
    .check_fields = check,
};

}  // namespace depeche::rules
