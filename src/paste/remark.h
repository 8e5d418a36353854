// Finds what is in clipboard HTML but not part of the document: reviewers' comments, and text that they deleted.
// Word, LibreOffice and Google Docs each mark it in their own way.
#pragma once

#include "html/tokenizer.h"

namespace depeche::paste {

// Whether `tag` begins a comment, its author's initials in the text, or a deletion that Word tracks. They are
// known by their class, or by the link between a comment and the text.
bool is_remark(const html::Token& tag);

// Whether `tag` is the link from a comment of Google Docs back to the text. The comment's block begins with it.
bool begins_comment(const html::Token& tag);

// Whether `tag` shows that the HTML comes from a word processor. A <del> in it is then a tracked deletion: word
// processors write text that is meant to look struck as <s> or <strike>.
bool is_of_word_processor(const html::Token& tag);

}  // namespace depeche::paste
