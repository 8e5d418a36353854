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

// A block of its own near the selection: above the block that the caret stands at the start of, else below
// the one around it. Nothing that is selected goes. What would stand in or before the front matter begins the
// body. Then `selected`, which counts from the block's start, is selected.
std::optional<editor::Transaction> insert_in_body(const editor::EditorState& state, const Release& release,
                                                  std::string_view block, Selection selected);

// `level` as SetHeading has it.
std::optional<editor::Transaction> set_heading(std::uint32_t level, const editor::EditorState& state,
                                               const Release& release);

}  // namespace depeche::app
