// How the desk is arranged, and what it tells.
#include <algorithm>

#include "app/update/groups.h"

namespace depeche::app {
namespace {

Preferences& preferences_of(Step& step) {
  return step.model().preferences;
}

void on(Step& step, const ToggleOutline&) {
  OutlinePane& outline = step.model().outline;
  outline.open = !outline.open;
  outline.filter.clear();
}

void on(Step& step, const SetOutlineFilter& filter) {
  step.model().outline.filter = filter.text;
}

void on(Step& step, const ShowPane& shown) {
  step.model().shown_pane = shown.pane;
}

void on(Step& step, const ToggleProblems&) {
  step.model().problems_open = !step.model().problems_open;
}

void on(Step& step, const CheckPortability& portability) {
  step.model().portability_checked = portability.checked;
  if (portability.checked) step.model().problems_open = true;
}

// ---- Preferences

void on(Step& step, const SetSplit& split) {
  preferences_of(step).split = std::clamp(split.ratio, kMinSplit, kMaxSplit);
  step.store_preference("split");
}

void on(Step& step, const SetPanes& panes) {
  preferences_of(step).panes = panes.panes;
  step.store_preference("panes");
}

void on(Step& step, const SwapPanes&) {
  preferences_of(step).swapped = !preferences_of(step).swapped;
  step.store_preference("swapped");
}

void on(Step& step, const SetLanguage& language) {
  preferences_of(step).language = language.language;
  step.store_preference("language");
}

void on(Step& step, const SetTheme& theme) {
  preferences_of(step).theme = theme.theme;
  step.store_preference("theme");
}

void on(Step& step, const SetMonospaced& face) {
  preferences_of(step).monospaced = face.monospaced;
  step.store_preference("monospaced");
}

void on(Step& step, const ShowInvisibles& invisibles) {
  preferences_of(step).invisibles_shown = invisibles.shown;
  step.store_preference("invisibles");
}

void on(Step& step, const RestorePreference& choice) {
  read_preference(choice.name, choice.value, preferences_of(step));
}

// ---- Words for the person

void on(Step& step, const DismissNotice&) {
  step.model().notice.reset();
}

void on(Step& step, const ShowNotice& notice) {
  step.tell(notice.message, notice.severity);
}

void on(Step& step, const EffectFailed& failed) {
  ShareDialog* dialog = step.dialog<ShareDialog>();
  if (dialog == nullptr || failed.problem.key != "ui/link-failed")
    return step.tell(failed.problem, Severity::kError);
  dialog->copy_refused = true;
  step.announce(failed.problem);
}

}  // namespace

void carry_out(Step& step, const DeskAction& action) {
  std::visit([&](const auto& what) { on(step, what); }, action);
}

}  // namespace depeche::app
