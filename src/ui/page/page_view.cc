#include "ui/page/page_view.h"

#include <algorithm>
#include <string>
#include <vector>

#include "ui/page/page_links.h"
#include "ui/page/page_painting.h"
#include "ui/page/page_semantics.h"
#include "ui/page/page_widgets.h"

namespace depeche::ui {
namespace {

using markdown::kNoNode;

// Where a piece of a text stands on the canvas; all of the content for one that stands nowhere.
Rect bounds_of(const SetText& text, Span range, const Rect& content) {
  const std::vector<layout::Box> boxes = text.paragraph->boxes(range);
  if (boxes.empty()) return content;
  const layout::Box& first = boxes.front();
  return {content.x + text.x + first.x, content.y + text.y + first.y, first.width, first.height};
}

// What is selected of each text of a block.
std::vector<Span> selected_in(const PageSelection& selection, std::size_t index, const PageBlock& block,
                              const SetBlock& set) {
  std::vector<Span> selected;
  if (block.as<PagePictures>() != nullptr || block.as<PageUnshown>() != nullptr) return selected;
  for (std::size_t i = 0; i < set.texts.size(); ++i) {
    const auto size = static_cast<Offset>(set.texts[i].paragraph->text().size());
    selected.push_back(selection.within(index, i, size));
  }
  return selected;
}

}  // namespace

// ---- Reading together

Reading PageView::reading() const {
  const ScrollArea& scroll = layout_.scroll();
  const float line = scroll.progress();
  if (layout_.page().blocks.empty()) return {0, line};
  const double y = static_cast<double>(scroll.window().y + line * scroll.window().height) - scroll.origin();
  return {layout_.map().source_at(scroll.flow(), static_cast<double>(scroll.padding_top()), y), line};
}

void PageView::follow(const Reading& reading, bool at_once) {
  wanted_ = reading;
  at_once_ = at_once;
}

void PageView::serve_reading() {
  if (!wanted_) return;
  ScrollArea& scroll = layout_.scroll();
  const double height =
      layout_.map().height_at(scroll.flow(), static_cast<double>(scroll.padding_top()), wanted_->source);
  const float line = wanted_->line * scroll.window().height - scroll.padding_top();
  scroll.follow_to(height - static_cast<double>(line), at_once_);
  wanted_.reset();
}

// Marks the block that the caret of the source stands in, and brings it into view when the caret has moved.
void PageView::show_caret(Context& context, const app::Model& model) {
  const Offset caret = model.editor.selection.head;
  const bool has_moved = caret_ && *caret_ != caret;
  if (!caret_block_ || !caret_ || has_moved) caret_block_ = layout_.map().block_of(layout_.page(), caret);
  caret_ = caret;
  if (!has_moved || !caret_block_ || has_focus()) return;
  ScrollArea& scroll = layout_.scroll();
  const Span source = layout_.page().blocks[*caret_block_].source;
  const double part = source.empty() ? 0 : static_cast<double>(caret - source.begin) / source.size();
  const double height = static_cast<double>(scroll.flow().height(*caret_block_));
  const double y =
      scroll.flow().top(*caret_block_) + part * height + static_cast<double>(scroll.padding_top());
  const double room = static_cast<double>(std::min(context.px(48), scroll.window().height / 4));
  const double window = static_cast<double>(scroll.window().height);
  const double goal = scroll.goal();
  if (y - room < goal || y + room > goal + window) scroll.follow_to(y - window / 3, false);
}

std::optional<PageCopy> PageView::copy(const Release& release) const {
  const std::optional<PageSelection>& selection = gestures_.selection();
  if (!has_focus() || !selection || selection->empty()) return std::nullopt;
  return copy_of(release, layout_.page(), *selection);
}

// ---- Drawing

void PageView::draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area) {
  const Release& release = derived.release(model);
  context.painter.push_clip(area);
  follow_all(context, model, derived, area);
  serve_reading();
  show_caret(context, model);
  const InSight sight = lay_out_in_sight(context, release, area);
  describe_page(context, area);
  context.semantics.open();
  draw_blocks(context, release, sight, area);
  take_input(context, release, area);
  layout_.scroll().end(context);
  context.semantics.close();
  context.painter.pop_clip();
  layout_.forget_far(sight.first, sight.last);
  if (slide_ && layout_.turn_to(*slide_)) context.wake_in(0);
  slide_.reset();
}

// Takes what is new of the pane, the text and the pictures, and where the page is scrolled to.
void PageView::follow_all(Context& context, const app::Model& model, app::Derived& derived,
                          const Rect& area) {
  layout_.follow_area(context, area);
  if (const auto splice = layout_.follow_text(context, model, derived)) {
    gestures_.keep_selection(*splice);
    caret_block_.reset();
  }
  layout_.follow_pictures(context);
  const float around = layout_.sheet().margin + layout_.sheet().padding;
  layout_.scroll().begin(context, area, around, around);
}

PageView::InSight PageView::lay_out_in_sight(Context& context, const Release& release, const Rect& area) {
  const std::size_t count = layout_.page().blocks.size();
  if (count == 0) return {};
  const ScrollArea& scroll = layout_.scroll();
  InSight sight;
  sight.first = scroll.flow().block_at(static_cast<double>(area.y) - scroll.origin());
  sight.last = sight.first;
  double bottom = layout_.top_of(sight.first);
  for (; sight.last < count && bottom < static_cast<double>(area.bottom()); ++sight.last)
    bottom += static_cast<double>(layout_.set(context, release, sight.last).height);
  return sight;
}

void PageView::draw_blocks(Context& context, const Release& release, const InSight& sight, const Rect& area) {
  const ScrollArea& scroll = layout_.scroll();
  draw_sheet(context, layout_.sheet(), area, static_cast<float>(scroll.origin()),
             static_cast<float>(scroll.origin() + scroll.flow().total_height()));
  for (std::size_t i = sight.first; i < sight.last; ++i)
    draw_block(context, release, i, static_cast<float>(layout_.top_of(i)));
}

void PageView::draw_block(Context& context, const Release& release, std::size_t index, float y) {
  const SetBlock& set = layout_.set(context, release, index);
  const PageBlock& block = layout_.page().blocks[index];
  std::vector<Span> selected;
  if (gestures_.selection()) selected = selected_in(*gestures_.selection(), index, block, set);
  const bool has_caret = caret_block_ == index && !layout_.sheet().narrow;
  paint_block(context, layout_.page(), block, set, {selected, layout_.shift_of(set), has_caret},
              layout_.sheet().column, y);
  describe(context, release, index, set, y);
  if (const auto slide = draw_widgets(context, layout_, index, set, y)) slide_ = slide;
}

// Widgets on the page have had the pointer before.
void PageView::take_input(Context& context, const Release& release, const Rect& area) {
  const Response response = context.react(kPageId, area, Pointer::kDefault);
  layout_.scroll().drag(context, response);
  gestures_.take_pointer(context, release, layout_, response);
  if (const KeyPress* key = context.key_on(kPageId)) {
    layout_.scroll().take_key(context, *key);
    context.wake_in(0);
  }
}

// ---- Saying

void PageView::describe_page(Context& context, const Rect& area) {
  context.describe({.id = std::string(kPageId),
                    .role = Role::kRegion,
                    .name = std::string(context.label("ui/page")),
                    .action = NodeAction::kScroll},
                   area);
}

void PageView::describe(Context& context, const Release& release, std::size_t index, const SetBlock& set,
                        float y) {
  const Rect content = layout_.content_of(set, y);
  context.describe_again(layout_.described(release, index), content);
  for (const SetText& text : set.texts) describe_links(context, release, index, text, content);
}

void PageView::describe_links(Context& context, const Release& release, std::size_t index,
                              const SetText& text, const Rect& content) {
  const PageBlock& block = layout_.page().blocks[index];
  for (const PagePiece& piece : text.source.pieces) {
    if (piece.link == kNoNode) continue;
    const auto href = release.tree.attribute(piece.link, "href");
    if (!href && !stays_on_page(release, block, piece.link)) continue;
    // A note and what leads to it are pieces of one node.
    std::string id = "page/" + std::to_string(index) + "/link/" + std::to_string(piece.link) + "/" +
                     std::to_string(piece.range.begin);
    // By the parallel DOM: who uses the keyboard has no Ctrl+click.
    if (context.interaction.activated == id) {
      context.interaction.activated.clear();
      gestures_.follow_link(context, release, layout_, block, piece.link);
    }
    std::string name = is_silent(release, piece) ? "" : std::string(piece.range.of(text.source.text));
    context.describe({.id = std::move(id),
                      .role = Role::kLink,
                      .name = std::move(name),
                      .value = std::string(href.value_or("")),
                      .action = NodeAction::kPress,
                      .source = release.tree.span(piece.link).begin},
                     bounds_of(text, piece.range, content));
  }
}

}  // namespace depeche::ui
