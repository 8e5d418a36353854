#include "rules/checker.h"

#include <algorithm>
#include <tuple>

#include "rules/walk.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeChange;
using markdown::NodeId;

bool touches(const NodeChange& nodes, Kinds kinds) {
  for (std::size_t kind = 0; kind <= static_cast<std::size_t>(Kind::kLiquid); ++kind)
    if (kinds.contains(static_cast<Kind>(kind)) && nodes.touches(static_cast<Kind>(kind))) return true;
  return false;
}

// From the first to the last place at which a change has left something new.
Span new_text(const Change& change) {
  const Offset behind = change.length_before() - change.replacements().back().span.end;
  return {change.replacements().front().span.begin, change.length_after() - behind};
}

void ask_of_document(const Input& input, const Rule& rule, Origin origin, Report& found) {
  found.begin(rule, origin);
  if (rule.check_document != nullptr) rule.check_document(input, found);
  if (rule.check_fields != nullptr && !input.release.front_matter.broken) rule.check_fields(input, found);
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
  const Input input(release, settings);
  Report found;
  Walk walk(rules_);
  for (std::uint16_t place = 0; place < rules_.size(); ++place) {
    const Rule& rule = rules_[place];
    if (!is_on(rule, settings)) continue;
    ask_of_document(input, rule, {place}, found);
    if (rule.check_node.check != nullptr) walk.ask_each_node(place);
    if (rule.check_nodes.check != nullptr) walk.ask_all_nodes(place);
  }
  walk.run(input, release.tree.root(), static_cast<NodeId>(release.tree.size()), found);

  diagnostics_.clear();
  origins_.clear();
  add(std::move(found).take());
  language_.reset();
  remember(input);
  return diagnostics_;
}

const std::vector<Diagnostic>& Checker::follow(const Release& release, const Change& change,
                                               const Settings& settings) {
  const Input input(release, settings);
  if (!can_follow(input, change)) return check(release, settings);
  const NodeChange& nodes = *release.node_change;
  Report found;
  Walk over_new_nodes(rules_), over_all_nodes(rules_);
  std::vector<bool> asked(rules_.size());  // again, of all that they look at but for single nodes
  for (std::uint16_t place = 0; place < rules_.size(); ++place) {
    const Rule& rule = rules_[place];
    if (!is_on(rule, settings)) continue;
    if (rule.check_node.check != nullptr) over_new_nodes.ask_each_node(place);
    const bool is_touched = touches(nodes, rule.check_nodes.kinds);
    asked[place] = is_touched || is_concerned(input, place, new_text(change));
    if (!asked[place]) continue;
    ask_of_document(input, rule, {place}, found);
    if (rule.check_nodes.check != nullptr) over_all_nodes.ask_all_nodes(place);
  }
  over_new_nodes.run(input, nodes.first, nodes.first + nodes.added, found);
  over_all_nodes.run(input, release.tree.root(), static_cast<NodeId>(release.tree.size()), found);

  forget(asked, nodes);
  move(change, nodes);
  add(std::move(found).take());
  remember(input);
  return diagnostics_;
}

bool Checker::can_follow(const Input& input, const Change& change) const {
  if (!input.release.node_change || change.empty() || input.settings != settings_) return false;
  if (size_ != change.length_before() || input.release.text.size() != change.length_after()) return false;
  return !language_ || *language_ == input.language();
}

bool Checker::is_concerned(const Input& input, std::uint16_t rule, Span new_text) const {
  const Rule& asked = rules_[rule];
  if (asked.check_document == nullptr && asked.check_fields == nullptr) return false;
  if (asked.concerns == nullptr || asked.concerns(input, new_text)) return true;
  return std::ranges::find(origins_, rule, &Origin::rule) != origins_.end();
}

// What was asked again, and what was said of nodes that are gone.
void Checker::forget(const std::vector<bool>& asked, const NodeChange& nodes) {
  const auto is_kept = [&](const Origin& origin) {
    if (origin.node == kNoNode) return !asked[origin.rule];
    return origin.node < nodes.first || origin.node >= nodes.first + nodes.removed;
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
  for (Origin& origin : origins_)
    if (origin.node != kNoNode && origin.node >= nodes.first) origin.node += nodes.added - nodes.removed;
  const Offset distance = change.length_after() - change.length_before();  // may wrap around, as the sums do
  const auto behind = std::ranges::lower_bound(diagnostics_, change.replacements().back().span.end, {},
                                               [](const Diagnostic& each) { return each.span.begin; });
  std::for_each(behind, diagnostics_.end(), [&](Diagnostic& diagnostic) {
    move_span(diagnostic.span, distance);
    for (Fix& fix : diagnostic.fixes)
      for (Replacement& edit : fix.edits) move_span(edit.span, distance);
  });
}

// In their order among those that are there.
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
  std::size_t kept = 0;
  const auto take_kept = [&] {
    diagnostics.push_back(std::move(diagnostics_[kept]));
    origins.push_back(origins_[kept++]);
  };
  for (Finding& each : found) {
    const auto place = key(each.diagnostic, each.origin);
    while (kept < origins_.size() && key(diagnostics_[kept], origins_[kept]) <= place) take_kept();
    diagnostics.push_back(std::move(each.diagnostic));
    origins.push_back(each.origin);
  }
  while (kept < origins_.size()) take_kept();
  diagnostics_ = std::move(diagnostics);
  origins_ = std::move(origins);
}

void Checker::remember(const Input& input) {
  settings_ = input.settings;
  if (input.has_told_language()) language_ = input.language();
  size_ = input.release.text.size();
}

}  // namespace depeche::rules
