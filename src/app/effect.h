// What only the system can do, as values. The platform layer carries them out; nothing else does.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/document_id.h"
#include "base/diagnostic.h"
#include "text/text.h"

namespace depeche::app {

// Give the person a file to keep.
struct Download {
  std::string name;
  std::string mime_type;
  std::string bytes;
};
// Give the person the exported page (writers/page.h) to keep, with the pictures and fonts that the platform
// has put into it. The platform tells what it lacks, and gives the page without.
struct SavePage {
  std::string name;
  std::string html;
};
// Print the release, not the editor: the page as it is when the system asks for it.
struct PrintPage {};
struct WriteClipboard {
  std::string text;
  std::string html;       // may be empty
  bool markdown = false;  // the text is Markdown, to be pasted as it is
};
// Answered by PasteHtml or PasteText, or EffectFailed where the browser refuses.
struct ReadClipboard {
  bool plain = false;
};
struct PickFile {};
struct PickFolder {};  // in which the release's pictures lie
// Keep the draft so that it survives a reload or a crash; answered by DraftStored or EffectFailed. For each
// document the newest counts.
struct StoreDraft {
  DocumentId document;
  std::string name;
  Text text;  // shares the model's bytes; the platform copies them when it stores, not at every key
  std::uint64_t revision = 0;
  bool saved = false;  // the person has it as a file too
};
// This document is open here from now on: no other tab may open it, but others may open the one before.
struct HoldDocument {
  DocumentId document;
};
// The person has written something: ask the browser not to delete what it stores when its storage is full.
struct AskForStorage {};
// Tell which drafts are kept; answered by DraftsListed.
struct ListDrafts {};
// Go on with a kept draft in this tab; answered by RestoreDraft, or by DraftsFailed.
struct FetchDraft {
  DocumentId id;
};
// Delete drafts that no tab has open, and the pictures that no draft shows any more; answered by
// DraftsListed.
struct ForgetDrafts {
  std::vector<DocumentId> ids;
};
// Delete everything that the browser keeps of the editor: drafts, pictures, choices, and its files for when there is no
// network. Other tabs keep nothing from then on. Answered by ForgettingEnded.
struct ForgetEverything {};
// Puts the share link into the clipboard; answered by ShareLinkCopied or EffectFailed.
struct CopyLink {
  std::string link;
};
// The draft that came with the page's address is stored: remove the fragment from the address, so that a
// reload opens the edited draft.
struct ClearFragment {};
struct Navigate {
  std::string url;  // http, https or mailto only; in a new tab
};
// Say it to a screen reader.
struct Announce {
  std::string text;
};
// Remember between visits: a small choice such as the language or the split.
struct StorePreference {
  std::string name;
  std::string value;
};

using Effect =
    std::variant<Download, SavePage, PrintPage, WriteClipboard, ReadClipboard, PickFile, PickFolder,
                 StoreDraft, HoldDocument, AskForStorage, ListDrafts, FetchDraft, ForgetDrafts,
                 ForgetEverything, CopyLink, ClearFragment, Navigate, Announce, StorePreference>;

}  // namespace depeche::app
