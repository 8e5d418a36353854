#include "app/derived.h"

#include "rules/rules.h"

namespace depeche::app {

const Release& Derived::release(const Model& model) {
  refresh(model);
  return release_;
}

const std::vector<Diagnostic>& Derived::diagnostics(const Model& model) {
  refresh(model);
  return diagnostics_;
}

void Derived::refresh(const Model& model) {
  if (revision_ == model.editor.revision && dialect_ == model.dialect) return;
  release_ = read_release(model.editor.text, model.dialect);
  diagnostics_ = rules::check(release_);
  revision_ = model.editor.revision;
  dialect_ = model.dialect;
  ++reads_;
}

}  // namespace depeche::app
