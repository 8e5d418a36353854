#include "editor/history.h"

#include <utility>

#include "base/utf8.h"
#include "editor/word.h"

namespace depeche::editor {
namespace {

bool is_typing(UserEvent event) {
  return event == UserEvent::kTyping || event == UserEvent::kComposing;
}

bool is_deleting(UserEvent event) {
  return event == UserEvent::kDeletingBackward || event == UserEvent::kDeletingForward;
}

// Whether a change is the first letter after a space.
bool begins_word(const Change& change, std::string_view text) {
  if (change.replacements().size() != 1) return false;
  const auto& [span, inserted] = change.replacements().front();
  if (!span.empty() || span.begin == 0) return false;
  const char32_t before = decode_utf8(text, previous_code_point(text, span.begin)).code_point;
  const char32_t first = decode_utf8(inserted, 0).code_point;
  return kind_of(before) == CharacterKind::kSpace && kind_of(first) != CharacterKind::kSpace;
}

std::size_t bytes_of(const Change& change) {
  std::size_t bytes = 0;
  for (const Replacement& replacement : change.replacements())
    bytes += sizeof(Replacement) + replacement.text.size();
  return bytes;
}

std::size_t bytes_of(const History::Step& step) {
  return sizeof(step) + bytes_of(step.change) + bytes_of(step.inverse);
}

}  // namespace

History::History() : steps_(std::make_shared<const Steps>()) {}

bool History::joins_last(const Transaction& transaction, const Text& text, const Moment& before) const {
  const Step* last = undoable();
  if (last == nullptr || redoable() != nullptr || sealed_) return false;
  if (last->after.selection != before.selection) return false;

  const UserEvent event = transaction.event;
  const bool composed = last->event == UserEvent::kComposing;
  if (composed && event == UserEvent::kComposing) return true;
  const bool paused = transaction.time - last->time > kTypingPause;
  if (paused && !composed) return false;  // choosing among what an input method offers takes its time
  if (is_deleting(event)) return event == last->event;
  return is_typing(event) && is_typing(last->event) && !begins_word(transaction.change, text.bytes());
}

void History::record(const Transaction& transaction, const Text& text, const Moment& before,
                     const Moment& after) {
  Step step{transaction.change, transaction.change.invert(text), before, after, transaction.event,
            transaction.time};
  Steps steps(steps_->begin(), steps_->begin() + static_cast<std::ptrdiff_t>(done_));
  if (joins_last(transaction, text, before)) {
    const Step& last = *steps.back();
    step.change = last.change.compose(step.change);
    step.inverse = step.inverse.compose(last.inverse);
    step.before = last.before;
    steps.pop_back();
  }
  // What was typed and taken back at once is nothing to undo.
  if (!step.change.empty()) steps.push_back(std::make_shared<const Step>(std::move(step)));

  std::size_t kept = 0;
  std::size_t bytes = 0;
  for (auto newest = steps.rbegin(); newest != steps.rend() && kept < kMaximumSteps; ++newest, ++kept) {
    bytes += bytes_of(**newest);
    if (kept > 0 && bytes > kMaximumBytes) break;
  }
  steps.erase(steps.begin(), steps.end() - static_cast<std::ptrdiff_t>(kept));

  done_ = steps.size();
  steps_ = std::make_shared<const Steps>(std::move(steps));
  sealed_ = false;
}

void History::undo() {
  if (done_ > 0) --done_;
  seal();
}

void History::redo() {
  if (done_ < steps_->size()) ++done_;
  seal();
}

}  // namespace depeche::editor
