#include "editor/editing.h"

#include <algorithm>
#include <string>
#include <utility>

#include "editor/block.h"

namespace depeche::editor {
namespace {

// `text` in the place of `span`, the caret after it.
std::optional<Transaction> replace_span(const EditorState& state, Span span, std::string text,
                                        UserEvent event) {
  if (span.empty() && text.empty()) return std::nullopt;
  const auto caret = static_cast<Offset>(span.begin + text.size());
  std::optional<Change> change = Change::of(state.text.size(), {{span, std::move(text)}});
  if (!change) return std::nullopt;
  return Transaction{*std::move(change), Selection::caret(caret), event, {}};
}

std::string with_line_ending(std::string_view text, std::string_view ending) {
  std::string result;
  result.reserve(text.size());
  std::size_t at = 0;
  for (std::size_t end = text.find_first_of("\r\n"); end != std::string_view::npos;
       end = text.find_first_of("\r\n", at)) {
    result.append(text, at, end - at).append(ending);
    at = end + (text.substr(end).starts_with("\r\n") ? 2 : 1);
  }
  return result.append(text, at);
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

}  // namespace

std::optional<Transaction> insert_text(const EditorState& state, std::string_view text, UserEvent event) {
  return replace_span(state, state.selection.span(), with_line_ending(text, state.text.line_ending()), event);
}

std::optional<Transaction> insert_line_break(const EditorState& state) {
  const Span selection = state.selection.span();
  const LineNumber number = state.text.line_at(selection.begin);
  const Line line(state.text, number);
  std::string inserted(state.text.line_ending());

  const bool inside_prefix = selection.begin < line.content_begin();
  const bool only_spaces = line.blank() && line.prefix.quotes.empty();
  if (inside_prefix || only_spaces || line.prefix.end() == 0)
    return replace_span(state, selection, std::move(inserted), UserEvent::kCommand);

  if (selection.empty() && line.content_begin() == line.span.end) {
    if (auto left = leave_block(state, number, line)) return left;
  }
  // The space between two words becomes the line's end.
  const std::string_view bytes = state.text.bytes();
  const std::size_t content = std::min(bytes.find_first_not_of(" \t", selection.end), bytes.size());
  return replace_span(state, {selection.begin, static_cast<Offset>(content)},
                      inserted.append(continuation(line)), UserEvent::kCommand);
}

std::optional<Transaction> delete_text(const EditorState& state, Unit unit, Direction direction) {
  const bool forward = direction == Direction::kForward;
  const UserEvent event = unit != Unit::kGrapheme ? UserEvent::kCommand
                          : forward               ? UserEvent::kDeletingForward
                                                  : UserEvent::kDeletingBackward;
  if (!state.selection.empty()) return replace_span(state, state.selection.span(), {}, event);

  const Offset caret = state.selection.head;
  const Offset edge = destination(state.text, caret, Unit::kLine, direction);
  Offset target = destination(state.text, caret, caret == edge ? Unit::kGrapheme : unit, direction);
  if (caret != edge) target = forward ? std::min(target, edge) : std::max(target, edge);
  return replace_span(state, {std::min(caret, target), std::max(caret, target)}, {}, event);
}

std::optional<Transaction> delete_selection(const EditorState& state) {
  return replace_span(state, state.selection.span(), {}, UserEvent::kCommand);
}

std::optional<Transaction> replace(const EditorState& state, std::vector<Replacement> edits, Bias bias) {
  std::optional<Change> change = Change::of(state.text.size(), std::move(edits));
  if (!change || change->empty()) return std::nullopt;
  const Selection selection = state.selection.map(*change, bias);
  return Transaction{*std::move(change), selection, UserEvent::kCommand, {}};
}

std::optional<Transaction> replace_all(const EditorState& state, std::string_view text, Selection selection,
                                       UserEvent event) {
  if (text.size() > kMaximumTextSize) return std::nullopt;
  Change change = Change::between(state.text.bytes(), text);
  if (change.empty() && selection == state.selection) return std::nullopt;
  return Transaction{std::move(change), selection, event, {}};
}

std::optional<Transaction> undo(const EditorState& state) {
  const History::Step* step = state.history.undoable();
  if (step == nullptr) return std::nullopt;
  return Transaction{step->inverse, step->before.selection, UserEvent::kUndo, {}};
}

std::optional<Transaction> redo(const EditorState& state) {
  const History::Step* step = state.history.redoable();
  if (step == nullptr) return std::nullopt;
  return Transaction{step->change, step->after.selection, UserEvent::kRedo, {}};
}

}  // namespace depeche::editor
