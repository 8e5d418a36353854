// Carries out what the model asks of the system, by the page's scripts.
#pragma once

#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include "app/effect.h"

namespace depeche::platform {

class Effects {
 public:
  // In order. Nothing waits: what can fail is answered later by an action.
  void carry_out(const std::vector<app::Effect>& effects);

  // The newest draft that is not known to be stored, or null. The page asks for it some time after it was
  // told that the draft changed, so that quick typing stores once.
  const app::StoreDraft* waiting_draft() const { return waiting_ ? &*waiting_ : nullptr; }
  // Names the newest draft, whether it waits or not: no two of a tab have the same.
  std::uint64_t draft_version() const { return draft_version_; }
  // The draft of a version lies in the store: gives it, if it was the newest, which then waits no longer.
  std::optional<app::StoreDraft> draft_stored(std::uint64_t version) {
    return version == draft_version_ ? std::exchange(waiting_, std::nullopt) : std::nullopt;
  }
  // The tab goes on with another draft, which lies in the store.
  void drop_draft() { waiting_.reset(); }

 private:
  std::optional<app::StoreDraft> waiting_;
  std::uint64_t draft_version_ = 0;
};

}  // namespace depeche::platform
