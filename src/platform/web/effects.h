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
    return waiting_ && (again || !waiting_->is_taken) ? &waiting_->draft : nullptr;
  }
  // waiting_draft(true), which must be there: it waits no longer.
  const app::StoreDraft& take_draft() {
    waiting_->is_taken = true;
    return waiting_->draft;
  }
  // What was taken lies in the store; what came since waits on.
  void draft_stored(std::uint64_t revision) {
    if (waiting_ && waiting_->is_taken && waiting_->draft.revision == revision) waiting_.reset();
  }

 private:
  struct Waiting {
    app::StoreDraft draft;
    bool is_taken = false;  // by the page
  };
  std::optional<Waiting> waiting_;  // until it is stored
};

}  // namespace depeche::platform
