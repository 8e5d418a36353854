// What stands at the selection, by the tree: the buttons show it, and the commands depend on it.
#pragma once

#include <cstdint>

#include "editor/format_link.h"
#include "editor/text_kind.h"
#include "release/release.h"
#include "text/selection.h"

namespace depeche::app {

struct Place {
  editor::TextKind kind = editor::TextKind::kMarkdown;
  // Each is true if it holds for all the selected text, or at the caret.
  bool bold = false;
  bool italic = false;
  bool struck = false;
  bool code = false;
  bool bullet_list = false;
  bool ordered_list = false;
  bool quote = false;
  bool citation = false;  // or its author
  bool important_link = false;
  int heading = 0;  // its level; 0 for none, or several
  // The innermost node around the whole selection, or kNoNode.
  markdown::NodeId link = markdown::kNoNode;
  markdown::NodeId image = markdown::kNoNode;
  markdown::NodeId table = markdown::kNoNode;
  markdown::NodeId struck_node = markdown::kNoNode;
  markdown::NodeId bold_tags = markdown::kNoNode;  // an HTML element that makes bold or italic
  markdown::NodeId italic_tags = markdown::kNoNode;
  markdown::NodeId code_node = markdown::kNoNode;  // a span or a block
};

// Costs the depth of the tree there, for each text of the selection. With more than kMaxTexts texts, nothing
// but `kind` is set.
inline constexpr std::size_t kMaxTexts = 2000;
Place place_at(const Release& release, Selection selection);

// Whether `offset` is in the front matter or before it: up to the end of the closing fence's line. The blank
// lines below count as body here, since people write the body in them; Jekyll takes them along with the
// fence.
bool is_in_front_matter(const Release& release, Offset offset);

// The kind of the text at `offset`: what typing there goes by.
editor::TextKind kind_at(const Release& release, Offset offset);

// The parts of a link or an image of the tree.
editor::LinkParts parts_of(const markdown::Tree& tree, markdown::NodeId node);

}  // namespace depeche::app
