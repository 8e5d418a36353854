// Everything that can happen to the model, as values in six groups. app::update() dispatches them; each group
// has a file, update/GROUP.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

#include "app/document_id.h"
#include "app/keeping.h"
#include "app/kept_draft.h"
#include "app/preferences.h"
#include "base/diagnostic.h"
#include "base/span.h"
#include "editor/search.h"
#include "editor/text_kind.h"
#include "editor/transaction.h"
#include "text/selection.h"

namespace depeche::app {

enum class Pane : std::uint8_t { kSource, kPage };

// ---- Editing: the text, the selection, and what goes to and from the clipboard

// The text changes or the selection moves, as an editor command or the keyboard asked.
struct Edit {
  editor::Transaction transaction;
};
// Keys typed, corrected or composed by the system's text field: `replaced` by `text`, then `selection`.
// While `composing`, the part typed so far stays one undo step and is drawn underlined.
struct TypeText {
  Span replaced;
  std::string text;
  Selection selection;
  bool composing = false;
  std::chrono::milliseconds time{0};                    // as Transaction::time
  editor::TextKind kind = editor::TextKind::kMarkdown;  // of the text around
};
struct EndComposition {};
struct Undo {};
struct Redo {};
// What a button or a shortcut does to the text at the selection (app/text_commands.h).
enum class TextCommand : std::uint8_t {
  kBold,
  kItalic,
  kStrike,
  kCode,
  kBulletList,
  kOrderedList,
  kQuote,
  kCitation,       // with its author: the site's two attribute lists
  kImportantLink,  // a link in a box of its own
  kRule,
  kRowBelow,  // this and the next three: in a table
  kColumnAfter,
  kRemoveRow,
  kRemoveColumn,
  kExpandSelection,  // to the word, the line, the block, all
};
struct Run {
  TextCommand command = TextCommand::kBold;
};
struct SetHeading {
  std::uint32_t level = 0;  // 1 to 6; 0, or the level that the heading has already, makes a paragraph
};
struct CopySelection {
  bool cut = false;
};
// Copies what is selected on the page.
struct CopyFromPage {
  std::string text;
  std::string html;
};
// Asks the system for what the clipboard holds: a PasteHtml or PasteText comes back.
struct Paste {
  bool plain = false;
};
// Text from the clipboard, for the selection. Where nothing of the text is the person's own (a new release,
// the sample, only blanks), a whole document with front matter, or a share link that decodes, is opened
// instead. In a draft that was emptied it replaces the text as an edit, which undo takes back.
struct PasteText {
  std::string text;
};
// Formatted text, and the same as plain text (see paste/rich_paste.h). Either may be empty.
struct PasteHtml {
  std::string html;
  std::string text;
};
struct GoTo {
  Span span;  // selects it and brings it into view
};
// Applies a fix of one of the shown diagnostics. No effect on a text of another revision, or when the rules
// no longer offer the fix.
struct ApplyFix {
  std::uint64_t revision = 0;  // of the text that the fix's spans count in
  Fix fix;
};
struct SetField {
  std::string path;
  std::string value;
};

using EditingAction = std::variant<Edit, TypeText, EndComposition, Undo, Redo, Run, SetHeading, CopySelection,
                                   CopyFromPage, Paste, PasteText, PasteHtml, GoTo, ApplyFix, SetField>;

// ---- Find: find and replace

// Opening takes the selected text as the query, if it is short and within a line. A request that needs more
// of the search than is done waits in the model (FindRequest); GoOnFinding carries it out.
struct OpenFind {
  bool replace = false;
};
struct CloseFind {};
struct ToggleReplace {};
struct SetFind {
  std::string query;
  std::string replacement;
  editor::SearchOptions options;
};
struct FindNext {
  bool backward = false;
};
struct ReplaceMatch {};  // the selected one; then the next is selected
struct ReplaceAllMatches {};
// More of the text has been searched: the request that waits is carried out, if it can be.
struct GoOnFinding {};

using FindAction = std::variant<OpenFind, CloseFind, ToggleReplace, SetFind, FindNext, ReplaceMatch,
                                ReplaceAllMatches, GoOnFinding>;

// ---- Document: documents that come, are kept as files, and are shared

// A document arrives: by the file picker, by drop. Hostile until read. What was open stays in the list of
// drafts, whatever comes in its place.
struct OpenFile {
  std::string name;
  std::string bytes;
};
// A share link arrives with the page's address, at start or later. The current draft stays when the link is
// not good: then Model::bad_link says why. What is no link of ours is passed over.
struct OpenLink {
  std::string text;  // an address, or anything else that share::decode_fragment takes
};
struct LeaveBadLink {};  // back to what was open before
// The page's own address, up to and including '#': a share link is this and a fragment.
struct SetShareAddress {
  std::string address;
};
struct NewDocument {};
struct OpenSample {};
struct ChooseFile {};    // ask the system for its file picker
struct ChooseFolder {};  // …for a folder, in which the release's pictures lie
// The browser keeps a picture that was dropped or pasted. A release that does not name it yet gets it near
// the selection (insert_in_body).
struct KeepPicture {
  std::string name;
};
struct SaveMarkdown {};
struct ExportJson {};
struct ExportPage {};
struct Print {};  // the release, as it is seen on the page
struct Share {};  // opens the dialog with the link
struct CopyShareLink {};
struct ShareLinkCopied {};  // the CopyLink effect has worked; else EffectFailed comes
struct OpenUrl {
  std::string url;
};

using DocumentAction =
    std::variant<OpenFile, OpenLink, LeaveBadLink, SetShareAddress, NewDocument, OpenSample, ChooseFile,
                 ChooseFolder, KeepPicture, SaveMarkdown, ExportJson, ExportPage, Print, Share, CopyShareLink,
                 ShareLinkCopied, OpenUrl>;

// ---- Draft: the drafts that this browser keeps

// A draft that this browser keeps: from last time, or of the list.
struct RestoreDraft {
  DocumentId document;  // empty: a copy, since another tab has the draft open; stored once it is changed
  std::string name;
  std::string bytes;
  bool saved = false;  // as StoreDraft had it
  bool stored = true;  // it is in the store; else storing has failed so far and is tried again
};
// The list of the drafts that this browser keeps.
struct ShowDrafts {};
struct DraftsListed {  // newest first
  std::vector<KeptDraft> drafts;
};
// Opens a draft of the list in place of the current one, which stays in the list. A RestoreDraft follows.
struct OpenDraft {
  DocumentId id;
};
// Asks whether they are to be deleted.
struct DeleteDrafts {
  std::vector<DocumentId> ids;
};
// The StoreDraft effect has worked.
struct DraftStored {
  DocumentId document;
  std::uint64_t revision = 0;
};
// ListDrafts, FetchDraft or ForgetDrafts did not work.
struct DraftsFailed {
  Message problem;
};
// Where drafts are kept from now on. kNowhere tells so, and what is open waits to be stored, which never comes: so
// who leaves is asked.
struct SetKeeping {
  Keeping keeping = Keeping::kBrowser;
};
// Asks whether everything is to be deleted that this browser keeps of the editor.
struct AskToForget {};
// The ForgetEverything effect has ended: a new release is open then, and nothing else is left. If it did not work, some
// may be gone, and what is open is stored again.
struct ForgettingEnded {
  bool worked = true;
};

using DraftAction = std::variant<RestoreDraft, ShowDrafts, DraftsListed, OpenDraft, DeleteDrafts, DraftStored,
                                 DraftsFailed, SetKeeping, AskToForget, ForgettingEnded>;

// ---- Dialog: dialogs: those of commands, and what all have

// The dialog that asks for the parts of a construct; where such a construct is selected, the dialog changes
// it.
enum class FormKind : std::uint8_t {
  kLink,
  kImportantLink,
  kImage,
  kAttachment,
  kTable,
  kSharedDraft,  // a share link, to be opened
};
struct OpenForm {
  FormKind kind = FormKind::kLink;
};
struct SetFormValue {
  std::size_t field = 0;
  std::string value;
};
struct RemoveLink {};  // in the link dialog; the link's text stays
struct OpenAbout {};   // what the editor is, and who serves it
struct AcceptDialog {};
struct CloseDialog {};

using DialogAction = std::variant<OpenForm, SetFormValue, RemoveLink, OpenAbout, AcceptDialog, CloseDialog>;

// ---- Desk: how the desk is arranged, and what it tells

struct ToggleOutline {};
struct SetOutlineFilter {
  std::string text;
};
struct SetSplit {
  float ratio = 0.5F;  // of the width for the source; clamped to [0.2, 0.8]
};
// On a narrow screen, which has room for one.
struct ShowPane {
  Pane pane = Pane::kSource;
};
struct SetPanes {
  Panes panes = Panes::kBoth;
};
struct SwapPanes {};  // the source goes to the other side
struct ToggleProblems {};
struct SetLanguage {
  messages::Language language = messages::Language::kFrench;
};
struct SetTheme {
  Theme theme = Theme::kSystem;
};
// How the source is shown.
struct SetMonospaced {
  bool monospaced = false;
};
struct ShowInvisibles {
  bool shown = false;  // no-break spaces and what else takes no ink but matters
};
// Whether to report also what other Markdown programs would show differently. Turning it on opens the
// problems.
struct CheckPortability {
  bool checked = false;
};
// A choice of an earlier visit, which is not stored again (app/preferences.h).
struct RestorePreference {
  std::string name;
  std::string value;
};
// One detail that the page tells of its host (app/host.h). Hostile until read.
struct SetHostDetail {
  std::string name;
  std::string value;
};
struct DismissNotice {};
// A word from the system for the person, e.g. that one of the dropped files was passed over.
struct ShowNotice {
  Message message;
  Severity severity = Severity::kHint;
};
struct EffectFailed {
  Message problem;
};
// A word for a screen reader alone.
struct Say {
  std::string text;
};

using DeskAction =
    std::variant<ToggleOutline, SetOutlineFilter, SetSplit, ShowPane, SetPanes, SwapPanes, ToggleProblems,
                 SetLanguage, SetTheme, SetMonospaced, ShowInvisibles, CheckPortability, RestorePreference,
                 SetHostDetail, DismissNotice, ShowNotice, EffectFailed, Say>;

using Action = std::variant<EditingAction, FindAction, DocumentAction, DraftAction, DialogAction, DeskAction>;

template <typename Kind, typename Group>
inline constexpr bool is_in_group = false;
template <typename Kind, typename... Kinds>
inline constexpr bool is_in_group<Kind, std::variant<Kinds...>> = (std::is_same_v<Kind, Kinds> || ...);

// The action as one of that kind; null when it is of another.
template <typename Kind>
const Kind* as(const Action& action) {
  return std::visit(
      []<typename Group>(const Group& group) -> const Kind* {
        if constexpr (is_in_group<Kind, Group>) return std::get_if<Kind>(&group);
        return nullptr;
      },
      action);
}

}  // namespace depeche::app
