#include "editor/replacements.h"

#include <algorithm>
#include <utility>

#include "editor/editing.h"

namespace depeche::editor {
namespace {

constexpr std::size_t kBytesPerStep = 64;  // that are copied

}  // namespace

bool Replacements::advance(std::size_t work) {
  std::size_t left = work;
  while (!done() && left > 0) add_next(left);
  spent_ += work - left;
  if (!done() && spent_ > Search::kMaxWork) problem_ = Message{"find/too-complex", {}};
  return done();
}

void Replacements::add_next(std::size_t& work) {
  const Span match = matches_[edits_.size()];
  std::optional<std::string> text = search_.regex() ? expand(match, work) : replacement_;
  if (!text) return;
  work -= std::min(work, 1 + text->size() / kBytesPerStep);
  bytes_ += text->size();
  if (bytes_ > kMaxBytes) {
    problem_ = Message{"find/too-much", {}};
    return;
  }
  edits_.push_back({match, *std::move(text)});
}

// Nothing while the groups of the match are not known.
std::optional<std::string> Replacements::expand(Span match, std::size_t& work) {
  const Regex& regex = *search_.regex();
  const Text& text = search_.text();
  if (!scan_) {
    scan_.emplace(regex, text.bytes(), match.begin, regex.slots());
    scan_->anchor();
  }
  const RegexScan::Outcome outcome = scan_->run(work);
  if (outcome == RegexScan::Outcome::kUnfinished) return std::nullopt;
  const std::vector<Span> groups = scan_->groups();
  scan_.reset();
  return expand_replacement(replacement_, text.bytes(), groups, text.line_ending(), kMaxBytes);
}

std::optional<Transaction> replace_match(const EditorState& state, const Replacements& replacements) {
  if (replacements.problem() || replacements.edits().empty()) return std::nullopt;
  const Replacement& edit = replacements.edits().front();
  std::optional<Change> change = Change::of(state.text.size(), {edit});
  if (!change) return std::nullopt;
  const auto caret = static_cast<Offset>(edit.span.begin + edit.text.size());
  return Transaction{*std::move(change), Selection::caret(caret), UserEvent::kCommand, {}};
}

std::optional<Transaction> replace_matches(const EditorState& state, const Replacements& replacements) {
  if (replacements.problem()) return std::nullopt;
  return replace(state, replacements.edits());
}

}  // namespace depeche::editor
