// The one dispatch: holds the model and what derives from it, feeds actions to update(), hands out the
// effects.
#pragma once

#include <utility>
#include <vector>

#include "app/update.h"

namespace depeche::app {

class Session {
 public:
  explicit Session(Model model) : model_(std::move(model)) {}

  const Model& model() const { return model_; }
  Derived& derived() { return derived_; }

  void dispatch(const Action& action);

  // The effects since the last call, in order; the platform carries them out.
  std::vector<Effect> take_effects();

  // Grows with every dispatch; a frame is due when it differs from the version drawn last.
  std::uint64_t version() const { return version_; }

 private:
  Model model_;
  Derived derived_;
  std::vector<Effect> effects_;
  std::uint64_t version_ = 0;
};

}  // namespace depeche::app
