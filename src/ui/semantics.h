// What the canvas shows, said in words: one node a widget, emitted by the call that draws it.
//
// The web layer reads the list as JSON, for a parallel DOM (screen readers, keyboards) and for tests. Roles
// are WAI-ARIA's.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace depeche::ui {

struct Rectangle {
  float x = 0, y = 0, width = 0, height = 0;  // CSS pixels from the canvas' top left

  friend bool operator==(const Rectangle&, const Rectangle&) = default;
};

struct SemanticNode {
  std::string id{};    // stable over frames, e.g. "toolbar/save"
  std::string role{};  // "button", "textbox", "separator", "heading", "link", "list", "listitem", "img",
                       // "status", "dialog"…
  std::string name{};
  std::string value{};
  std::string state{};  // space-separated: "disabled", "expanded", "collapsed", "selected", "pressed",
                        // "checked", "busy", "invalid"; of a text field: "number": digits are typed,
                        // "icon": its text begins behind one
  // What activating does: "press", "focus", "type"; "scroll" and "adjust" take keys. Empty: nothing.
  std::string action{};
  std::string hint{};  // shown in an empty text field
  int level = 0;       // depth below the root, for grouping; of headings: their level
  Rectangle bounds{};

  friend bool operator==(const SemanticNode&, const SemanticNode&) = default;
};

class Semantics {
 public:
  // Room of the nodes so far is used for those to come.
  void clear() { count_ = 0; }
  void add(SemanticNode node) { slot() = std::move(node); }
  // A copy of `node` with other bounds.
  void add(const SemanticNode& node, const Rectangle& bounds);
  // In the order of adding; good until the list changes.
  std::span<const SemanticNode> nodes() const { return {nodes_.data(), count_}; }

  // An array of objects with the members' names, a line each.
  std::string to_json() const;

 private:
  SemanticNode& slot();

  std::vector<SemanticNode> nodes_;
  std::size_t count_ = 0;  // of them; those behind are of an earlier frame
};

}  // namespace depeche::ui
