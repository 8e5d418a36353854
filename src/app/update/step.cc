#include "app/update/step.h"

#include <algorithm>

#include "app/documents.h"

namespace depeche::app {

Step::Step(Model model, Derived& derived) : derived_(derived), revision_before_(model.editor.revision) {
  update_.model = std::move(model);
}

void Step::tell(Message message, Severity severity) {
  announce(message);
  model().notice = Notice{std::move(message), severity};
  ++model().notices;
}

void Step::apply(const editor::Transaction& transaction) {
  const editor::EditorState before = editor();
  model().editor = editor::apply(editor(), transaction);
  model().composition.reset();
  model().find.request.reset();
  ++model().reveal;
  const bool fits = transaction.change.length_before() == before.text.size();
  if (!fits || (transaction.change.empty() && transaction.riders.empty())) return;
  update_.changes.push_back({before.revision, editor().revision, transaction.change, transaction.riders});
  derived_.follow(model(), update_.changes.back());
}

bool Step::apply_paste(const std::optional<editor::Transaction>& transaction) {
  if (!transaction) return true;
  const bool fits = transaction->change.length_after() <= kMaximumDocumentSize;
  if (fits) {
    apply(*transaction);
    show_source();
  } else {
    tell({"app/paste-too-large", {std::to_string(kMaximumDocumentSize >> 20)}}, Severity::kError);
  }
  return fits;
}

void Step::replace_text(Text text, Selection selection) {
  opened_ = true;
  model().editor = editor::open(editor(), std::move(text));
  model().editor.selection = selection;
  model().composition.reset();
  model().find.request.reset();
  ++model().reveal;
  update_.changes.clear();
}

void Step::leave_unstored() {
  model().stored_revision = editor().revision;
  left_unstored_ = true;
}

void Step::store_draft() {
  emit(StoreDraft{model().document, model().file_name, editor().text, editor().revision, model().is_saved()});
}

void Step::store_preference(std::string_view preference) {
  const auto row = std::ranges::find(preferences(), preference, &Preference::name);
  if (row != preferences().end())
    emit(StorePreference{std::string(preference), row->written(model().preferences)});
}

void Step::show_source() {
  model().shown_pane = Pane::kSource;
  if (model().preferences.panes == Panes::kPage) model().preferences.panes = Panes::kBoth;
}

Update Step::finish() && {
  if (editor().revision != revision_before_) follow_change();
  return std::move(update_);
}

// The text is stored also where undo leads back to what is stored: a later text may be waiting to be.
void Step::follow_change() {
  if (!left_unstored_) store_draft();
  if (opened_ || std::exchange(model().asked_for_storage, true)) return;
  emit(AskForStorage{});
}

}  // namespace depeche::app
