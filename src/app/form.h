// The dialogs that ask for the parts of a construct: their fields, the initial values, and what they do to
// the text.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/model.h"
#include "base/result.h"
#include "editor/transaction.h"
#include "release/release.h"

namespace depeche::app {

struct FormField {
  std::string_view label;  // keys of assets/messages
  std::string_view hint;   // below the field; may be empty
  bool is_number = false;
};
std::span<const FormField> fields_of(FormKind kind);

// The dialog for what is selected or around the caret.
FormDialog open_form(FormKind kind, const editor::EditorState& state, const Release& release);

// What a filled-in dialog does to the text, or what is wrong: then `form.wrong` says in which field. Not for
// kSharedDraft, which changes no text but opens another.
Result<editor::Transaction> complete_form(FormDialog& form, const editor::EditorState& state,
                                          const Release& release);

// The address for a link: one of the web or of mail, completed where its kind is clear ("www.exemple.fr",
// "presse@exemple.fr"), a path of the site ("/uploads/…") or a place of the page ("#contact"). Problems:
// form/no-address, form/bad-address.
Result<std::string> complete_address(std::string_view typed);

}  // namespace depeche::app
