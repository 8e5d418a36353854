// The drafts that this browser keeps.
#include <algorithm>
#include <utility>

#include "app/update/groups.h"
#include "app/update/opening.h"

namespace depeche::app {
namespace {

void on(Step& step, const RestoreDraft& draft) {
  DocumentId document = draft.document.empty() ? step.model().ids.next() : draft.document;
  open_document(step, std::move(document), draft.name, Text(draft.bytes));
  if (draft.saved) step.model().saved_revision = step.editor().revision;
  if (draft.stored) step.leave_unstored();
  step.announce({"told/restored", {draft.name}});
}

void on(Step& step, const ShowDrafts&) {
  DraftsDialog dialog;
  dialog.keeping = step.model().keeping;
  step.model().dialog = std::move(dialog);
  step.emit(ListDrafts{});
}

void on(Step& step, const DraftsListed& listed) {
  DraftsDialog* dialog = step.dialog<DraftsDialog>();
  if (dialog == nullptr) return;
  dialog->listed = true;
  dialog->drafts = listed.drafts;
  // A list that comes late does not take the question away.
  std::erase_if(dialog->to_delete, [&](const DocumentId& id) {
    return std::ranges::find(listed.drafts, id, &KeptDraft::id) == listed.drafts.end();
  });
}

void on(Step& step, const OpenDraft& draft) {
  step.emit(FetchDraft{draft.id});
}

void on(Step& step, const DeleteDrafts& drafts) {
  if (DraftsDialog* dialog = step.dialog<DraftsDialog>()) dialog->to_delete = drafts.ids;
}

void on(Step& step, const DraftStored& stored) {
  Model& model = step.model();
  if (stored.document == model.document) model.stored_revision = stored.revision;
  if (stored.document != model.linked) return;
  model.linked.reset();
  if (!model.bad_link) step.emit(ClearFragment{});  // else it is that of another link
}

void on(Step& step, const DraftsFailed& failed) {
  if (step.dialog<DraftsDialog>() != nullptr) step.model().dialog.reset();  // it would hide the words
  step.tell(failed.problem, Severity::kError);
}

// Nobody's own text needs no storing.
void store_again(Step& step) {
  Model& model = step.model();
  if (model.is_template()) return;
  model.stored_revision = kNeverStored;
  step.store_draft();
}

void on(Step& step, const SetKeeping& change) {
  step.model().keeping = change.keeping;
  if (change.keeping != Keeping::kNowhere) return;
  step.tell({"drafts/forgotten", {}}, Severity::kError);
  store_again(step);
}

void on(Step& step, const AskToForget&) {
  step.model().dialog = ForgetDialog{};
}

void on(Step& step, const ForgettingEnded& ended) {
  if (step.dialog<ForgetDialog>() != nullptr) step.model().dialog.reset();
  if (ended.worked) {
    begin_anew(step);
    step.tell({"forget/done", {}});
  } else {
    step.tell({"forget/failed", {}}, Severity::kError);
    store_again(step);
  }
}

}  // namespace

void carry_out(Step& step, const DraftAction& action) {
  std::visit([&](const auto& what) { on(step, what); }, action);
}

}  // namespace depeche::app
