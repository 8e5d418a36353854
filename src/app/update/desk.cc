// How the desk is arranged, and what it tells.
#include <algorithm>

#include "app/update/groups.h"

namespace depeche::app {
namespace {

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

// `name` is the choice's own in the table of preferences.
template <typename Value>
void choose(Step& step, Value Preferences::*choice, Value value, std::string_view name) {
  step.model().preferences.*choice = value;
  step.store_preference(name);
}

void on(Step& step, const SetSplit& split) {
  choose(step, &Preferences::split, std::clamp(split.ratio, kMinSplit, kMaxSplit), "split");
}

void on(Step& step, const SetPanes& panes) {
  choose(step, &Preferences::panes, panes.panes, "panes");
}

void on(Step& step, const SwapPanes&) {
  choose(step, &Preferences::swapped, !step.model().preferences.swapped, "swapped");
}

void on(Step& step, const SetLanguage& language) {
  choose(step, &Preferences::language, language.language, "language");
}

void on(Step& step, const SetTheme& theme) {
  choose(step, &Preferences::theme, theme.theme, "theme");
}

void on(Step& step, const SetMonospaced& face) {
  choose(step, &Preferences::monospaced, face.monospaced, "monospaced");
}

void on(Step& step, const ShowInvisibles& invisibles) {
  choose(step, &Preferences::invisibles_shown, invisibles.shown, "invisibles");
}

void on(Step& step, const RestorePreference& choice) {
  read_preference(choice.name, choice.value, step.model().preferences);
}

void on(Step& step, const SetHostDetail& detail) {
  read_host_detail(detail.name, detail.value, step.model().host);
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

void on(Step& step, const Say& words) {
  step.emit(Announce{words.text});
}

}  // namespace

void carry_out(Step& step, const DeskAction& action) {
  std::visit([&](const auto& what) { on(step, what); }, action);
}

}  // namespace depeche::app
