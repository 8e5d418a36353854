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
  const bool is_read = revision_ == model.editor.revision && dialect_ == model.dialect;
  if (is_read && portability_checked_ == model.portability_checked) return;
  if (!is_read) {
    release_ = read_release(model.editor.text, model.dialect);
    ++reads_;
  }
  diagnostics_ = rules::check(release_, {.portability = model.portability_checked});
  revision_ = model.editor.revision;
  dialect_ = model.dialect;
  portability_checked_ = model.portability_checked;
}

}  // namespace depeche::app
