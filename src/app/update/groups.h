// What the actions of each group mean: update/GROUP.cc.
#pragma once

#include "app/update/step.h"

namespace depeche::app {

void carry_out(Step& step, const EditingAction& action);
void carry_out(Step& step, const FindAction& action);
void carry_out(Step& step, const DocumentAction& action);
void carry_out(Step& step, const DraftAction& action);
void carry_out(Step& step, const DialogAction& action);
void carry_out(Step& step, const DeskAction& action);

}  // namespace depeche::app
