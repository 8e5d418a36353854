// The drafts that are not known to lie in the store: of each document the newest.
//
// A draft waits until the store has answered for it, so that it may be stored by two ways at once, and so
// that a document that was left before it was stored is not lost. Where storing fails it waits on.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/effect.h"

namespace depeche::platform {

class WaitingDrafts {
 public:
  struct Waiting {
    std::uint64_t version = 0;  // names this draft: no two of a tab have the same
    app::StoreDraft draft;
  };

  // Takes the place of an earlier draft of the same document.
  void add(app::StoreDraft draft);

  const std::vector<Waiting>& all() const { return waiting_; }
  // Null when none is waiting.
  const app::StoreDraft* of(const app::DocumentId& document) const;

  // The draft of a version lies in the store: gives it, unless it waits no longer, or a newer in its place.
  std::optional<app::StoreDraft> stored(std::uint64_t version);

  // The document is deleted.
  void forget(const app::DocumentId& document);

 private:
  std::vector<Waiting> waiting_;  // seldom more than one
  std::uint64_t newest_ = 0;
};

}  // namespace depeche::platform
