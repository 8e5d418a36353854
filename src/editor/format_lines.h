// Commands that make the selected lines headings, lists or quotes, and text again when all of them already
// are. Each is one step to undo and changes the marks alone.
//
// Blank lines are left out, but where there is nothing else. Lines are read by themselves (block.h), without
// a parser.
#pragma once

#include <cstdint>
#include <optional>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// `level` is 1 to 6; nothing for another.
std::optional<Transaction> toggle_heading(const EditorState& state, std::uint32_t level);

// Text again, whatever their levels.
std::optional<Transaction> remove_headings(const EditorState& state);

enum class ListKind : std::uint8_t { kBullet, kOrdered };

std::optional<Transaction> toggle_list(const EditorState& state, ListKind kind);

// Quotes the blank lines between as well. Taking back removes the outermost mark.
std::optional<Transaction> toggle_quote(const EditorState& state);

}  // namespace depeche::editor
