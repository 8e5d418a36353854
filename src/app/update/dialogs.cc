// Dialogs: those of commands, and what all have.
#include <utility>

#include "app/form.h"
#include "app/place.h"
#include "app/text_commands.h"
#include "app/update/groups.h"
#include "app/update/opening.h"
#include "editor/commands.h"
#include "share/link.h"

namespace depeche::app {
namespace {

void on(Step& step, const OpenForm& form) {
  const Release& release = step.release();
  const Place place = place_at(release, step.editor().selection);
  const bool changes_text = form.kind != FormKind::kSharedDraft;
  if (form.kind == FormKind::kImportantLink && place.important_link)
    return carry_out(step, EditingAction(Run{TextCommand::kImportantLink}));
  if (changes_text && place.kind == editor::TextKind::kYaml && form.kind != FormKind::kAttachment)
    return step.tell({"form/in-front-matter", {}}, Severity::kWarning);
  step.model().dialog = open_form(form.kind, step.editor(), release);
}

void on(Step& step, const SetFormValue& value) {
  FormDialog* form = step.dialog<FormDialog>();
  if (form == nullptr || value.field >= form->values.size()) return;
  form->values[value.field] = value.value;
  if (form->wrong == value.field) form->wrong.reset();
}

void on(Step& step, const RemoveLink&) {
  step.model().dialog.reset();
  const Release& release = step.release();
  const Place place = place_at(release, step.editor().selection);
  if (place.link != markdown::kNoNode)
    step.apply_if(editor::remove_link(step.editor(), parts_of(release.tree, place.link)));
}

void accept_link(Step& step, FormDialog& form) {
  Result<std::string> draft = share::decode_fragment(form.values[0]);
  if (draft.ok()) {
    step.model().dialog.reset();
    open_shared(step, std::move(draft).value());
    return;
  }
  form.wrong = 0;
  form.problem = draft.problem();
  step.announce(form.problem);
}

void accept_form(Step& step, FormDialog& form) {
  if (form.kind == FormKind::kSharedDraft) return accept_link(step, form);
  const Result<editor::Transaction> done = complete_form(form, step.editor(), step.release());
  if (done.ok()) {
    const bool attached = form.kind == FormKind::kAttachment;
    step.apply(*done);
    step.model().dialog.reset();
    if (attached) step.tell({"form/attached", {}});
  } else if (!form.wrong) {
    step.tell(done.problem(), Severity::kError);
    step.model().dialog.reset();
  } else {
    step.announce(done.problem());
  }
}

void on(Step& step, const OpenAbout&) {
  step.model().dialog = AboutDialog{step.model().host, step.model().keeping};
}

void accept_forgetting(Step& step, ForgetDialog& dialog) {
  if (dialog.deleting) return;
  dialog.deleting = true;
  step.emit(ForgetEverything{});
}

void on(Step& step, const AcceptDialog&) {
  if (FormDialog* form = step.dialog<FormDialog>()) return accept_form(step, *form);
  if (DraftsDialog* drafts = step.dialog<DraftsDialog>()) {
    if (!drafts->to_delete.empty()) step.emit(ForgetDrafts{std::exchange(drafts->to_delete, {})});
    return;
  }
  if (ForgetDialog* forget = step.dialog<ForgetDialog>()) return accept_forgetting(step, *forget);
  step.model().dialog.reset();
}

// The question whether to delete drafts is asked over their list, which stays.
void on(Step& step, const CloseDialog&) {
  DraftsDialog* drafts = step.dialog<DraftsDialog>();
  if (drafts != nullptr && !drafts->to_delete.empty()) return drafts->to_delete.clear();
  const ForgetDialog* forget = step.dialog<ForgetDialog>();
  if (forget != nullptr && forget->deleting) return;
  step.model().dialog.reset();
}

}  // namespace

void carry_out(Step& step, const DialogAction& action) {
  std::visit([&](const auto& what) { on(step, what); }, action);
}

}  // namespace depeche::app
