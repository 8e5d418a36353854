#include "ui/page/preview_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "editor/word.h"
#include "ui/page/page_follow.h"
#include "ui/page/page_links.h"
#include "ui/page/page_painting.h"
#include "ui/page/page_semantics.h"

namespace depeche::ui {
namespace {

using markdown::kNoNode;
using markdown::NodeId;

constexpr std::size_t kMaxUnseen = 300;  // blocks that are described without being seen

// CSS pixels.
constexpr float kSheetMargin = 24;   // between the sheet and the pane
constexpr float kSheetPadding = 56;  // between the sheet and its text, where there is room
constexpr float kMinPadding = 32;
constexpr float kMeasure = 584;  // about 66 characters of Spectral at 18 px
constexpr float kNarrowPadding = 20;
constexpr float kNarrowTopPadding = 24;
constexpr float kNarrowPane = 520;
constexpr float kAutoscrollReach = 24;  // from the window's edge, where a drag scrolls

// Of the window's height, where a block stands that was gone to.
constexpr float kLineOfJump = 0.2F;

// Whether two blocks with the same source are set alike.
struct SetAlike {
  const BlockContent& other;

  bool operator()(const PageBody&) const { return is<PageBody>(); }
  bool operator()(const PageHeading& one) const { return is_equal(one, &PageHeading::level); }
  bool operator()(const PageContentsEntry& one) const { return is_equal(one, &PageContentsEntry::title); }
  bool operator()(const PageCode& one) const {
    return is_equal(one, &PageCode::part) && is_equal(one, &PageCode::is_last) &&
           is_equal(one, &PageCode::text);
  }
  bool operator()(const PageRow& one) const { return is_equal(one, &PageRow::is_head); }
  bool operator()(const PageRule&) const { return is<PageRule>(); }
  bool operator()(const PagePictures& one) const { return is_equal(one, &PagePictures::of_header); }
  bool operator()(const PageUnshown& one) const { return is_equal(one, &PageUnshown::markup); }
  bool operator()(const PageCategories& one) const { return is_equal(one, &PageCategories::text); }
  bool operator()(const PageLine& one) const {
    return is_equal(one, &PageLine::look) && is_equal(one, &PageLine::text);
  }
  bool operator()(const PageTags&) const { return is<PageTags>(); }
  bool operator()(const PageFile& one) const { return is_equal(one, &PageFile::name); }
  bool operator()(const PageContact& one) const { return is_equal(one, &PageContact::name); }

  template <typename Content>
  bool is() const {
    return std::holds_alternative<Content>(other);
  }
  template <typename Content, typename Member>
  bool is_equal(const Content& one, Member Content::*member) const {
    const Content* same = std::get_if<Content>(&other);
    return same != nullptr && one.*member == same->*member;
  }
};

bool is_same(const PageBlock& one, const Text& text, const PageBlock& other, const Text& other_text) {
  return one.margin == other.margin && one.opens == other.opens && one.closes == other.closes &&
         one.inside == other.inside && std::visit(SetAlike{other.content}, one.content) &&
         text.bytes(one.source) == other_text.bytes(other.source);
}

}  // namespace

void PreviewView::reset_layout() {
  laid_.clear();
  tables_.clear();
  scroll_.flow().forget_heights(1);
}

void PreviewView::follow_area(Context& context, const Rect& area) {
  narrow_ = area.width < context.px(kNarrowPane);
  const float margin = narrow_ ? 0 : context.px(kSheetMargin);
  const float room = area.width - 2 * margin;
  // The measure comes before the padding, this before a line as long as one can read.
  float padding = context.px(kNarrowPadding);
  if (!narrow_)
    padding = std::clamp(std::floor((room - context.px(kMeasure)) / 2), context.px(kMinPadding),
                         context.px(kSheetPadding));
  const float width =
      std::max(context.px(kNarrowestContent), std::min(room - 2 * padding, context.px(kMeasure)));
  sheet_.width = narrow_ ? area.width : width + 2 * padding;
  sheet_.x = std::round(area.x + (area.width - sheet_.width) / 2);
  column_.x = std::round(sheet_.x + (sheet_.width - width) / 2);
  if (width == column_.width) return;
  if (column_.width > 0) scroll_.flow().forget_heights(column_.width / width);
  column_.width = width;
  laid_.clear();
  tables_.clear();
}

void PreviewView::follow_text(Context& context, const app::Model& model, app::Derived& derived) {
  const Release& release = derived.release(model);
  const bool is_read = started_ && text_.bytes().data() == release.text.bytes().data() &&
                       dialect_ == model.dialect && language_ == model.preferences.language;
  if (is_read) return;
  const auto& step = derived.step();
  const bool follows = started_ && step && step->nodes && step->before == revision_ &&
                       dialect_ == model.dialect && language_ == model.preferences.language;
  std::optional<PageChange> change;
  if (follows) change = follow_page_blocks(page_, release, context.words, step->change, *step->nodes);
  bool counts_otherwise = false;
  if (!change) {
    PageBlocks next = page_blocks(release, context.words);
    counts_otherwise = next.footnotes != page_.footnotes || language_ != model.preferences.language;
    change = PageChange{0, std::move(page_.blocks), next.blocks.size()};
    page_ = std::move(next);
  }
  // Some of those that were read again are what they were.
  std::size_t first = change->first, removed = change->removed.size(), added = change->added;
  const auto same = [&](const PageBlock& before, const PageBlock& after) {
    return is_same(before, text_, after, release.text);
  };
  while (removed > 0 && added > 0 &&
         same(change->removed[removed - 1], page_.blocks[change->first + added - 1])) {
    --removed;
    --added;
  }
  while (removed > 0 && added > 0 && same(change->removed[first - change->first], page_.blocks[first])) {
    ++first;
    --removed;
    --added;
  }
  forget_described(first, removed, added, counts_otherwise);
  std::vector<float> estimates;
  for (std::size_t i = first; i < first + added; ++i) {
    estimates.push_back(estimated_height(context, page_.blocks[i], column_.width));
  }
  scroll_.splice(first, removed, estimates);
  // A scrolled table stays so while someone writes above it, or in it.
  std::map<std::size_t, float> shifts;
  for (const auto& [block, shift] : shifts_)
    shifts[block >= first + removed ? block - removed + estimates.size() : block] = shift;
  shifts_ = std::move(shifts);
  map_ = PageMap(page_, release.text.size());
  laid_.clear();
  tables_.clear();
  keep_selection(first, removed, added);
  caret_block_.reset();
  text_ = release.text;
  revision_ = model.editor.revision;
  dialect_ = model.dialect;
  language_ = model.preferences.language;
  started_ = true;
}

// What is selected stays so where its blocks stay, and moves with them.
void PreviewView::keep_selection(std::size_t first, std::size_t removed, std::size_t added) {
  if (!selection_) return;
  const bool is_before = selection_->last().block < first;
  const bool is_behind = selection_->first().block >= first + removed;
  if (!is_before && !is_behind) return selection_.reset();
  if (is_before) return;
  for (PagePlace* place : {&selection_->anchor, &selection_->head, &grabbed_.anchor, &grabbed_.head})
    place->block = place->block - removed + added;
}

// Other pictures have other sizes; what is set of text is in the context's cache.
void PreviewView::follow_pictures(Context& context) {
  if (context.pictures == nullptr || context.pictures->version() == pictures_) return;
  pictures_ = context.pictures->version();
  laid_.clear();
  tables_.clear();
}

Reading PreviewView::reading() const {
  const float line = scroll_.progress();
  const double y =
      static_cast<double>(scroll_.window().y + line * scroll_.window().height) - scroll_.origin();
  return {page_.blocks.empty()
              ? 0
              : map_.source_at(scroll_.flow(), static_cast<double>(scroll_.padding_top()), y),
          line};
}

void PreviewView::follow(const Reading& reading, bool at_once) {
  wanted_ = reading;
  at_once_ = at_once;
}

void PreviewView::serve_reading() {
  if (!wanted_) return;
  const double height =
      map_.height_at(scroll_.flow(), static_cast<double>(scroll_.padding_top()), wanted_->source);
  const float line = wanted_->line * scroll_.window().height - scroll_.padding_top();
  scroll_.follow_to(height - static_cast<double>(line), at_once_);
  wanted_.reset();
}

// Marks the block that the caret of the source stands in, and brings it into view when the caret has moved.
void PreviewView::show_caret(Context& context, const app::Model& model) {
  const Offset caret = model.editor.selection.head;
  const bool has_moved = caret_ && *caret_ != caret;
  if (!caret_block_ || !caret_ || has_moved) caret_block_ = map_.block_of(page_, caret);
  caret_ = caret;
  if (!has_moved || !caret_block_ || has_focus_) return;
  const Span source = page_.blocks[*caret_block_].source;
  const double part = source.empty() ? 0 : static_cast<double>(caret - source.begin) / source.size();
  const double height = static_cast<double>(scroll_.flow().height(*caret_block_));
  const double y =
      scroll_.flow().top(*caret_block_) + part * height + static_cast<double>(scroll_.padding_top());
  const double room = static_cast<double>(std::min(context.px(48), scroll_.window().height / 4));
  const double window = static_cast<double>(scroll_.window().height);
  const double goal = scroll_.goal();
  if (y - room < goal || y + room > goal + window) scroll_.follow_to(y - window / 3, false);
}

// Of the layouts and words of blocks, those of [first, last) and of two windows around them stay; the others
// go when they have become many.
void PreviewView::forget_far(std::size_t first, std::size_t last) {
  const std::size_t reach = 2 * (last - first) + 8;
  const std::size_t many = 8 * reach;
  const auto is_far = [&](const auto& entry) {
    return entry.first + reach < first || entry.first >= last + reach;
  };
  const auto is_unseen = [&](const auto& entry) { return entry.first >= kMaxUnseen && is_far(entry); };
  if (laid_.size() > many) std::erase_if(laid_, is_far);
  if (described_.size() > kMaxUnseen + many) std::erase_if(described_, is_unseen);
}

const SetBlock& PreviewView::set(Context& context, const Release& release, std::size_t index) {
  const auto [entry, is_new] = laid_.try_emplace(index);
  SetBlock& laid = entry->second;
  if (!is_new) return laid;
  laid =
      PageSetter(context, release, page_, tables_, choices_, column_.width, narrow_).set(page_.blocks[index]);
  scroll_.flow().set_height(index, laid.height);
  if (laid.table != kNoNode && laid.content_width > laid.width) {
    // Rows of a table follow one another: the first tells how far all are shifted.
    laid.first_row = index;
    while (laid.first_row > 0 && page_.blocks[laid.first_row - 1].as<PageRow>() != nullptr &&
           page_.blocks[laid.first_row - 1].node > laid.table)
      --laid.first_row;
  }
  return laid;
}

float PreviewView::shift_of(const SetBlock& set) const {
  if (set.content_width <= set.width) return 0;
  const auto shift = shifts_.find(set.first_row);
  return shift == shifts_.end() ? 0.0F : std::min(shift->second, set.content_width - set.width);
}

// Selecting

void PreviewView::leave_focus() {
  has_focus_ = false;
  selection_.reset();
}

void PreviewView::select_all() {
  has_focus_ = true;
  selection_ = PageSelection{{0, 0, 0}, {page_.blocks.size(), 0, 0}};
}

std::optional<PageCopy> PreviewView::copy(const Release& release) const {
  if (!has_focus_ || !selection_ || selection_->empty()) return std::nullopt;
  return copy_of(release, page_, *selection_);
}

// What lies at a point of the canvas: the nearest place of the text, and whether that is text.
PreviewView::Touched PreviewView::touch(Context& context, const Release& release, float x, float y) {
  Touched touched;
  const double height = static_cast<double>(y) - scroll_.origin();
  touched.block = scroll_.flow().block_at(height);
  const SetBlock& laid = set(context, release, touched.block);
  const float left = column_.x + laid.left - shift_of(laid);
  const float top = static_cast<float>(scroll_.origin() + scroll_.flow().top(touched.block)) + laid.top;
  const bool is_below = height >= scroll_.flow().total_height();
  touched.place = {touched.block, is_below ? laid.texts.size() : 0, 0};

  float nearest = std::numeric_limits<float>::max();
  for (std::size_t i = 0; i < laid.texts.size(); ++i) {
    const SetText& text = laid.texts[i];
    const float px = x - left - text.x;
    const float py = y - top - text.y;
    const float beyond_x = std::max({0.0F, -px, px - text.paragraph->width()});
    const float beyond_y = std::max({0.0F, -py, py - text.paragraph->height()});
    const float distance = beyond_x + 4 * beyond_y;  // beside a line is nearer than below it
    if (distance >= nearest) continue;
    nearest = distance;
    const Offset offset = text.paragraph->offset_at_point(px, py);
    touched.place = {touched.block, i, offset};
    touched.source = text.source.pieces.empty() ? source_of_words(page_.blocks[touched.block], i, offset)
                                                : std::optional(text.source.source_at(offset));
    const Span character = text.paragraph->cluster_at(px, py);
    touched.on_text = !character.empty();
    touched.link = character.empty() ? kNoNode : text.source.link_at(character.begin);
    const layout::Line& line = text.paragraph->lines()[text.paragraph->line_at(py)];
    touched.line = {x, top + text.y + line.y, 1, line.height};
  }
  if (touched.on_text && laid.texts.front().source.pieces.empty() &&
      !page_.blocks[touched.block].leads_to.empty())
    touched.link = page_.blocks[touched.block].leads_to.front();
  return touched;
}

std::string_view PreviewView::text_of(const PagePlace& place) const {
  const auto laid = laid_.find(place.block);
  if (laid == laid_.end() || place.text >= laid->second.texts.size()) return {};
  return laid->second.texts[place.text].paragraph->text();
}

// The word or the block around a place.
PageSelection PreviewView::grain_around(const PagePlace& place) const {
  const std::string_view text = text_of(place);
  Span span{place.offset, place.offset};
  if (grain_ == Grain::kWord) span = editor::word_at(text, place.offset);
  if (grain_ == Grain::kBlock) span = {0, static_cast<Offset>(text.size())};
  return {{place.block, place.text, span.begin}, {place.block, place.text, span.end}};
}

void PreviewView::extend_selection(Context& context, const Touched& touched) {
  const PageSelection reached = grain_around(touched.place);
  const bool is_before = touched.place < grabbed_.first();
  selection_ = is_before ? PageSelection{grabbed_.last(), std::min(reached.first(), grabbed_.first())}
                         : PageSelection{grabbed_.first(), std::max(reached.last(), grabbed_.last())};
  const Rect& window = scroll_.window();
  const float reach = context.px(kAutoscrollReach);
  float beyond = 0;
  if (context.pointing.y < window.y + reach) beyond = context.pointing.y - window.y - reach;
  if (context.pointing.y > window.bottom() - reach) beyond = context.pointing.y - window.bottom() + reach;
  if (beyond == 0 || !dragged_) return;
  scroll_.scroll_by(static_cast<double>(std::clamp(beyond / 3, -context.px(40), context.px(40))));
  context.wake_in(0);
}

void PreviewView::take_pointer(Context& context, const Release& release, const Response& response) {
  if (page_.blocks.empty() || (!response.hovered && !response.held && !response.clicked)) return;
  const Pointing& pointing = context.pointing;
  const Touched touched = touch(context, release, pointing.x, pointing.y);
  const bool is_link = touched.link != kNoNode && !words_about(release, touched.link).empty();
  const bool leads =
      touched.link != kNoNode && stays_on_page(release, page_.blocks[touched.block], touched.link);
  if (response.hovered) {
    if (touched.on_text) context.cursor = Pointer::kText;
    const bool is_hand = leads || (is_link && release.tree.attribute(touched.link, "href"));
    if (is_hand) context.cursor = Pointer::kHand;
    if (is_link) {
      context.explain("page/link/" + std::to_string(touched.link), words_about(release, touched.link),
                      touched.line);
    }
  }
  if (response.pressed) {
    dragged_ = false;
    has_focus_ = true;
    grain_ = pointing.clicks >= 3 ? Grain::kBlock : pointing.clicks == 2 ? Grain::kWord : Grain::kCharacter;
    if (pointing.shift && selection_) {
      grabbed_ = {selection_->anchor, selection_->anchor};
    } else {
      grabbed_ = grain_around(touched.place);
    }
    extend_selection(context, touched);
  } else if (response.held && !pointing.touch) {
    dragged_ = dragged_ || pointing.moved;
    if (dragged_) extend_selection(context, touched);
  }
  const bool is_click = response.clicked && (!selection_ || selection_->empty()) && !pointing.shift;
  if (is_click) take_click(context, release, touched);
  if (response.held || response.clicked) context.wake_in(0);  // the page was drawn before
}

// Follows a link that stays on the page, or any with Ctrl; else leads to the source.
void PreviewView::take_click(Context& context, const Release& release, const Touched& touched) {
  const PageBlock& block = page_.blocks[touched.block];
  selection_.reset();
  if (touched.link != kNoNode) {
    const bool follows = context.pointing.control || stays_on_page(release, block, touched.link);
    if (follows) return follow_link(context, release, block, touched.link);
  }
  Offset target = touched.source.value_or(block.source.begin);
  const auto* shown = block.as<PagePictures>();
  if (shown != nullptr && shown->of_header)
    target = shown->pictures[std::min(choices_.slide, shown->pictures.size() - 1)].source.begin;
  context.act(app::GoTo{{target, target}});
}

void PreviewView::follow_link(Context& context, const Release& release, const PageBlock& block, NodeId link) {
  const PageTarget target = target_of(release, page_, block, link);
  if (target.block) return go_to(*target.block);
  if (!target.url.empty()) context.act(app::OpenUrl{target.url});
}

void PreviewView::go_to(std::size_t block) {
  const double line = static_cast<double>(kLineOfJump * scroll_.window().height);
  scroll_.glide_to(scroll_.flow().top(block) + static_cast<double>(scroll_.padding_top()) - line);
}

// Drawing

void PreviewView::draw_sheet(Context& context, const Rect& area, float padding) {
  const float margin = context.px(kSheetMargin);
  const float top = static_cast<float>(scroll_.origin()) - padding;
  const float end = static_cast<float>(scroll_.origin() + scroll_.flow().total_height()) + padding;
  const float far = context.px(40);
  const float from = std::max(top, area.y - far);
  const float to = std::min(std::max(end, area.bottom() - margin), area.bottom() + far);
  const Rect paper{sheet_.x, from, sheet_.width, to - from};
  context.painter.shadow(paper, 0);
  context.painter.fill(paper, context.theme.paper);
}

// The arrows below the pictures of a slide show, and which one it is. True when another is wanted.
bool PreviewView::draw_slide_controls(Context& context, const PageBlock& block, const SetBlock& set,
                                      float y) {
  const std::size_t count = block.as<PagePictures>()->pictures.size();
  if (count < 2) return false;
  const std::size_t shown = set.picture->index;
  const float middle = y + set.top + set.picture->frame.height + context.px(22);
  const float center = column_.x + set.left + set.width / 2;
  const float side = context.px(32);
  std::size_t wanted = shown;
  const auto button = [&](std::string_view id, std::string_view name, Icon icon, float x,
                          std::size_t leads_to) {
    const Rect rect{std::round(x - side / 2), std::round(middle - side / 2), side, side};
    const Rect clip = context.painter.clip();
    if (rect.y < clip.y || rect.bottom() > clip.bottom()) return;
    const Response response = context.react(id, rect);
    if (response.hovered) context.painter.fill(rect, context.theme.pressed, side / 2);
    context.painter.icon(icon, rect.center_x(), rect.center_y(), context.px(20), context.theme.accent);
    context.describe({.id = std::string(id),
                      .role = "button",
                      .name = std::string(context.label(name)),
                      .action = "press",
                      .level = 2},
                     rect);
    if (response.clicked) wanted = leads_to;
  };
  const std::string words = std::to_string(shown + 1) + " / " + std::to_string(count);
  const layout::Style style = context.style(Face::kInterface, 14, Ink::kQuiet);
  const float width = context.painter.text_width(style, words);
  draw_label(context, style, std::round(center - width / 2), middle, words);
  const float away = width / 2 + context.px(12) + side / 2;
  button("page/slide/previous", "ui/slide-previous", Icon::kLeft, center - away, (shown + count - 1) % count);
  button("page/slide/next", "ui/slide-next", Icon::kRight, center + away, (shown + 1) % count);
  choices_.slide = wanted;
  return wanted != shown;
}

// The words in the frame of a missing picture that ask for the folder of pictures.
void PreviewView::take_folder_wish(Context& context, std::size_t index, const SetBlock& set, float y) {
  const Rect& choose = set.picture->choose;
  if (choose.empty()) return;
  const Rect rect{column_.x + set.left + choose.x, y + set.top + choose.y, choose.width, choose.height};
  const std::string id = "page/" + std::to_string(index) + "/folder";
  const Response response = context.react(id, rect);
  if (response.hovered) context.painter.frame(rect, context.theme.accent, context.px(4));
  if (response.clicked) context.act(app::ChooseFolder{});
  context.describe({.id = id,
                    .role = "button",
                    .name = std::string(context.label("ui/choose-folder")),
                    .action = "press",
                    .level = 2},
                   rect);
}

// A bar below the last row of a table that is wider than the page; a wheel that turns sideways, or with
// Shift, scrolls it from any row.
void PreviewView::draw_table_bar(Context& context, std::size_t index, const SetBlock& set, float y) {
  if (set.content_width <= set.width) return;
  const float most = set.content_width - set.width;
  float& shift = shifts_[set.first_row];
  const Rect row{column_.x + set.left, y, set.width, set.height};
  if (context.points_at(row)) {
    shift -= context.pointing.wheel_x * context.px(100);
  }
  const bool is_last = index + 1 == page_.blocks.size() || page_.blocks[index + 1].as<PageRow>() == nullptr ||
                       page_.blocks[index + 1].node < set.table;
  if (is_last) {
    const Rect track{row.x, y + set.height, row.width, context.px(12)};
    const float length = std::max(context.px(32), track.width * set.width / set.content_width);
    const float travel = track.width - length;
    const Response response =
        context.react("page/table/" + std::to_string(set.first_row), track, Pointer::kDefault);
    if (response.held && travel > 0) shift = (context.pointing.x - track.x - length / 2) / travel * most;
    const float x = track.x + travel * std::clamp(shift / most, 0.0F, 1.0F);
    context.painter.fill({std::round(x), track.y + context.px(4), length, context.px(6)},
                         response.hovered || response.held ? context.theme.quiet : context.theme.thumb,
                         context.px(3));
  }
  shift = std::clamp(std::round(shift), 0.0F, most);
}

void PreviewView::draw_block(Context& context, const Release& release, std::size_t index, float y) {
  const SetBlock& laid = set(context, release, index);
  const PageBlock& block = page_.blocks[index];
  std::vector<Span> selected;
  const bool is_text = block.as<PagePictures>() == nullptr && block.as<PageUnshown>() == nullptr;
  if (selection_ && is_text) {
    for (std::size_t i = 0; i < laid.texts.size(); ++i) {
      const auto size = static_cast<Offset>(laid.texts[i].paragraph->text().size());
      selected.push_back(selection_->within(index, i, size));
    }
  }
  const bool has_caret = caret_block_ == index && !narrow_;
  paint_block(context, page_, block, laid, {selected, shift_of(laid), has_caret}, column_, y);
  describe(context, release, index, laid, y);
}

void PreviewView::draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area) {
  const Release& release = derived.release(model);
  follow_area(context, area);
  context.painter.push_clip(area);
  context.painter.fill(area, narrow_ ? context.theme.paper : context.theme.desk);
  follow_text(context, model, derived);
  follow_pictures(context);

  const float margin = narrow_ ? 0 : context.px(kSheetMargin);
  const float padding = context.px(narrow_ ? kNarrowTopPadding : kSheetPadding);
  scroll_.begin(context, area, margin + padding, padding + margin);
  serve_reading();
  show_caret(context, model);

  // What is in sight, laid out.
  const std::size_t count = page_.blocks.size();
  const double first_y = static_cast<double>(area.y) - scroll_.origin();
  const std::size_t first = count > 0 ? scroll_.flow().block_at(first_y) : 0;
  std::size_t last = first;
  double bottom = scroll_.origin() + scroll_.flow().top(first);
  for (; last < count && bottom < static_cast<double>(area.bottom()); ++last)
    bottom += static_cast<double>(set(context, release, last).height);

  // Widgets on the page have the pointer before the page itself.
  bool turned = false;
  if (!narrow_) draw_sheet(context, area, padding);
  context.describe({.id = std::string(kId),
                    .role = "document",
                    .name = std::string(context.label("ui/page")),
                    .action = "scroll"},
                   area);
  describe_unseen(context, release, 0, first, area.y);
  for (std::size_t i = first; i < last; ++i) {
    const auto y = static_cast<float>(scroll_.origin() + scroll_.flow().top(i));
    draw_block(context, release, i, y);
    const SetBlock& laid = laid_.at(i);
    if (laid.picture) take_folder_wish(context, i, laid, y);
    if (laid.picture) turned = draw_slide_controls(context, page_.blocks[i], laid, y) || turned;
    if (laid.table != kNoNode) draw_table_bar(context, i, laid, y);
  }
  describe_unseen(context, release, last, count, area.bottom());

  const Response response = context.react(kId, area, Pointer::kDefault);
  scroll_.drag(context, response);
  take_pointer(context, release, response);
  if (const KeyPress* key = context.key_on(kId)) {
    scroll_.take_key(context, *key);
    context.wake_in(0);
  }
  scroll_.end(context);
  context.painter.pop_clip();
  forget_far(first, last);
  if (turned) {
    laid_.clear();
    context.wake_in(0);
  }
}

// Saying

// What was said of blocks that gave place to others, or that count otherwise now.
void PreviewView::forget_described(std::size_t first, std::size_t removed, std::size_t added, bool all) {
  if (all) return described_.clear();
  const std::size_t end = added == removed ? first + removed : std::numeric_limits<std::size_t>::max();
  std::erase_if(described_, [&](const auto& entry) { return entry.first >= first && entry.first < end; });
}

// Kept, since it is asked for in every frame.
const SemanticNode& PreviewView::described(const Release& release, std::size_t index) {
  const auto [entry, is_new] = described_.try_emplace(index);
  if (is_new) entry->second = describe_block(release, page_, index);
  return entry->second;
}

// Blocks out of sight, so that a screen reader has the page in reading order: lines at the edge `y` of the
// window.
void PreviewView::describe_unseen(Context& context, const Release& release, std::size_t from, std::size_t to,
                                  float y) {
  const Rect edge{column_.x, y, column_.width, 0};
  for (std::size_t i = from; i < std::min(to, kMaxUnseen); ++i)
    context.describe_again(described(release, i), edge);
}

void PreviewView::describe(Context& context, const Release& release, std::size_t index, const SetBlock& set,
                           float y) {
  const Rect content{column_.x + set.left, y + set.top, set.width, set.content_height};
  context.describe_again(described(release, index), content);
  describe_links(context, release, index, set, content);
}

void PreviewView::describe_links(Context& context, const Release& release, std::size_t index,
                                 const SetBlock& set, const Rect& content) {
  const PageBlock& block = page_.blocks[index];
  for (const SetText& part : set.texts) {
    for (const PagePiece& piece : part.source.pieces) {
      if (piece.link == kNoNode) continue;
      const auto href = release.tree.attribute(piece.link, "href");
      if (!href && !stays_on_page(release, block, piece.link)) continue;
      Rect bounds = content;
      if (const auto boxes = part.paragraph->boxes(piece.range); !boxes.empty()) {
        bounds = {content.x + part.x + boxes.front().x, content.y + part.y + boxes.front().y,
                  boxes.front().width, boxes.front().height};
      }
      // A note and what leads to it are pieces of one node.
      std::string id = "page/" + std::to_string(index) + "/link/" + std::to_string(piece.link) + "/" +
                       std::to_string(piece.range.begin);
      // By the parallel DOM: who uses the keyboard has no Ctrl+click.
      if (context.interaction.activated == id) {
        context.interaction.activated.clear();
        follow_link(context, release, block, piece.link);
      }
      std::string name = is_silent(release, piece) ? "" : std::string(piece.range.of(part.source.text));
      context.describe({.id = std::move(id),
                        .role = "link",
                        .name = std::move(name),
                        .value = std::string(href.value_or("")),
                        .action = "press",
                        .level = 2},
                       bounds);
    }
  }
}

}  // namespace depeche::ui
