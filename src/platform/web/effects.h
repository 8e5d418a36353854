// Carries out what the model asks of the system, by the page's scripts.
#pragma once

#include <optional>
#include <vector>

#include "app/effect.h"

namespace depeche::platform {

class Effects {
 public:
  // In order. Nothing waits: what can fail is answered later by an action.
  void carry_out(const std::vector<app::Effect>& effects);

  // The draft that still waits to be stored, or null. The page asks for it some time after it was told that
  // the draft changed, so that quick typing stores once.
  const app::StoreDraft* waiting_draft() const { return draft_ ? &*draft_ : nullptr; }
  void forget_waiting_draft() { draft_.reset(); }

 private:
  std::optional<app::StoreDraft> draft_;
};

}  // namespace depeche::platform
