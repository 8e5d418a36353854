// The whole state of the editor, as one value. Views draw it; update() makes the next one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

#include "app/action.h"
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
using Dialog = std::variant<ShareDialog, ReplaceDialog>;

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
  bool problems_open = false;
  bool portability_checked = false;  // the rules portability/, too
  std::optional<Dialog> dialog;
  std::optional<Notice> notice;

  // Whether the text is as the person last saved or opened it.
  bool is_saved() const { return saved_revision == editor.revision; }
};

}  // namespace depeche::app
