#include "rules/walk.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;

// Calls `visit` with the number of each kind.
template <typename Visit>
void for_each(Kinds kinds, Visit visit) {
  for (std::size_t kind = 0; kind <= static_cast<std::size_t>(Kind::kLiquid); ++kind)
    if (kinds.contains(static_cast<Kind>(kind))) visit(kind);
}

}  // namespace

void Walk::ask_each_node(std::uint16_t rule) {
  for_each(all_[rule].check_node.kinds, [&](std::size_t kind) { rules_[kind].push_back(rule); });
  asks_nothing_ = false;
}

void Walk::ask_all_nodes(std::uint16_t rule) {
  const std::size_t place = gatherings_.size();
  for_each(all_[rule].check_nodes.kinds, [&](std::size_t kind) { gatherings_of_[kind].push_back(place); });
  gatherings_.push_back({rule, {}});
  asks_nothing_ = false;
}

void Walk::run(const Input& input, NodeId begin, NodeId end, Report& found) {
  if (asks_nothing_) return;
  for (NodeId node = begin; node < end; ++node) {
    const auto kind = static_cast<std::size_t>(input.tree().kind(node));
    for (const std::uint16_t rule : rules_[kind]) {
      found.begin(all_[rule], {rule, node});
      all_[rule].check_node.check(input, node, found);
    }
    for (const std::size_t place : gatherings_of_[kind]) gatherings_[place].nodes.push_back(node);
  }
  for (const Gathering& gathering : gatherings_) {
    found.begin(all_[gathering.rule], {gathering.rule});
    all_[gathering.rule].check_nodes.check(input, gathering.nodes, found);
  }
}

}  // namespace depeche::rules
