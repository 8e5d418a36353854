// One walk over the tree for all rules that look at nodes.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "rules/rule.h"

namespace depeche::rules {

class Walk {
 public:
  // The rules must outlive it.
  explicit Walk(std::span<const Rule> all) : all_(all) {}

  // Adds a rule, as its index among all, to those whose check_node or check_nodes run() asks.
  void ask_each_node(std::uint16_t rule);
  void ask_all_nodes(std::uint16_t rule);
  bool asks_nothing() const { return asks_nothing_; }

  // Walks the nodes from `begin` up to `end`. Each check_nodes is called once, with those of its kinds among them.
  void run(const Input& input, markdown::NodeId begin, markdown::NodeId end, Report& found);

 private:
  template <typename Value>
  using ByKind = std::array<std::vector<Value>, static_cast<std::size_t>(markdown::Kind::kLiquid) + 1>;

  struct Gathering {
    std::uint16_t rule;
    std::vector<markdown::NodeId> nodes;
  };

  std::span<const Rule> all_;
  ByKind<std::uint16_t> rules_;        // that are asked of each node
  ByKind<std::size_t> gatherings_of_;  // which of gatherings_ want the node
  std::vector<Gathering> gatherings_;
  bool asks_nothing_ = true;
};

}  // namespace depeche::rules
