// Commands that write Markdown: what the buttons of a toolbar do. Each is one step to undo, changes the marks
// alone, and takes them away where they already are.
//
// They read the text around the selection by themselves (block.h, emphasis.h), without a parser.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// The selected text, without spaces at its ends; or the word at the caret; or, where there is none, an empty
// pair of marks to type in. In several blocks, each for itself. Part of a bold text stops being bold alone.
std::optional<Transaction> toggle_bold(const EditorState& state);
std::optional<Transaction> toggle_italic(const EditorState& state);

// The selected lines become headings of `level`, 1 to 6; text again when all of them are.
std::optional<Transaction> toggle_heading(const EditorState& state, std::uint32_t level);

enum class ListKind : std::uint8_t { kBullet, kOrdered };

// The selected lines become items; text again when all of them are items of that kind.
std::optional<Transaction> toggle_list(const EditorState& state, ListKind kind);

// The selected lines are quoted; all of them are, once less.
std::optional<Transaction> toggle_quote(const EditorState& state);

// A link to `target` in the place of the selection. Its text is `label` if there is one, else the selected
// Markdown, else the target. The caret comes after it; or, without a target, where the target is to be typed.
// Nothing when several blocks are selected.
std::optional<Transaction> insert_link(const EditorState& state, std::string_view target,
                                       std::string_view label);

}  // namespace depeche::editor
