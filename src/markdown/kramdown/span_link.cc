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
  const Position begin = at_;
  const bool is_image = text_[at_] == '!';
  const Position bracket = begin + (is_image ? 1 : 0);
  if (bracket + 1 >= end_ || text_[bracket] != '[' || text_[bracket + 1] == '^') return false;
  const Position content = bracket + 1;
  const std::uint64_t key = std::uint64_t{bracket} << 32 | std::uint64_t{1} << 31 | context_;
  const bool is_nested_link = !is_image && (is_in(kInLink) || is_in(kInImage));
  if (is_nested_link || depth_ >= kMaximumSpanDepth || !may_try() || unclosed_.contains(key)) {
    take_text(content);
    return true;
  }

  const State state = save();
  const NodeId node = open(is_image ? Kind::kImage : Kind::kLink, begin);
  const TreeBuilder::Mark inside = builder_.mark();
  const std::size_t plain_size = plain_ ? plain_->size() : 0;
  Element element;
  element.stop = Stop::kBracket;
  element.begin = content;
  element.first_bracket = brackets_.size();
  brackets_.push_back(bracket);
  context_ |= is_image ? kInImage : kInLink;
  kind_ = is_image ? Kind::kImage : Kind::kLink;
  at_ = text_begin_ = token_begin_ = content;
  ++depth_;
  const bool is_closed = read_until(element);
  --depth_;
  if (!is_closed) {
    work_left_ -= static_cast<std::int64_t>(brackets_.size() - element.first_bracket);
    for (std::size_t open = element.first_bracket; open < brackets_.size(); ++open) {
      unclosed_.insert(std::uint64_t{brackets_[open]} << 32 | std::uint64_t{1} << 31 | state.context);
    }
    brackets_.resize(element.first_bracket);
    give_up(state);
    take_text(content);
    return true;
  }
  const Range label{content, at_};
  flush_text(label.end);
  const std::string_view label_text = passage_->text(label);
  const std::optional<Target> target = scan_target(label.end + 1, label_text);
  if (!target) {
    give_up(state);
    take_text(content);
    return true;
  }
  if (is_image) {
    builder_.rewind(inside);
    if (plain_) plain_->resize(plain_size);
  }
  builder_.set_content(node, source(label.begin, label.end));
  finish_link(node, is_image, *target, label_text);
  context_ = state.context;
  kind_ = state.kind;
  close(node, target->end);
  return true;
}

std::optional<SpanParser::Target> SpanParser::scan_target(Position at, std::string_view label) {
  // An identifier in brackets comes first, white space before it or not; without parentheses the label is
  // one.
  Position bracket = at;
  while (bracket < end_ && is_space(text_[bracket])) ++bracket;
  if (bracket < end_ && text_[bracket] == '[') {
    const std::size_t close = lines_.find("]", bracket + 1);
    if (close < end_) {
      const std::string_view id = text_.substr(bracket + 1, close - bracket - 1);
      auto target = scan_reference_target(id.empty() ? unescape(label) : std::string(id));
      if (target) target->end = static_cast<Position>(close) + 1;
      return target;
    }
  }
  if (at < end_ && text_[at] == '(') return scan_inline_target(at);
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
std::optional<SpanParser::Target> SpanParser::scan_inline_target(Position paren) {
  Range url{paren + 1, paren + 1};
  Position title_from = 0;
  const auto target_to = [&](Position end) {
    Target target;
    target.url = passage_->text(url);
    target.source = source(url.begin, url.end);
    target.end = end;
    return target;
  };
  const std::size_t angle_end =
      url.begin < end_ && text_[url.begin] == '<' ? lines_.find(">", url.begin) : text_.npos;
  const bool is_angled =
      angle_end < end_ && text_.substr(url.begin, angle_end - url.begin).find('\n') == text_.npos;
  if (is_angled) {
    url = {url.begin + 1, static_cast<Position>(angle_end)};
    if (url.end + 1 < end_ && text_[url.end + 1] == ')') return target_to(url.end + 2);
    title_from = url.end + 1;
  } else {
    int open = 0;
    Position at = paren;
    for (; at < end_; ++at) {
      const char c = text_[at];
      if (c == '(') {
        ++open;
      } else if (c == ')') {
        if (--open == 0) break;
      } else if (is_space(c) && at + 1 < end_ && (text_[at + 1] == '"' || text_[at + 1] == '\'')) {
        break;
      }
    }
    work_left_ -= at - paren;
    if (at >= end_) return std::nullopt;
    url = lines_.trim({paren + 1, at});
    if (open == 0) return target_to(at + 1);
    title_from = at + 1;
  }

  // A title: to the first quote of its kind that white space and the parenthesis follow.
  while (title_from < end_ && is_space(text_[title_from])) ++title_from;
  if (title_from >= end_ || (text_[title_from] != '"' && text_[title_from] != '\'')) return std::nullopt;
  for (Position close = title_from + 2; close < end_; ++close) {
    if (text_[close] != text_[title_from]) continue;
    Position behind = close + 1;
    while (behind < end_ && is_space(text_[behind])) ++behind;
    if (behind >= end_ || text_[behind] != ')') continue;
    Target target = target_to(behind + 1);
    target.title = passage_->text({title_from + 1, close});
    return target;
  }
  work_left_ -= end_ - title_from;
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
