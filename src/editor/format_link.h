// Commands that write links and images. Each is one step to undo.
//
// A label is Markdown: unmatched square brackets in it are escaped, and line ends become spaces. A target may
// hold any characters: those that would end it are percent-encoded.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// "[label](target)"; an empty label is replaced by the target.
std::string link_markdown(std::string_view target, std::string_view label);

// "![alternative](path "caption")"; without a caption, "![alternative](path)".
std::string image_markdown(std::string_view path, std::string_view alternative, std::string_view caption);

// Replaces `place` by a link and puts the caret after it. Nothing if `place` extends over several blocks.
std::optional<Transaction> insert_link(const EditorState& state, Span place, std::string_view target,
                                       std::string_view label);

// Where the parts of a link or an image are, as the tree says.
struct LinkParts {
  Span whole;
  Span label;   // within the whole
  Span target;  // within the whole, outside the label; empty if it is elsewhere, as for a reference
};

// Changes the target and the label; a title and attributes stay. A link without a target of its own in the
// text, such as a reference or `<…>`, is replaced as a whole.
std::optional<Transaction> change_link(const EditorState& state, const LinkParts& parts,
                                       std::string_view target, std::string_view label);

// Leaves only the label. An attribute list right after the link is removed with it.
std::optional<Transaction> remove_link(const EditorState& state, const LinkParts& parts);

}  // namespace depeche::editor
