#include "frontmatter/yaml_diagnostic.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "frontmatter/extent.h"
#include "frontmatter/field_line.h"
#include "frontmatter/scalar_writer.h"

namespace depeche::frontmatter {
namespace {

bool is_quote(char c) {
  return c == '"' || c == '\'';
}

Offset start_of_line(std::string_view bytes, Offset offset) {
  return offset - static_cast<Offset>(column_of(bytes, offset));
}

bool begins_line(std::string_view bytes, Offset offset) {
  return skip_blanks(bytes, start_of_line(bytes, offset)) == offset;
}

// ---- the place to mend

// The first quote from `offset` on that can open a quoted scalar.
Offset find_opening_quote(std::string_view bytes, Offset offset) {
  for (Offset at = offset; at < bytes.size(); ++at) {
    if (!is_quote(bytes[at])) continue;
    if (at == 0 || std::string_view(" \t\r\n[{,").find(bytes[at - 1]) != std::string_view::npos) return at;
  }
  return offset;
}

// The last of `signs` before `offset` on its line; `offset` when there is none.
Offset find_before(std::string_view bytes, Offset offset, std::string_view signs) {
  const Offset line = start_of_line(bytes, offset);
  for (Offset at = offset; at > line; --at) {
    if (signs.find(bytes[at - 1]) != std::string_view::npos) return at - 1;
  }
  return offset;
}

// The last line before that of `offset` that is not blank, from its first word on; none if there is none.
std::optional<Offset> previous_line(std::string_view bytes, Span yaml, Offset offset) {
  Offset line = start_of_line(bytes, offset);
  while (line > yaml.begin) {
    line = start_of_line(bytes, line - 1);
    Offset text = skip_blanks(bytes, line);
    if (text < bytes.size() && !is_break(bytes[text])) return text;
  }
  return std::nullopt;
}

// Whether a colon that parts a key from its value stands on the line before `offset`.
bool has_key_before(std::string_view bytes, Offset offset) {
  auto line = read_field_line(bytes, offset);
  return line && line->key.end < offset && line->value.begin <= offset;
}

// ---- what to say

struct Finding {
  std::string key;
  Offset offset = 0;
  std::vector<std::string> arguments = {};
};

std::string character_at(std::string_view bytes, Offset offset) {
  if (offset >= bytes.size()) return {};
  return scrub_utf8(bytes.substr(offset, next_code_point(bytes, offset) - offset));
}

std::string word_at(std::string_view bytes, Offset offset) {
  Offset end = offset;
  while (!is_blank_or_break_at(bytes, end)) ++end;
  return scrub_utf8(bytes.substr(offset, end - offset));
}

// `title:Plan`, or a no-break space behind the colon: the colon of a name without blanks, on the line at
// `offset`, that no blank follows.
std::optional<Offset> find_glued_colon(std::string_view bytes, Offset offset) {
  Offset begin = skip_blanks(bytes, start_of_line(bytes, offset));
  Offset at = begin;
  while (at < bytes.size() && bytes[at] != ':' && !is_blank_or_break_at(bytes, at)) ++at;
  if (at == begin || at >= bytes.size() || bytes[at] != ':') return std::nullopt;
  if (is_blank_or_break_at(bytes, at + 1) || bytes[at + 1] == '/') return std::nullopt;  // an address
  return at;
}

Finding explain_missing_colon(std::string_view bytes, Offset offset) {
  if (auto colon = find_glued_colon(bytes, offset)) return {"front-matter/glued-colon", *colon};
  return {"front-matter/missing-colon", offset};
}

// A colon where none may be: in a value, or after a line that lacks one or stands further left.
Finding explain_colon(std::string_view bytes, Span yaml, Offset offset) {
  if (has_key_before(bytes, offset)) return {"front-matter/colon-in-value", offset};
  Offset text = skip_blanks(bytes, start_of_line(bytes, offset));
  auto before = previous_line(bytes, yaml, offset);
  if (!before) return {"front-matter/broken-yaml", text};
  bool further_right = column_of(bytes, text) > column_of(bytes, *before);
  if (further_right && read_field_line(bytes, *before)) return {"front-matter/indentation", text};
  return explain_missing_colon(bytes, *before);
}

// `[Embargo] Plan`: the bracket or brace that opens the value before `offset` and is closed on its line.
std::optional<Offset> bracket_before(std::string_view bytes, Offset offset) {
  auto line = read_field_line(bytes, offset);
  if (!line || line->value.empty() || offset <= line->value.begin) return std::nullopt;
  char first = bytes[line->value.begin];
  if (first != '[' && first != '{') return std::nullopt;
  Offset close = find_before(bytes, offset, first == '[' ? "]" : "}");
  if (close == offset || close < line->value.begin) return std::nullopt;  // the break is inside
  return line->value.begin;
}

Finding explain_other(std::string_view bytes, Offset offset) {
  if (auto bracket = bracket_before(bytes, offset))
    return {"front-matter/text-after-bracket", *bracket, {character_at(bytes, *bracket)}};
  const Offset line = start_of_line(bytes, offset);
  Offset last = offset;
  while (last > line && is_blank(bytes[last - 1])) --last;
  if (last > 0 && is_quote(bytes[last - 1])) return {"front-matter/text-after-quote", last - 1};
  if (begins_line(bytes, offset) && column_of(bytes, offset) > 0) return {"front-matter/indentation", offset};
  return {"front-matter/broken-yaml", offset};
}

Finding explain(std::string_view bytes, Span yaml, const YamlProblem& problem, const BuiltValue& built) {
  Offset offset = std::clamp(problem.offset, yaml.begin, yaml.end);
  switch (problem.kind) {
    case YamlProblemKind::kForbiddenCharacter:
      return {"front-matter/forbidden-character", offset};
    case YamlProblemKind::kColonInValue:
      return explain_colon(bytes, yaml, offset);
    case YamlProblemKind::kMissingColon:
      return explain_missing_colon(bytes, offset);
    case YamlProblemKind::kUnclosedQuote:
      return {"front-matter/unclosed-quote", find_opening_quote(bytes, std::min(offset, built.read_to))};
    case YamlProblemKind::kUnclosedBracket:
      return {"front-matter/unclosed-bracket", built.unclosed_bracket.value_or(offset)};
    case YamlProblemKind::kEmptyEntry:
      return {"front-matter/empty-entry", offset};
    case YamlProblemKind::kBadMerge:
      return {"front-matter/bad-merge", offset};
    case YamlProblemKind::kTabIndentation:
      return {"front-matter/tab-indentation", offset};
    case YamlProblemKind::kReservedSign:
      return {"front-matter/reserved-sign", offset, {character_at(bytes, offset)}};
    case YamlProblemKind::kTextAfterBlockSign: {
      Offset sign = find_before(bytes, offset, "|>");
      return {"front-matter/reserved-sign", sign, {character_at(bytes, sign)}};
    }
    case YamlProblemKind::kBadEscape:
      return {"front-matter/bad-escape", find_before(bytes, offset, "\\")};
    case YamlProblemKind::kUnknownAlias:
      return {"front-matter/unknown-alias", offset, {word_at(bytes, offset)}};
    case YamlProblemKind::kTooDeep:
      return {"front-matter/too-deep", offset};
    case YamlProblemKind::kTooManyAliases:
      return {"front-matter/too-many-aliases", offset};
    case YamlProblemKind::kIgnoredRest:
      return {"front-matter/ignored-rest", offset};
    case YamlProblemKind::kOther:
      return explain_other(bytes, offset);
  }
  return {"front-matter/broken-yaml", offset};
}

// From `offset` to the end of its line; the line before when nothing is left of it.
Span rest_of_line(std::string_view bytes, Span yaml, Offset offset) {
  Span rest{offset, end_of_line(bytes, offset)};
  if (!rest.empty()) return rest;
  Offset begin = skip_blanks(bytes, start_of_line(bytes, offset));
  if (begin < offset) return {begin, offset};
  begin = previous_line(bytes, yaml, offset).value_or(offset);
  return {begin, end_of_line(bytes, begin)};
}

// ---- how to mend it

Fix make_fix(const char* title, Replacement edit) {
  return {{title, {}}, {std::move(edit)}};
}

// The value that `offset` is in, on its line, put into double quotes; what quotes it has around it go.
std::optional<Fix> quote_value(std::string_view bytes, Offset offset) {
  auto line = read_field_line(bytes, offset);
  if (!line || line->value.empty() || offset < line->value.begin) return std::nullopt;
  std::string_view value = line->value.of(bytes);
  if (value.size() > 1 && is_quote(value.front()) && value.back() == value.front()) {
    value = value.substr(1, value.size() - 2);
  }
  if (!is_valid_utf8(value)) return std::nullopt;
  std::string quoted = write_scalar(value, ScalarStyle::kDoubleQuoted, {});
  return make_fix("fix/quote-value", {line->value, std::move(quoted)});
}

std::optional<Fix> find_fix(std::string_view bytes, const Finding& finding) {
  Offset offset = finding.offset;
  if (finding.key == "front-matter/colon-in-value" || finding.key == "front-matter/reserved-sign" ||
      finding.key == "front-matter/unknown-alias" || finding.key == "front-matter/text-after-quote" ||
      finding.key == "front-matter/text-after-bracket") {
    return quote_value(bytes, offset);
  }
  if (finding.key == "front-matter/glued-colon") {
    constexpr std::string_view kNoBreakSpaces[] = {"\u00A0", "\u202F"};
    Offset end = offset + 1;
    for (std::string_view space : kNoBreakSpaces)
      if (bytes.substr(end).starts_with(space)) end += static_cast<Offset>(space.size());
    return make_fix("fix/blank-after-colon", {{offset + 1, end}, " "});
  }
  if (finding.key == "front-matter/unclosed-quote") {
    auto line = read_field_line(bytes, offset);
    if (!line || line->value.begin != offset) return std::nullopt;
    Span end{line->value.end, line->value.end};
    return make_fix("fix/close-quote", {end, std::string(1, bytes[offset])});
  }
  if (finding.key == "front-matter/forbidden-character") {
    Offset end = static_cast<Offset>(next_code_point(bytes, offset));
    return make_fix("fix/remove-character", {{offset, end}, ""});
  }
  if (finding.key == "front-matter/empty-entry") {
    return make_fix("fix/remove-comma", {{offset, offset + 1}, ""});
  }
  if (finding.key == "front-matter/tab-indentation") {
    return make_fix("fix/tab-to-spaces", {{offset, offset + 1}, "  "});
  }
  return std::nullopt;
}

}  // namespace

Diagnostic diagnose(std::string_view bytes, Span yaml, const YamlProblem& problem, const BuiltValue& built) {
  Finding finding = explain(bytes, yaml, problem, built);
  Diagnostic diagnostic;
  diagnostic.rule = "front-matter/broken-yaml";
  diagnostic.severity = Severity::kError;
  diagnostic.span = rest_of_line(bytes, yaml, finding.offset);
  if (auto fix = find_fix(bytes, finding)) diagnostic.fixes.push_back(std::move(*fix));
  diagnostic.message = {std::move(finding.key), std::move(finding.arguments)};
  return diagnostic;
}

}  // namespace depeche::frontmatter
