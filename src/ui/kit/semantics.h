// What the canvas shows, in words: one node for each widget, added by the call that draws it, in the order in
// which it is read. Nodes lie in one another as on the screen: buttons in a toolbar, fields in a dialog.
//
// The web layer reads the list as JSON: the changes since the last time for a parallel DOM (screen readers,
// keyboards), all of it for scripts and tests. Roles and states are WAI-ARIA's. What one node says is bounded, so
// that the cost of a list depends on what the screen shows, not on the document.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/span.h"
#include "ui/draw/geometry.h"

namespace depeche::ui {

enum class Role : std::uint8_t {
  kAlert,
  kBanner,
  kButton,
  kDialog,
  kGroup,
  kHeading,
  kImage,
  kLink,
  kList,
  kListItem,
  kMain,
  kMenu,
  kMenuItem,
  kMenuItemCheckbox,
  kNavigation,
  kParagraph,
  kRegion,
  kScrollbar,
  kSearch,
  kSeparator,
  kStatus,
  kTab,
  kTabList,
  kTextBox,
  kToolbar,
  kTree,
  kTreeItem,
};

// As WAI-ARIA calls it: "menuitemcheckbox".
std::string_view name(Role role);

// What activating a node does. kScroll and kAdjust take keys.
enum class NodeAction : std::uint8_t { kNone, kPress, kFocus, kType, kScroll, kAdjust };
std::string_view name(NodeAction action);

// What a button or an entry opens.
enum class Popup : std::uint8_t { kNone, kMenu, kDialog };
std::string_view name(Popup popup);

struct NodeState {
  bool disabled = false;
  bool selected = false;
  bool busy = false;
  bool invalid = false;
  // Without a value: it has no such state at all.
  std::optional<bool> expanded{};
  std::optional<bool> pressed{};
  std::optional<bool> checked{};
  // Of a text field.
  bool takes_digits = false;
  bool has_icon = false;      // its text begins behind one
  bool is_read_only = false;  // of several lines, to be selected and copied

  friend bool operator==(const NodeState&, const NodeState&) = default;
};

// The states that hold, separated by spaces: "disabled", "selected", "busy", "invalid", "expanded" or "collapsed",
// "pressed" or "released", "checked" or "unchecked", "number", "icon", "readonly".
std::string words(const NodeState& state);

struct SemanticNode {
  std::string id{};  // stable over frames, e.g. "toolbar/save"
  Role role = Role::kParagraph;
  std::string name{};
  std::string value{};
  NodeState state{};
  NodeAction action = NodeAction::kNone;
  std::string hint{};          // shown in an empty text field
  std::string described_by{};  // the id of a node that says more about it
  std::string keys{};          // the shortcut, as WAI-ARIA writes it: "Control+Shift+8"
  Popup popup = Popup::kNone;
  // Of what the page shows of the document: where it is written (what stands below the body: at its end, or
  // behind). The parallel DOM has the words from the page's HTML (writers/page_parts.h), and from here where they
  // are in sight: `part` is the part of that HTML, which the platform fills in.
  std::optional<Offset> source{};
  std::optional<std::size_t> part{};
  int level = 0;  // of headings and of the items of a tree, from 1
  int depth = 0;  // how many nodes it lies in: those before it that are less deep, the nearest of each depth
  CssRect bounds{};  // what is in sight of it
  CssRect whole{};   // of a text field, which the browser draws: with what is out of sight

  friend bool operator==(const SemanticNode&, const SemanticNode&) = default;
};

// The most bytes of a node's name, and of its value unless it is a text field.
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
  void clear() { count_ = 0, depth_ = 0; }
  // Adds a node at the depth that is open. Cuts what it says (cut_long_words).
  void add(SemanticNode node);
  // The nodes that are added between the two lie in the last one that was added before.
  void open() { ++depth_; }
  void close() { --depth_; }
  // Adds a copy of `node` with other bounds. The node is not in this list, and its words have been cut. The copy
  // reuses the memory of a node from before clear().
  void add(const SemanticNode& node, const CssRect& bounds);
  // Moves the nodes [middle, end) before the nodes [first, middle), which must all lie in the same node.
  void bring_forward(std::size_t first, std::size_t middle, std::size_t end);
  // In the order of adding, unless some were brought forward; valid until the list changes.
  std::span<const SemanticNode> nodes() const { return {nodes_.data(), count_}; }

  // A JSON array of the nodes, one line each: objects with the names of the members.
  std::string to_json() const;

 private:
  SemanticNode& slot();

  std::vector<SemanticNode> nodes_;
  std::size_t count_ = 0;  // of them; those behind are of an earlier frame
  int depth_ = 0;
};

// How a list of nodes is made from the one `before`, as a JSON array of lines, by semantic_changes(): [from,count]
// for nodes that are kept, and each other node as Semantics::to_json() writes it.
std::string changes_json(std::span<const SemanticNode> before, std::span<const SemanticNode> after);

// While it lives, what is added lies in the node that was added last.
class SemanticGroup {
 public:
  explicit SemanticGroup(Semantics& semantics) : semantics_(semantics) { semantics_.open(); }
  ~SemanticGroup() { semantics_.close(); }
  SemanticGroup(const SemanticGroup&) = delete;
  SemanticGroup& operator=(const SemanticGroup&) = delete;

 private:
  Semantics& semantics_;
};

}  // namespace depeche::ui
