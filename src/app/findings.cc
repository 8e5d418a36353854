#include "app/findings.h"

#include <algorithm>
#include <utility>

namespace depeche::app {

void move_diagnostic(const Change& change, Diagnostic& diagnostic) {
  diagnostic.span = change.map_span(diagnostic.span);
  for (Fix& fix : diagnostic.fixes) {
    for (Replacement& edit : fix.edits) edit.span = change.map_span(edit.span);
  }
}

Findings::Answers* Findings::find(Source source) {
  const auto found = std::ranges::find(answers_, source, &Answers::source);
  return found == answers_.end() ? nullptr : &*found;
}

void Findings::ask(Source source, std::uint64_t revision, Offset length) {
  Answers* answers = find(source);
  if (answers == nullptr) answers = &answers_.emplace_back(Answers{.source = source});
  answers->question = Question{revision, Change(length)};
}

bool Findings::answer(Source source, std::uint64_t revision, std::span<const Diagnostic> found) {
  Answers* answers = find(source);
  const bool is_awaited = answers != nullptr && answers->question && answers->question->revision == revision;
  if (!is_awaited) return false;
  const Change since = std::exchange(answers->question, std::nullopt)->since;
  answers->found.assign(found.begin(), found.end());
  answers->is_exact = since.empty();
  if (!since.empty()) {
    for (Diagnostic& diagnostic : answers->found) move_diagnostic(since, diagnostic);
  }
  is_merged_ = false;
  return true;
}

void Findings::follow(const editor::TextChange& change) {
  if (change.change.empty()) return;
  for (Answers& answers : answers_) {
    answers.is_exact = false;
    if (answers.question) answers.question->since = answers.question->since.compose(change.change);
    for (Diagnostic& diagnostic : answers.found) move_diagnostic(change.change, diagnostic);
  }
  is_merged_ = false;
}

void Findings::clear() {
  for (Answers& answers : answers_) answers = Answers{.source = answers.source};
  is_merged_ = false;
}

const std::vector<Diagnostic>& Findings::all() {
  const auto has_found = [](const Answers& answers) { return !answers.found.empty(); };
  const auto first = std::ranges::find_if(answers_, has_found);
  const bool is_alone =
      std::find_if(first == answers_.end() ? first : first + 1, answers_.end(), has_found) == answers_.end();
  if (first != answers_.end() && is_alone) return first->found;
  if (std::exchange(is_merged_, true)) return merged_;
  merged_.clear();
  for (const Answers& answers : answers_)
    merged_.insert(merged_.end(), answers.found.begin(), answers.found.end());
  std::ranges::stable_sort(merged_, {}, &Diagnostic::span);
  return merged_;
}

bool Findings::is_exact(Source source) const {
  const auto found = std::ranges::find(answers_, source, &Answers::source);
  return found != answers_.end() && found->is_exact;
}

}  // namespace depeche::app
