// Commands that write links and images. Each is one step to undo.
//
// A label is Markdown; square brackets in it that do not match are escaped. A target may hold any characters:
// those that would end it are percent-encoded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// "[label](target)"; without a label the target is the label.
std::string link_markdown(std::string_view target, std::string_view label);

// "![alternative](path "caption")".
std::string image_markdown(std::string_view path, std::string_view alternative, std::string_view caption);

// A link in the place of `place`, the caret after it; nothing when that runs over several blocks.
std::optional<Transaction> insert_link(const EditorState& state, Span place, std::string_view target,
                                       std::string_view label);

// Where the parts of a link or an image stand, from the tree.
struct LinkParts {
  Span whole;
  Span label;   // within the whole
  Span target;  // within the whole, outside the label; empty where it stands elsewhere, as for a reference
};

// Another target and label; a title and attributes stay.
std::optional<Transaction> change_link(const EditorState& state, const LinkParts& parts,
                                       std::string_view target, std::string_view label);

// The label alone; an attribute list right after the link goes with it.
std::optional<Transaction> remove_link(const EditorState& state, const LinkParts& parts);

}  // namespace depeche::editor
