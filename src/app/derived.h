// What follows from the text, computed once a revision: the release and its diagnostics.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/model.h"
#include "release/release.h"

namespace depeche::app {

class Derived {
 public:
  // Of the model's text, dialect and choice of checks. The references hold until the next call after one of
  // these changed.
  const Release& release(const Model& model);
  const std::vector<Diagnostic>& diagnostics(const Model& model);

  // How often a release was read: the tests' proof that work follows change.
  std::uint64_t reads() const { return reads_; }

 private:
  void refresh(const Model& model);

  std::optional<std::uint64_t> revision_;
  markdown::Dialect dialect_ = markdown::Dialect::kKramdown;
  bool portability_checked_ = false;
  Release release_;
  std::vector<Diagnostic> diagnostics_;
  std::uint64_t reads_ = 0;
};

}  // namespace depeche::app
