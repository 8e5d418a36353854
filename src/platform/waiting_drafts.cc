#include "platform/waiting_drafts.h"

#include <algorithm>
#include <utility>

namespace depeche::platform {

void WaitingDrafts::add(app::StoreDraft draft) {
  forget(draft.document);
  waiting_.push_back({++newest_, std::move(draft)});
}

const app::StoreDraft* WaitingDrafts::of(const app::DocumentId& document) const {
  const auto found = std::find_if(waiting_.begin(), waiting_.end(),
                                  [&](const Waiting& waiting) { return waiting.draft.document == document; });
  return found == waiting_.end() ? nullptr : &found->draft;
}

std::optional<app::StoreDraft> WaitingDrafts::stored(std::uint64_t version) {
  const auto found = std::find_if(waiting_.begin(), waiting_.end(),
                                  [&](const Waiting& waiting) { return waiting.version == version; });
  if (found == waiting_.end()) return std::nullopt;
  app::StoreDraft draft = std::move(found->draft);
  waiting_.erase(found);
  return draft;
}

void WaitingDrafts::forget(const app::DocumentId& document) {
  std::erase_if(waiting_, [&](const Waiting& waiting) { return waiting.draft.document == document; });
}

}  // namespace depeche::platform
