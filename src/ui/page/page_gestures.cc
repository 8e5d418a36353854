#include "ui/page/page_gestures.h"

#include <algorithm>
#include <limits>
#include <string>

#include "editor/word.h"
#include "ui/page/page_links.h"

namespace depeche::ui {
namespace {

using markdown::kNoNode;
using markdown::NodeId;

constexpr float kAutoscrollReach = 24;  // CSS pixels from the window's edge, where a drag scrolls

// Of the window's height, where a block stands that was gone to.
constexpr float kLineOfJump = 0.2F;

// How far a point is from a text, both from the same corner: beside a line is nearer than below it.
float distance_to(const layout::Paragraph& paragraph, float x, float y) {
  const float beyond_x = std::max({0.0F, -x, x - paragraph.width()});
  const float beyond_y = std::max({0.0F, -y, y - paragraph.height()});
  return beyond_x + 4 * beyond_y;
}

// Where a click on a block leads: to what is written of the character, or of the picture that is seen of a slide
// show.
Offset target_in_source(const PageBlock& block, std::optional<Offset> character, const PageChoices& choices) {
  const auto* shown = block.as<PagePictures>();
  if (shown == nullptr || !shown->of_header) return character.value_or(block.source.begin);
  return shown->pictures[std::min(choices.slide, shown->pictures.size() - 1)].source.begin;
}

}  // namespace

void PageGestures::leave_focus() {
  has_focus_ = false;
  selection_.reset();
}

void PageGestures::select_all(const PageBlocks& page) {
  has_focus_ = true;
  selection_ = PageSelection{{0, 0, 0}, {page.blocks.size(), 0, 0}};
}

void PageGestures::keep_selection(const BlockSplice& splice) {
  if (!selection_) return;
  const bool is_before = selection_->last().block < splice.first;
  const bool is_behind = selection_->first().block >= splice.first + splice.removed;
  if (!is_before && !is_behind) return selection_.reset();
  if (is_before) return;
  for (PagePlace* place : {&selection_->anchor, &selection_->head, &grabbed_.anchor, &grabbed_.head})
    place->block = place->block - splice.removed + splice.added;
}

// What lies at a point of the canvas: the nearest place of the text, and whether that is text.
PageGestures::Touched PageGestures::touch(Context& context, const Release& release, PageLayout& layout,
                                          float x, float y) {
  Touched touched;
  const ScrollArea& scroll = layout.scroll();
  const double height = static_cast<double>(y) - scroll.origin();
  touched.block = scroll.flow().block_at(height);
  const PageBlock& block = layout.page().blocks[touched.block];
  const SetBlock& set = layout.set(context, release, touched.block);
  const Rect content = layout.content_of(set, static_cast<float>(layout.top_of(touched.block)));
  const float left = content.x - layout.shift_of(set);
  const bool is_below = height >= scroll.flow().total_height();
  touched.place = {touched.block, is_below ? set.texts.size() : 0, 0};

  float nearest = std::numeric_limits<float>::max();
  for (std::size_t i = 0; i < set.texts.size(); ++i) {
    const SetText& text = set.texts[i];
    const float px = x - left - text.x;
    const float py = y - content.y - text.y;
    const float distance = distance_to(*text.paragraph, px, py);
    if (distance >= nearest) continue;
    nearest = distance;
    const Offset offset = text.paragraph->offset_at_point(px, py);
    touched.place = {touched.block, i, offset};
    touched.source = text.source.pieces.empty() ? source_of_words(block, i, offset)
                                                : std::optional(text.source.source_at(offset));
    const Span character = text.paragraph->cluster_at(px, py);
    touched.on_text = !character.empty();
    touched.link = character.empty() ? kNoNode : text.source.link_at(character.begin);
    const layout::Line& line = text.paragraph->lines()[text.paragraph->line_at(py)];
    touched.line = {x, content.y + text.y + line.y, 1, line.height};
  }
  const bool is_ours = touched.on_text && set.texts.front().source.pieces.empty();
  if (is_ours && !block.leads_to.empty()) touched.link = block.leads_to.front();
  return touched;
}

// The word or the block around a place.
PageSelection PageGestures::grain_around(const PageLayout& layout, const PagePlace& place) const {
  const std::string_view text = layout.text_of(place.block, place.text);
  Span span{place.offset, place.offset};
  if (grain_ == Grain::kWord) span = editor::word_at(text, place.offset);
  if (grain_ == Grain::kBlock) span = {0, static_cast<Offset>(text.size())};
  return {{place.block, place.text, span.begin}, {place.block, place.text, span.end}};
}

void PageGestures::extend_selection(const PageLayout& layout, const Touched& touched) {
  const PageSelection reached = grain_around(layout, touched.place);
  const bool is_before = touched.place < grabbed_.first();
  selection_ = is_before ? PageSelection{grabbed_.last(), std::min(reached.first(), grabbed_.first())}
                         : PageSelection{grabbed_.first(), std::max(reached.last(), grabbed_.last())};
}

// A drag near the window's edge scrolls, the faster the further beyond.
void PageGestures::scroll_at_edge(Context& context, PageLayout& layout) const {
  const Rect& window = layout.scroll().window();
  const float reach = context.px(kAutoscrollReach);
  float beyond = 0;
  if (context.pointing.y < window.y + reach) beyond = context.pointing.y - window.y - reach;
  if (context.pointing.y > window.bottom() - reach) beyond = context.pointing.y - window.bottom() + reach;
  if (beyond == 0 || !dragged_) return;
  layout.scroll().scroll_by(static_cast<double>(std::clamp(beyond / 3, -context.px(40), context.px(40))));
  context.wake_in(0);
}

// The cursor, and what a link says about itself.
void PageGestures::show_what_it_does(Context& context, const Release& release, const PageLayout& layout,
                                     const Touched& touched) {
  if (touched.on_text) context.cursor = Pointer::kText;
  if (touched.link == kNoNode) return;
  const std::string_view words = words_about(release, touched.link);
  const bool leads_away = !words.empty() && release.tree.attribute(touched.link, "href");
  if (leads_away || stays_on_page(release, layout.page().blocks[touched.block], touched.link))
    context.cursor = Pointer::kHand;
  if (!words.empty()) context.explain("page/link/" + std::to_string(touched.link), words, touched.line);
}

void PageGestures::press(const Pointing& pointing, const PageLayout& layout, const Touched& touched) {
  dragged_ = false;
  has_focus_ = true;
  grain_ = pointing.clicks >= 3 ? Grain::kBlock : pointing.clicks == 2 ? Grain::kWord : Grain::kCharacter;
  if (pointing.shift && selection_) {
    grabbed_ = {selection_->anchor, selection_->anchor};
  } else {
    grabbed_ = grain_around(layout, touched.place);
  }
}

void PageGestures::take_pointer(Context& context, const Release& release, PageLayout& layout,
                                const Response& response) {
  if (layout.page().blocks.empty() || (!response.hovered && !response.followed && !response.clicked)) return;
  const Pointing& pointing = context.pointing;
  const Touched touched = touch(context, release, layout, pointing.x, pointing.y);
  if (response.hovered) show_what_it_does(context, release, layout, touched);
  const bool drags = !response.pressed && response.followed && !pointing.touch;
  if (response.pressed) press(pointing, layout, touched);
  if (drags) dragged_ = dragged_ || pointing.moved;
  if (response.pressed || (drags && dragged_)) {
    extend_selection(layout, touched);
    scroll_at_edge(context, layout);
  }
  const bool is_click = response.clicked && (!selection_ || selection_->empty()) && !pointing.shift;
  if (is_click) click(context, release, layout, touched);
  if (response.followed || response.clicked) context.wake_in(0);  // the page was drawn before
}

// Follows a link that stays on the page, or any with Ctrl; else leads to the source.
void PageGestures::click(Context& context, const Release& release, PageLayout& layout,
                         const Touched& touched) {
  const PageBlock& block = layout.page().blocks[touched.block];
  selection_.reset();
  if (touched.link != kNoNode) {
    const bool follows = context.pointing.control || stays_on_page(release, block, touched.link);
    if (follows) return follow_link(context, release, layout, block, touched.link);
  }
  const Offset target = target_in_source(block, touched.source, layout.choices());
  context.act(app::GoTo{{target, target}});
}

void PageGestures::follow_link(Context& context, const Release& release, PageLayout& layout,
                               const PageBlock& block, NodeId link) const {
  const PageTarget target = target_of(release, layout.page(), block, link);
  if (target.block) {
    ScrollArea& scroll = layout.scroll();
    const double line = static_cast<double>(kLineOfJump * scroll.window().height);
    scroll.glide_to(scroll.flow().top(*target.block) + static_cast<double>(scroll.padding_top()) - line);
  } else if (!target.url.empty()) {
    context.act(app::OpenUrl{target.url});
  }
}

}  // namespace depeche::ui
