// Formatted text from the clipboard on its way into a release, and a selection on its way out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.h"
#include "editor/state.h"
#include "editor/transaction.h"
#include "paste/rich_paste.h"
#include "release/release.h"

namespace depeche::app {

struct HtmlPaste {
  // None where Markdown is not read (front matter, code), or when the HTML holds no text: then paste the
  // plain text.
  std::optional<editor::Transaction> transaction;
  // What happened to the pictures, if a person should know: app/pasted-picture… and app/picture-not-pasted….
  std::optional<Message> remark;
};

// `html` as Markdown in the place of the selection. Blocks that cannot go on in a line get blank lines around
// them; in an item or a quote, all lines stay in it. A paste before the front matter goes to the body's
// start.
// `release` is of the state's text.
HtmlPaste paste_html(const editor::EditorState& state, const Release& release, std::string_view html);

// What to tell about the pictures of a paste. If some are lost, it is about these and not about those that
// stay on their site, since the person must act.
std::optional<Message> remark_on_pictures(const paste::RichPaste& pasted);

// The selection as HTML for other programs, safe to show (writers/html.h); empty where it holds no Markdown.
std::string html_of_selection(const editor::EditorState& state, const Release& release);

}  // namespace depeche::app
