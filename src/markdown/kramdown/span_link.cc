// Links and images: `[label](target "title")`, `[label][id]`, `[label]`.
#include <algorithm>

#include "markdown/kramdown/apply_attributes.h"
#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/entities.h"
#include "markdown/kramdown/span_parser.h"

namespace depeche::markdown::kramdown {
namespace {

// Without the backslashes of escapes.
std::string unescape(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size() && is_escapable(text[at + 1])) ++at;
    out += text[at];
  }
  return out;
}

}  // namespace

bool SpanParser::read_link() {
  const PassageOffset begin = run_.at;
  const bool is_image = here() == '!';
  const PassageOffset bracket = begin + (is_image ? 1 : 0);
  if (bracket + 1 >= run_.end || run_.text[bracket] != '[' || run_.text[bracket + 1] == '^') return false;
  const PassageOffset content = bracket + 1;
  const std::uint64_t key = attempt_key(bracket, kBracketOpens, run_.context);
  const bool is_nested_link = !is_image && (is_in(kInLink) || is_in(kInImage));
  if (is_nested_link || run_.depth >= kMaximumSpanDepth || !may_try() || run_.unclosed.contains(key)) {
    take_text(content);
    return true;
  }

  const Attempt attempt = begin_attempt();
  const NodeId node = open(is_image ? Kind::kImage : Kind::kLink, begin);
  const TreeBuilder::Mark inside = builder_.mark();
  const std::size_t plain_size = run_.plain ? run_.plain->size() : 0;
  Element element;
  element.stop = Stop::kBracket;
  element.begin = content;
  element.first_bracket = run_.brackets.size();
  run_.brackets.push_back(bracket);
  run_.context |= is_image ? kInImage : kInLink;
  run_.kind = is_image ? Kind::kImage : Kind::kLink;
  go_on(content);
  ++run_.depth;
  const bool is_closed = read_until(element);
  --run_.depth;
  if (!is_closed) {
    run_.work_left -= static_cast<std::int64_t>(run_.brackets.size() - element.first_bracket);
    for (std::size_t open = element.first_bracket; open < run_.brackets.size(); ++open) {
      run_.unclosed.insert(attempt_key(run_.brackets[open], kBracketOpens, attempt.before.context));
    }
    run_.brackets.resize(element.first_bracket);
    give_up(attempt);
    take_text(content);
    return true;
  }
  const Range label{content, run_.at};
  flush_text(label.end);
  const std::string_view label_text = run_.passage->text(label);
  const std::optional<Target> target = scan_target(label.end + 1, label_text);
  if (!target) {
    give_up(attempt);
    take_text(content);
    return true;
  }
  if (is_image) {
    builder_.rewind(inside);
    if (run_.plain) run_.plain->resize(plain_size);
  }
  builder_.set_content(node, source(label.begin, label.end));
  finish_link(node, is_image, *target, label_text);
  run_.context = attempt.before.context;
  run_.kind = attempt.before.kind;
  close(node, target->end);
  return true;
}

std::optional<SpanParser::Target> SpanParser::scan_target(PassageOffset at, std::string_view label) {
  // An identifier in brackets comes first, white space before it or not; without parentheses the label is
  // one.
  PassageOffset bracket = at;
  while (bracket < run_.end && is_space(run_.text[bracket])) ++bracket;
  if (bracket < run_.end && run_.text[bracket] == '[') {
    const std::size_t close = run_.lines.find("]", bracket + 1);
    if (close < run_.end) {
      const std::string_view id = run_.text.substr(bracket + 1, close - bracket - 1);
      auto target = scan_reference_target(id.empty() ? unescape(label) : std::string(id));
      if (target) target->end = PassageOffset(close) + 1;
      return target;
    }
  }
  if (at < run_.end && run_.text[at] == '(') return scan_inline_target(at);
  auto target = scan_reference_target(unescape(label));
  if (target) target->end = at;
  return target;
}

std::optional<SpanParser::Target> SpanParser::scan_reference_target(std::string_view id) {
  const auto found = definitions_.links.find(normal_link_id(id));
  if (found == definitions_.links.end()) return std::nullopt;
  const LinkDefinition& definition = found->second;
  if (!expansions_.use(definition.url.size() + definition.title.value_or("").size())) return std::nullopt;
  Target target;
  target.url = definition.url;
  if (definition.title) target.title = *definition.title;
  target.definition = &definition;
  return target;
}

// `(url)`, `(url "title")`, `(<url>)`, `(<url> "title")`; parentheses in a URL come in pairs.
std::optional<SpanParser::Target> SpanParser::scan_inline_target(PassageOffset paren) {
  Range url{paren + 1, paren + 1};
  PassageOffset title_from;
  const auto target_to = [&](PassageOffset end) {
    Target target;
    target.url = run_.passage->text(url);
    target.source = source(url.begin, url.end);
    target.end = end;
    return target;
  };
  const std::size_t angle_end =
      url.begin < run_.end && run_.text[url.begin] == '<' ? run_.lines.find(">", url.begin) : run_.text.npos;
  const bool is_angled =
      angle_end < run_.end && run_.text.substr(url.begin, angle_end - url.begin).find('\n') == run_.text.npos;
  if (is_angled) {
    url = {url.begin + 1, PassageOffset(angle_end)};
    if (url.end + 1 < run_.end && run_.text[url.end + 1] == ')') return target_to(url.end + 2);
    title_from = url.end + 1;
  } else {
    int open = 0;
    PassageOffset at = paren;
    for (; at < run_.end; ++at) {
      const char c = run_.text[at];
      if (c == '(') {
        ++open;
      } else if (c == ')') {
        if (--open == 0) break;
      } else if (is_space(c) && at + 1 < run_.end &&
                 (run_.text[at + 1] == '"' || run_.text[at + 1] == '\'')) {
        break;
      }
    }
    run_.work_left -= at - paren;
    if (at >= run_.end) return std::nullopt;
    url = run_.lines.trim({paren + 1, at});
    if (open == 0) return target_to(at + 1);
    title_from = at + 1;
  }

  // A title: to the first quote of its kind that white space and the parenthesis follow.
  while (title_from < run_.end && is_space(run_.text[title_from])) ++title_from;
  if (title_from >= run_.end || (run_.text[title_from] != '"' && run_.text[title_from] != '\''))
    return std::nullopt;
  for (PassageOffset close = title_from + 2; close < run_.end; ++close) {
    if (run_.text[close] != run_.text[title_from]) continue;
    PassageOffset behind = close + 1;
    while (behind < run_.end && is_space(run_.text[behind])) ++behind;
    if (behind >= run_.end || run_.text[behind] != ')') continue;
    Target target = target_to(behind + 1);
    target.title = run_.passage->text({title_from + 1, close});
    return target;
  }
  run_.work_left -= run_.end - title_from;
  return std::nullopt;
}

void SpanParser::finish_link(NodeId node, bool is_image, const Target& target, std::string_view label) {
  if (target.definition) {
    apply_attributes(definitions_, target.definition->attributes, expansions_, builder_, node);
  }
  builder_.set_attribute(node, is_image ? "src" : "href", resolve_references(target.url), target.source);
  if (is_image) builder_.set_attribute(node, "alt", resolve_references(unescape(label)), {});
  if (target.title) builder_.set_attribute(node, "title", resolve_references(*target.title), {});
}

}  // namespace depeche::markdown::kramdown
