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
  append_member(json, "role", name(node.role));
  append_member(json, "name", node.name);
  append_member(json, "value", node.value);
  append_member(json, "state", words(node.state));
  append_member(json, "action", name(node.action));
  append_member(json, "hint", node.hint);
  if (!node.described_by.empty()) append_member(json, "describedBy", node.described_by);
  if (!node.keys.empty()) append_member(json, "keys", node.keys);
  if (node.popup != Popup::kNone) append_member(json, "popup", name(node.popup));
  if (node.source) json += "\"source\":" + std::to_string(*node.source) + ',';
  if (node.part) json += "\"part\":" + std::to_string(*node.part) + ',';
  json += "\"level\":" + std::to_string(node.level) + ",\"depth\":" + std::to_string(node.depth) + ',';
  append_rectangle(json, "bounds", node.bounds);
  if (node.action == NodeAction::kType) append_rectangle(json += ',', "whole", node.whole);
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

std::string_view name(Role role) {
  switch (role) {
    case Role::kAlert:
      return "alert";
    case Role::kBanner:
      return "banner";
    case Role::kButton:
      return "button";
    case Role::kDialog:
      return "dialog";
    case Role::kGroup:
      return "group";
    case Role::kHeading:
      return "heading";
    case Role::kImage:
      return "img";
    case Role::kLink:
      return "link";
    case Role::kList:
      return "list";
    case Role::kListItem:
      return "listitem";
    case Role::kMain:
      return "main";
    case Role::kMenu:
      return "menu";
    case Role::kMenuItem:
      return "menuitem";
    case Role::kMenuItemCheckbox:
      return "menuitemcheckbox";
    case Role::kNavigation:
      return "navigation";
    case Role::kParagraph:
      return "paragraph";
    case Role::kRegion:
      return "region";
    case Role::kScrollbar:
      return "scrollbar";
    case Role::kSearch:
      return "search";
    case Role::kSeparator:
      return "separator";
    case Role::kStatus:
      return "status";
    case Role::kTab:
      return "tab";
    case Role::kTabList:
      return "tablist";
    case Role::kTextBox:
      return "textbox";
    case Role::kToolbar:
      return "toolbar";
    case Role::kTree:
      return "tree";
    case Role::kTreeItem:
      return "treeitem";
  }
  return {};
}

std::string_view name(NodeAction action) {
  switch (action) {
    case NodeAction::kNone:
      return "";
    case NodeAction::kPress:
      return "press";
    case NodeAction::kFocus:
      return "focus";
    case NodeAction::kType:
      return "type";
    case NodeAction::kScroll:
      return "scroll";
    case NodeAction::kAdjust:
      return "adjust";
  }
  return {};
}

std::string_view name(Popup popup) {
  switch (popup) {
    case Popup::kNone:
      return "";
    case Popup::kMenu:
      return "menu";
    case Popup::kDialog:
      return "dialog";
  }
  return {};
}

std::string words(const NodeState& state) {
  std::string words;
  const auto add = [&](bool holds, std::string_view word) {
    if (!holds) return;
    if (!words.empty()) words += ' ';
    words += word;
  };
  const auto choose = [&](std::optional<bool> value, std::string_view yes, std::string_view no) {
    if (value) add(true, *value ? yes : no);
  };
  add(state.disabled, "disabled");
  add(state.selected, "selected");
  add(state.busy, "busy");
  add(state.invalid, "invalid");
  choose(state.expanded, "expanded", "collapsed");
  choose(state.pressed, "pressed", "released");
  choose(state.checked, "checked", "unchecked");
  add(state.takes_digits, "number");
  add(state.has_icon, "icon");
  add(state.is_read_only, "readonly");
  return words;
}

void cut_long_words(SemanticNode& node) {
  cut(node.name);
  if (node.role != Role::kTextBox) cut(node.value);
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
  node.depth = depth_;
  slot() = std::move(node);
}

void Semantics::add(const SemanticNode& node, const CssRect& bounds) {
  SemanticNode& copy = slot();
  copy = node;
  copy.depth = depth_;
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

std::string changes_json(std::span<const SemanticNode> before, std::span<const SemanticNode> after) {
  std::string json = "[";
  for (const SemanticChange& change : semantic_changes(before, after)) {
    if (change.kept) {
      next_line(json) += '[' + std::to_string(change.from) + ',' + std::to_string(change.count) + ']';
      continue;
    }
    for (const SemanticNode& node : after.subspan(change.from, change.count))
      append_node(next_line(json), node);
  }
  return closed(std::move(json));
}

}  // namespace depeche::ui
