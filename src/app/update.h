// Model and action in, next model, effects and changes out. Pure: no clock, no system, no screen.
//
// Each group of actions has a file: update/GROUP.cc. What they share is the step (update/step.h).
#pragma once

#include <optional>
#include <vector>

#include "app/action.h"
#include "app/derived.h"
#include "app/effect.h"
#include "app/model.h"

namespace depeche::app {

struct Update {
  Model model;
  std::vector<Effect> effects;
  // How the text became that of `model`, step by step, with the riders of each step: for whoever follows the
  // text. If another document was opened, the changes before that are left out.
  std::vector<editor::TextChange> changes;
};

// A model with the sample release open; `ids` draws the ids of its documents.
Model initial_model(const DocumentIds& ids = DocumentIds());

// `derived` is asked for what the model's revision says (diagnostics, release), and told of each change; it
// caches and never alters the model. How far its search has got decides when a request of the find bar is
// carried out, but not with what result.
Update update(Model model, const Action& action, Derived& derived);

}  // namespace depeche::app
