#include "editor/formatting.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "editor/block.h"
#include "editor/editing.h"
#include "editor/emphasis.h"
#include "editor/word.h"

namespace depeche::editor {
namespace {

constexpr std::string_view kSpaces = " \t\r\n";

// `edits` as one transaction. Selected text stays selected; a caret goes after what comes in right there.
std::optional<Transaction> edit(const EditorState& state, std::vector<Replacement> edits) {
  std::optional<Change> change = Change::of(state.text.size(), std::move(edits));
  if (!change || change->empty()) return std::nullopt;
  const Selection selection = state.selection.map(*change, Bias::kAfter);
  return Transaction{*std::move(change), selection, UserEvent::kCommand, {}};
}

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

// ---- Bold and italic

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
  const std::string_view text = state.text.bytes();
  Span wanted = state.selection.span();
  if (wanted.empty()) {
    const Span word = word_at(text, wanted.begin);
    const bool is_word =
        !word.empty() && kind_of(decode_utf8(text, word.begin).code_point) == CharacterKind::kWord;
    if (is_word) wanted = word;
  }

  std::vector<Target> targets;
  for (const Block& block : selected_blocks(state.text, wanted)) {
    const Span within = intersection(wanted, block.content);
    const Span span = without_trailing_spaces(text, without_leading_spaces(text, within));
    if (!span.empty() || wanted.empty()) targets.push_back({span, find_emphases(text, block.content)});
  }
  if (targets.empty() && wanted.empty()) targets.push_back({wanted, {}});
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
  if (marked) return edit(state, {{{caret - size, caret + size}, ""}});
  auto transaction = edit(state, {{{caret, caret}, std::string(mark) + std::string(mark)}});
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
  auto transaction = edit(state, std::move(edits));
  // A caret at the end of its word stays in it.
  if (transaction && state.selection.empty() && state.selection.head == targets.front().span.end)
    transaction->selection = state.selection.map(transaction->change, Bias::kBefore);
  return transaction;
}

// ---- Lines

// The selected lines that hold text; all of them when none does.
std::vector<Line> lines_to_mark(const EditorState& state) {
  std::vector<Line> lines = selected_lines(state.text, state.selection.span());
  const bool all_blank =
      std::all_of(lines.begin(), lines.end(), [](const Line& line) { return line.blank(); });
  if (!all_blank) std::erase_if(lines, [](const Line& line) { return line.blank(); });
  return lines;
}

Span at(const Line& line, Span within) {
  return {line.span.begin + within.begin, line.span.begin + within.end};
}

// The marker of a line, and its task box if there is one.
Span whole_marker(const Line& line) {
  return at(line, {line.prefix.marker_span.begin, line.prefix.end()});
}

// Numbers items, those of each indentation for themselves.
class Numbering {
 public:
  std::uint32_t next(Offset indentation) {
    counts_.erase(counts_.upper_bound(indentation), counts_.end());
    return ++counts_[indentation];
  }

 private:
  std::map<Offset, std::uint32_t> counts_;
};

// The first quote mark of a line and the space after it.
Span first_quote(const Line& line) {
  const std::size_t mark = line.bytes.find('>');
  const bool space = mark + 1 < line.prefix.quotes.end && line.bytes[mark + 1] == ' ';
  return at(line, {0, static_cast<Offset>(mark + (space ? 2 : 1))});
}

// ---- Links

// As a link's target may stand in parentheses: no spaces, parentheses, angle brackets, backslashes or
// controls.
std::string escaped_target(std::string_view target) {
  constexpr std::string_view kHexDigits = "0123456789ABCDEF";
  std::string escaped;
  for (const char byte : target) {
    const auto value = static_cast<unsigned char>(byte);
    if (value <= 0x20 || value == 0x7F || std::string_view("()<>\\").find(byte) != std::string_view::npos) {
      escaped.append({'%', kHexDigits[value >> 4], kHexDigits[value & 0xF]});
    } else {
      escaped += byte;
    }
  }
  return escaped;
}

// Plain text as Markdown that reads as this text between square brackets.
std::string escaped_label(std::string_view label) {
  std::string escaped;
  for (const char byte : label) {
    if (std::string_view("[]\\*_`<{").find(byte) != std::string_view::npos) escaped += '\\';
    escaped += byte == '\n' || byte == '\r' ? ' ' : byte;
  }
  return escaped;
}

}  // namespace

std::optional<Transaction> toggle_bold(const EditorState& state) {
  return toggle_emphasis(state, "**");
}

std::optional<Transaction> toggle_italic(const EditorState& state) {
  return toggle_emphasis(state, "*");
}

std::optional<Transaction> toggle_heading(const EditorState& state, std::uint32_t level) {
  if (level < 1 || level > 6) return std::nullopt;
  const std::vector<Line> lines = lines_to_mark(state);
  const auto is_wanted = [&](const Line& line) {
    return line.prefix.marker == Marker::kHeading && line.prefix.number == level;
  };
  const bool remove = std::all_of(lines.begin(), lines.end(), is_wanted);
  const std::string marker = remove ? "" : std::string(level, '#') + ' ';

  std::vector<Replacement> edits;
  for (const Line& line : lines) {
    if (remove || !is_wanted(line)) edits.push_back({whole_marker(line), marker});
  }
  return edit(state, std::move(edits));
}

std::optional<Transaction> toggle_list(const EditorState& state, ListKind kind) {
  const std::vector<Line> lines = lines_to_mark(state);
  const Marker wanted = kind == ListKind::kBullet ? Marker::kBullet : Marker::kOrdered;
  const auto is_wanted = [&](const Line& line) { return line.prefix.marker == wanted; };
  const bool remove = std::all_of(lines.begin(), lines.end(), is_wanted);

  std::vector<Replacement> edits;
  Numbering numbering;
  for (const Line& line : lines) {
    const std::uint32_t number = numbering.next(line.prefix.indentation.size());
    if (remove) {
      edits.push_back({whole_marker(line), ""});
    } else if (!is_wanted(line)) {
      const std::string marker = kind == ListKind::kBullet ? "- " : std::to_string(number) + ". ";
      edits.push_back({at(line, line.prefix.marker_span), marker});
    }
  }
  return edit(state, std::move(edits));
}

std::optional<Transaction> toggle_quote(const EditorState& state) {
  const std::vector<Line> marked = lines_to_mark(state);
  const auto is_quoted = [](const Line& line) { return !line.prefix.quotes.empty(); };
  const bool remove = std::all_of(marked.begin(), marked.end(), is_quoted);

  const std::vector<Line> lines = selected_lines(state.text, state.selection.span());
  std::vector<Replacement> edits;
  for (const Line& line : lines) {
    if (!remove) {
      const bool between = line.span.empty() && lines.size() > 1;
      edits.push_back({{line.span.begin, line.span.begin}, between ? ">" : "> "});
    } else if (is_quoted(line)) {
      edits.push_back({first_quote(line), ""});
    }
  }
  return edit(state, std::move(edits));
}

std::optional<Transaction> insert_link(const EditorState& state, std::string_view target,
                                       std::string_view label) {
  const Span span = state.selection.span();
  if (!span.empty() && selected_blocks(state.text, span).size() > 1) return std::nullopt;
  std::string text = label.empty() ? std::string(state.text.bytes(span)) : escaped_label(label);
  if (text.empty()) text = escaped_label(target);
  const std::string link = '[' + text + "](" + escaped_target(target) + ')';

  auto transaction = edit(state, {{span, link}});
  if (!transaction) return std::nullopt;
  const auto end = static_cast<Offset>(span.begin + link.size());
  transaction->selection = Selection::caret(target.empty() ? end - 1 : end);
  return transaction;
}

}  // namespace depeche::editor
