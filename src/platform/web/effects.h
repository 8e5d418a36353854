// Carries out what the model asks of the system, by the page's scripts.
#pragma once

#include <vector>

#include "app/effect.h"
#include "platform/waiting_drafts.h"

namespace depeche::platform {

class Effects {
 public:
  // In order. Nothing waits: what can fail is answered later by an action.
  void carry_out(const std::vector<app::Effect>& effects);

  // The page asks for them some time after it was told that a draft changed, so that quick typing stores
  // once.
  WaitingDrafts& waiting_drafts() { return waiting_drafts_; }

 private:
  WaitingDrafts waiting_drafts_;
};

}  // namespace depeche::platform
