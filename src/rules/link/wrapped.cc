// link/wrapped
//
// An address that leads through a mail gateway or a web service, in the text or in a field:
// `google.com/url?q=…`, Safe Links (`….safelinks.protection.outlook.com`), URL Defense,
// `l.facebook.com/l.php?u=…` and the like (`src/html/wrapped_url.cc` has the list). It often holds the mail
// address of whoever copied it. Only wrappers that hold their target are known, and only a target that is a
// whole, safe address of http or https counts. Fix: the target, wrappers inside wrappers included.
//
// ```diff
// - [le plan](⟦https://www.google.com/url?q=https://exemple.fr/plan&sa=D⟧)
// + [le plan](https://exemple.fr/plan)
// ```
#include <algorithm>

#include "base/percent.h"
#include "html/wrapped_url.h"
#include "rules/rule.h"

namespace depeche::rules {
namespace {

using markdown::Attribute;
using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;
using markdown::Tree;

constexpr Kinds kLinks = {Kind::kLink, Kind::kImage};

constexpr Kinds kUnpublished = {Kind::kCodeBlock, Kind::kCodeSpan, Kind::kHtmlComment,
                                Kind::kMathBlock, Kind::kMathSpan, Kind::kExtension};

// In a list of the header, a comma would begin another item.
std::string without_commas(std::string_view address) {
  std::string encoded;
  for (const char c : address) {
    if (c == ',')
      append_percent_encoded(encoded, c);
    else
      encoded += c;
  }
  return encoded;
}

void add(Span span, std::string_view address, const std::string& target, Report& found) {
  found.add(span, {html::host_of(address), html::host_of(target)},
            {{{"fix/unwrap", {html::host_of(target)}}, {{span, target}}}});
}

void check_header(const Input& input, Report& found) {
  if (!input.release.front_matter.present) return;
  const Span yaml = input.release.front_matter.yaml;
  const std::string_view text = input.source(yaml);
  for (const html::WrappedUrl& url : html::wrapped_urls(text))
    add({yaml.begin + url.span.begin, yaml.begin + url.span.end}, url.span.of(text),
        without_commas(url.target), found);
}

// Whether a link or a picture has its target here, and not in a definition elsewhere.
bool is_target(const Attribute& attribute) {
  return !attribute.span.empty() && (attribute.name == "href" || attribute.name == "src");
}

// Of links and pictures the tree knows the whole target, whatever stands in it.
void check_target(const Input& input, NodeId node, Report& found) {
  for (const Attribute& attribute : input.tree().attributes(node)) {
    if (!is_target(attribute)) continue;
    const std::string_view address = input.tree().attribute(node, attribute.name).value_or("");
    if (const auto target = html::unwrapped_url(address)) add(attribute.span, address, *target, found);
  }
}

// The source that a block's own text or tag is; empty where it is its children's turn.
Span text_of(const Tree& tree, NodeId block) {
  const NodeId child = tree.first_child(block);
  const bool holds_blocks = child != kNoNode && markdown::is_block(tree.kind(child));
  if (!holds_blocks) return tree.span(block);
  if (tree.kind(block) != Kind::kHtmlBlock) return {};
  return {tree.span(block).begin, tree.content(block).begin};
}

// The targets of the links and pictures in a block, in the order of their places.
std::vector<Span> targets_in(const Tree& tree, NodeId block) {
  std::vector<Span> targets;
  for (NodeId node = block; node < tree.subtree_end(block); ++node) {
    if (!kLinks.contains(tree.kind(node))) continue;
    for (const Attribute& attribute : tree.attributes(node))
      if (is_target(attribute)) targets.push_back(attribute.span);
  }
  std::ranges::sort(targets);
  return targets;
}

bool overlaps_one(const std::vector<Span>& spans, Span span) {
  const auto after = std::ranges::lower_bound(spans, span.end, {}, &Span::begin);
  return after != spans.begin() && std::prev(after)->end > span.begin;
}

void check_text(const Input& input, NodeId block, Report& found) {
  const Tree& tree = input.tree();
  const Span place = text_of(tree, block);
  const std::string_view text = input.source(place);
  const std::vector<html::WrappedUrl> urls = html::wrapped_urls(text);
  if (urls.empty()) return;
  const std::vector<Span> targets = targets_in(tree, block);
  for (const html::WrappedUrl& url : urls) {
    const Span span{place.begin + url.span.begin, place.begin + url.span.end};
    const bool is_published = !kUnpublished.contains(tree.kind(tree.node_at(span.begin)));
    if (is_published && !overlaps_one(targets, span)) add(span, url.span.of(text), url.target, found);
  }
}

void check(const Input& input, NodeId node, Report& found) {
  if (kLinks.contains(input.tree().kind(node))) return check_target(input, node, found);
  check_text(input, node, found);
}

}  // namespace

extern const Rule link_wrapped = {
    .id = "link/wrapped",
    .order = 370,
    .check_document = check_header,
    .check_node = {kLinks | kBlocks.without(kUnpublished), check},
};

}  // namespace depeche::rules
