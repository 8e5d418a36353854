// Commands for the two kinds of block that the site styles by attribute lists in a quote: a citation with its
// author (`{: .citation}`, `{: .auteur-citation}`) and an important link (`{: .lien-important}`).
//
//   > Nous avons besoin de talents du numérique.
//   > {: .citation}
//
//   > Prénom Nom, fonction
//   > {: .auteur-citation}
//
// Each is one step to undo. Lines are read by themselves (block.h), without a parser.
#pragma once

#include <optional>
#include <string_view>

#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

// Makes the selected paragraphs a citation. The last of several becomes its author. After a single one,
// `author` is written as a placeholder and selected, to be typed over. On an empty line, an empty citation is
// written, with the caret in it.
std::optional<Transaction> make_citation(const EditorState& state, std::string_view author);

// Writes an important link, which opens in a new window: below the caret's paragraph, or in the place of
// `replaced`, which is whole lines, if that is not empty.
std::optional<Transaction> insert_important_link(const EditorState& state, Span replaced,
                                                 std::string_view target, std::string_view label);

// Makes the site's block around the caret text again, without its attribute list; a citation and its author go
// together. Nothing if the caret is in none of the site's blocks.
std::optional<Transaction> remove_site_block(const EditorState& state);

}  // namespace depeche::editor
