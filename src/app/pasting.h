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
  // Nothing where Markdown is not read (front matter, code), or when nothing of the HTML is text: then the
  // plain text is what to paste.
  std::optional<editor::Transaction> transaction;
  // What came of its pictures, when a person should know: app/pasted-picture… and app/picture-not-pasted….
  std::optional<Message> remark;
};

// `html` as Markdown in the place of the selection. Blocks that cannot go on in a line get blank lines around
// them; in an item or a quote, all lines stay in it. Before the front matter it begins the body instead.
// `release` is of the state's text.
HtmlPaste paste_html(const editor::EditorState& state, const Release& release, std::string_view html);

// What came of the pictures of a paste: of those that did not come rather than of those that stay where they
// are, since something is to be done.
std::optional<Message> remark_on_pictures(const paste::RichPaste& pasted);

// The selection as HTML for other programs, safe to show (writers/html.h); empty where it holds no Markdown.
std::string html_of_selection(const editor::EditorState& state, const Release& release);

}  // namespace depeche::app
