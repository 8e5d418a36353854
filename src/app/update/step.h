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
  // Says it to a screen reader alone: it shows already.
  void announce(const Message& message) { emit(Announce{catalog().text(message)}); }

  // Every change of the text comes through here; whoever follows the text is told of it here.
  void apply(const editor::Transaction& transaction);
  void apply_if(const std::optional<editor::Transaction>& transaction) {
    if (transaction) apply(*transaction);
  }
  // Whether it fits: a document is to be one that can be opened again. If not, that is told.
  bool apply_paste(const std::optional<editor::Transaction>& transaction);

  // Puts another text in the place of the document, whose history ends here.
  void replace_text(Text text, Selection selection);
  // The text is another than before the action, but lies in the store already, or is nobody's own.
  void leave_unstored();
  void store_draft();
  // Keeps the model's choice between visits: `preference` names it (preferences.h).
  void store_preference(std::string_view preference);

  // Where only the page shows: the source, too. No choice of the person's, and not kept.
  void show_source();

  // The dialog that is open, if it is of that kind; else null.
  template <typename Kind>
  Kind* dialog() {
    return model().dialog ? std::get_if<Kind>(&*model().dialog) : nullptr;
  }

  // What came of the action. The step is done with then.
  Update finish() &&;

 private:
  void follow_change();

  Update update_;
  Derived& derived_;
  std::uint64_t revision_before_;
  bool opened_ = false;         // another document than before
  bool left_unstored_ = false;  // which needs no storing
};

}  // namespace depeche::app
