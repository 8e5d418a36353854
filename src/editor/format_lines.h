// Commands that make the selected lines headings, lists or quotes, or text again if all of them already are.
// Each is one step to undo and changes the marks alone.
//
// Blank lines are left out, unless all selected lines are blank. Each line is read by itself (block.h), without
// the parser.
#pragma once

#include <cstdint>
#include <optional>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// `level` is 1 to 6; nothing for any other.
std::optional<Transaction> toggle_heading(const EditorState& state, std::uint32_t level);

// Makes the selected headings text again, whatever their levels.
std::optional<Transaction> remove_headings(const EditorState& state);

enum class ListKind : std::uint8_t { kBullet, kOrdered };

std::optional<Transaction> toggle_list(const EditorState& state, ListKind kind);

// Quotes the blank lines between others too. If all are quoted, removes the outermost mark.
std::optional<Transaction> toggle_quote(const EditorState& state);

}  // namespace depeche::editor
