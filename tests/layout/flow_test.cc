#include "layout/flow.h"

#include "doctest/doctest.h"

#include <random>
#include <vector>

namespace depeche::layout {
namespace {

TEST_CASE("positions are sums of heights, exact or estimated") {
  Flow flow;
  flow.splice(0, 0, std::vector<float>{10, 20, 30});
  CHECK(flow.total_height() == 60);
  CHECK(flow.block_at(-1) == 0);
  CHECK(flow.block_at(9.5) == 0);
  CHECK(flow.block_at(10) == 1);
  CHECK(flow.block_at(999) == 2);
  flow.set_height(0, 15);
  CHECK(flow.top(1) == 15);
  flow.forget_heights(2);
  CHECK(flow.total_height() == 130);
}

TEST_CASE("an anchor stays with its block when heights above it change") {
  Flow flow;
  flow.splice(0, 0, std::vector<float>{10, 20, 30});
  const Anchor anchor = flow.anchor_at(35);
  CHECK(anchor.block == 2);
  CHECK(anchor.into == 5);
  flow.set_height(0, 100);
  CHECK(flow.position(anchor) == 125);
}

TEST_CASE("random splices agree with a plain list") {
  std::mt19937 random(3);
  Flow flow;
  std::vector<float> model;
  for (int round = 0; round < 500; ++round) {
    const std::size_t first = random() % (model.size() + 1);
    const std::size_t removed = random() % (model.size() - first + 1);
    std::vector<float> added(random() % 5);
    for (float& height : added) height = static_cast<float>(random() % 50);
    flow.splice(first, removed, added);
    const auto at = model.begin() + static_cast<std::ptrdiff_t>(first);
    model.erase(at, at + static_cast<std::ptrdiff_t>(removed));
    model.insert(model.begin() + static_cast<std::ptrdiff_t>(first), added.begin(), added.end());

    REQUIRE(flow.size() == model.size());
    double top = 0;
    for (std::size_t i = 0; i < model.size(); ++i) {
      CHECK(flow.top(i) == top);
      if (model[i] > 0) CHECK(flow.block_at(top) == i);
      top += static_cast<double>(model[i]);
    }
    CHECK(flow.total_height() == top);
  }
}

}  // namespace
}  // namespace depeche::layout
