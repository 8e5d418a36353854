// Commands for the two blocks that the site styles by attribute lists in a quote: a citation with its author
// (`{: .citation}`, `{: .auteur-citation}`) and an important link (`{: .lien-important}`).
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

// The selected paragraphs as a citation; of two or more, the last is its author. For one, `author` stands for
// the author and is selected, to be typed over. On an empty line, an empty citation to type in.
std::optional<Transaction> make_citation(const EditorState& state, std::string_view author);

// A link in a block of its own, below the paragraph; in the place of `replaced` if it is not empty.
std::optional<Transaction> insert_important_link(const EditorState& state, Span replaced,
                                                 std::string_view target, std::string_view label);

// The quote that the caret is in becomes text again, without its attribute list; so does the author's of a
// citation. Nothing where there is none of the site's blocks.
std::optional<Transaction> remove_site_block(const EditorState& state);

}  // namespace depeche::editor
