#include "rules/checker.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "rules/rules.h"
#include "rules/walk.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeChange;
using markdown::NodeId;

// Calls `visit` with each rule that the settings want, and its place in the registry.
template <typename Visit>
void for_each_rule(const Settings& settings, Visit visit) {
  const std::span<const Rule> rules = registry();
  for (std::uint16_t place = 0; place < rules.size(); ++place)
    if (is_on(rules[place], settings)) visit(rules[place], place);
}

bool touches(const NodeChange& nodes, Kinds kinds) {
  for (std::size_t kind = 0; kind <= static_cast<std::size_t>(Kind::kLiquid); ++kind)
    if (kinds.contains(static_cast<Kind>(kind)) && nodes.touches(static_cast<Kind>(kind))) return true;
  return false;
}

void ask_of_document(const Input& input, Findings& found) {
  for_each_rule(input.settings, [&](const Rule& rule, std::uint16_t place) {
    found.begin(rule, {place});
    if (rule.check_document != nullptr) rule.check_document(input, found);
    if (rule.check_fields != nullptr && !input.release.front_matter.broken) rule.check_fields(input, found);
  });
}

// The questions about nodes of all rules.
Walk walk_of_all(const Settings& settings) {
  Walk walk;
  for_each_rule(settings, [&](const Rule& rule, std::uint16_t place) {
    if (rule.check_node.check != nullptr) walk.ask_each_node(place);
    if (rule.check_nodes.check != nullptr) walk.ask_all_nodes(place);
  });
  return walk;
}

// Those that new nodes may answer otherwise.
Walk walk_of_new_nodes(const Settings& settings) {
  Walk walk;
  for_each_rule(settings, [&](const Rule& rule, std::uint16_t place) {
    if (rule.check_node.check != nullptr) walk.ask_each_node(place);
  });
  return walk;
}

Walk walk_of_touched_kinds(const Settings& settings, const NodeChange& nodes) {
  Walk walk;
  for_each_rule(settings, [&](const Rule& rule, std::uint16_t place) {
    if (touches(nodes, rule.check_nodes.kinds)) walk.ask_all_nodes(place);
  });
  return walk;
}

void move_span(Span& span, Offset distance) {
  span.begin += distance;
  span.end += distance;
}

}  // namespace

std::vector<Diagnostic> check(const Release& release, const Settings& settings) {
  Checker checker;
  checker.check(release, settings);
  return std::move(checker).take();
}

const std::vector<Diagnostic>& Checker::check(const Release& release, const Settings& settings) {
  const Input input{release, settings};
  Findings found;
  ask_of_document(input, found);
  walk_of_all(settings).run(input, release.tree.root(), static_cast<NodeId>(release.tree.size()), found);

  diagnostics_.clear();
  origins_.clear();
  add(std::move(found).take());
  settings_ = settings;
  size_ = release.text.size();
  has_answers_ = true;
  return diagnostics_;
}

const std::vector<Diagnostic>& Checker::follow(const Release& release, const Change& change,
                                               const Settings& settings) {
  const bool follows = has_answers_ && settings == settings_ && release.node_change && !change.empty() &&
                       change.length_before() == size_ && change.length_after() == release.text.size();
  if (!follows) return check(release, settings);
  const NodeChange& nodes = *release.node_change;
  const Input input{release, settings};
  Findings found;
  ask_of_document(input, found);
  walk_of_new_nodes(settings).run(input, nodes.first, nodes.first + nodes.added, found);
  walk_of_touched_kinds(settings, nodes)
      .run(input, release.tree.root(), static_cast<NodeId>(release.tree.size()), found);

  forget(nodes);
  move(change, nodes);
  add(std::move(found).take());
  size_ = release.text.size();
  return diagnostics_;
}

// What was asked again.
void Checker::forget(const NodeChange& nodes) {
  const std::span<const Rule> rules = registry();
  const auto is_kept = [&](const Origin& origin) {
    if (origin.node != kNoNode)
      return origin.node < nodes.first || origin.node >= nodes.first + nodes.removed;
    const NodesCheck& of_nodes = rules[origin.rule].check_nodes;
    return of_nodes.check != nullptr && !touches(nodes, of_nodes.kinds);
  };
  std::size_t kept = 0;
  for (std::size_t i = 0; i < origins_.size(); ++i) {
    if (!is_kept(origins_[i])) continue;
    if (kept != i) {
      origins_[kept] = origins_[i];
      diagnostics_[kept] = std::move(diagnostics_[i]);
    }
    ++kept;
  }
  origins_.resize(kept);
  diagnostics_.resize(kept);
}

// What is kept is about text that the change has not touched: it lies before it or behind.
void Checker::move(const Change& change, const NodeChange& nodes) {
  const Offset end = change.replacements().back().span.end;
  const Offset distance = change.length_after() - change.length_before();  // may wrap around, as the sums do
  for (Origin& origin : origins_)
    if (origin.node != kNoNode && origin.node >= nodes.first) origin.node += nodes.added - nodes.removed;
  const auto behind =
      std::ranges::lower_bound(diagnostics_, end, {}, [](const Diagnostic& each) { return each.span.begin; });
  for (Diagnostic& diagnostic : std::ranges::subrange(behind, diagnostics_.end())) {
    move_span(diagnostic.span, distance);
    for (Fix& fix : diagnostic.fixes)
      for (Replacement& edit : fix.edits) move_span(edit.span, distance);
  }
}

void Checker::add(std::vector<Finding> found) {
  if (found.empty()) return;
  const auto key = [](const Diagnostic& diagnostic, const Origin& origin) {
    return std::tuple(diagnostic.span, origin.rank);
  };
  std::ranges::stable_sort(found, {}, [&](const Finding& each) { return key(each.diagnostic, each.origin); });
  std::vector<Diagnostic> diagnostics;
  std::vector<Origin> origins;
  diagnostics.reserve(diagnostics_.size() + found.size());
  origins.reserve(diagnostics.capacity());
  std::size_t old = 0;
  const auto take_old = [&] {
    diagnostics.push_back(std::move(diagnostics_[old]));
    origins.push_back(origins_[old++]);
  };
  for (Finding& each : found) {
    while (old < origins_.size() &&
           key(diagnostics_[old], origins_[old]) <= key(each.diagnostic, each.origin))
      take_old();
    diagnostics.push_back(std::move(each.diagnostic));
    origins.push_back(each.origin);
  }
  while (old < origins_.size()) take_old();
  diagnostics_ = std::move(diagnostics);
  origins_ = std::move(origins);
}

}  // namespace depeche::rules
