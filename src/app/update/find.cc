// Find and replace.
#include <utility>

#include "app/update/groups.h"
#include "editor/commands.h"

namespace depeche::app {
namespace {

void select_match(Step& step, const editor::Search& search, std::optional<std::size_t> index) {
  if (!index) return;
  step.apply_if(editor::select(step.editor(), Selection::of(search.matches()[*index])));
  ++step.model().reveal;
}

void on(Step& step, const FindNext& next);

// None where nothing that was found is selected: then this is only the way to the next.
void replace_match(Step& step, const editor::Replacements* replacements) {
  if (replacements != nullptr && replacements->problem())
    return step.tell(*replacements->problem(), Severity::kWarning);
  if (replacements != nullptr) step.apply_if(editor::replace_match(step.editor(), *replacements));
  on(step, FindNext{});
}

// `stopped`: there may be more matches than were found.
void replace_matches(Step& step, const editor::Replacements& replacements, bool stopped) {
  const std::size_t count = replacements.edits().size();
  if (replacements.problem()) return step.tell(*replacements.problem(), Severity::kWarning);
  if (count == 0 && stopped) return step.tell({"find/too-complex", {}}, Severity::kWarning);
  if (count == 0) return step.tell({"find/none", {}});
  step.apply_if(editor::replace_matches(step.editor(), replacements));
  if (stopped) return step.tell({"find/replaced-some", {std::to_string(count)}}, Severity::kWarning);
  step.tell({count == 1 ? "find/replaced-one" : "find/replaced-many", {std::to_string(count)}});
}

void carry_out_request(Step& step) {
  Find& find = step.derived().find();
  if (!find.is_ready(step.model())) return;
  const editor::Search& search = find.search(step.model());
  const editor::Replacements* replacements = find.replacements(step.model());
  const FindRequest request = *std::exchange(step.model().find.request, std::nullopt);
  switch (request.kind) {
    case FindRequest::Kind::kNext:
      return select_match(step, search, search.next(request.from));
    case FindRequest::Kind::kPrevious:
      return select_match(step, search, search.previous(request.from));
    case FindRequest::Kind::kReplace:
      return replace_match(step, replacements);
    case FindRequest::Kind::kReplaceAll:
      return replace_matches(step, *replacements, search.stopped());
  }
}

// Carried out at once when a slice of work is enough, else when the find bar has got there.
void ask(Step& step, FindRequest request) {
  if (!step.model().find.open) return;
  step.model().find.request = request;
  step.derived().find().advance(step.model());
  carry_out_request(step);
}

void on(Step& step, const OpenFind& open) {
  constexpr Offset kLongestSelection = 200;
  step.show_source();  // the bar is above it
  FindBar& find = step.model().find;
  const Span selected = step.editor().selection.span();
  const std::string_view text = step.editor().text.bytes(selected);
  const bool taken = !selected.empty() && selected.size() <= kLongestSelection &&
                     text.find_first_of("\r\n") == std::string_view::npos;
  if (taken && !find.query.options.regex) find.query.pattern = text;
  find.replace = open.replace || (find.open && find.replace);
  find.open = true;
  ++find.asked;
}

void on(Step& step, const CloseFind&) {
  step.model().find.open = false;
  step.model().find.request.reset();
}

void on(Step& step, const ToggleReplace&) {
  step.model().find.replace = !step.model().find.replace;
}

// The nearest match shows while the query is typed.
void on(Step& step, const SetFind& set) {
  FindBar& find = step.model().find;
  find.request.reset();
  find.replacement = set.replacement;
  const editor::SearchQuery query{set.query, set.options};
  if (query == find.query) return;
  find.query = query;
  ask(step, {FindRequest::Kind::kNext, step.editor().selection.span().begin});
}

void on(Step& step, const FindNext& next) {
  const Span selected = step.editor().selection.span();
  if (next.backward) return ask(step, {FindRequest::Kind::kPrevious, selected.begin});
  ask(step, {FindRequest::Kind::kNext, selected.end});
}

void on(Step& step, const ReplaceMatch&) {
  ask(step, {FindRequest::Kind::kReplace});
}

void on(Step& step, const ReplaceAllMatches&) {
  ask(step, {FindRequest::Kind::kReplaceAll});
}

void on(Step& step, const GoOnFinding&) {
  carry_out_request(step);
}

}  // namespace

void carry_out(Step& step, const FindAction& action) {
  std::visit([&](const auto& what) { on(step, what); }, action);
}

}  // namespace depeche::app
