#include "ui/page/page_layout.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>
#include <vector>

#include "ui/page/page_semantics.h"

namespace depeche::ui {
namespace {

using markdown::kNoNode;

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

// ---- Following

void PageLayout::reset() {
  forget_set();
  scroll_.flow().forget_heights(1);
}

void PageLayout::follow_area(const Context& context, const Rect& area) {
  const float before = sheet_.column.width;
  sheet_ = sheet_in(context, area);
  const float width = sheet_.column.width;
  if (width == before) return;
  if (before > 0) scroll_.flow().forget_heights(before / width);
  forget_set();
}

PageLayout::Origin PageLayout::origin_of(const app::Model& model, const Release& release) {
  return {release.text, model.editor.revision, model.dialect, model.preferences.language};
}

std::optional<BlockSplice> PageLayout::follow_text(Context& context, const app::Model& model,
                                                   app::Derived& derived) {
  const Release& release = derived.release(model);
  Origin next = origin_of(model, release);
  const bool is_read = origin_ && origin_->text.bytes().data() == next.text.bytes().data() &&
                       origin_->dialect == next.dialect && origin_->language == next.language;
  if (is_read) return std::nullopt;
  const PageChange change = read(context, release, derived, next);
  const BlockSplice splice = without_same(change, next.text);
  forget_described(splice);
  std::vector<float> estimates;
  for (std::size_t i = splice.first; i < splice.first + splice.added; ++i)
    estimates.push_back(estimated_height(context, page_.blocks[i], sheet_.column.width));
  scroll_.splice(splice.first, splice.removed, estimates);
  keep_shifts(splice);
  map_ = PageMap(page_, release.text.size());
  forget_set();
  origin_ = std::move(next);
  return splice;
}

// Reads the blocks of the next text: from those before where that is enough.
PageChange PageLayout::read(const Context& context, const Release& release, const app::Derived& derived,
                            const Origin& next) {
  const auto& step = derived.release_change();
  const bool follows = origin_ && step && step->nodes && step->before == origin_->revision &&
                       origin_->dialect == next.dialect && origin_->language == next.language;
  if (follows) {
    if (auto change = follow_page_blocks(page_, release, context.words, step->change, *step->nodes))
      return *std::move(change);
  }
  PageBlocks blocks = page_blocks(release, context.words);
  const bool counts_otherwise =
      blocks.footnotes != page_.footnotes || (origin_ && origin_->language != next.language);
  if (counts_otherwise) described_.clear();
  PageChange change{0, std::move(page_.blocks), blocks.blocks.size()};
  page_ = std::move(blocks);
  return change;
}

// Some of the blocks that were read again are what they were.
BlockSplice PageLayout::without_same(const PageChange& change, const Text& text) const {
  const Text before = origin_ ? origin_->text : Text();
  BlockSplice splice{change.first, change.removed.size(), change.added};
  const auto same = [&](std::size_t of_removed, std::size_t of_page) {
    return is_same(change.removed[of_removed], before, page_.blocks[of_page], text);
  };
  while (splice.removed > 0 && splice.added > 0 &&
         same(splice.removed - 1, change.first + splice.added - 1)) {
    --splice.removed;
    --splice.added;
  }
  while (splice.removed > 0 && splice.added > 0 && same(splice.first - change.first, splice.first)) {
    ++splice.first;
    --splice.removed;
    --splice.added;
  }
  return splice;
}

// Other pictures have other sizes; what is set of text is in the context's cache.
void PageLayout::follow_pictures(const Context& context) {
  if (context.pictures == nullptr || context.pictures->version() == pictures_) return;
  pictures_ = context.pictures->version();
  forget_set();
}

// ---- What is kept

void PageLayout::forget_set() {
  set_.clear();
  tables_.clear();
}

// What was said of blocks that gave place to others, and of those behind where these are other ones now.
void PageLayout::forget_described(const BlockSplice& splice) {
  const std::size_t end = splice.added == splice.removed ? splice.first + splice.removed
                                                         : std::numeric_limits<std::size_t>::max();
  std::erase_if(described_,
                [&](const auto& entry) { return entry.first >= splice.first && entry.first < end; });
}

// A scrolled table stays so while someone writes above it, or in it.
void PageLayout::keep_shifts(const BlockSplice& splice) {
  std::map<std::size_t, float> shifts;
  for (const auto& [block, shift] : shifts_) {
    const bool is_behind = block >= splice.first + splice.removed;
    shifts[is_behind ? block - splice.removed + splice.added : block] = shift;
  }
  shifts_ = std::move(shifts);
}

void PageLayout::forget_far(std::size_t first, std::size_t last) {
  const std::size_t reach = 2 * (last - first) + 8;
  const std::size_t many = 8 * reach;
  const auto is_far = [&](const auto& entry) {
    return entry.first + reach < first || entry.first >= last + reach;
  };
  if (set_.size() > many) std::erase_if(set_, is_far);
  if (described_.size() > many) std::erase_if(described_, is_far);
}

// ---- Blocks laid out

const SetBlock& PageLayout::set(Context& context, const Release& release, std::size_t index) {
  const auto [entry, is_new] = set_.try_emplace(index);
  SetBlock& set = entry->second;
  if (!is_new) return set;
  set = PageSetter(context, release, page_, tables_, choices_, sheet_.column.width, sheet_.narrow)
            .set(page_.blocks[index]);
  scroll_.flow().set_height(index, set.height);
  if (set.table != kNoNode && set.content_width > set.width) set.first_row = first_row_of(index, set);
  return set;
}

std::string_view PageLayout::text_of(std::size_t block, std::size_t text) const {
  const auto found = set_.find(block);
  if (found == set_.end() || text >= found->second.texts.size()) return {};
  return found->second.texts[text].paragraph->text();
}

// Kept, since it is asked for in every frame.
const SemanticNode& PageLayout::described(const Release& release, std::size_t index) {
  const auto [entry, is_new] = described_.try_emplace(index);
  if (is_new) entry->second = describe_block(release, page_, index);
  return entry->second;
}

Rect PageLayout::content_of(const SetBlock& set, float y) const {
  return {sheet_.column.x + set.left, y + set.top, set.width, set.content_height};
}

bool PageLayout::turn_to(std::size_t slide) {
  if (slide == choices_.slide) return false;
  choices_.slide = slide;
  set_.clear();
  return true;
}

// ---- Tables that are wider than the page

// Rows of a table follow one another: the first tells how far all are shifted.
std::size_t PageLayout::first_row_of(std::size_t index, const SetBlock& set) const {
  const auto is_row_of_table = [&](const PageBlock& block) {
    return block.as<PageRow>() != nullptr && block.node > set.table;
  };
  while (index > 0 && is_row_of_table(page_.blocks[index - 1])) --index;
  return index;
}

bool PageLayout::is_last_row(std::size_t index, const SetBlock& set) const {
  if (index + 1 == page_.blocks.size()) return true;
  const PageBlock& next = page_.blocks[index + 1];
  return next.as<PageRow>() == nullptr || next.node < set.table;
}

float PageLayout::shift_of(const SetBlock& set) const {
  if (set.content_width <= set.width) return 0;
  const auto shift = shifts_.find(set.first_row);
  return shift == shifts_.end() ? 0.0F : std::min(shift->second, set.content_width - set.width);
}

void PageLayout::shift_to(const SetBlock& set, float shift) {
  shifts_[set.first_row] = std::clamp(std::round(shift), 0.0F, set.content_width - set.width);
}

}  // namespace depeche::ui
