// One action at work: the model that it changes, and what it asks of the system. Lives for one call of update().
#pragma once

#include <optional>
#include <string_view>
#include <utility>

#include "app/update.h"

namespace depeche::app {

class Step {
 public:
  // `derived` must outlive the step.
  Step(Model model, Derived& derived);

  Model& model() { return update_.model; }
  const editor::EditorState& editor() { return model().editor; }
  Derived& derived() { return derived_; }
  const Release& release() { return derived_.release(model()); }
  const messages::Catalog& catalog() { return messages::Catalog::of(model().preferences.language); }

  void emit(Effect effect) { update_.effects.push_back(std::move(effect)); }
  // Shows a sentence for a while, and says it to a screen reader.
  void tell(Message message, Severity severity = Severity::kHint);
  // Tells a screen reader alone what shows on the screen already.
  void announce(const Message& message) { emit(Announce{catalog().text(message)}); }

  // Every change of the text comes through here; whoever follows the text is told of it here.
  void apply(const editor::Transaction& transaction);
  void apply_if(const std::optional<editor::Transaction>& transaction) {
    if (transaction) apply(*transaction);
  }
  // Applies a paste, if the document can then still be opened again (kMaximumDocumentSize). If not, tells so
  // and returns false.
  bool apply_paste(const std::optional<editor::Transaction>& transaction);

  // Puts another text in the place of the document, whose history ends here.
  void replace_text(Text text, Selection selection);
  // The text has changed but needs no storing: it is in the store already, or nobody's own.
  void leave_unstored();
  void store_draft();
  // Keeps the model's choice between visits: `preference` names it (preferences.h).
  void store_preference(std::string_view preference);

  // If only the page shows, shows the source as well. This is no choice of the person's, and is not kept.
  void show_source();

  // The dialog that is open, if it is of that kind; else null.
  template <typename Kind>
  Kind* dialog() {
    return model().dialog ? std::get_if<Kind>(&*model().dialog) : nullptr;
  }

  // The result of the action. Ends the step.
  Update finish() &&;

 private:
  void follow_change();

  Update update_;
  Derived& derived_;
  std::uint64_t revision_before_;
  bool opened_ = false;         // another document than before
  bool left_unstored_ = false;  // the text needs no storing
};

}  // namespace depeche::app
