#include "ui/kit/semantics.h"

#include <algorithm>
#include <optional>

#include "base/decimal.h"
#include "base/json_string.h"
#include "base/utf8.h"
#include "text/grapheme.h"

namespace depeche::ui {
namespace {

void append_member(std::string& json, std::string_view name, std::string_view value) {
  append_json_string(json, name);
  json += ':';
  append_json_string(json, value);
  json += ',';
}

void append_number(std::string& json, std::string_view name, float value) {
  append_json_string(json, name);
  json += ':';
  append_hundredths(json, value);
}

void append_rectangle(std::string& json, std::string_view name, const CssRect& rectangle) {
  append_json_string(json, name);
  json += ":{";
  append_number(json, "x", rectangle.x);
  append_number(json += ',', "y", rectangle.y);
  append_number(json += ',', "width", rectangle.width);
  append_number(json += ',', "height", rectangle.height);
  json += '}';
}

void append_node(std::string& json, const SemanticNode& node) {
  json += '{';
  append_member(json, "id", node.id);
  append_member(json, "role", node.role);
  append_member(json, "name", node.name);
  append_member(json, "value", node.value);
  append_member(json, "state", node.state);
  append_member(json, "action", node.action);
  append_member(json, "hint", node.hint);
  json += "\"level\":" + std::to_string(node.level) + ',';
  append_rectangle(json, "bounds", node.bounds);
  if (node.action == "type") append_rectangle(json += ',', "whole", node.whole);
  json += '}';
}

// The next element of an array that is written a line each.
std::string& next_line(std::string& json) {
  return json += json.size() > 1 ? ",\n" : "\n";
}

std::string closed(std::string json) {
  return json.size() > 1 ? std::move(json) + "\n]" : "[]";
}

// Makes the last change longer where it goes on with this node.
void append(std::vector<SemanticChange>& changes, bool kept, std::size_t index) {
  const bool goes_on =
      !changes.empty() && changes.back().kept == kept && changes.back().from + changes.back().count == index;
  if (goes_on) {
    ++changes.back().count;
  } else {
    changes.push_back({kept, index, 1});
  }
}

// Where nodes stand in a list by their ids. The list is sorted when it is first asked for another node than
// the next.
class Places {
 public:
  explicit Places(std::span<const SemanticNode> nodes) : nodes_(nodes) {}

  // The first node of that id from `next` on.
  std::optional<std::size_t> find(std::string_view id, std::size_t next) {
    if (next == nodes_.size()) return std::nullopt;
    if (nodes_[next].id == id) return next;
    sort();
    const auto place = std::lower_bound(sorted_.begin(), sorted_.end(), Place{id, next});
    if (place == sorted_.end() || place->first != id) return std::nullopt;
    return place->second;
  }

 private:
  using Place = std::pair<std::string_view, std::size_t>;

  void sort() {
    if (!sorted_.empty()) return;
    for (std::size_t i = 0; i < nodes_.size(); ++i) sorted_.emplace_back(nodes_[i].id, i);
    std::sort(sorted_.begin(), sorted_.end());
  }

  std::span<const SemanticNode> nodes_;
  std::vector<Place> sorted_;
};

void cut(std::string& words) {
  constexpr std::size_t kNearby = 100;  // bytes
  if (words.size() <= kLongestSaid) return;
  std::size_t end = words.rfind(' ', kLongestSaid);
  const bool is_nearby = end != std::string::npos && end + kNearby > kLongestSaid;
  if (!is_nearby)
    end = is_grapheme_boundary(words, kLongestSaid) ? kLongestSaid : previous_grapheme(words, kLongestSaid);
  if (end == 0) end = previous_code_point(words, kLongestSaid);  // a heap of marks
  words = words.substr(0, end) + "…";
}

}  // namespace

void cut_long_words(SemanticNode& node) {
  cut(node.name);
  if (node.role != "textbox") cut(node.value);
}

std::vector<SemanticChange> semantic_changes(std::span<const SemanticNode> before,
                                             std::span<const SemanticNode> after) {
  std::vector<SemanticChange> changes;
  Places places(before);
  std::size_t next = 0;  // of `before`
  for (std::size_t i = 0; i < after.size(); ++i) {
    const auto found = places.find(after[i].id, next);
    const bool kept = found && before[*found] == after[i];
    append(changes, kept, kept ? *found : i);
    if (found) next = *found + 1;
  }
  return changes;
}

SemanticNode& Semantics::slot() {
  if (count_ == nodes_.size()) nodes_.emplace_back();
  return nodes_[count_++];
}

void Semantics::add(SemanticNode node) {
  cut_long_words(node);
  slot() = std::move(node);
}

void Semantics::add(const SemanticNode& node, const CssRect& bounds) {
  SemanticNode& copy = slot();
  copy = node;
  copy.bounds = bounds;
}

void Semantics::bring_forward(std::size_t first, std::size_t middle, std::size_t end) {
  const auto at = [&](std::size_t index) { return nodes_.begin() + static_cast<std::ptrdiff_t>(index); };
  std::rotate(at(first), at(middle), at(end));
}

std::string Semantics::to_json() const {
  std::string json = "[";
  for (const SemanticNode& node : nodes()) append_node(next_line(json), node);
  return closed(std::move(json));
}

std::string Semantics::changes_json(std::span<const SemanticNode> before) const {
  std::string json = "[";
  for (const SemanticChange& change : semantic_changes(before, nodes())) {
    if (change.kept) {
      next_line(json) += '[' + std::to_string(change.from) + ',' + std::to_string(change.count) + ']';
      continue;
    }
    for (const SemanticNode& node : nodes().subspan(change.from, change.count))
      append_node(next_line(json), node);
  }
  return closed(std::move(json));
}

}  // namespace depeche::ui
