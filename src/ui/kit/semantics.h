// What the canvas shows, said in words: one node a widget, emitted by the call that draws it.
//
// The web layer reads the list as JSON: what has changed since it did so last for a parallel DOM (screen
// readers, keyboards), all of it for scripts and tests. Roles are WAI-ARIA's. What one node says is bounded,
// so that a list costs what a screen shows, whatever the document.
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
  // What activating does: "press", "focus", "type"; "scroll" and "adjust" take keys. Empty: nothing.
  std::string action{};
  std::string hint{};  // shown in an empty text field
  int level = 0;       // depth below the root, for grouping; of headings: their level
  CssRect bounds{};    // what is in sight of it
  CssRect whole{};     // of a text field, which the browser draws: with what is out of sight

  friend bool operator==(const SemanticNode&, const SemanticNode&) = default;
};

// What a node may say in its name, and in its value unless that is what a person types: bytes.
inline constexpr std::size_t kLongestSaid = 4000;

// Cuts what says more, after a word where one ends nearby, else after a character, and ends it in an
// ellipsis.
void cut_long_words(SemanticNode& node);

// How a part of a list of nodes came about: `count` of them from `from` on, of the list that was there before
// if they are as they were, else of the list itself.
struct SemanticChange {
  bool kept = false;
  std::size_t from = 0;
  std::size_t count = 0;

  friend bool operator==(const SemanticChange&, const SemanticChange&) = default;
};

// What `after` is made of, in order, for one who has `before`. Neighbouring changes are not parts of one. A
// node is looked for by its id behind the one that was found last: what has gone back in the list counts as
// new. Linear where ids follow one another as they did; else as costly as sorting `before`.
std::vector<SemanticChange> semantic_changes(std::span<const SemanticNode> before,
                                             std::span<const SemanticNode> after);

class Semantics {
 public:
  void clear() { count_ = 0; }
  // What the node says is cut (cut_long_words).
  void add(SemanticNode node);
  // A copy of `node`, which is none of this list's and has been cut, with other bounds. It takes the room of
  // a node that was there before clear().
  void add(const SemanticNode& node, const CssRect& bounds);
  // Brings the nodes from `middle` to `end` before those from `first` to `middle`.
  void bring_forward(std::size_t first, std::size_t middle, std::size_t end);
  // In the order of adding, unless some were brought forward; good until the list changes.
  std::span<const SemanticNode> nodes() const { return {nodes_.data(), count_}; }

  // An array of objects with the members' names, a line each.
  std::string to_json() const;

  // What makes this list of the list `before`, as JSON: an array with a line for each of
  // semantic_changes(): for nodes that are kept the array [from,count], else the nodes as to_json() writes
  // them.
  std::string changes_json(std::span<const SemanticNode> before) const;

 private:
  SemanticNode& slot();

  std::vector<SemanticNode> nodes_;
  std::size_t count_ = 0;  // of them; those behind are of an earlier frame
};

}  // namespace depeche::ui
