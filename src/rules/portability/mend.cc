#include "rules/portability/mend.h"

#include <algorithm>
#include <string>
#include <utility>

namespace depeche::rules::portability {
namespace {

using markdown::Kind;
using markdown::NodeId;

Fix fix(std::string key, std::vector<std::string> arguments, std::vector<Replacement> edits) {
  return {{std::move(key), std::move(arguments)}, std::move(edits)};
}

Fix write(Span span, std::string text) {
  return fix("fix/write", {text}, {{span, text}});
}

std::string tag(std::string_view name) {
  return std::string("<").append(name).append(">");
}

// `[texte] (https://…)`: the blanks before the parenthesis.
Span blanks_in_link(Span address, std::string_view bytes) {
  const std::string_view before = bytes.substr(0, address.begin);
  if (!before.ends_with('(')) return {};
  const std::size_t bracket = before.find_last_not_of(" \t", before.size() - 2);
  if (bracket == before.npos || before[bracket] != ']' || bracket + 2 == before.size()) return {};
  return {static_cast<Offset>(bracket + 1), address.begin - 1};
}

// An address in plain text, which only the others make a link of.
std::vector<Fix> mend_bare_address(const Difference& difference, std::string_view bytes) {
  const std::string address(difference.span.of(bytes));
  if (address.starts_with('[') || address.starts_with('<') || address.starts_with('!')) return {};
  const Span blanks = blanks_in_link(difference.span, bytes);
  if (!blanks.empty()) return {fix("fix/join-link", {}, {{blanks, ""}})};
  if (address.starts_with("www."))
    return {write(difference.span,
                  std::string("[").append(address).append("](https://").append(address).append(")"))};
  return {write(difference.span, tag(address))};
}

// `<mailto:presse@exemple.fr>`, which the others show with its `mailto:`.
std::vector<Fix> mend_mail_address(const Difference& difference, std::string_view bytes) {
  constexpr std::string_view kScheme = "<mailto:";
  const std::string_view source = difference.span.of(bytes);
  if (!source.starts_with(kScheme) || !source.ends_with('>')) return {};
  return {write(difference.span, std::string("<").append(source.substr(kScheme.size())))};
}

// A backslash at a line's end, or two: what one takes for a line break the other shows.
std::vector<Fix> mend_line_break(const Difference& difference, std::string_view bytes) {
  const std::string_view source = difference.span.of(bytes);
  const std::size_t size = std::min(source.find_first_not_of('\\'), source.size());
  if (size == 0) return {};
  const Offset begin = difference.span.begin;
  return {fix("fix/two-spaces", {}, {{{begin, begin + static_cast<Offset>(size)}, "  "}})};
}

// One line of text with a pipe, which kramdown takes for a table.
std::vector<Fix> mend_pipes(const Difference& difference, const Reading& site) {
  const std::string_view source = difference.span.of(site.tree.source().bytes());  // without Liquid's pipes
  if (source.find('\n') < source.find_last_not_of("\r\n")) return {};
  std::vector<Replacement> edits;
  for (std::size_t at = 0; at < source.size(); ++at) {
    if (source[at] == '\\') {
      ++at;
    } else if (source[at] == '|') {
      const auto place = static_cast<Offset>(difference.span.begin + at);
      edits.push_back({{place, place + 1}, "\\|"});
    }
  }
  if (edits.empty()) return {};
  return {fix("fix/escape-pipes", {}, std::move(edits))};
}

// `1)`, which kramdown takes for text, in every item of the list.
std::vector<Fix> mend_parentheses(const Difference& difference, const Reading& elsewhere,
                                  std::string_view bytes) {
  const markdown::Tree& tree = elsewhere.tree;
  if (difference.node == markdown::kNoNode || tree.kind(difference.node) != Kind::kOrderedList) return {};
  std::vector<Replacement> edits;
  for (const NodeId item : tree.children(difference.node)) {
    if (tree.kind(item) != Kind::kListItem) continue;
    const std::size_t mark = bytes.find_first_not_of("0123456789", tree.span(item).begin);
    if (mark >= tree.span(item).end || bytes[mark] != ')') return {};
    edits.push_back({{static_cast<Offset>(mark), static_cast<Offset>(mark + 1)}, "."});
  }
  return {fix("fix/number-with-points", {}, std::move(edits))};
}

// `{::comment}…{:/comment}`, which the others show.
std::vector<Fix> mend_comment(const Difference& difference, const Reading& site, std::string_view bytes) {
  const markdown::Tree& tree = site.tree;
  if (difference.node == markdown::kNoNode || tree.name(difference.node) != "comment") return {};
  const std::string text(tree.content(difference.node).of(bytes));
  if (text.find("--") != text.npos || text.find('>') != text.npos) return {};
  Span span = tree.span(difference.node);
  while (span.end > span.begin && bytes[span.end - 1] != '}') --span.end;
  return {fix("fix/html-comment", {}, {{span, std::string("<!--").append(text).append("-->")}})};
}

// Stars that the others show, since they stand next to a letter and punctuation: tags say what they mean.
std::vector<Fix> mend_emphasis(const Difference& difference, const Reading& site) {
  if (difference.node == markdown::kNoNode) return {};
  const Kind kind = site.tree.kind(difference.node);
  if (kind != Kind::kEmphasis && kind != Kind::kStrong) return {};
  const Span span = site.tree.span(difference.node);
  const Span content = site.tree.content(difference.node);
  if (content.empty() || content.begin == span.begin || content.end == span.end) return {};
  const std::string name = kind == Kind::kStrong ? "strong" : "em";
  return {fix("fix/write-tags", {tag(name)},
              {{{span.begin, content.begin}, tag(name)}, {{content.end, span.end}, tag("/" + name)}})};
}

// A block right below a tag, which the others take for a part of the HTML.
std::vector<Fix> mend_html(const Difference& difference, const Reading& site, std::string_view bytes) {
  if (difference.node == markdown::kNoNode) return {};
  const Kind kind = site.tree.kind(difference.node);
  if (kind != Kind::kHeading && kind != Kind::kUnorderedList && kind != Kind::kOrderedList &&
      kind != Kind::kBlockQuote && kind != Kind::kTable)
    return {};
  const Offset begin = difference.span.begin;
  if (begin == 0 || bytes[begin - 1] != '\n') return {};
  return {fix("fix/blank-line", {}, {{{begin, begin}, "\n"}})};
}

}  // namespace

std::vector<Fix> mend(const Difference& difference, const Reading& site, const Reading& elsewhere,
                      std::string_view bytes) {
  const bool is_on_site = difference.seen == Seen::kOnSite;
  const bool is_elsewhere = difference.seen == Seen::kElsewhere;
  switch (difference.construct) {
    case Construct::kLink:
      if (is_elsewhere) return mend_bare_address(difference, bytes);
      return mend_mail_address(difference, bytes);
    case Construct::kLineBreak:
      return mend_line_break(difference, bytes);
    case Construct::kTable:
      return is_on_site ? mend_pipes(difference, site) : std::vector<Fix>();
    case Construct::kList:
      return is_elsewhere ? mend_parentheses(difference, elsewhere, bytes) : std::vector<Fix>();
    case Construct::kExtension:
      return mend_comment(difference, site, bytes);
    case Construct::kEmphasis:
      return is_on_site ? mend_emphasis(difference, site) : std::vector<Fix>();
    case Construct::kHtml:
      return is_on_site ? mend_html(difference, site, bytes) : std::vector<Fix>();
    default:
      return {};
  }
}

}  // namespace depeche::rules::portability
