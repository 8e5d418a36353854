// attribute-list/unknown-reference and attribute-list/malformed: `{: name}` where no `{:name: …}` defines it,
// and parts of a list that kramdown passes over (`{: target=_blank}`). Both fail silently on the site.
//
// kramdown's documentation, "Block/Span Inline Attribute Lists": a list is made of references, .classes,
// #identifiers and name="value" pairs, with blanks between.
#include <algorithm>
#include <optional>
#include <set>

#include "rules/checks.h"
#include "rules/report.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;

enum class PartKind { kReference, kKnown, kMalformed };

struct Part {
  PartKind kind;
  Span span;
};

struct AttributeList {
  std::string_view defines;  // the name in `{:name: …}`, else empty
  std::vector<Part> parts;
};

bool is_blank_character(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '>';  // a list in a quote may run over lines
}

// [\w][\w-]*, bytes above ASCII included.
bool is_name(std::string_view text) {
  const auto is_word = [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           (static_cast<unsigned char>(c) & 0x80) != 0;
  };
  if (text.empty() || !is_word(text[0])) return false;
  return std::ranges::all_of(text, [&](char c) { return is_word(c) || c == '-'; });
}

bool is_quoted_pair(std::string_view part) {
  const std::size_t equals = part.find('=');
  if (equals == std::string_view::npos || !is_name(part.substr(0, equals))) return false;
  const std::string_view value = part.substr(equals + 1);
  return value.size() >= 2 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
}

PartKind kind_of(std::string_view part) {
  if (part[0] == '.' || part[0] == '#') return part.size() > 1 ? PartKind::kKnown : PartKind::kMalformed;
  if (is_quoted_pair(part)) return PartKind::kKnown;
  return is_name(part) ? PartKind::kReference : PartKind::kMalformed;
}

// One past the part that begins at `at`: up to a blank outside quotes.
std::size_t end_of_part(std::string_view source, std::size_t at) {
  char quote = 0;
  for (; at < source.size(); ++at) {
    const char c = source[at];
    if (c == '\\' && at + 1 < source.size()) {
      ++at;
    } else if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (is_blank_character(c)) {
      break;
    }
  }
  return at;
}

// What stands in a list's source, `{: … }`; empty for an extension such as `{::comment}`.
AttributeList read_list(const Release& release, Span span) {
  AttributeList list;
  const std::string_view bytes = release.text.bytes();
  const std::string_view source = span.of(bytes);
  const std::size_t open = source.find("{:");
  const std::size_t close = source.rfind('}');
  if (open == source.npos || close == source.npos || close < open + 2) return list;
  const std::string_view inner = source.substr(0, close);

  std::size_t at = open + 2;
  if (at < inner.size() && inner[at] == ':') return list;
  const std::size_t colon = inner.find(':', at);
  if (colon != inner.npos && is_name(inner.substr(at, colon - at))) {
    list.defines = inner.substr(at, colon - at);
    at = colon + 1;
  }
  while (at < inner.size()) {
    if (is_blank_character(inner[at])) {
      ++at;
      continue;
    }
    const std::size_t end = end_of_part(inner, at);
    const Span part{static_cast<Offset>(span.begin + at), static_cast<Offset>(span.begin + end)};
    list.parts.push_back({kind_of(part.of(bytes)), part});
    at = end;
  }
  return list;
}

std::vector<AttributeList> lists_of(const Release& release) {
  std::vector<AttributeList> lists;
  const markdown::Tree& tree = release.tree;
  for (NodeId node = tree.root(); node < tree.size(); ++node)
    if (tree.kind(node) == Kind::kAttributeList) lists.push_back(read_list(release, tree.span(node)));
  return lists;
}

std::vector<Fix> make_class(Span span, const std::string& name) {
  return {{{"fix/make-class", {name}}, {{span, "." + name}}}};
}

// `target=_blank` lacks its quotes.
std::vector<Fix> quote_value(Span span, std::string_view part) {
  const std::size_t equals = part.find('=');
  if (equals == part.npos || !is_name(part.substr(0, equals))) return {};
  const std::string_view value = part.substr(equals + 1);
  if (value.empty() || value.find_first_of("\"'\\{}“”«»") != value.npos) return {};
  const std::string quoted = std::string(part.substr(0, equals)) + "=\"" + std::string(value) + "\"";
  return {{{"fix/write", {quoted}}, {{span, quoted}}}};
}

}  // namespace

void check_unknown_reference(const Rule& rule, const Release& release, std::vector<Diagnostic>& found) {
  const std::vector<AttributeList> lists = lists_of(release);
  std::set<std::string_view> defined = {"toc"};  // `{:toc}` makes the table of contents
  for (const AttributeList& list : lists)
    if (!list.defines.empty()) defined.insert(list.defines);
  for (const AttributeList& list : lists) {
    for (const Part& part : list.parts) {
      const std::string name(release.text.bytes(part.span));
      if (part.kind != PartKind::kReference || defined.contains(name)) continue;
      found.push_back(report(rule, part.span, {name}, make_class(part.span, name)));
    }
  }
}

void check_malformed_attributes(const Rule& rule, const Release& release, std::vector<Diagnostic>& found) {
  for (const AttributeList& list : lists_of(release)) {
    for (const Part& part : list.parts) {
      if (part.kind != PartKind::kMalformed) continue;
      const std::string_view source = release.text.bytes(part.span);
      found.push_back(report(rule, part.span, {std::string(source)}, quote_value(part.span, source)));
    }
  }
}

}  // namespace depeche::rules
