#include "ui/preview_view.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "ui/page_painting.h"
#include "ui/page_semantics.h"

namespace depeche::ui {
namespace {

using markdown::kNoNode;
using markdown::NodeId;

constexpr std::string_view kId = "page";
constexpr std::size_t kMostUnseen = 300;  // blocks that are described without being seen

// CSS pixels.
constexpr float kSheetMargin = 24;   // between the sheet and the pane
constexpr float kSheetPadding = 56;  // between the sheet and its text
constexpr float kMeasure = 584;      // about 66 characters of Spectral at 18 px
constexpr float kNarrowPadding = 20;
constexpr float kNarrowPane = 520;

ContainerLook look_around(const PageBlocks& page, const PageBlock& block) {
  return block.container == kNoContainer ? ContainerLook::kPlain : page.containers[block.container].look;
}

// The blocks of two revisions, and what they have in common from the start and from the end.
class Comparison {
 public:
  // `nodes` are new in the revision after, when that is known.
  Comparison(const PageBlocks& before, const Text& text_before, const PageBlocks& after,
             const Text& text_after, const std::optional<markdown::NodeChange>& nodes)
      : before_(before), after_(after), text_before_(text_before), text_after_(text_after), nodes_(nodes) {
    const std::size_t limit = std::min(before.blocks.size(), after.blocks.size());
    while (first_ < limit && is_same(before.blocks[first_], after.blocks[first_])) ++first_;
    while (kept_ < limit - first_ && is_same(*(before.blocks.rbegin() + static_cast<std::ptrdiff_t>(kept_)),
                                             *(after.blocks.rbegin() + static_cast<std::ptrdiff_t>(kept_)))) {
      ++kept_;
    }
  }

  std::size_t first() const { return first_; }
  std::size_t removed() const { return before_.blocks.size() - kept_ - first_; }
  std::size_t added() const { return after_.blocks.size() - kept_ - first_; }

 private:
  bool is_same(const PageBlock& one, const PageBlock& other) const {
    return one.look == other.look && one.level == other.level && one.margin == other.margin &&
           one.opens == other.opens && one.closes == other.closes && one.part == other.part &&
           one.text == other.text && look_around(before_, one) == look_around(after_, other) &&
           (is_kept(one.node, other.node) ||
            text_before_.bytes(one.source) == text_after_.bytes(other.source));
  }

  // Whether the nodes are known to be the same.
  bool is_kept(NodeId before, NodeId after) const {
    if (!nodes_ || before == kNoNode) return false;
    if (before < nodes_->first) return after == before;
    return before >= nodes_->first + nodes_->removed && after == before + nodes_->added - nodes_->removed;
  }

  const PageBlocks& before_;
  const PageBlocks& after_;
  const Text& text_before_;
  const Text& text_after_;
  const std::optional<markdown::NodeChange>& nodes_;
  std::size_t first_ = 0, kept_ = 0;
};

}  // namespace

void PreviewView::reset_layout() {
  laid_.clear();
  columns_.clear();
  scroll_.flow().forget_heights(1);
}

void PreviewView::follow(Context& context, const app::Model& model, app::Derived& derived, const Rect& area) {
  const Release& release = derived.release(model);
  narrow_ = area.width < context.px(kNarrowPane);
  const float margin = narrow_ ? 0 : context.px(kSheetMargin);
  const float padding = context.px(narrow_ ? kNarrowPadding : kSheetPadding);
  const float room = area.width - 2 * margin;
  const float width =
      std::max(context.px(kNarrowestContent), std::min(room - 2 * padding, context.px(kMeasure)));
  sheet_.width = narrow_ ? area.width : width + 2 * padding;
  sheet_.x = std::round(area.x + (area.width - sheet_.width) / 2);
  column_.x = sheet_.x + (sheet_.width - width) / 2;
  if (width != column_.width) {
    scroll_.flow().forget_heights(1);
    column_.width = width;
    laid_.clear();
    columns_.clear();
  }

  const bool is_read = started_ && text_.bytes().data() == release.text.bytes().data() &&
                       dialect_ == model.dialect && language_ == model.language;
  if (!is_read) {
    PageBlocks next = page_blocks(release, context.words);
    const auto& step = derived.step();
    const bool follows = started_ && step && step->before == revision_ && dialect_ == model.dialect;
    const Comparison common(page_, text_, next, release.text, follows ? step->nodes : std::nullopt);
    const std::size_t first = common.first(), removed = common.removed(), added = common.added();
    forget_said(first, removed, added, next.footnotes != page_.footnotes || language_ != model.language);
    page_ = std::move(next);
    std::vector<float> estimates;
    for (std::size_t i = first; i < first + added; ++i) {
      estimates.push_back(estimated_height(context, page_.blocks[i], column_.width));
    }
    scroll_.splice(first, removed, estimates);
    laid_.clear();
    columns_.clear();
    text_ = release.text;
    revision_ = model.editor.revision;
    dialect_ = model.dialect;
    language_ = model.language;
    started_ = true;
  }
}

const SetBlock& PreviewView::set(Context& context, const Release& release, std::size_t index) {
  const auto [entry, is_new] = laid_.try_emplace(index);
  if (is_new) {
    entry->second =
        PageSetter(context, release, page_, columns_, column_.width, narrow_).set(page_.blocks[index]);
    scroll_.flow().set_height(index, entry->second.height);
  }
  return entry->second;
}

void PreviewView::take_pointer(Context& context, const Release& release, const Response& response,
                               std::size_t index, const SetBlock& set, float y) {
  const PageBlock& block = page_.blocks[index];
  const Pointing& pointing = context.pointing;
  if (!response.hovered || pointing.y < y || pointing.y >= y + set.height) return;
  Offset target = block.source.begin;
  for (const SetText& text : set.texts) {
    const float px = pointing.x - (column_.x + set.left + text.x);
    const float py = pointing.y - (y + set.top + text.y);
    if (text.source.pieces.empty() || py < 0 || py >= text.paragraph->height()) continue;
    const bool beside = set.texts.size() > 1 && (px < 0 || px > text.paragraph->width());
    if (beside) continue;
    target = text.source.source_at(text.paragraph->offset_at_point(px, py));
    const Span touched = text.paragraph->cluster_at(px, py);
    const NodeId link = touched.empty() ? kNoNode : text.source.link_at(touched.begin);
    const auto href = link == kNoNode ? std::nullopt : release.tree.attribute(link, "href");
    if (!href) continue;
    context.cursor = Pointer::kHand;
    context.explain(
        "page/link/" + std::to_string(link), *href,
        {pointing.x, y + set.top + text.y + text.paragraph->lines()[text.paragraph->line_at(py)].y, 1,
         text.paragraph->lines()[text.paragraph->line_at(py)].height});
    if (response.clicked && pointing.control) return context.act(app::OpenUrl{std::string(*href)});
  }
  if (response.clicked) context.act(app::GoTo{{target, target}});
}

// What was said of blocks that gave place to others, or that count otherwise now.
void PreviewView::forget_said(std::size_t first, std::size_t removed, std::size_t added, bool all) {
  if (all) return said_.clear();
  const std::size_t end = added == removed ? first + removed : std::numeric_limits<std::size_t>::max();
  std::erase_if(said_, [&](const auto& entry) { return entry.first >= first && entry.first < end; });
}

// Kept, since it is asked for in every frame.
const SemanticNode& PreviewView::said(const Release& release, std::size_t index) {
  const auto [entry, is_new] = said_.try_emplace(index);
  if (is_new) entry->second = describe_block(release, page_, index);
  return entry->second;
}

// Blocks out of sight, so that a screen reader has the page in reading order.
void PreviewView::describe_unseen(Context& context, const Release& release, std::size_t from,
                                  std::size_t to) {
  for (std::size_t i = from; i < std::min(to, kMostUnseen); ++i) {
    const auto top = static_cast<float>(scroll_.origin() + scroll_.flow().top(i));
    context.describe(said(release, i), {column_.x, top, column_.width, scroll_.flow().height(i)});
  }
}

void PreviewView::describe(Context& context, const Release& release, std::size_t index, const SetBlock& set,
                           float y) {
  const Rect content{column_.x + set.left, y + set.top, set.width, set.content_height};
  context.describe(said(release, index), content);

  for (const SetText& part : set.texts) {
    for (const PagePiece& piece : part.source.pieces) {
      const auto href = piece.link == kNoNode ? std::nullopt : release.tree.attribute(piece.link, "href");
      if (!href) continue;
      Rect bounds = content;
      if (const auto boxes = part.paragraph->boxes(piece.range); !boxes.empty()) {
        bounds = {content.x + part.x + boxes.front().x, content.y + part.y + boxes.front().y,
                  boxes.front().width, boxes.front().height};
      }
      context.describe(
          {.id = "page/link/" + std::to_string(piece.link) + "/" + std::to_string(piece.range.begin),
           .role = "link",
           .name = std::string(piece.range.of(part.source.text)),
           .value = std::string(*href),
           .level = 2},
          bounds);
    }
  }
}

void PreviewView::draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area) {
  const Release& release = derived.release(model);
  follow(context, model, derived, area);
  context.painter.push_clip(area);
  context.painter.fill(area, narrow_ ? context.theme.paper : context.theme.desk);

  const float margin = narrow_ ? 0 : context.px(kSheetMargin);
  const float padding = context.px(narrow_ ? 24 : kSheetPadding);
  scroll_.begin(context, area, margin + padding, padding + margin);
  const Response response = context.react(kId, area, Pointer::kDefault);
  scroll_.drag(context, response);

  // The sheet first: as high as the blocks, or the window.
  const double first_y = static_cast<double>(area.y) - scroll_.origin();
  const std::size_t count = page_.blocks.size();
  std::size_t index = count > 0 ? scroll_.flow().block_at(first_y) : 0;
  const std::size_t first = index;
  double bottom = scroll_.origin() + (count > 0 ? scroll_.flow().top(first) : 0);
  for (; index < count && bottom < static_cast<double>(area.bottom()); ++index) {
    bottom += static_cast<double>(set(context, release, index).height);
  }
  const std::size_t last = index;
  if (!narrow_) {
    const float sheet_top = static_cast<float>(scroll_.origin()) - padding;
    const float sheet_end = static_cast<float>(scroll_.origin() + scroll_.flow().total_height()) + padding;
    const float far = context.px(40);
    const Rect sheet{sheet_.x, std::max(sheet_top, area.y - far), sheet_.width, 0};
    const float end = std::min(std::max(sheet_end, area.bottom() - margin), area.bottom() + far);
    const Rect paper{sheet.x, sheet.y, sheet.width, end - sheet.y};
    context.painter.shadow(paper, 0);
    context.painter.fill(paper, context.theme.paper);
  }

  context.describe(
      {.id = std::string(kId), .role = "document", .name = std::string(context.label("ui/page"))}, area);
  describe_unseen(context, release, 0, first);
  double y = scroll_.origin() + (count > 0 ? scroll_.flow().top(first) : 0);
  for (std::size_t i = first; i < last; ++i) {
    const SetBlock& laid = set(context, release, i);
    const auto top = static_cast<float>(y);
    paint_block(context, page_, page_.blocks[i], laid, column_, top);
    take_pointer(context, release, response, i, laid, top);
    describe(context, release, i, laid, top);
    y += static_cast<double>(laid.height);
  }
  describe_unseen(context, release, last, count);
  scroll_.draw_bar(context);
  context.painter.pop_clip();
}

}  // namespace depeche::ui
