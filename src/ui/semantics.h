// What the canvas shows, said in words: one node a widget, emitted by the call that draws it.
//
// The web layer reads the list as JSON, for a parallel DOM (screen readers, keyboards) and for tests. Roles
// are WAI-ARIA's.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace depeche::ui {

struct Rectangle {
  float x = 0, y = 0, width = 0, height = 0;  // CSS pixels from the canvas' top left
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
};

class Semantics {
 public:
  void clear() { nodes_.clear(); }
  void add(SemanticNode node) { nodes_.push_back(std::move(node)); }
  const std::vector<SemanticNode>& nodes() const { return nodes_; }
  // An array of objects with the members' names, a line each.
  std::string to_json() const;

 private:
  std::vector<SemanticNode> nodes_;
};

}  // namespace depeche::ui
