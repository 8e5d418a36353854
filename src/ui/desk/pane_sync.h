// Keeps the two panes on the same passage: the one that the person moves leads, the other follows.
//
// Only the leader's moves count, so that a pane that follows does not lead in turn. The leader is the pane that
// the person pressed or turned the wheel on last, or the source once they type. If only one pane is seen, it is
// that one, after it has gone to the passage of the other.
#pragma once

#include <array>
#include <cstdint>

#include "app/action.h"
#include "ui/kit/reading.h"

namespace depeche::ui {

using app::Pane;

constexpr Pane other(Pane pane) {
  return pane == Pane::kSource ? Pane::kPage : Pane::kSource;
}

class PaneSync {
 public:
  Pane leader() const { return leader_; }
  void lead(Pane pane) { leader_ = pane; }

  // Whether the leader, which has made `moves` moves by now, has moved since the last note().
  bool has_moved(std::uint64_t moves) const { return moves != seen_[index(leader_)]; }

  // To be called last in a frame: how many moves each pane has made, and what the leader shows.
  void note(std::uint64_t source_moves, std::uint64_t page_moves, const Reading& reading) {
    seen_ = {source_moves, page_moves};
    reading_ = reading;
  }

  // What the leader showed last: where a pane goes when it comes into sight.
  const Reading& reading() const { return reading_; }

 private:
  static std::size_t index(Pane pane) { return static_cast<std::size_t>(pane); }

  Pane leader_ = Pane::kSource;
  std::array<std::uint64_t, 2> seen_{};
  Reading reading_;
};

}  // namespace depeche::ui
