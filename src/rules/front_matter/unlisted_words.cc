// front-matter/unlisted-words
//
// `tags` or `categories` as one text with blanks or commas. Jekyll parts it at blanks and nowhere else:
// `Communiqué de presse` is “Communiqué”, “de”, “presse”, `santé publique, école` is “santé”, “publique,”,
// “école”. `tag` and `category` take the whole. Fix: a list, of what stands between the commas (or
// semicolons), or of the whole; then, in second place, of the words.
//
// ```diff
//   ---
// - tags: ⟦santé publique, école⟧
// + tags:
// + - santé publique
// + - école
//   ---
// ```
#include <algorithm>
#include <string>

#include "frontmatter/extent.h"
#include "frontmatter/scalar_writer.h"
#include "frontmatter/verified_edit.h"
#include "frontmatter/writing_style.h"
#include "rules/rule.h"
#include "rules/source.h"
#include "site/names/fields.h"

namespace depeche::rules {
namespace {

using frontmatter::Value;
using Words = std::vector<std::string>;

constexpr std::size_t kMaxWordsShown = 6;

// The parts of `text` between characters of `signs`, without blanks around them and without the empty ones.
Words parted(std::string_view text, std::string_view signs) {
  Words parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(signs), text.size());
    if (const std::string_view part = without_blanks(text.substr(0, end)); !part.empty())
      parts.emplace_back(part);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return parts;
}

// As Ruby's String#split has it: a no-break space does not part.
Words read_by_jekyll(const std::string& text) {
  return parted(text, " \t\n\v\f\r");
}

Words meant(const std::string& text) {
  for (const char* sign : {",", ";"})
    if (text.find(sign) != std::string::npos) return parted(text, sign);
  return parted(text, "\n");
}

std::string shown(const Words& words) {
  std::string list;
  for (std::size_t i = 0; i < std::min(words.size(), kMaxWordsShown); ++i)
    list.append(i == 0 ? "" : " · ").append(words[i]);
  return words.size() > kMaxWordsShown ? list + "…" : list;
}

// A list in the place of `value`, which stands under a field of the header itself: an item a line, as the
// document writes its lists.
std::vector<Fix> fix_by_list(const Release& release, const Value& value, const Words& words) {
  const std::string_view bytes = release.text.bytes().substr(0, release.front_matter.yaml.end);
  const Offset colon = frontmatter::skip_blanks(bytes, value.key_span.end);
  if (colon >= value.span.begin || bytes[colon] != ':') return {};
  if (!is_blank(bytes.substr(colon + 1, value.span.begin - colon - 1))) return {};

  frontmatter::ScalarPlace place;
  place.flow = bytes[release.front_matter.root.span.begin] == '{';
  const std::string_view line_ending = frontmatter::line_ending_of(bytes);
  const int indent = frontmatter::writing_style_of(bytes, release.front_matter.root).list_indent.value_or(0);
  std::string list = place.flow ? " [" : "";
  frontmatter::Sequence items;
  for (const std::string& word : words) {
    const std::string written = write_scalar(word, frontmatter::ScalarStyle::kPlain, place);
    if (place.flow) {
      list.append(items.empty() ? "" : ", ").append(written);
    } else {
      const auto column =
          static_cast<std::size_t>(frontmatter::column_of(bytes, value.key_span.begin) + indent);
      list.append(line_ending).append(column, ' ').append("- ").append(written);
    }
    items.push_back({word, {}, {}});
  }
  if (place.flow) list += ']';
  Value expected = release.front_matter.root;
  for (frontmatter::Entry& entry : std::get<frontmatter::Mapping>(expected.data))
    if (entry.value.span == value.span) entry.value.data = items;
  const std::string_view front = release.text.bytes().substr(0, release.front_matter.body.begin);
  auto edits = frontmatter::verified_edit(front, {{colon + 1, value.span.end}, std::move(list)}, expected);
  if (!edits) return {};
  return {{{"fix/write-list", {shown(words)}}, *std::move(edits)}};
}

void check(const Input& input, Report& found) {
  const Release& release = input.release;
  for (const site::Field words : {site::Field::kTags, site::Field::kCategories}) {
    const std::string_view field = site::name_of(words);
    const Value* const value = release.front_matter.find(field);
    if (value == nullptr || value->string() == nullptr) continue;
    const Words read = read_by_jekyll(*value->string());
    const Words wanted = meant(*value->string());
    if (wanted.empty() || read == wanted) continue;
    std::vector<Fix> fixes = fix_by_list(release, *value, wanted);
    // Whoever knows of the blanks has meant each word for itself.
    if (wanted.size() == 1) std::ranges::move(fix_by_list(release, *value, read), std::back_inserter(fixes));
    found.add(value->span, {std::string(field), shown(read)}, std::move(fixes));
  }
}

}  // namespace

extern const Rule front_matter_unlisted_words = {
    .id = "front-matter/unlisted-words",
    .order = 180,
    .check_fields = check,
};

}  // namespace depeche::rules
