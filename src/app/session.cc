#include "app/session.h"

#include <iterator>

namespace depeche::app {

void Session::dispatch(const Action& action) {
  // A copy, which shares its texts: if the program runs out of memory here, what was written is still there.
  Update next = update(model_, action, derived_);
  model_ = std::move(next.model);
  effects_.insert(effects_.end(), std::make_move_iterator(next.effects.begin()),
                  std::make_move_iterator(next.effects.end()));
  ++version_;
}

std::vector<Effect> Session::take_effects() {
  return std::exchange(effects_, {});
}

}  // namespace depeche::app
