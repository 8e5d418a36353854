// Tells a screen reader how the points to check have changed, once typing pauses: how many there are, and what a new
// one says.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "app/model.h"
#include "base/diagnostic.h"
#include "ui/kit/context.h"

namespace depeche::ui {

class FindingsVoice {
 public:
  // To be called in each frame, with the findings that it shows. Those of the first document are not told.
  void follow(Context& context, const app::Model& model, std::span<const Diagnostic> findings);

 private:
  bool has_changed(const Context& context, const app::Model& model, std::span<const Diagnostic> findings);
  void tell(Context& context, const app::Model& model, std::span<const Diagnostic> findings);

  std::uint64_t revision_ = 0;  // as last seen…
  std::size_t count_ = 0;
  double since_ = 0;               // …and since when, in seconds
  bool is_open_ = false;           // what was seen may be other than what was told
  std::string document_;           // that was told of; empty at first
  std::vector<std::size_t> told_;  // a hash for each of its findings, sorted
};

}  // namespace depeche::ui
