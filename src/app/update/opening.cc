#include "app/update/opening.h"

#include <optional>
#include <utility>

#include "app/documents.h"
#include "app/templates.h"
#include "app/work.h"

namespace depeche::app {
namespace {

constexpr std::string_view kLinkName = "communique-partage.md";

// What was emptied is kept with the text that it had: undo does not lead there any more.
void keep_emptied_work(Step& step) {
  const Model& model = step.model();
  const std::optional<editor::EditorState> work = last_work(model.editor);
  if (!work || work->revision == model.editor.revision) return;
  step.emit(StoreDraft{model.document, model.file_name, work->text, work->revision,
                       work->revision == model.saved_revision});
}

void open_new(Step& step, std::string name, Text text) {
  const std::optional<editor::EditorState> work = last_work(step.editor());
  const bool leaves_work = work && work->revision != step.model().saved_revision;
  open_document(step, step.model().ids.next(), std::move(name), std::move(text));
  if (leaves_work) step.tell({"app/former-kept", {}});
}

}  // namespace

void open_document(Step& step, DocumentId document, std::string name, Text text) {
  Model& model = step.model();
  if (document != model.document) keep_emptied_work(step);
  model.document = std::move(document);
  step.emit(HoldDocument{model.document});
  const Selection start = Selection::caret(first_caret(text));
  step.replace_text(std::move(text), start);
  model.file_name = std::move(name);
  model.saved_revision = kNeverSaved;
  leave_bad_link(step);
  model.dialog.reset();
  model.notice.reset();
}

bool receive(Step& step, std::string_view name, std::string bytes) {
  Result<IncomingDocument> document = receive_document(name, std::move(bytes));
  if (!document.ok()) {
    step.tell(document.problem(), Severity::kError);
    return false;
  }
  open_new(step, document->name, document->text);
  if (document->converted) step.tell(*document->converted, Severity::kWarning);
  if (!document->is_valid_utf8) step.tell({"app/file-not-utf8", {document->name}}, Severity::kWarning);
  return true;
}

bool open_shared(Step& step, std::string draft) {
  if (!receive(step, kLinkName, std::move(draft))) return false;
  step.model().shown_pane = Pane::kPage;
  return true;
}

void open_template(Step& step, std::string_view name, std::string_view text) {
  open_new(step, std::string(name), Text(std::string(text)));
  step.model().template_revision = step.editor().revision;
  step.leave_unstored();
}

void begin_anew(Step& step) {
  Model& model = step.model();
  model.preferences = Preferences{.language = model.preferences.language};
  model.find = {};
  model.outline = {};
  model.problems_open = false;
  model.portability_checked = false;
  model.shown_pane = Pane::kSource;
  model.linked.reset();
  model.asked_for_storage = false;
  step.emit(ClearFragment{});
  step.replace_text(Text(), Selection());  // what was there is not to be kept
  open_template(step, kNewName, kBlankRelease);
}

void leave_bad_link(Step& step) {
  if (std::exchange(step.model().bad_link, std::nullopt)) step.emit(ClearFragment{});
}

}  // namespace depeche::app
