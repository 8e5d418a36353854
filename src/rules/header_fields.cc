#include "rules/header_fields.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/ascii.h"
#include "base/utf8.h"
#include "frontmatter/extent.h"
#include "frontmatter/scalar_writer.h"
#include "rules/source.h"

namespace depeche::rules {
namespace {

using frontmatter::Mapping;
using frontmatter::Value;

// Recursion is bounded by kMaximumDepth of the front matter.
void collect(const Value& value, std::vector<const Value*>& values) {
  if (const auto* items = value.sequence()) {
    for (const Value& item : *items) collect(item, values);
  } else if (const auto* entries = value.mapping()) {
    for (const auto& [key, entry] : *entries) collect(entry, values);
  } else {
    values.push_back(&value);
  }
}

}  // namespace

std::vector<const Value*> single_values(const Value& root) {
  std::vector<const Value*> values;
  collect(root, values);
  return values;
}

std::optional<Span> comment_behind(const Release& release, const Value& value) {
  const std::string_view bytes = release.text.bytes().substr(0, release.front_matter.yaml.end);
  // Quotes hold their signs, block scalars take a comment in their first line only, an alias stands elsewhere.
  if (!value.span.empty() &&
      std::string_view("\"'|>*").find(bytes[value.span.begin]) != std::string_view::npos)
    return std::nullopt;
  const Offset sign = frontmatter::skip_blanks(bytes, value.span.end);
  if (sign >= bytes.size() || bytes[sign] != '#' || sign == 0 || !frontmatter::is_blank(bytes[sign - 1]))
    return std::nullopt;
  Offset end = frontmatter::end_of_line(bytes, sign);
  while (frontmatter::is_blank(bytes[end - 1])) --end;
  return Span{sign, end};
}

bool is_glued_to_its_sign(std::string_view comment) {
  const std::size_t text = comment.find_first_not_of('#');
  if (text == std::string_view::npos || frontmatter::is_blank(comment[text])) return false;
  const std::string_view rest = comment.substr(text);
  return !rest.starts_with("\u00A0") && !rest.starts_with("\u202F");
}

std::vector<Fix> quote_with_comment(const Release& release, const Value& value, Span comment) {
  const std::string_view source = release.text.bytes(value.span);
  std::string whole(source);
  // Over several lines, what YAML makes of them.
  if (value.string() != nullptr && source.find_first_of("\r\n") != std::string_view::npos)
    whole = *value.string();
  const Offset begin = value.span.empty() ? comment.begin : value.span.begin;
  whole.append(release.text.bytes({value.span.empty() ? comment.begin : value.span.end, comment.end}));
  if (!is_valid_utf8(whole)) return {};
  std::string quoted = frontmatter::write_scalar(whole, frontmatter::ScalarStyle::kDoubleQuoted, {});
  return {{{"fix/quote-value", {}}, {{{begin, comment.end}, std::move(quoted)}}}};
}

const frontmatter::Entry* field_nearly_named(const Release& release, site::Field field) {
  const site::FieldRow& row = site::row_of(field);
  const auto is_near = [&](const frontmatter::Entry& entry) {
    if (std::holds_alternative<frontmatter::Null>(entry.value.data)) return false;
    const std::string name = in_lower_case(without_blanks(entry.key));
    return !name.empty() && (name == row.names.front() || name == row.mistaken_name);
  };
  const Mapping& fields = std::get<Mapping>(release.front_matter.root.data);
  const auto near = std::ranges::find_if(fields, is_near);
  return near == fields.end() ? nullptr : &*near;
}

void report_near_name(const Release& release, const frontmatter::Entry& near, site::Field field,
                      Report& found) {
  const std::string name(site::name_of(field));
  const Span key = near.value.key_span;
  const bool has_no_break_space = without_blanks(near.key) != near.key;
  std::vector<Fix> fixes;
  const bool is_written_here = in_lower_case(release.text.bytes(key)) == in_lower_case(near.key);
  if (is_written_here) fixes.push_back({{"fix/write", {name + ":"}}, {{key, name}}});
  Diagnostic& finding = found.add(key, {std::string(without_blanks(near.key)), name}, std::move(fixes));
  finding.message.key = has_no_break_space ? "front-matter/space-before-colon" : "front-matter/near-name";
}

Span missing_field_span(const Release& release) {
  if (!release.front_matter.present) return {release.body.begin, release.body.begin};
  return release.text.line(release.text.line_at(release.front_matter.span.begin));
}

}  // namespace depeche::rules
