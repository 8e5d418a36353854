#include "editor/history.h"

#include <algorithm>
#include <iterator>
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

std::size_t bytes_of(const std::vector<Rider>& riders) {
  std::size_t bytes = 0;
  for (const Rider& rider : riders) bytes += rider.bytes();
  return bytes;
}

std::size_t bytes_of(const History::Step& step) {
  return sizeof(step) + bytes_of(step.change) + bytes_of(step.inverse) + bytes_of(step.riders) +
         bytes_of(step.inverse_riders);
}

// Takes those along that undo takes back; the last to come is the first to be taken back.
void add_riders(const std::vector<Rider>& riders, History::Step& step) {
  for (const Rider& rider : riders) {
    const std::optional<Rider> inverse = rider.inverse();
    if (!inverse) continue;
    step.riders.push_back(rider);
    step.inverse_riders.insert(step.inverse_riders.begin(), inverse->map(step.inverse));
  }
}

// `first`, then `second`, as the riders of one step; `moves` leads to the text in which those of `second` count.
std::vector<Rider> joined(const std::vector<Rider>& first, const Change& moves,
                          const std::vector<Rider>& second) {
  std::vector<Rider> all;
  for (const Rider& rider : first) all.push_back(rider.map(moves));
  all.insert(all.end(), second.begin(), second.end());
  return all;
}

}  // namespace

History::History() : pages_(std::make_shared<const Pages>()) {}

const History::Step& History::step(std::size_t number) const {
  const auto after = std::ranges::upper_bound(*pages_, number, {}, &Page::first);
  const Page& page = **std::prev(after);
  return *page.steps[number - page.first];
}

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
  add_riders(transaction.riders, step);
  std::size_t end = done_;  // of the steps that stay
  if (joins_last(transaction, text, before)) {
    const Step& last = *undoable();
    step.riders = joined(last.riders, step.change, step.riders);
    step.inverse_riders = joined(step.inverse_riders, last.inverse, last.inverse_riders);
    step.change = last.change.compose(step.change);
    step.inverse = step.inverse.compose(last.inverse);
    step.before = last.before;
    --end;
  }
  Pages pages = pages_before(end);
  // What was typed and taken back at once is nothing to undo.
  done_ = end;
  if (!step.change.empty() || !step.riders.empty()) {
    append(std::move(step), pages);
    ++done_;
  }
  if (pages.empty()) done_ = 0;
  forget_oldest(pages);
  pages_ = std::make_shared<const Pages>(std::move(pages));
  sealed_ = false;
}

// The pages without the steps from number `end` on.
History::Pages History::pages_before(std::size_t end) const {
  Pages pages = *pages_;
  while (!pages.empty() && pages.back()->first >= end) pages.pop_back();
  if (pages.empty() || pages.back()->first + pages.back()->steps.size() <= end) return pages;
  Page last = *pages.back();
  for (; last.first + last.steps.size() > end; last.steps.pop_back())
    last.bytes -= bytes_of(*last.steps.back());
  pages.back() = std::make_shared<const Page>(std::move(last));
  return pages;
}

void History::append(Step step, Pages& pages) const {
  const bool is_full = pages.empty() || pages.back()->steps.size() >= kPageSteps ||
                       pages.back()->bytes + bytes_of(step) > kPageBytes;
  Page page = is_full ? Page{done_, 0, {}} : *pages.back();
  page.bytes += bytes_of(step);
  page.steps.push_back(std::make_shared<const Step>(std::move(step)));
  auto kept = std::make_shared<const Page>(std::move(page));
  if (is_full)
    pages.push_back(std::move(kept));
  else
    pages.back() = std::move(kept);
}

void History::forget_oldest(Pages& pages) {
  std::size_t bytes = 0;
  auto oldest = pages.end();  // that is kept
  while (oldest != pages.begin()) {
    bytes += (*std::prev(oldest))->bytes;
    if (oldest != pages.end() && bytes > kMaximumBytes) break;
    --oldest;
  }
  pages.erase(pages.begin(), oldest);
}

void History::undo() {
  if (done_ > first()) --done_;
  seal();
}

void History::redo() {
  if (done_ < end()) ++done_;
  seal();
}

}  // namespace depeche::editor
