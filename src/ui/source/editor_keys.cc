// Keys in the source (EditorView): what moves the caret, selects and deletes, as the systems have it.
//
//              Windows, Linux             macOS
// word         Ctrl+Left, Right           Option+Left, Right
// line         Home, End                  Command+Left, Right
// paragraph    Ctrl+Up, Down: its start   Option+Up, Down: its start and its end
// document     Ctrl+Home, End             Command+Up, Down
//
// On macOS Control+A and E go to the ends of the text's line too, and K deletes up to it.
//
// With Shift they select. Left and right are those of the screen, also where text runs from right to left.
// ui::Modifiers says which of these a key is.
#include <algorithm>
#include <cmath>

#include "app/place.h"
#include "editor/commands.h"
#include "ui/source/editor_view.h"

namespace depeche::ui {
namespace {

using editor::Direction;
using editor::Transaction;
using editor::Unit;

Direction direction_of(Key key) {
  const bool backward = key == Key::kLeft || key == Key::kUp || key == Key::kHome || key == Key::kPageUp ||
                        key == Key::kLineStart || key == Key::kBackspace;
  return backward ? Direction::kBackward : Direction::kForward;
}

}  // namespace

std::optional<Transaction> EditorView::moved_by_line(Context& context, const editor::EditorState& state,
                                                     const Release& release, float pixels, bool extend) {
  const Rect caret = caret_rect(context, release, state.selection.head);
  if (!kept_x_ || kept_at_ != state.selection.head) kept_x_ = caret.x;
  // Into the middle of the line next to this one, or of the one a page away.
  const std::size_t index = rows_.row_at(state.selection.head);
  const Placed placed = place(context, release, index);
  const layout::Caret place_in_row = placed.paragraph->caret(state.selection.head - placed.span.begin);
  const layout::Line& line = placed.paragraph->lines()[place_in_row.line];
  const float line_top = placed.y + line.y;
  const float step = line_step(context) / 2;
  float y = pixels > 0 ? line_top + line.height + step : line_top - step;
  if (std::abs(pixels) > line.height) y = caret.center_y() + pixels;

  const double into = static_cast<double>(y) - scroll_.origin();
  Offset offset = 0;
  if (into >= scroll_.flow().total_height()) {
    offset = rows_.text().size();
  } else if (into >= 0) {
    offset = offset_at(context, release, *kept_x_, y);
  }
  kept_at_ = offset;
  return extend ? editor::extend_selection_to(state, offset) : editor::place_caret(state, offset);
}

Offset EditorView::edge_of_line(Context& context, const Release& release, Offset offset, bool end) {
  const Placed placed = place(context, release, rows_.row_at(offset));
  const Span reach = placed.paragraph->reach(placed.paragraph->line_of(offset - placed.span.begin));
  return placed.span.begin + (end ? reach.end : reach.begin);
}

// Left or right by a character or a word. Selected text is left at the end that lies there.
std::optional<Transaction> EditorView::moved_sideways(Context& context, const editor::EditorState& state,
                                                      const Release& release, bool right,
                                                      const Modifiers& modifiers) {
  const Selection selection = state.selection;
  const Placed placed = place(context, release, rows_.row_at(selection.head));
  const layout::Paragraph& paragraph = *placed.paragraph;
  const Offset at = selection.head - placed.span.begin;
  const bool turned = paragraph.lines()[paragraph.line_of(at)].right_to_left;
  const Direction direction = right != turned ? Direction::kForward : Direction::kBackward;
  const Unit unit = modifiers.word ? Unit::kWord : Unit::kGrapheme;
  const bool leaves_selection = !selection.empty() && !modifiers.shift;
  const bool is_logical = modifiers.word || leaves_selection || !paragraph.turns();
  if (is_logical) {
    return modifiers.shift ? editor::extend_selection(state, unit, direction)
                           : editor::move_caret(state, unit, direction);
  }
  Offset offset = 0;
  if (const auto beside = paragraph.beside(at, right)) {
    offset = placed.span.begin + *beside;
  } else {  // beyond the line
    const bool forward = direction == Direction::kForward;
    offset = editor::destination(state.text, edge_of_line(context, release, selection.head, forward), unit,
                                 direction);
  }
  return modifiers.shift ? editor::extend_selection_to(state, offset) : editor::place_caret(state, offset);
}

// Whole lines, of which two stay in view.
float EditorView::page_step(Context& context) const {
  const float lines = std::floor(scroll_.window().height / line_step(context)) - 2;
  return std::max(1.0F, lines) * line_step(context);
}

// Where a key moves to; nothing for keys that do not move.
std::optional<Transaction> EditorView::moved_by_key(Context& context, const editor::EditorState& state,
                                                    const Release& release, const KeyPress& press) {
  const Modifiers& modifiers = press.modifiers;
  const Direction direction = direction_of(press.key);
  const bool forward = direction == Direction::kForward;
  const auto by = [&](Unit unit) {
    return modifiers.shift ? editor::extend_selection(state, unit, direction)
                           : editor::move_caret(state, unit, direction);
  };
  const auto to = [&](Offset offset) {
    return modifiers.shift ? editor::extend_selection_to(state, offset) : editor::place_caret(state, offset);
  };
  const auto by_pixels = [&](float pixels) {
    return moved_by_line(context, state, release, forward ? pixels : -pixels, modifiers.shift);
  };
  const auto to_edge = [&] { return to(edge_of_line(context, release, state.selection.head, forward)); };
  switch (press.key) {
    case Key::kLeft:
    case Key::kRight:
      if (modifiers.line) return to_edge();
      return moved_sideways(context, state, release, forward, modifiers);
    case Key::kUp:
    case Key::kDown:
      if (modifiers.line) return by(Unit::kDocument);
      if (modifiers.word) return by(modifiers.alt ? Unit::kParagraphEdge : Unit::kParagraph);
      return by_pixels(1);
    case Key::kPageUp:
    case Key::kPageDown:
      return by_pixels(page_step(context));
    case Key::kHome:
    case Key::kEnd:
      return modifiers.control ? by(Unit::kDocument) : to_edge();
    case Key::kLineStart:
    case Key::kLineEnd:
      return by(Unit::kLine);
    default:
      return std::nullopt;
  }
}

// What a key does to the text; nothing for keys that change none.
std::optional<Transaction> EditorView::edited_by_key(Context& context, const editor::EditorState& state,
                                                     const Release& release, const KeyPress& press,
                                                     editor::TextKind kind) {
  const Modifiers& modifiers = press.modifiers;
  const Direction direction = direction_of(press.key);
  switch (press.key) {
    case Key::kEnter:
      return editor::break_line(state, kind);
    case Key::kTab: {
      if (editor::is_in_item(state))
        return modifiers.shift ? editor::outdent_items(state) : editor::indent_items(state);
      const markdown::NodeId table =
          app::place_at(release, Selection::caret(state.selection.span().begin)).table;
      if (table == markdown::kNoNode) return std::nullopt;
      const Span span = release.tree.span(table);
      return modifiers.shift ? editor::go_to_previous_cell(state, span)
                             : editor::go_to_next_cell(state, span);
    }
    case Key::kBackspace:
    case Key::kDelete: {
      if (modifiers.line) {
        const bool forward = direction == Direction::kForward;
        const Offset edge = edge_of_line(context, release, state.selection.head, forward);
        if (edge != state.selection.head) return editor::delete_to(state, edge);
      }
      const Unit unit = modifiers.word ? Unit::kWord : Unit::kGrapheme;
      if (press.key == Key::kBackspace && unit == Unit::kGrapheme) return editor::erase_backward(state, kind);
      return editor::delete_text(state, unit, direction);
    }
    case Key::kLineRest:
      return editor::delete_text(state, Unit::kLine, Direction::kForward);
    default:
      return std::nullopt;
  }
}

void EditorView::take_key(Context& context, const editor::EditorState& state, const Release& release,
                          const KeyPress& press, double time) {
  if (press.key == Key::kEscape && carrying_ != Carrying::kNothing) {
    carrying_ = Carrying::kGivenUp;
    drop_at_.reset();
  }
  if (press.key == Key::kMenu)
    return open_menu(context, caret_rect(context, release, state.selection.head), true);
  std::optional<Transaction> transaction = moved_by_key(context, state, release, press);
  if (!transaction) {
    const editor::TextKind kind = app::kind_at(release, state.selection.head);
    transaction = edited_by_key(context, state, release, press, kind);
  }
  const bool turns_page = press.key == Key::kPageUp || press.key == Key::kPageDown;
  const bool keeps_column = press.key == Key::kUp || press.key == Key::kDown || turns_page;
  if (!keeps_column) kept_x_.reset();
  if (!transaction) return;
  if (turns_page && caret_in_sight_) {  // the text goes along: the caret stays at its height
    const float from = caret_rect(context, release, state.selection.head).y;
    scroll_.scroll_by(
        static_cast<double>(caret_rect(context, release, transaction->selection.head).y - from));
  }
  act(context, *std::move(transaction), time);
  reveal_next_ = true;
  selects_by_touch_ = false;
}

}  // namespace depeche::ui
