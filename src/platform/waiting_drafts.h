// The drafts that are not known to be stored: the newest of each document.
//
// A draft waits until the store confirms it. So two ways of storing may work on it at once, and a document that
// was left before it was stored is not lost. If storing fails, it goes on waiting.
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

  // This version is in the store: removes the draft and returns it; none if it no longer waits, or a newer
  // one has replaced it.
  std::optional<app::StoreDraft> stored(std::uint64_t version);

  // The document was deleted: its draft waits no longer.
  void forget(const app::DocumentId& document);
  // So were all.
  void clear() { waiting_.clear(); }

 private:
  std::vector<Waiting> waiting_;  // seldom more than one
  std::uint64_t newest_ = 0;
};

}  // namespace depeche::platform
