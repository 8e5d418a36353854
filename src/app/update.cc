#include "app/update.h"

#include <utility>

#include "app/documents.h"
#include "app/templates.h"
#include "app/update/groups.h"
#include "app/update/opening.h"

namespace depeche::app {

Model initial_model(const DocumentIds& ids) {
  Model model;
  model.ids = ids;
  model.document = model.ids.next();
  model.editor = editor::open(Text(std::string(sample_release())));
  model.editor.selection = Selection::caret(first_caret(model.editor.text));
  model.file_name = kSampleName;
  model.saved_revision = kNeverSaved;
  model.template_revision = model.editor.revision;
  model.stored_revision = model.editor.revision;
  return model;
}

Update update(Model model, const Action& action, Derived& derived) {
  Step step(std::move(model), derived);
  std::visit([&](const auto& group) { carry_out(step, group); }, action);
  return std::move(step).finish();
}

}  // namespace depeche::app
