// What Word, LibreOffice and Google Docs write into clipboard HTML in ways of their own: items of lists, titles,
// hidden text; and what is not part of the document: reviewers' comments, and text that they deleted.
#pragma once

#include <string_view>

#include "html/tokenizer.h"
#include "paste/inline_style.h"

namespace depeche::paste {

// Reads a declaration that only Word writes, `mso-list` and the like, into `style`; ignores any other.
void take_word_declaration(InlineStyle& style, std::string_view name, std::string_view value);

// Whether a paragraph of that class is the document's title.
bool is_word_title(std::string_view class_name);

// Whether `tag` begins a comment, its author's initials in the text, or a deletion that Word tracks. They are
// known by their class, or by the link between a comment and the text.
bool is_remark(const html::Token& tag);

// Whether `tag` is the link from a comment of Google Docs back to the text. The comment's block begins with it.
bool begins_comment(const html::Token& tag);

// Whether `tag` shows that the HTML comes from a word processor. A <del> in it is then a tracked deletion: word
// processors write text that is meant to look struck as <s> or <strike>.
bool is_of_word_processor(const html::Token& tag);

}  // namespace depeche::paste
