#include "ui/draw/cluster_table.h"

namespace depeche::ui {
namespace {

constexpr char32_t kFirst = 0xD800;
constexpr std::size_t kMost = 0xE000 - 0xD800;

}  // namespace

char32_t ClusterTable::number(std::string_view cluster) {
  if (const auto found = numbers_.find(cluster); found != numbers_.end()) return found->second;
  if (clusters_.size() == kMost) return 0;
  const char32_t number = kFirst + static_cast<char32_t>(clusters_.size());
  clusters_.push_back(numbers_.emplace(cluster, number).first->first);
  return number;
}

std::string_view ClusterTable::cluster(char32_t character) const {
  if (character < kFirst || character - kFirst >= clusters_.size()) return {};
  return clusters_[character - kFirst];
}

}  // namespace depeche::ui
