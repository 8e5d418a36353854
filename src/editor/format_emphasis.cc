#include "editor/format_emphasis.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "editor/block.h"
#include "editor/editing.h"
#include "editor/emphasis.h"

namespace depeche::editor {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

Span without_leading_spaces(std::string_view text, Span span) {
  span.begin = std::min(
      static_cast<Offset>(std::min(text.find_first_not_of(kSpaces, span.begin), text.size())), span.end);
  return span;
}

Span without_trailing_spaces(std::string_view text, Span span) {
  const std::string_view content = span.of(text);
  span.end = span.begin + static_cast<Offset>(content.find_last_not_of(kSpaces) + 1);
  return span;
}

Span intersection(Span a, Span b) {
  const Offset begin = std::max(a.begin, b.begin);
  return {begin, std::max(begin, std::min(a.end, b.end))};
}

bool overlap(Span a, Span b) {
  return a.begin < b.end && b.begin < a.end;
}

// The smallest span around both.
Span hull(Span a, Span b) {
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

// A place to emphasise, in a block, and all emphases of that block, inner ones first.
struct Target {
  Span span;
  std::vector<Emphasis> emphases;

  // The innermost emphasis with marks of `size` that the whole target is part of.
  const Emphasis* around(Offset size) const {
    const auto found = std::find_if(emphases.begin(), emphases.end(), [&](const Emphasis& emphasis) {
      if (emphasis.opener.size() != size) return false;
      return span.empty() ? emphasis.opener.end <= span.begin && span.end <= emphasis.closer.begin
                          : emphasis.outer().contains(span);
    });
    return found == emphases.end() ? nullptr : &*found;
  }
};

// The targets of a selection, one for each block; for a caret the word it is in, or the caret's place itself.
std::vector<Target> find_targets(const EditorState& state) {
  std::vector<Target> targets;
  for (const Span& text : selected_texts(state.text, state.selection.span())) {
    const std::vector<Block> blocks = selected_blocks(state.text, text);
    targets.push_back({text, blocks.empty() ? std::vector<Emphasis>()
                                            : find_emphases(state.text.bytes(), blocks.front().content)});
  }
  return targets;
}

// Takes the target out of the emphasis around it; what is left of that on either side keeps it. Emphases of
// the other kind within are taken out whole.
void remove_emphasis(std::string_view text, const Target& target, const Emphasis& around,
                     std::vector<Replacement>& edits) {
  Span taken = intersection(target.span, around.content());
  for (const Emphasis& emphasis : target.emphases) {
    const bool inside = around.content().contains(emphasis.outer());
    if (inside && overlap(emphasis.outer(), taken)) taken = hull(taken, emphasis.outer());
  }
  const Span left = without_trailing_spaces(text, {around.opener.end, taken.begin});
  const Span right = without_leading_spaces(text, {taken.end, around.closer.begin});
  const std::string mark(around.opener.of(text));
  edits.push_back(left.empty() ? Replacement{around.opener, ""} : Replacement{{left.end, left.end}, mark});
  edits.push_back(right.empty() ? Replacement{around.closer, ""}
                                : Replacement{{right.begin, right.begin}, mark});
}

// Emphasises the target, as one with what it overlaps of the same kind. An emphasis of the other kind is
// within it or around it, never across its edge.
void add_emphasis(std::string_view text, const Target& target, std::string_view mark,
                  std::vector<Replacement>& edits) {
  Span whole = target.span;
  std::vector<Span> marks;
  for (const Emphasis& emphasis : target.emphases) {
    if (!overlap(emphasis.outer(), whole)) continue;
    const bool same_kind = emphasis.opener.size() == mark.size();
    if (same_kind) marks.insert(marks.end(), {emphasis.opener, emphasis.closer});
    if (same_kind || !emphasis.content().contains(whole)) whole = hull(whole, emphasis.outer());
  }
  bool opened = false;
  bool closed = false;
  for (const Span span : marks) {
    const bool opens = span.begin == whole.begin;
    const bool closes = span.end == whole.end;
    opened = opened || opens;
    closed = closed || closes;
    const std::string_view wanted = opens || closes ? mark : "";
    if (span.of(text) != wanted) edits.push_back({span, std::string(wanted)});
  }
  if (!opened) edits.push_back({{whole.begin, whole.begin}, std::string(mark)});
  if (!closed) edits.push_back({{whole.end, whole.end}, std::string(mark)});
}

// The size of the run of stars right before and after `offset`, the smaller of both.
Offset stars_around(std::string_view text, Offset offset) {
  Offset size = 0;
  while (size < offset && offset + size < text.size() && text[offset - size - 1] == '*' &&
         text[offset + size] == '*')
    ++size;
  return size;
}

// An empty pair of marks at the caret, or its end.
std::optional<Transaction> toggle_pair(const EditorState& state, Offset caret, std::string_view mark) {
  const auto size = static_cast<Offset>(mark.size());
  const Offset stars = stars_around(state.text.bytes(), caret);
  const bool marked = size == 2 ? stars >= 2 : stars % 2 == 1;
  if (marked) return replace(state, {{{caret - size, caret + size}, ""}});
  auto transaction = replace(state, {{{caret, caret}, std::string(mark) + std::string(mark)}});
  if (transaction) transaction->selection = Selection::caret(caret + size);
  return transaction;
}

std::optional<Transaction> toggle_emphasis(const EditorState& state, std::string_view mark) {
  const auto size = static_cast<Offset>(mark.size());
  const std::vector<Target> targets = find_targets(state);
  if (targets.empty()) return std::nullopt;
  const bool everywhere = std::all_of(targets.begin(), targets.end(),
                                      [&](const Target& target) { return target.around(size) != nullptr; });
  if (!everywhere && targets.front().span.empty())
    return toggle_pair(state, targets.front().span.begin, mark);

  std::vector<Replacement> edits;
  for (const Target& target : targets) {
    const Emphasis* around = target.around(size);
    if (everywhere) {
      remove_emphasis(state.text.bytes(), target, *around, edits);
    } else if (around == nullptr) {
      add_emphasis(state.text.bytes(), target, mark, edits);
    }
  }
  auto transaction = replace(state, std::move(edits), Bias::kAfter);
  // A caret at the end of its word stays in it.
  if (transaction && state.selection.empty() && state.selection.head == targets.front().span.end)
    transaction->selection = state.selection.map(transaction->change, Bias::kBefore);
  return transaction;
}

}  // namespace

std::optional<Transaction> toggle_bold(const EditorState& state) {
  return toggle_emphasis(state, "**");
}

std::optional<Transaction> toggle_italic(const EditorState& state) {
  return toggle_emphasis(state, "*");
}

}  // namespace depeche::editor
