// Carries out what the model asks of the system, by the page's scripts.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/effect.h"

namespace depeche::platform {

class Effects {
 public:
  // In order. Nothing waits: what can fail is answered later by an action.
  void carry_out(const std::vector<app::Effect>& effects);

  // The draft that still waits to be stored, or null; with `again` also one that was taken and is not known
  // to be stored. The page asks for it some time after it was told that the draft changed, so that quick
  // typing stores once.
  const app::StoreDraft* waiting_draft(bool again) const {
    return draft_ && (again || !is_taken_) ? &*draft_ : nullptr;
  }
  // waiting_draft(true), which must be there: it waits no longer.
  const app::StoreDraft& take_draft() {
    is_taken_ = true;
    return *draft_;
  }
  void draft_stored(std::uint64_t revision) {
    if (is_taken_ && draft_ && draft_->revision == revision) draft_.reset();
  }

 private:
  std::optional<app::StoreDraft> draft_;  // until it is stored
  bool is_taken_ = false;                 // whether the page has taken `draft_`
};

}  // namespace depeche::platform
