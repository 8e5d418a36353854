#include "frontmatter/yaml_diagnostic.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"
#include "frontmatter/extent.h"

namespace depeche::frontmatter {
namespace {

Offset start_of_line(std::string_view bytes, Offset offset) {
  return offset - static_cast<Offset>(column_of(bytes, offset));
}

// The first quote from `offset` on that can open a quoted scalar.
Offset find_opening_quote(std::string_view bytes, Offset offset) {
  for (Offset at = offset; at < bytes.size(); ++at) {
    if (bytes[at] != '"' && bytes[at] != '\'') continue;
    if (at == 0 || std::string_view(" \t\r\n[{,").find(bytes[at - 1]) != std::string_view::npos) return at;
  }
  return offset;
}

// The last line before that of `offset` that is not blank, from its first word on; `offset` if there is none.
Offset previous_line(std::string_view bytes, Span yaml, Offset offset) {
  Offset line = start_of_line(bytes, offset);
  while (line > yaml.begin) {
    line = start_of_line(bytes, line - 1);
    Offset text = skip_blanks(bytes, line);
    if (text < bytes.size() && !is_break(bytes[text])) return text;
  }
  return offset;
}

// Whether a colon that parts a key from its value stands on the line before `offset`.
bool has_key_before(std::string_view bytes, Offset offset) {
  std::string_view before =
      bytes.substr(start_of_line(bytes, offset), static_cast<std::size_t>(column_of(bytes, offset)));
  return before.find(": ") != std::string_view::npos;
}

struct Finding {
  std::string key;
  Offset offset;
  std::vector<std::string> arguments = {};
};

std::string character_at(std::string_view bytes, Offset offset) {
  if (offset >= bytes.size()) return {};
  return scrub_utf8(bytes.substr(offset, next_code_point(bytes, offset) - offset));
}

std::string word_at(std::string_view bytes, Offset offset) {
  Offset end = offset;
  while (end < bytes.size() && !is_blank(bytes[end]) && !is_break(bytes[end])) ++end;
  return scrub_utf8(bytes.substr(offset, end - offset));
}

Finding explain(std::string_view bytes, Span yaml, const YamlProblem& problem, const BuiltValue& built) {
  Offset offset = std::clamp(problem.offset, yaml.begin, yaml.end);
  switch (problem.kind) {
    case YamlProblemKind::kForbiddenCharacter:
      return {"front-matter/forbidden-character", offset};
    case YamlProblemKind::kColonInValue:
      if (has_key_before(bytes, offset)) return {"front-matter/colon-in-value", offset};
      return {"front-matter/missing-colon", previous_line(bytes, yaml, offset)};
    case YamlProblemKind::kMissingColon:
      return {"front-matter/missing-colon", offset};
    case YamlProblemKind::kUnclosedQuote:
      return {"front-matter/unclosed-quote", find_opening_quote(bytes, std::min(offset, built.read_to))};
    case YamlProblemKind::kUnclosedBracket:
      return {"front-matter/unclosed-bracket", built.unclosed_bracket.value_or(offset)};
    case YamlProblemKind::kTabIndentation:
      return {"front-matter/tab-indentation", offset};
    case YamlProblemKind::kReservedSign:
      return {"front-matter/reserved-sign", offset, {character_at(bytes, offset)}};
    case YamlProblemKind::kBadEscape:
      return {"front-matter/bad-escape", offset};
    case YamlProblemKind::kUnknownAlias:
      return {"front-matter/unknown-alias", offset, {word_at(bytes, offset)}};
    case YamlProblemKind::kTooDeep:
      return {"front-matter/too-deep", offset};
    case YamlProblemKind::kTooManyAliases:
      return {"front-matter/too-many-aliases", offset};
    case YamlProblemKind::kIgnoredRest:
      return {"front-matter/ignored-rest", offset};
    case YamlProblemKind::kOther:
      break;
  }
  return {"front-matter/broken-yaml", offset};
}

// From `offset` to the end of its line; the line before when nothing is left of it.
Span rest_of_line(std::string_view bytes, Span yaml, Offset offset) {
  Span rest{offset, end_of_line(bytes, offset)};
  if (!rest.empty()) return rest;
  Offset begin = skip_blanks(bytes, start_of_line(bytes, offset));
  if (begin < offset) return {begin, offset};
  begin = previous_line(bytes, yaml, offset);
  return {begin, end_of_line(bytes, begin)};
}

}  // namespace

Diagnostic diagnose(std::string_view bytes, Span yaml, const YamlProblem& problem, const BuiltValue& built) {
  Finding finding = explain(bytes, yaml, problem, built);
  Diagnostic diagnostic;
  diagnostic.rule = "front-matter/broken-yaml";
  diagnostic.severity = Severity::kError;
  diagnostic.span = rest_of_line(bytes, yaml, finding.offset);
  diagnostic.message = {std::move(finding.key), std::move(finding.arguments)};
  return diagnostic;
}

}  // namespace depeche::frontmatter
