// What stands in a clipboard's HTML about a document rather than of it: reviewers' comments and what they
// have struck. Word, LibreOffice and Google Docs, each in its own manner.
#pragma once

#include "html/tokenizer.h"

namespace depeche::paste {

// A comment, its author's initials at the text, or a deletion that Word tracks: by its class, or as a link
// between a comment and the text.
bool is_remark(const html::Token& tag);

// In Google Docs, the link from a comment back to what it is about: the comment's block begins with it.
bool begins_comment(const html::Token& tag);

// A tag that gives away a word processor, whose <del> is a tracked deletion: a passage that is to be seen as
// struck it writes as <s> or <strike>.
bool is_of_word_processor(const html::Token& tag);

}  // namespace depeche::paste
