#include "app/find.h"

namespace depeche::app {

void Find::follow(const Model& model) {
  const editor::EditorState& state = model.editor;
  const bool is_next = search_ != nullptr && model.find.open && query_ == model.find.query &&
                       revision_ != state.revision && revision_ == state.changed_from;
  if (is_next && search_->follow(state.last_change, state.text)) revision_ = state.revision;
}

editor::Search& Find::search(const Model& model) {
  const bool kept = search_ != nullptr && revision_ == model.editor.revision && query_ == model.find.query;
  if (!kept) {
    revision_ = model.editor.revision;
    query_ = model.find.query;
    search_ = std::make_unique<editor::Search>(model.editor.text, query_);
  }
  return *search_;
}

}  // namespace depeche::app
