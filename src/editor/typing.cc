#include "editor/typing.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "editor/block.h"
#include "editor/editing.h"
#include "editor/numbering.h"
#include "editor/word.h"

namespace depeche::editor {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

// `text` in the place of `span`, the caret after it.
std::optional<Transaction> replace_span(const EditorState& state, Span span, std::string text,
                                        UserEvent event = UserEvent::kCommand) {
  if (span.empty() && text.empty()) return std::nullopt;
  const auto caret = static_cast<Offset>(span.begin + text.size());
  std::optional<Change> change = Change::of(state.text.size(), {{span, std::move(text)}});
  if (!change) return std::nullopt;
  return Transaction{*std::move(change), Selection::caret(caret), event, {}};
}

std::optional<Transaction> renumbered(const EditorState& state, std::optional<Transaction> transaction) {
  if (!transaction) return std::nullopt;
  return with_renumbering(state, *std::move(transaction));
}

std::string_view without_trailing_blanks(std::string_view text) {
  return text.substr(0, text.find_last_not_of(" \t") + 1);
}

std::optional<Line> line_above(const Text& text, LineNumber number) {
  if (number == LineNumber{0}) return std::nullopt;
  return Line(text, LineNumber{static_cast<std::uint32_t>(number) - 1});
}

// The item that `item`, line `number`, is nested in: the nearest one above with less indentation, in the same
// quote.
std::optional<Line> item_around(const Text& text, LineNumber number, const Line& item) {
  const Offset indentation = item.prefix.indentation.size();
  if (indentation == 0) return std::nullopt;
  for (auto above = static_cast<std::uint32_t>(number); above > 0; --above) {
    const Line line(text, LineNumber{above - 1});
    if (line.prefix.quote_depth != item.prefix.quote_depth) break;
    if (line.blank() || line.prefix.indentation.size() >= indentation) continue;
    if (!line.prefix.is_item()) break;
    return line;
  }
  return std::nullopt;
}

// Enter in an empty item: up to the list around, or out of the list, with a blank line between so that what
// follows is not taken for the item's text.
std::optional<Transaction> leave_item(const EditorState& state, LineNumber number, const Line& item) {
  if (const std::optional<Line> around = item_around(state.text, number, item))
    return replace_span(state, item.span, continuation(*around), UserEvent::kCommand);

  const std::string_view outside = item.prefix.quotes.of(item.bytes);
  const std::optional<Line> above = line_above(state.text, number);
  std::string left;
  if (above && !above->blank())
    left.append(without_trailing_blanks(outside)).append(state.text.line_ending());
  return replace_span(state, item.span, left.append(outside), UserEvent::kCommand);
}

// Enter in the second of two empty lines of a quote: both lose their innermost mark.
std::optional<Transaction> leave_quote(const EditorState& state, const Line& previous, const Line& line) {
  std::string_view outside = without_trailing_blanks(line.bytes);
  outside = outside.substr(0, outside.rfind('>'));
  std::string left(without_trailing_blanks(outside));
  left.append(state.text.line_ending()).append(outside);
  return replace_span(state, {previous.span.begin, line.span.end}, std::move(left), UserEvent::kCommand);
}

// Enter in a line that holds nothing but its marks; nothing when it is to go on with them.
std::optional<Transaction> leave_block(const EditorState& state, LineNumber number, const Line& line) {
  if (line.prefix.is_item()) return leave_item(state, number, line);
  const std::optional<Line> above = line_above(state.text, number);
  const bool second = line.blank() && line.prefix.quote_depth > 0 && above && above->blank() &&
                      above->prefix.quote_depth == line.prefix.quote_depth;
  return second ? leave_quote(state, *above, line) : std::nullopt;
}

// Enter in code: indented as the line, in its quote.
std::optional<Transaction> break_code(const EditorState& state, const Line& line) {
  const Span selection = state.selection.span();
  std::string inserted(state.text.line_ending());
  const Offset indented = std::min(line.prefix.indentation.end, selection.begin - line.span.begin);
  inserted += line.bytes.substr(0, indented);
  return replace_span(state, selection, std::move(inserted));
}

// Whether the author numbers all items alike, as "1." each.
bool numbers_alike(const Text& text, LineNumber number, const Line& line) {
  if (line.prefix.marker != Marker::kOrdered) return false;
  const std::optional<Line> above = line_above(text, number);
  return above && above->prefix.marker == Marker::kOrdered &&
         above->prefix.indentation == line.prefix.indentation && above->prefix.number == line.prefix.number;
}

// Pairs

struct Pair {
  std::string_view opener;
  std::string_view closer;
  bool closes_itself;  // also without a selection
};
constexpr std::array kPairs = {
    Pair{"(", ")", true},
    Pair{"[", "]", true},
    Pair{"{", "}", false},
    Pair{"\u00AB", "\u00BB", true},  // « », with no-break spaces inside
    Pair{"\u201C", "\u201D", false},
    Pair{"\"", "\"", false},
    Pair{"*", "*", false},
    Pair{"_", "_", false},
    Pair{"`", "`", false},
    Pair{"~", "~", false},
};

const Pair* pair_of(std::string_view opener) {
  const auto found = std::find_if(kPairs.begin(), kPairs.end(),
                                  [opener](const Pair& pair) { return pair.opener == opener; });
  return found == kPairs.end() ? nullptr : &*found;
}

// What stands inside next to the opener and, the other way round, to the closer.
std::string_view inner_space(const Pair& pair) {
  return pair.opener == "\u00AB" ? kNoBreakSpace : std::string_view();
}

// A sign over a selection within a line goes around it, and it stays selected.
std::optional<Transaction> surround(const EditorState& state, const Pair& pair) {
  const Span span = state.selection.span();
  const std::string_view selected = state.text.bytes(span);
  if (selected.find_first_of("\r\n") != std::string_view::npos) return std::nullopt;
  const std::string before = std::string(pair.opener).append(inner_space(pair));
  const std::string after = std::string(inner_space(pair)).append(pair.closer);
  std::optional<Change> change =
      Change::of(state.text.size(), {{{span.begin, span.begin}, before}, {{span.end, span.end}, after}});
  if (!change) return std::nullopt;
  const auto shift = static_cast<Offset>(before.size());
  return Transaction{*std::move(change),
                     {state.selection.anchor + shift, state.selection.head + shift},
                     UserEvent::kCommand,
                     {}};
}

bool is_space_or_closer(std::string_view rest) {
  if (rest.empty()) return true;
  if (std::string_view(" \t\r\n)]}.,;:!?").find(rest[0]) != std::string_view::npos) return true;
  return rest.starts_with(kNoBreakSpace) || rest.starts_with("\u202F") || rest.starts_with("\u00BB");
}

// The part of the caret's line on either side of it.
struct Around {
  std::string_view before;
  std::string_view after;
};
Around line_around(const EditorState& state, Offset caret) {
  const Span line = state.text.line(state.text.line_at(caret));
  return {state.text.bytes({line.begin, caret}), state.text.bytes({caret, line.end})};
}

// An opener with its closer, the caret between.
std::optional<Transaction> open_pair(const EditorState& state, const Pair& pair) {
  const Offset caret = state.selection.head;
  if (!is_space_or_closer(line_around(state, caret).after)) return std::nullopt;
  const std::string before = std::string(pair.opener).append(inner_space(pair));
  const std::string text = before + std::string(inner_space(pair)).append(pair.closer);
  auto transaction = replace_span(state, {caret, caret}, text, UserEvent::kTyping);
  if (transaction) transaction->selection = Selection::caret(caret + static_cast<Offset>(before.size()));
  return transaction;
}

// The second star of `**` inside a line: its closer comes too. At a line's start it may become a rule.
std::optional<Transaction> open_bold(const EditorState& state) {
  const Offset caret = state.selection.head;
  const Around around = line_around(state, caret);
  if (!around.before.ends_with("*") || around.before.ends_with("**") || !is_space_or_closer(around.after)) {
    return std::nullopt;
  }
  const std::string_view earlier = around.before.substr(0, around.before.size() - 1);
  const bool in_text = earlier.find_first_not_of(" \t>") != std::string_view::npos;
  if (!in_text || !(earlier.ends_with(' ') || earlier.ends_with('('))) return std::nullopt;
  auto transaction = replace_span(state, {caret, caret}, "***", UserEvent::kTyping);
  if (transaction) transaction->selection = Selection::caret(caret + 1);
  return transaction;
}

Transaction step_over(const EditorState& state, std::size_t bytes) {
  return {Change(state.text.size()),
          Selection::caret(state.selection.head + static_cast<Offset>(bytes)),
          UserEvent::kSelect,
          {}};
}

// Bytes of the space that somebody has typed before », which has one already.
Offset own_space_before(std::string_view before) {
  if (before.ends_with(' ')) return 1;
  const bool is_own =
      before.ends_with(kNoBreakSpace) && !before.ends_with(std::string("\u00AB").append(kNoBreakSpace));
  return is_own ? kNoBreakSpace.size() : 0;
}

// A closer typed where the caret's own stands already.
std::optional<Transaction> close_pair(const EditorState& state, std::string_view typed) {
  const Around around = line_around(state, state.selection.head);
  if (typed == ")" || typed == "]") {
    const char opener = typed == ")" ? '(' : '[';
    const auto count = [](std::string_view text, char sign) {
      return std::count(text.begin(), text.end(), sign);
    };
    const bool closed = count(around.before, opener) + count(around.after, opener) ==
                        count(around.before, typed[0]) + count(around.after, typed[0]);
    if (around.after.starts_with(typed) && closed) return step_over(state, typed.size());
  } else if (typed == "\u00BB") {
    const std::string closer = std::string(kNoBreakSpace) + "\u00BB";
    if (!around.after.starts_with(closer)) return std::nullopt;
    const Offset own = own_space_before(around.before);
    if (own == 0) return step_over(state, closer.size());
    const Offset caret = state.selection.head;
    auto transaction = replace_span(state, {caret - own, caret}, "", UserEvent::kTyping);
    if (transaction)
      transaction->selection = Selection::caret(caret - own + static_cast<Offset>(closer.size()));
    return transaction;
  } else if (typed == "*") {
    const bool ends_word =
        !around.before.empty() && around.before.back() != ' ' && around.before.back() != '*';
    const bool second = around.before.ends_with("*") && !around.before.ends_with("**");
    if (around.after.starts_with("*") && (ends_word || (second && !around.after.starts_with("**"))))
      return step_over(state, 1);
  }
  return std::nullopt;
}

// The space that people type after «: the one that came with it stands for it.
std::optional<Transaction> space_in_quote(const EditorState& state, std::string_view typed) {
  if (typed != " " && typed != kNoBreakSpace) return std::nullopt;
  const Around around = line_around(state, state.selection.head);
  const bool is_there = around.before.ends_with(std::string("\u00AB").append(kNoBreakSpace)) &&
                        around.after.starts_with(std::string(kNoBreakSpace).append("\u00BB"));
  return is_there ? std::optional(step_over(state, 0)) : std::nullopt;
}

// Backspace between the signs of an empty pair.
std::optional<Transaction> erase_pair(const EditorState& state) {
  const Offset caret = state.selection.head;
  const Around around = line_around(state, caret);
  for (const Pair& pair : kPairs) {
    if (!pair.closes_itself) continue;
    const std::string before = std::string(pair.opener).append(inner_space(pair));
    const std::string after = std::string(inner_space(pair)).append(pair.closer);
    if (!around.before.ends_with(before) || !around.after.starts_with(after)) continue;
    return replace_span(
        state, {caret - static_cast<Offset>(before.size()), caret + static_cast<Offset>(after.size())}, "",
        UserEvent::kDeletingBackward);
  }
  return std::nullopt;
}

// Items in and out

Span at(const Line& line, Span within) {
  return {line.span.begin + within.begin, line.span.begin + within.end};
}

// The column at which what is nested in `item` begins.
Offset content_column(const Line& item) {
  return item.prefix.indentation.size() + item.prefix.marker_span.size();
}

// The item above at the same indentation, under which `item` can go.
std::optional<Line> sibling_above(const Text& text, LineNumber number, const Line& item) {
  for (auto above = static_cast<std::uint32_t>(number); above > 0; --above) {
    Line line(text, LineNumber{above - 1});
    if (line.prefix.quote_depth != item.prefix.quote_depth) break;
    if (line.blank() || line.prefix.indentation.size() > item.prefix.indentation.size()) continue;
    if (line.prefix.indentation.size() < item.prefix.indentation.size() || !line.prefix.is_item()) break;
    return line;
  }
  return std::nullopt;
}

// The last line of what is nested in the item at `number`.
std::uint32_t last_nested(const Text& text, std::uint32_t number) {
  const Line item(text, LineNumber{number});
  std::uint32_t last = number;
  for (std::uint32_t below = number + 1; below < text.line_count(); ++below) {
    const Line line(text, LineNumber{below});
    if (line.prefix.quote_depth != item.prefix.quote_depth) break;
    if (line.blank()) continue;
    if (line.prefix.indentation.size() <= item.prefix.indentation.size()) break;
    last = below;
  }
  return last;
}

// Moves the lines' indentation by `columns`; it does not go below none.
void shift_lines(const Text& text, std::uint32_t first, std::uint32_t last, int columns,
                 std::vector<Replacement>& edits) {
  for (std::uint32_t number = first; number <= last; ++number) {
    const Line line(text, LineNumber{number});
    if (line.blank()) continue;
    const Offset begin = line.span.begin + line.prefix.indentation.begin;
    if (columns > 0) {
      edits.push_back({{begin, begin}, std::string(static_cast<std::size_t>(columns), ' ')});
    } else {
      const Offset less = std::min(static_cast<Offset>(-columns), line.prefix.indentation.size());
      edits.push_back({{begin, begin + less}, ""});
    }
  }
}

// Moves each selected item, with what is nested in it, by what `columns_of` says.
template <typename ColumnsOf>
std::optional<Transaction> move_items(const EditorState& state, ColumnsOf columns_of) {
  const Text& text = state.text;
  const std::vector<Line> lines = selected_lines(text, state.selection.span());
  const auto first = static_cast<std::uint32_t>(text.line_at(lines.front().span.begin));
  std::vector<Replacement> edits;
  std::uint32_t moved = 0;  // lines up to here went with their item
  for (std::uint32_t i = 0; i < lines.size(); ++i) {
    const std::uint32_t number = first + i;
    if (!lines[i].prefix.is_item() || (moved > 0 && number <= moved)) continue;
    const int columns = columns_of(LineNumber{number}, lines[i]);
    if (columns == 0) continue;
    moved = last_nested(text, number);
    shift_lines(text, number, moved, columns, edits);
    if (columns > 0 && lines[i].prefix.marker == Marker::kOrdered) {
      const Span marker = at(lines[i], lines[i].prefix.marker_span);
      const std::size_t digits =
          lines[i].prefix.marker_span.of(lines[i].bytes).find_first_not_of("0123456789");
      edits.push_back({{marker.begin, marker.begin + static_cast<Offset>(digits)}, "1"});
    }
  }
  return renumbered(state, replace(state, std::move(edits), Bias::kAfter));
}

// The marker gone, the text a paragraph of its own.
std::optional<Transaction> unmark_item(const EditorState& state, LineNumber number, const Line& item) {
  const std::string_view outside = without_trailing_blanks(item.prefix.quotes.of(item.bytes));
  const std::string blank = std::string(outside).append(state.text.line_ending());
  const std::optional<Line> above = line_above(state.text, number);
  std::vector<Replacement> edits;
  if (above && !above->blank()) edits.push_back({{item.span.begin, item.span.begin}, blank});
  edits.push_back({at(item, {item.prefix.indentation.begin, item.prefix.end()}), ""});
  const auto below = static_cast<std::uint32_t>(number) + 1;
  if (below < state.text.line_count() && Line(state.text, LineNumber{below}).prefix.is_item()) {
    edits.push_back({{item.span.end, item.span.end}, std::string(state.text.line_ending()).append(outside)});
  }
  auto transaction = replace(state, std::move(edits), Bias::kAfter);
  if (transaction) {
    const Offset content = transaction->change.map_position(item.content_begin(), Bias::kBefore);
    transaction->selection = Selection::caret(content);
  }
  return renumbered(state, std::move(transaction));
}

}  // namespace

std::optional<Transaction> type_text(const EditorState& state, Span replaced, std::string_view text,
                                     Selection selection, TextKind kind) {
  const bool at_selection = replaced == state.selection.span();
  const bool one_sign = !text.empty() && next_code_point(text, 0) == text.size();
  if (at_selection && one_sign && kind != TextKind::kCode) {
    const Pair* pair = pair_of(text);
    if (!replaced.empty() && pair != nullptr) {
      if (auto around = surround(state, *pair)) return around;
    } else if (replaced.empty()) {
      if (auto closed = close_pair(state, text)) return closed;
      if (auto space = space_in_quote(state, text)) return space;
      if (pair != nullptr && pair->closes_itself && kind == TextKind::kMarkdown) {
        if (auto opened = open_pair(state, *pair)) return opened;
      }
      if (text == "*" && kind == TextKind::kMarkdown) {
        if (auto opened = open_bold(state)) return opened;
      }
    }
  }
  std::optional<Change> change = Change::of(state.text.size(), {{replaced, std::string(text)}});
  if (!change) return std::nullopt;
  return Transaction{*std::move(change), selection, UserEvent::kTyping, {}};
}

std::optional<Transaction> break_line(const EditorState& state, TextKind kind) {
  const Span selection = state.selection.span();
  const LineNumber number = state.text.line_at(selection.begin);
  const Line line(state.text, number);
  if (kind == TextKind::kCode) return break_code(state, line);
  std::string inserted(state.text.line_ending());

  const bool inside_prefix = selection.begin < line.content_begin();
  const bool only_spaces = line.blank() && line.prefix.quotes.empty();
  if (inside_prefix || only_spaces || line.prefix.end() == 0)
    return replace_span(state, selection, std::move(inserted));

  const bool empty = selection.empty() && line.content_begin() == line.span.end;
  if (empty && kind == TextKind::kYaml) return replace_span(state, line.span, "");
  if (empty) {
    if (auto left = leave_block(state, number, line)) return renumbered(state, std::move(left));
  }
  // The space between two words becomes the line's end.
  const std::string_view bytes = state.text.bytes();
  const std::size_t content = std::min(bytes.find_first_not_of(" \t", selection.end), bytes.size());
  const Span taken{selection.begin, static_cast<Offset>(content)};
  if (numbers_alike(state.text, number, line)) {
    Line same = line;
    --same.prefix.number;
    return replace_span(state, taken, inserted.append(continuation(same)));
  }
  return renumbered(state, replace_span(state, taken, inserted.append(continuation(line))));
}

std::optional<Transaction> erase_backward(const EditorState& state, TextKind kind) {
  const auto plain = [&] { return delete_text(state, Unit::kGrapheme, Direction::kBackward); };
  if (kind != TextKind::kMarkdown || !state.selection.empty()) return plain();
  if (auto erased = erase_pair(state)) return erased;

  const Offset caret = state.selection.head;
  const LineNumber number = state.text.line_at(caret);
  const Line line(state.text, number);
  if (caret != line.content_begin() || line.prefix.end() == 0) return plain();
  if (line.prefix.is_item()) {
    if (auto outdented = outdent_items(state)) return outdented;
    return unmark_item(state, number, line);
  }
  if (line.prefix.marker == Marker::kHeading)
    return replace(state, {{at(line, line.prefix.marker_span), ""}});
  if (line.prefix.indentation.empty() && line.prefix.quote_depth > 0) {
    const std::size_t mark = line.prefix.quotes.of(line.bytes).rfind('>');
    return replace(state, {{at(line, {static_cast<Offset>(mark), line.prefix.quotes.end}), ""}});
  }
  return plain();
}

std::optional<Transaction> indent_items(const EditorState& state) {
  return move_items(state, [&](LineNumber number, const Line& item) {
    const std::optional<Line> above = sibling_above(state.text, number, item);
    return above ? static_cast<int>(content_column(*above) - item.prefix.indentation.size()) : 0;
  });
}

std::optional<Transaction> outdent_items(const EditorState& state) {
  return move_items(state, [&](LineNumber number, const Line& item) {
    const std::optional<Line> around = item_around(state.text, number, item);
    const Offset own = item.prefix.indentation.size();
    return static_cast<int>(around ? around->prefix.indentation.size() : 0) - static_cast<int>(own);
  });
}

bool is_in_item(const EditorState& state) {
  return Line(state.text, state.text.line_at(state.selection.span().begin)).prefix.is_item();
}

}  // namespace depeche::editor
