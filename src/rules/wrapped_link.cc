// link/wrapped: an address that leads through a mail gateway or a web service (html/wrapped_url.h). It holds
// the mail address of whoever copied it, tells the service of every reader, and ends when the service does.
#include <algorithm>

#include "base/percent.h"
#include "html/wrapped_url.h"
#include "rules/checks.h"
#include "rules/report.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;
using markdown::Tree;

bool is_not_published(Kind kind) {
  return kind == Kind::kCodeBlock || kind == Kind::kCodeSpan || kind == Kind::kHtmlComment ||
         kind == Kind::kMathBlock || kind == Kind::kMathSpan || kind == Kind::kExtension;
}

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

class Search {
 public:
  Search(const Rule& rule, const Release& release, std::vector<Diagnostic>& found)
      : rule_(rule), release_(release), found_(found) {}

  void run() {
    const Tree& tree = release_.tree;
    if (release_.front_matter.present) search(release_.front_matter.yaml);
    for (NodeId node = tree.root(); node < tree.size(); ++node) take_target(node);
    std::ranges::sort(targets_);
    for (NodeId node = tree.root(); node < tree.size(); ++node) {
      if (const Span text = text_of(node); !text.empty()) search(text);
    }
  }

 private:
  // Of links and pictures the tree knows the whole target, whatever stands in it.
  void take_target(NodeId node) {
    const Tree& tree = release_.tree;
    if (tree.kind(node) != Kind::kLink && tree.kind(node) != Kind::kImage) return;
    for (const markdown::Attribute& attribute : tree.attributes(node)) {
      if (attribute.span.empty() || (attribute.name != "href" && attribute.name != "src")) continue;
      targets_.push_back(attribute.span);
      const std::string_view address = tree.attribute(node, attribute.name).value_or("");
      if (const auto target = html::unwrapped_url(address)) add(attribute.span, address, *target);
    }
  }

  // The source that a block's own text or tag is; empty where that is not published, or its children's turn.
  Span text_of(NodeId node) const {
    const Tree& tree = release_.tree;
    const Kind kind = tree.kind(node);
    if (!markdown::is_block(kind) || kind == Kind::kBlankLine || is_not_published(kind)) return {};
    const NodeId child = tree.first_child(node);
    const bool holds_blocks = child != kNoNode && markdown::is_block(tree.kind(child));
    if (!holds_blocks) return tree.span(node);
    if (kind != Kind::kHtmlBlock) return {};
    return {tree.span(node).begin, tree.content(node).begin};
  }

  void search(Span place) {
    const std::string_view text = release_.text.bytes(place);
    for (const html::WrappedUrl& url : html::wrapped_urls(text)) {
      const Span span{place.begin + url.span.begin, place.begin + url.span.end};
      const bool is_in_body = span.begin >= release_.body.begin;
      if (is_in_body && (is_of_target(span) || is_in_code(span.begin))) continue;
      add(span, url.span.of(text), is_in_body ? url.target : without_commas(url.target));
    }
  }

  bool is_of_target(Span span) const {
    const auto after = std::ranges::lower_bound(targets_, span.end, {}, &Span::begin);
    return after != targets_.begin() && std::prev(after)->end > span.begin;
  }

  bool is_in_code(Offset offset) const {
    return is_not_published(release_.tree.kind(release_.tree.node_at(offset)));
  }

  void add(Span span, std::string_view address, const std::string& target) {
    found_.push_back(report(rule_, span, {html::host_of(address), html::host_of(target)},
                            {{{"fix/unwrap", {html::host_of(target)}}, {{span, target}}}}));
  }

  const Rule& rule_;
  const Release& release_;
  std::vector<Diagnostic>& found_;
  std::vector<Span> targets_;  // of links and pictures, in the order of their places
};

}  // namespace

void check_wrapped_link(const Rule& rule, const Release& release, std::vector<Diagnostic>& found) {
  Search(rule, release, found).run();
}

}  // namespace depeche::rules
