// What holds for every tree, whatever the text.
#pragma once

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "base/utf8.h"
#include "markdown/tree.h"

namespace depeche {

// What is wrong with the spans of a tree: they nest, siblings follow one another, all lie on code point
// boundaries. Empty when all is well.
inline std::string problem_with_spans(const markdown::Tree& tree) {
  const std::string_view text = tree.source().bytes();
  std::vector<Offset> end_of_last_child(tree.size(), 0);
  for (markdown::NodeId node = 0; node < tree.size(); ++node) {
    const Span span = tree.span(node);
    const auto problem = [&](std::string_view what) {
      return std::string(markdown::name(tree.kind(node))) + " [" + std::to_string(span.begin) + ", " +
             std::to_string(span.end) + ") " + std::string(what);
    };
    if (span.begin > span.end || span.end > text.size()) return problem("is no span of the text");
    if (!is_code_point_boundary(text, span.begin) || !is_code_point_boundary(text, span.end))
      return problem("cuts a character");
    if (!span.contains(tree.content(node))) return problem("does not hold its content");
    if (node == tree.root()) continue;
    const markdown::NodeId parent = tree.parent(node);
    if (!tree.span(parent).contains(span)) return problem("reaches out of its parent");
    if (span.begin < end_of_last_child[parent]) return problem("overlaps the node before");
    end_of_last_child[parent] = span.end;
  }
  return "";
}

// The tree as indented lines: kind, source, and the text where it differs.
inline std::string outline_of(const markdown::Tree& tree) {
  const std::string_view source = tree.source().bytes();
  const auto shown = [](std::string_view text) {
    std::string line;
    for (const char c : text) line += c == '\n' ? std::string("⏎") : std::string(1, c);
    return line;
  };
  std::string outline;
  std::vector<std::size_t> depths(tree.size(), 0);
  for (markdown::NodeId node = 0; node < tree.size(); ++node) {
    if (node != tree.root()) depths[node] = depths[tree.parent(node)] + 1;
    outline += std::string(2 * depths[node], ' ');
    outline += markdown::name(tree.kind(node));
    outline += " |" + shown(tree.span(node).of(source)) + "|";
    if (tree.content(node) != tree.span(node))
      outline += " content |" + shown(tree.content(node).of(source)) + "|";
    const std::string_view text = tree.text(node);
    if (!text.empty() && text != tree.span(node).of(source) && text != tree.content(node).of(source))
      outline += " text |" + shown(text) + "|";
    outline += '\n';
  }
  return outline;
}

// All that a tree says of a node.
inline std::string description_of(const markdown::Tree& tree, markdown::NodeId node) {
  std::ostringstream line;
  const auto add = [&](std::string_view what, Span span) {
    line << ' ' << what << " [" << span.begin << ' ' << span.end << ')';
  };
  line << markdown::name(tree.kind(node));
  add("span", tree.span(node));
  add("content", tree.content(node));
  line << " parent " << tree.parent(node) << " end " << tree.subtree_end(node) << " text '" << tree.text(node)
       << "' name '" << tree.name(node) << "' label '" << tree.label(node) << "' detail " << tree.level(node)
       << ' ' << tree.is_self_closed(node);
  for (const markdown::Attribute& attribute : tree.attributes(node)) {
    line << ' ' << attribute.name << '=' << attribute.value.value_or("(none)");
    add("from", attribute.span);
  }
  return line.str();
}

// Where two trees differ first; empty if nowhere.
inline std::string difference_between(const markdown::Tree& expected, const markdown::Tree& found) {
  const std::size_t size = std::min(expected.size(), found.size());
  for (markdown::NodeId node = 0; node < size; ++node) {
    if (expected.kind(node) == found.kind(node) &&
        description_of(expected, node) == description_of(found, node))
      continue;
    return "node " + std::to_string(node) + "\n  expected " + description_of(expected, node) +
           "\n  found    " + description_of(found, node);
  }
  return expected.size() == found.size() ? "" : "another number of nodes";
}

}  // namespace depeche
