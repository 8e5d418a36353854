#include "app/find.h"

namespace depeche::app {

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
