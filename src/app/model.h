// The whole state of the editor, as one value. Views draw it; update() makes the next one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/action.h"
#include "app/kept_draft.h"
#include "base/diagnostic.h"
#include "editor/state.h"

namespace depeche::app {

// The link of a draft, ready to be copied.
struct ShareDialog {
  std::string fragment;
};
// Another document would replace one that has unsaved changes.
struct ReplaceDialog {
  std::string name;
  Text text;
};
// A few lines to fill in before a command runs: see app/form.h.
struct FormDialog {
  FormKind kind = FormKind::kLink;
  std::vector<std::string> values;   // one for each field of the kind
  bool edits = false;                // what is there already
  std::optional<std::size_t> wrong;  // the field that `problem` is about
  Message problem;
};
// The drafts that this browser keeps.
struct DraftsDialog {
  bool listed = false;  // the browser has answered
  std::vector<KeptDraft> drafts;
  std::vector<std::string> doomed;  // to be deleted, if the person agrees; empty: nothing is asked
};
using Dialog = std::variant<ShareDialog, ReplaceDialog, FormDialog, DraftsDialog>;

// The bar for find and replace.
struct FindBar {
  bool open = false;
  bool replace = false;  // with the second line
  editor::SearchQuery query;
  std::string replacement;
  std::uint64_t asked = 0;  // times that it was opened: then its field takes the keyboard
};
struct OutlinePane {
  bool open = false;
  std::string filter;
};

// A sentence shown for a while, e.g. "Le lien est copié."
struct Notice {
  Message message;
  Severity severity = Severity::kHint;
};

struct Model {
  editor::EditorState editor;
  std::string file_name;
  std::uint64_t saved_revision = 0;   // of `editor`, when the person last saved or opened
  std::uint64_t stored_revision = 0;  // of `editor`, when the browser last kept it
  std::optional<Span> composition;    // the part of the text that an input method is still composing
  // Counts the times that the selection must be brought into view (going to a place, undo, typing): a view
  // compares it with the last that it served.
  std::uint64_t reveal = 0;

  markdown::Dialect dialect = markdown::Dialect::kKramdown;
  messages::Language language = messages::Language::kFrench;
  Theme theme = Theme::kSystem;
  float split = 0.5F;
  bool monospaced = false;        // the source's face
  bool invisibles_shown = false;  // in the source
  Tab tab = Tab::kSource;
  Panes panes = Panes::kBoth;
  bool swapped = false;  // the page stands on the left
  bool problems_open = false;
  bool portability_checked = false;  // the rules portability/, too
  FindBar find;
  OutlinePane outline;
  std::optional<Dialog> dialog;
  std::optional<Notice> notice;

  // Whether the text is as the person last saved or opened it.
  bool is_saved() const { return saved_revision == editor.revision; }
};

}  // namespace depeche::app
