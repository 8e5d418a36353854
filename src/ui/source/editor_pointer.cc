// Mouse, pen and finger in the source (EditorView).
//
// The mouse places the caret, drags a selection by character, word or line, carries selected text to another
// place (with Ctrl, or Option on a Mac, a copy of it), and opens the menu with its other button. What another
// program drags here is pasted where it is dropped. A finger scrolls (the page's scripts do that), places the
// caret with a tap, selects a word with a double tap or a long press, and then drags the selection's ends by
// their handles.
#include <algorithm>
#include <cmath>
#include <utility>

#include "editor/commands.h"
#include "ui/source/editor_view.h"

namespace depeche::ui {
namespace {

using editor::Transaction;

constexpr double kAutoscrollFrame = 1.0 / 60;

// CSS pixels.
constexpr float kHandleSize = 22;
constexpr float kHandleGrip = 44;  // around its middle
constexpr float kDragSlop = 4;     // that a press moves before it carries text
constexpr float kDragReach = 20;   // inside the window's edges, where carried text scrolls it

constexpr std::string_view kHandleIds[] = {"source/selection-start", "source/selection-end"};

bool copies(const Context& context) {
  return context.apple_keys ? context.pointing.alt : context.pointing.control;
}

}  // namespace

void EditorView::take_pointer(Context& context, const app::Model& model, const Release& release) {
  if (take_handles(context, model, release)) return;
  const Pointing& pointing = context.pointing;
  const Response response = context.react(kSourceId, scroll_.window(), Pointer::kText);
  if (pointing.secondary && response.hovered) return take_secondary(context, model, release);
  if (response.pressed) context.focus = kSourceId;
  const bool rests = response.hovered && !pointing.down && !pointing.touch;
  if (rests && is_on_selection(context, model.editor, release, pointing.x, pointing.y))
    context.cursor = Pointer::kDefault;
  std::optional<Transaction> transaction;
  if (carrying_ != Carrying::kNothing) {
    transaction = carried(context, model.editor, release, response);
  } else if (pointing.touch) {
    transaction = tapped(context, model.editor, release, response);
  } else if (response.pressed) {
    selects_by_touch_ = false;
    transaction = pressed(context, model.editor, release);
  } else if (response.followed) {
    transaction = dragged(context, model.editor, release);
  }
  if (!transaction) return;
  kept_x_.reset();
  act(context, *std::move(transaction), context.time);
}

std::optional<Transaction> EditorView::tapped(Context& context, const editor::EditorState& state,
                                              const Release& release, const Response& response) {
  const Pointing& pointing = context.pointing;
  if (response.pressed) selects_by_touch_ = pointing.clicks == 2;
  if (!response.clicked) return std::nullopt;
  const Offset offset = offset_at(context, release, pointing.x, pointing.y);
  return selects_by_touch_ ? editor::select_word(state, offset) : editor::place_caret(state, offset);
}

std::optional<Transaction> EditorView::pressed(Context& context, const editor::EditorState& state,
                                               const Release& release) {
  const Pointing& pointing = context.pointing;
  const Offset offset = offset_at(context, release, pointing.x, pointing.y);
  std::optional<Transaction> transaction;
  grain_ = pointing.clicks >= 3 ? Grain::kLine : pointing.clicks == 2 ? Grain::kWord : Grain::kCharacter;
  const bool grabs = grain_ == Grain::kCharacter && !pointing.shift &&
                     is_on_selection(context, state, release, pointing.x, pointing.y);
  if (grabs) {
    carrying_ = Carrying::kWaits;
    grabbed_x_ = pointing.x;
    grabbed_y_ = pointing.y;
    return std::nullopt;
  }
  if (pointing.shift) {
    grain_ = Grain::kCharacter;
    transaction = editor::extend_selection_to(state, offset);
  } else if (grain_ == Grain::kWord) {
    transaction = editor::select_word(state, offset);
  } else if (grain_ == Grain::kLine) {
    transaction = editor::select_line(state, offset);
  } else {
    transaction = editor::place_caret(state, offset);
  }
  const Selection selection = transaction ? transaction->selection : state.selection;
  grabbed_ = pointing.shift ? Span{selection.anchor, selection.anchor} : selection.span();
  return transaction;
}

std::optional<Transaction> EditorView::dragged(Context& context, const editor::EditorState& state,
                                               const Release& release) {
  const Offset offset = offset_under_drag(context, release, context.pointing.x, context.pointing.y);
  Span reached{offset, offset};
  if (grain_ == Grain::kWord) {
    if (const auto word = editor::select_word(state, offset)) reached = word->selection.span();
  } else if (grain_ == Grain::kLine) {
    if (const auto line = editor::select_line(state, offset)) reached = line->selection.span();
  }
  const Selection selection = offset < grabbed_.begin
                                  ? Selection{grabbed_.end, std::min(reached.begin, grabbed_.begin)}
                                  : Selection{grabbed_.begin, std::max(reached.end, grabbed_.end)};
  return editor::select(state, selection);
}

// Selected text on its way; a press that does not move is a click.
std::optional<Transaction> EditorView::carried(Context& context, const editor::EditorState& state,
                                               const Release& release, const Response& response) {
  const Pointing& pointing = context.pointing;
  if (response.followed) {
    const float way = std::max(std::abs(pointing.x - grabbed_x_), std::abs(pointing.y - grabbed_y_));
    if (carrying_ == Carrying::kWaits && way >= context.px(kDragSlop)) carrying_ = Carrying::kCarries;
    if (carrying_ == Carrying::kCarries) {
      context.cursor = copies(context) ? Pointer::kCopy : Pointer::kDefault;
      drop_at_ = offset_under_drag(context, release, pointing.x, pointing.y, context.px(kDragReach));
    }
  }
  if (response.held) return std::nullopt;
  const Carrying before = std::exchange(carrying_, Carrying::kNothing);
  const std::optional<Offset> drop = std::exchange(drop_at_, std::nullopt);
  if (before == Carrying::kWaits)
    return editor::place_caret(state, offset_at(context, release, pointing.x, pointing.y));
  return drop ? editor::move_selection(state, *drop, copies(context)) : std::nullopt;
}

bool EditorView::is_on_selection(Context& context, const editor::EditorState& state, const Release& release,
                                 float x, float y) {
  const Span selected = state.selection.span();
  const double into = static_cast<double>(y) - scroll_.origin();
  if (selected.empty() || into < 0 || into >= scroll_.flow().total_height()) return false;
  const Placed placed = place(context, release, scroll_.flow().block_at(into));
  const Span under = placed.paragraph->cluster_at(x - placed.x, y - placed.y);
  return !under.empty() &&
         selected.contains(Span{placed.span.begin + under.begin, placed.span.begin + under.end});
}

// What another program drags over the source, and drops there.
void EditorView::take_drag(Context& context, const app::Model& model, const Release& release,
                           const TextDrag& drag) {
  const Offset offset = offset_under_drag(context, release, drag.at.x, drag.at.y, context.px(kDragReach));
  if (!drag.dropped) {
    drop_at_ = offset;
    return;
  }
  if (auto placed = editor::place_caret(model.editor, offset)) act(context, *std::move(placed), context.time);
  if (drag.html.empty()) {
    context.act(app::PasteText{drag.text});
  } else {
    context.act(app::PasteHtml{drag.html, drag.text});
  }
  context.focus = kSourceId;
  reveal_next_ = true;
}

// The place that a drag has reached; beyond the edges the text scrolls along, the faster the farther.
Offset EditorView::offset_under_drag(Context& context, const Release& release, float x, float y,
                                     float inset) {
  const Rect& window = scroll_.window();
  const float top = window.y + inset;
  const float bottom = window.bottom() - inset;
  const float beyond = y < top ? y - top : y > bottom ? y - bottom : 0;
  if (beyond != 0) {
    scroll_.scroll_by(static_cast<double>(beyond / 4));
    context.wake_in(kAutoscrollFrame);
  }
  const float inside = std::clamp(y, window.y, std::max(window.y, window.bottom() - 1));
  return offset_at(context, release, x, inside);
}

// The other button of the mouse, or a long press: on what is not selected, it selects first.
void EditorView::take_secondary(Context& context, const app::Model& model, const Release& release) {
  const Pointing& pointing = context.pointing;
  const editor::EditorState& state = model.editor;
  const Offset offset = offset_at(context, release, pointing.x, pointing.y);
  const Span selected = state.selection.span();
  const bool is_selected = !selected.empty() && selected.begin <= offset && offset <= selected.end;
  if (!is_selected) {
    auto transaction =
        pointing.touch ? editor::select_word(state, offset) : editor::place_caret(state, offset);
    if (transaction) act(context, *std::move(transaction), context.time);
  }
  selects_by_touch_ = pointing.touch;
  open_menu(context, {pointing.x, pointing.y, 0, 0}, false);
}

// The ends of a selection made by touch, to be dragged. True when a finger has one.
bool EditorView::take_handles(Context& context, const app::Model& model, const Release& release) {
  handles_.clear();
  const Span selected = model.editor.selection.span();
  if (!selects_by_touch_ || selected.empty()) return false;
  const float grip = context.px(kHandleGrip);
  for (const Offset end : {selected.begin, selected.end}) {
    const Rect caret = caret_rect(context, release, end);
    const float center = caret.bottom() + context.px(kHandleSize) / 2;
    handles_.push_back({caret.x - grip / 2, center - grip / 2, grip, grip});
  }
  for (std::size_t i = 0; i < handles_.size(); ++i) {
    const Response response = context.react(kHandleIds[i], handles_[i], Pointer::kDefault);
    if (!response.followed) continue;
    const Offset fixed = i == 0 ? selected.end : selected.begin;
    if (response.pressed) {
      grabbed_ = {fixed, fixed};
      const Offset end = i == 0 ? selected.begin : selected.end;
      grip_y_ = context.pointing.y - caret_rect(context, release, end).center_y();
    } else {
      const Offset offset =
          offset_under_drag(context, release, context.pointing.x, context.pointing.y - grip_y_);
      if (offset == grabbed_.begin) return true;  // a selection keeps a character
      if (auto transaction = editor::select(model.editor, {grabbed_.begin, offset}))
        act(context, *std::move(transaction), context.time);
    }
    return true;
  }
  return false;
}

void EditorView::draw_handles(Context& context) {
  const float size = context.px(kHandleSize);
  for (std::size_t i = 0; i < handles_.size(); ++i) {
    const Rect& grip = handles_[i];
    const float left = std::round(grip.center_x() - (i == 0 ? size : 0));
    const float top = std::round(grip.center_y() - size / 2);
    context.painter.fill({left, top, size, size}, context.theme.accent, size / 2);
    // The corner that points at the text.
    context.painter.fill({i == 0 ? left + size / 2 : left, top, size / 2, size / 2}, context.theme.accent);
  }
}

bool EditorView::has_handle_at(const Point& point) const {
  return std::ranges::any_of(handles_, [&](const Rect& handle) { return handle.contains(point); });
}

}  // namespace depeche::ui
