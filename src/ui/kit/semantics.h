// What the canvas shows, in words: one node for each widget, added by the call that draws it.
//
// The web layer reads the list as JSON: the changes since the last time for a parallel DOM (screen readers,
// keyboards), all of it for scripts and tests. Roles are WAI-ARIA's. What one node says is bounded, so that the
// cost of a list depends on what the screen shows, not on the document.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/draw/geometry.h"

namespace depeche::ui {

struct SemanticNode {
  std::string id{};    // stable over frames, e.g. "toolbar/save"
  std::string role{};  // "button", "textbox", "separator", "heading", "link", "list", "listitem", "img",
                       // "status", "dialog"…
  std::string name{};
  std::string value{};
  std::string state{};  // space-separated: "disabled", "expanded", "collapsed", "selected", "pressed",
                        // "checked", "busy", "invalid"; of a text field: "number": digits are typed,
                        // "icon": its text begins behind one, "readonly": of several lines, to be copied
  // What activating the node does: "press", "focus" or "type"; "scroll" and "adjust" take keys. Empty: nothing.
  std::string action{};
  std::string hint{};  // shown in an empty text field
  int level = 0;       // depth below the root, for grouping; of headings: their level
  CssRect bounds{};    // what is in sight of it
  CssRect whole{};     // of a text field, which the browser draws: with what is out of sight

  friend bool operator==(const SemanticNode&, const SemanticNode&) = default;
};

// The most bytes of a node's name, and of its value unless it is a "textbox".
inline constexpr std::size_t kLongestSaid = 4000;

// Cuts a name or value that is longer, after a word if one ends nearby, else after a character,
// and adds an ellipsis.
void cut_long_words(SemanticNode& node);

// Where a part of a list of nodes comes from: `count` nodes from `from` on, of the list before if they are
// unchanged (`kept`), else of the new list.
struct SemanticChange {
  bool kept = false;
  std::size_t from = 0;
  std::size_t count = 0;

  friend bool operator==(const SemanticChange&, const SemanticChange&) = default;
};

// The parts that `after` is made of, in order, given `before`; each is as long as possible. A node is looked for
// by its id, behind the one that was found last: a node that has moved back in the list counts as new. Linear
// where the ids keep their order; else as costly as sorting `before`.
std::vector<SemanticChange> semantic_changes(std::span<const SemanticNode> before,
                                             std::span<const SemanticNode> after);

class Semantics {
 public:
  void clear() { count_ = 0; }
  // Cuts what the node says (cut_long_words).
  void add(SemanticNode node);
  // Adds a copy of `node` with other bounds. The node is not in this list, and its words have been cut. The copy
  // reuses the memory of a node from before clear().
  void add(const SemanticNode& node, const CssRect& bounds);
  // Moves the nodes [middle, end) before the nodes [first, middle).
  void bring_forward(std::size_t first, std::size_t middle, std::size_t end);
  // In the order of adding, unless some were brought forward; valid until the list changes.
  std::span<const SemanticNode> nodes() const { return {nodes_.data(), count_}; }

  // A JSON array of the nodes, one line each: objects with the names of the members.
  std::string to_json() const;

  // How this list is made from the list `before`, as a JSON array of lines, by semantic_changes(): [from,count]
  // for nodes that are kept, and each other node as to_json() writes it.
  std::string changes_json(std::span<const SemanticNode> before) const;

 private:
  SemanticNode& slot();

  std::vector<SemanticNode> nodes_;
  std::size_t count_ = 0;  // of them; those behind are of an earlier frame
};

}  // namespace depeche::ui
