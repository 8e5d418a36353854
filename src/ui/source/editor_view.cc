#include "ui/source/editor_view.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <limits>

#include "app/place.h"
#include "app/update.h"
#include "editor/block.h"
#include "editor/commands.h"
#include "ui/kit/sign.h"
#include "ui/source/highlight.h"
#include "ui/source/invisibles.h"
#include "ui/source/text_menu.h"

namespace depeche::ui {
namespace {

using editor::Transaction;

// CSS pixels.
constexpr float kTextSize = 15;
constexpr float kLineHeight = 1.6F;
constexpr float kMargin = 32;  // beside the text
constexpr float kNarrowMargin = 20;
constexpr float kWidest = 720;  // of the text
constexpr float kTopPadding = 24;
constexpr float kBottomPadding = 160;
constexpr float kCaretWidth = 2;

constexpr std::string_view kId = "source";

float size_of(const TextLook& look) {
  if (look.heading == 1) return 22;
  if (look.heading == 2) return 19;
  if (look.heading == 3) return 17;
  if (look.code) return 14;
  return look.small ? 13 : kTextSize;
}

Face face_of(const TextLook& look, bool monospaced) {
  if (look.bold && !look.code) return monospaced ? Face::kCodeBold : Face::kSourceBold;
  if (look.italic && !look.code) return monospaced ? Face::kCodeItalic : Face::kSourceItalic;
  return look.code || monospaced ? Face::kCode : Face::kSource;
}

layout::Style style_of(const Context& context, const TextLook& look, bool monospaced) {
  unsigned decorations = kPlain;
  if (look.chip) decorations |= kChip;
  if (look.struck) decorations |= kStruck;
  return context.style(face_of(look, monospaced), size_of(look), look.ink, decorations);
}

// The block of the body, not within another, that a place lies in; empty between blocks and in the front
// matter.
Span block_at(const Release& release, Offset offset) {
  if (offset < release.body.begin) return {};
  const markdown::Tree& tree = release.tree;
  markdown::NodeId node = tree.node_at(offset);
  if (node == tree.root()) return {};
  while (tree.parent(node) != tree.root()) node = tree.parent(node);
  return tree.kind(node) == markdown::Kind::kBlankLine ? Span{} : tree.span(node);
}

}  // namespace

void EditorView::act(Context& context, Transaction transaction, double time) {
  transaction.time = std::chrono::milliseconds(std::llround(time * 1000));
  context.act(app::Edit{std::move(transaction)});
}

float EditorView::line_step(Context& context) {
  return std::round(context.px(kTextSize) * kLineHeight);
}

void EditorView::open_menu(Context& context, const Rect& at, bool by_key) {
  menu_at_ = at;
  context.interaction.open_menu.clear();
  context.interaction.opened_by_key = by_key;
  toggle_menu(context, kTextMenu);
}

std::optional<OpenMenu> EditorView::menu(Context& context, const app::Model& model) const {
  if (context.interaction.open_menu != kTextMenu) return std::nullopt;
  return text_menu(context, model, menu_at_);
}

void EditorView::reset_layout() {
  laid_.clear();
  scroll_.flow().forget_heights(1);
}

// Takes the model's text and the area's width, keeping what is still true.
void EditorView::follow(Context& context, const app::Model& model, const app::Derived& derived,
                        const Rect& area) {
  const Text& text = model.editor.text;
  if (!started_ || text.bytes().data() != rows_.text().bytes().data() || dialect_ != model.dialect) {
    const RowChange change = follow_rows(text, derived);
    revision_ = model.editor.revision;
    std::vector<float> estimates;
    for (std::size_t i = 0; i < change.added; ++i) estimates.push_back(estimate(context, change.first + i));
    scroll_.splice(change.first, change.removed, estimates);
    laid_.clear();
    dialect_ = model.dialect;
    started_ = true;
  }

  if (monospaced_ != model.preferences.monospaced) {
    monospaced_ = model.preferences.monospaced;
    reset_layout();
  }

  const float margin = context.px(area.width < context.px(480) ? kNarrowMargin : kMargin);
  const float width = std::clamp(area.width - 2 * margin, context.px(80), context.px(kWidest));
  column_.x = area.x + margin;
  if (width != column_.width) {
    if (column_.width > 0) scroll_.flow().forget_heights(column_.width / width);
    column_.width = width;
    laid_.clear();
  }
}

RowChange EditorView::follow_rows(const Text& text, const app::Derived& derived) {
  if (!started_) {
    rows_ = SourceRows(text);
    return {0, 0, rows_.size()};
  }
  const auto& step = derived.release_change();
  const bool follows = step && step->before == revision_ &&
                       step->change.length_before() == rows_.text().size() &&
                       step->change.length_after() == text.size();
  return rows_.follow(text, follows ? step->change : Change::between(rows_.text().bytes(), text.bytes()));
}

Reading EditorView::reading() const {
  const float line = scroll_.progress();
  const double y = static_cast<double>(scroll_.window().y + line_height_of(line)) - scroll_.origin();
  const std::size_t row = scroll_.flow().block_at(y);
  const Span span = rows_.span(row);
  const double into = (y - scroll_.flow().top(row)) / static_cast<double>(scroll_.flow().height(row));
  return {span.begin + std::clamp(into, 0.0, 1.0) * (span.size() + 1), line};
}

// How far below the window's top the passage stands that is read at such a part of the window: towards the
// end less, since empty room follows the last row, and ends are to meet.
float EditorView::line_height_of(float line) const {
  const float late = line * line * line * line;
  return line * scroll_.window().height - late * scroll_.padding_bottom();
}

void EditorView::follow(const Reading& reading, bool at_once) {
  wanted_ = reading;
  at_once_ = at_once;
}

void EditorView::serve_reading() {
  if (!wanted_) return;
  const Offset place = std::min(static_cast<Offset>(wanted_->source), rows_.text().size());
  const std::size_t row = rows_.row_at(place);
  const Span span = rows_.span(row);
  const bool is_end = wanted_->source >= rows_.text().size();
  const double into = is_end ? 1 : std::clamp((wanted_->source - span.begin) / (span.size() + 1), 0.0, 1.0);
  const double y = scroll_.flow().top(row) + into * static_cast<double>(scroll_.flow().height(row));
  const float line = line_height_of(wanted_->line) - scroll_.padding_top();
  scroll_.follow_to(y - static_cast<double>(line), at_once_);
  wanted_.reset();
}

// Guessed from the bytes, before anything is measured.
float EditorView::estimate(Context& context, std::size_t row) const {
  const float width = column_.width > 0 ? column_.width : context.px(480);
  const float characters = width / (context.px(kTextSize) * 0.5F);
  const float lines = std::ceil(static_cast<float>(rows_.span(row).size()) / characters);
  return std::max(1.0F, lines) * line_step(context);
}

layout::ParagraphOptions EditorView::row_options(Context& context, std::string_view line) const {
  layout::ParagraphOptions options;
  options.base = style_of(context, {}, monospaced_);
  options.width = column_.width;
  options.line_height = kLineHeight;
  // The wrapped lines of an item or a quote stand under its text.
  const editor::LinePrefix prefix = editor::parse_prefix(line);
  if (prefix.marker != editor::Marker::kHeading) {
    const float indent = context.painter.text_width(options.base, line.substr(0, prefix.end()));
    if (indent < column_.width / 3) options.continuation_indent = indent;
  }
  return options;
}

const layout::Paragraph& EditorView::row(Context& context, const Release& release, std::size_t index) {
  std::shared_ptr<const layout::Paragraph>& kept = laid_[index];
  if (kept == nullptr) {
    const Span span = rows_.span(index);
    const std::string_view bytes = span.of(rows_.text().bytes());
    layout::ParagraphContent content{std::string(bytes), {}};
    for (const Highlight& part : highlight(release, span)) {
      content.runs.push_back({{part.span.begin - span.begin, part.span.end - span.begin},
                              style_of(context, part.look, monospaced_)});
    }
    kept = context.paragraphs.get(std::move(content), row_options(context, bytes));
    scroll_.flow().set_height(index, kept->height());
  }
  return *kept;
}

EditorView::Placed EditorView::place(Context& context, const Release& release, std::size_t index) {
  const layout::Paragraph& paragraph = row(context, release, index);
  const double top = scroll_.origin() + scroll_.flow().top(index);
  return {&paragraph, rows_.span(index), column_.x, static_cast<float>(top)};
}

std::vector<EditorView::Placed> EditorView::place_rows(Context& context, const Release& release) {
  std::vector<Placed> placed;
  const Rect& window = scroll_.window();
  const double first_y = static_cast<double>(window.y) - scroll_.origin();
  for (std::size_t i = scroll_.flow().block_at(first_y); i < rows_.size(); ++i) {
    placed.push_back(place(context, release, i));
    if (placed.back().y + placed.back().paragraph->height() > window.bottom()) break;
  }
  return placed;
}

Rect EditorView::caret_rect(Context& context, const Release& release, Offset offset) {
  const std::size_t index = rows_.row_at(offset);
  const Placed placed = place(context, release, index);
  const layout::Caret caret = placed.paragraph->caret(offset - placed.span.begin);
  const layout::Line& line = placed.paragraph->lines()[caret.line];
  const float height = std::round(line.height * 0.78F);
  return {std::round(placed.x + caret.x), std::round(placed.y + caret.y + (caret.height - height) / 2),
          context.px(kCaretWidth), height};
}

Offset EditorView::offset_at(Context& context, const Release& release, float x, float y) {
  const double into = static_cast<double>(y) - scroll_.origin();
  const std::size_t index = scroll_.flow().block_at(into);
  const Placed placed = place(context, release, index);
  return placed.span.begin + placed.paragraph->offset_at_point(x - placed.x, y - placed.y);
}

// Brings a place into view: with a little room when it is near, at a third of the height when it is far.
void EditorView::reveal(Context& context, const Release& release, Offset offset) {
  const Rect& window = scroll_.window();
  const std::size_t index = rows_.row_at(offset);
  for (std::size_t near = index - std::min<std::size_t>(index, 2); near < index; ++near)
    row(context, release, near);
  const Rect caret = caret_rect(context, release, offset);
  const float room = std::min(context.px(24), window.height / 4);
  const float above = window.y + room - caret.y;
  const float below = caret.bottom() - (window.bottom() - room);
  if (above <= 0 && below <= 0) return;
  const bool far = above > window.height / 2 || below > window.height / 2;
  if (far) {
    scroll_.scroll_by(static_cast<double>(caret.y - (window.y + window.height / 3)));
  } else {
    scroll_.scroll_by(static_cast<double>(above > 0 ? -above : below));
  }
}

// What was typed, in order, each key on the text as those before it leave it.
app::TypeText EditorView::type(const app::Model& model, app::Derived& derived, FieldEdit edit, double time) {
  kept_x_.reset();
  reveal_next_ = true;
  const editor::TextKind kind = app::kind_at(derived.release(model), model.editor.selection.head);
  const std::chrono::milliseconds when(std::llround(time * 1000));
  return {edit.replaced, std::move(edit.text), edit.selection, edit.composing, when, kind};
}

// The block that the caret is in has a line beside it.
void EditorView::draw_current_block(Context& context, std::span<const Placed> rows, Span block) {
  if (block.empty() || rows.empty()) return;
  float top = std::numeric_limits<float>::max();
  float bottom = std::numeric_limits<float>::lowest();
  for (const Placed& placed : rows) {
    if (placed.span.begin >= block.end || placed.span.end < block.begin) continue;
    top = std::min(top, placed.y);
    bottom = std::max(bottom, placed.y + placed.paragraph->height());
  }
  if (top >= bottom) return;
  context.painter.fill({column_.x - context.px(12), top, context.px(2), bottom - top},
                       context.theme.hairline);
}

void EditorView::draw_selection(Context& context, std::span<const Placed> rows, Span selected,
                                Offset text_size) {
  for (const Placed& placed : rows) {
    const Offset begin = std::clamp(selected.begin, placed.span.begin, placed.span.end) - placed.span.begin;
    const Offset end = std::clamp(selected.end, placed.span.begin, placed.span.end) - placed.span.begin;
    for (const layout::Box& box : placed.paragraph->boxes({begin, end})) {
      context.painter.fill({std::floor(placed.x + box.x), placed.y + box.y, std::ceil(box.width), box.height},
                           context.theme.selection);
    }
    // The line's ending is selected too: a short piece shows it.
    const bool with_ending =
        selected.begin <= placed.span.end && selected.end > placed.span.end && placed.span.end < text_size;
    if (with_ending) {
      const layout::Caret caret = placed.paragraph->caret(placed.span.size());
      const float width = context.px(5);
      const bool to_the_left = placed.paragraph->lines()[caret.line].right_to_left;
      const float x = std::floor(placed.x + caret.x) - (to_the_left ? width : 0);
      context.painter.fill({x, placed.y + caret.y, width, caret.height}, context.theme.selection);
    }
  }
}

// Of all matches those in sight; the selected one stands out.
void EditorView::draw_matches(Context& context, std::span<const Placed> rows, std::span<const Span> matches,
                              Span selected) {
  for (const Placed& placed : rows) {
    auto match = std::partition_point(matches.begin(), matches.end(),
                                      [&](const Span& each) { return each.end <= placed.span.begin; });
    for (; match != matches.end() && match->begin < placed.span.end; ++match) {
      const Span local{std::max(match->begin, placed.span.begin) - placed.span.begin,
                       std::min(match->end, placed.span.end) - placed.span.begin};
      const bool is_chosen = *match == selected;
      const Colour colour = is_chosen ? context.theme.match_chosen : context.theme.match;
      for (const layout::Box& box : placed.paragraph->boxes(local)) {
        const Rect rect{std::floor(placed.x + box.x), placed.y + box.y, std::ceil(box.width), box.height};
        context.painter.fill(rect, colour, context.px(2));
        if (is_chosen) context.painter.frame(rect, context.theme.match_edge, context.px(2));
      }
    }
  }
}

void EditorView::draw_problems(Context& context, std::span<const Placed> rows,
                               std::span<const Diagnostic> diagnostics) {
  for (const Placed& placed : rows) {
    const Diagnostic* gravest = nullptr;  // of those that begin in the row: its sign stands in the margin
    float sign_y = 0;
    for (const Diagnostic& diagnostic : diagnostics) {
      const Span marked{diagnostic.span.begin, std::max(diagnostic.span.end, diagnostic.span.begin + 1)};
      if (marked.end <= placed.span.begin || marked.begin > placed.span.end) continue;
      const Span local{std::max(marked.begin, placed.span.begin) - placed.span.begin,
                       std::min(marked.end, placed.span.end) - placed.span.begin};
      draw_problem(context, placed, diagnostic, local);
      const bool begins = marked.begin >= placed.span.begin;
      if (begins && (gravest == nullptr || diagnostic.severity < gravest->severity)) {
        gravest = &diagnostic;
        sign_y = placed.y + placed.paragraph->caret(local.begin).y;
      }
    }
    if (gravest == nullptr) continue;
    const Rect& window = scroll_.window();
    const Rect sign{window.x, sign_y, placed.x - window.x, line_step(context)};
    const Sign look = sign_of(gravest->severity, context.theme);
    context.painter.icon(look.icon, sign.center_x(), sign.center_y(), context.px(14), look.colour);
    explain_problem(context, *gravest, sign);
  }
}

void EditorView::draw_problem(Context& context, const Placed& placed, const Diagnostic& diagnostic,
                              Span local) {
  for (const layout::Box& box : placed.paragraph->boxes(local)) {
    const Rect rect{placed.x + box.x, placed.y + box.y, box.width, box.height};
    context.painter.wave(rect.x, rect.bottom() - context.px(3), rect.width,
                         sign_of(diagnostic.severity, context.theme).colour);
    explain_problem(context, diagnostic, rect);
  }
}

void EditorView::explain_problem(Context& context, const Diagnostic& diagnostic, const Rect& rect) {
  if (!context.points_at(rect)) return;
  context.explain("source/problem/" + std::to_string(diagnostic.span.begin) + diagnostic.rule,
                  context.words.text(diagnostic.message), rect);
}

void EditorView::draw_composition(Context& context, std::span<const Placed> rows, Span composed) {
  for (const Placed& placed : rows) {
    const Offset begin = std::clamp(composed.begin, placed.span.begin, placed.span.end) - placed.span.begin;
    const Offset end = std::clamp(composed.end, placed.span.begin, placed.span.end) - placed.span.begin;
    for (const layout::Box& box : placed.paragraph->boxes({begin, end})) {
      context.painter.fill(
          {placed.x + box.x, placed.y + box.y + box.height - context.px(3), box.width, context.px(2)},
          context.theme.ink);
    }
  }
}

void EditorView::draw_caret(Context& context, const Rect& caret, bool focused) {
  context.painter.fill(caret, focused ? context.theme.accent : context.theme.faint);
}

void EditorView::draw(Context& context, const app::Model& model, app::Derived& derived, const Input& input,
                      const Rect& area, bool enabled, FieldState& field) {
  const Release& release = derived.release(model);
  context.painter.push_clip(area);
  context.painter.fill(area, context.theme.paper);
  follow_all(context, model, derived, area);
  if (enabled && input.focused && input.key) take_key(context, model.editor, release, *input.key, input.time);
  serve_reveal(context, model, release);
  shown_ = true;
  if (!enabled) carrying_ = Carrying::kNothing;
  if (carrying_ == Carrying::kNothing) drop_at_.reset();
  if (enabled && input.drag) take_drag(context, model, release, *input.drag);
  if (enabled) take_pointer(context, model, release);

  draw_rows(context, model, derived);
  const Rect caret = caret_rect(context, release, model.editor.selection.head);
  draw_carets(context, release, caret, input.focused && enabled);
  caret_in_sight_ = caret.y >= area.y && caret.bottom() <= area.bottom();
  draw_handles(context);
  if (rows_.text().size() == 0) {
    const layout::Style style = context.style(Face::kSource, kTextSize, Ink::kQuiet);
    draw_label(context, style, caret.x + context.px(6), caret.center_y(), context.label("ui/empty-source"));
  }
  scroll_.end(context);
  describe(context, area);
  context.painter.pop_clip();
  field.active = enabled;
  tell_field(model, release, caret, field);
}

// Takes what is new of the text and the pane, and where the source is scrolled to.
void EditorView::follow_all(Context& context, const app::Model& model, app::Derived& derived,
                            const Rect& area) {
  // A window that becomes lower, as above a phone's keyboard or a notice, must not hide the caret.
  keeps_caret_ = caret_in_sight_ && area.height < scroll_.window().height;
  follow(context, model, derived, area);
  scroll_.begin(context, area, context.px(kTopPadding),
                std::min(context.px(kBottomPadding), area.height / 3));
  if (model.document != document_) {  // another begins at its top, as far as the caret lets it
    document_ = model.document;
    scroll_.scroll_to(0);
  }
  serve_reading();
}

// Brings the caret into view where that is asked for.
void EditorView::serve_reveal(Context& context, const app::Model& model, const Release& release) {
  const bool is_asked = model.reveal != revealed_ || (reveal_next_ && context.actions.empty());
  if (!is_asked && !keeps_caret_) return;
  reveal(context, release, model.editor.selection.head);
  if (!is_asked) return;
  revealed_ = model.reveal;
  reveal_next_ = false;
}

// The text in sight, with what lies behind it and what is drawn over it.
void EditorView::draw_rows(Context& context, const app::Model& model, app::Derived& derived) {
  const Release& release = derived.release(model);
  const std::vector<Placed> rows = place_rows(context, release);
  const Selection selection = model.editor.selection;
  draw_current_block(context, rows, block_at(release, selection.head));
  draw_selection(context, rows, selection.span(), rows_.text().size());
  if (model.find.open) draw_matches(context, rows, derived.search(model).matches(), selection.span());
  for (const Placed& placed : rows) context.painter.paragraph(*placed.paragraph, placed.x, placed.y);
  if (model.preferences.invisibles_shown) {
    for (const Placed& placed : rows) draw_invisibles(context, *placed.paragraph, placed.x, placed.y);
  }
  draw_problems(context, rows, derived.shown_diagnostics(model, context.time));
  if (model.composition) draw_composition(context, rows, *model.composition);
}

// The caret, and where what is carried would go.
void EditorView::draw_carets(Context& context, const Release& release, const Rect& caret, bool focused) {
  draw_caret(context, caret, focused && !drop_at_);
  if (drop_at_) draw_caret(context, caret_rect(context, release, *drop_at_), true);
}

// Without the text: a list that changes with each key is to stay small, and the field has it.
void EditorView::describe(Context& context, const Rect& area) const {
  context.describe({.id = std::string(kId),
                    .role = Role::kTextBox,
                    .name = std::string(context.label("ui/source")),
                    .action = NodeAction::kFocus},
                   area);
}

void EditorView::tell_field(const app::Model& model, const Release& release, const Rect& caret,
                            FieldState& field) {
  const app::Place place = app::place_at(release, Selection::caret(model.editor.selection.span().begin));
  field.takes_tab = place.table != markdown::kNoNode ||
                    (editor::is_in_item(model.editor) && place.kind == editor::TextKind::kMarkdown);
  field.caret = {caret.x, caret.y, 0, caret.height};
}

}  // namespace depeche::ui
