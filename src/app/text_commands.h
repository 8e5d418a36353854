// What a TextCommand means where the selection is: the tree decides, the editor writes.
#pragma once

#include <optional>
#include <string_view>

#include "app/action.h"
#include "editor/state.h"
#include "release/release.h"

namespace depeche::app {

// `release` is that of the state's text. `author` stands for a citation's author until it is typed. Nothing
// where the command has no meaning: a format in the front matter or in code, a row outside a table.
std::optional<editor::Transaction> transaction_of(TextCommand command, const editor::EditorState& state,
                                                  const Release& release, std::string_view author);

// Inserts `block` near the selection: above the block at whose start the caret is, else below the block
// around it. Selected text stays. A block that would come before or into the front matter goes to the body's
// start. `selected`, which counts from the block's start, is selected then.
std::optional<editor::Transaction> insert_in_body(const editor::EditorState& state, const Release& release,
                                                  std::string_view block, Selection selected);

// `level` as SetHeading has it.
std::optional<editor::Transaction> set_heading(std::uint32_t level, const editor::EditorState& state,
                                               const Release& release);

}  // namespace depeche::app
