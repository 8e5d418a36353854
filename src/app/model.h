// The whole state of the editor, as one value. Views draw it; update() makes the next one.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "app/action.h"
#include "app/document_id.h"
#include "app/host.h"
#include "app/keeping.h"
#include "app/kept_draft.h"
#include "app/preferences.h"
#include "base/diagnostic.h"
#include "editor/state.h"
#include "markdown/node.h"

namespace depeche::app {

// The link of a draft, ready to be copied.
struct ShareDialog {
  std::string link;             // the whole address; ASCII
  bool copy_refused = false;    // by the browser: the person must copy it by hand
  bool lacks_pictures = false;  // the release names pictures, and a link carries none
};
// A few lines to fill in before a command runs: see app/form.h.
struct FormDialog {
  FormKind kind = FormKind::kLink;
  std::vector<std::string> values;   // one for each field of the kind
  bool edits = false;                // it changes a construct that is there already
  std::optional<std::size_t> wrong;  // the field that `problem` is about
  Message problem;
};
// The drafts that this browser keeps.
struct DraftsDialog {
  bool listed = false;  // the browser has answered
  std::vector<KeptDraft> drafts;
  std::vector<DocumentId> to_delete;  // to be deleted, if the person agrees; empty: nothing is asked
  Keeping keeping = Keeping::kBrowser;
};
// What the editor is, and who serves it.
struct AboutDialog {
  Host host;
  Keeping keeping = Keeping::kBrowser;
};
// Whether everything is to be deleted that this browser keeps. Once the person agrees it stays until that has been
// done: what would be typed meanwhile would be lost.
struct ForgetDialog {
  bool deleting = false;
};
using Dialog = std::variant<ShareDialog, FormDialog, DraftsDialog, AboutDialog, ForgetDialog>;

// A request that waits until the search has got far enough. It is dropped when the text changes, the
// selection moves or the bar closes.
struct FindRequest {
  enum class Kind : std::uint8_t { kNext, kPrevious, kReplace, kReplaceAll };
  Kind kind = Kind::kNext;
  Offset from = 0;  // where the next or the previous match is looked for
  bool operator==(const FindRequest&) const = default;
};
// The bar for find and replace.
struct FindBar {
  bool open = false;
  bool replace = false;  // with the second line
  editor::SearchQuery query;
  std::string replacement;
  std::optional<FindRequest> request;
  std::uint64_t asked = 0;  // how often it was opened: each time its field takes the focus
};
struct OutlinePane {
  bool open = false;
  std::string filter;
};

// The link in the page's address does not open. Until the person leaves it no document shows: whoever came to
// review one text must not see another.
struct BadLink {
  Message problem;
  bool covers_own_text = false;  // a document of the person's own is open underneath
};

// A sentence shown for a while, e.g. "Le lien est copié."
struct Notice {
  Message message;
  Severity severity = Severity::kHint;
};

struct Model {
  DocumentId document;  // the open one; those open before are in the store, or on their way there
  DocumentIds ids;      // for new documents
  editor::EditorState editor;
  std::string file_name;
  // Revisions of `editor`:
  std::uint64_t saved_revision = 0;     // when the person last had it as a file
  std::uint64_t stored_revision = 0;    // when the browser last kept it
  std::uint64_t template_revision = 0;  // when it was the sample or a new release, nobody's own; 0: never
  // The document that the page's address carries, until it lies in the store.
  std::optional<DocumentId> linked;
  bool asked_for_storage = false;   // AskForStorage has gone out
  std::optional<Span> composition;  // the part of the text that an input method is still composing
  // Counts how often the selection had to be brought into view (going to a place, undo, typing): a view
  // compares it with the count that it last served.
  std::uint64_t reveal = 0;

  markdown::Dialect dialect = markdown::Dialect::kKramdown;
  Preferences preferences;
  Host host;
  Keeping keeping = Keeping::kBrowser;
  Pane shown_pane = Pane::kSource;  // on a narrow screen
  bool problems_open = false;
  bool portability_checked = false;  // with the rules of portability/
  FindBar find;
  OutlinePane outline;
  std::string share_address;  // as SetShareAddress has it
  std::optional<BadLink> bad_link;
  std::optional<Dialog> dialog;
  std::optional<Notice> notice;
  // Counts the notices given: a notice with the same words as the one before is still a new one.
  std::uint64_t notices = 0;

  // Whether the person has the text as a file.
  bool is_saved() const { return saved_revision == editor.revision; }
  // Whether the browser keeps the text.
  bool is_stored() const { return stored_revision == editor.revision; }
  // Whether nothing in the text is the person's own yet.
  bool is_template() const { return template_revision == editor.revision; }
};

}  // namespace depeche::app
