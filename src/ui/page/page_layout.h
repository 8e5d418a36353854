// The blocks of the page as they stand in its scroll area: read once a revision, laid out when they come into
// sight, and kept until text, width or fonts change or they are far away. Lengths are physical pixels.
#pragma once

#include <map>
#include <optional>
#include <unordered_map>

#include "app/derived.h"
#include "app/model.h"
#include "ui/kit/scroll_area.h"
#include "ui/kit/semantics.h"
#include "ui/page/page_follow.h"
#include "ui/page/page_map.h"
#include "ui/page/page_setting.h"
#include "ui/page/page_sheet.h"

namespace depeche::ui {

// The first blocks, in the order of the page, that are described without being seen.
inline constexpr std::size_t kMaxUnseen = 300;

// Blocks that gave place to others.
struct BlockSplice {
  std::size_t first = 0, removed = 0, added = 0;
};

class PageLayout {
 public:
  const PageBlocks& page() const { return page_; }
  const PageMap& map() const { return map_; }
  const PageSheet& sheet() const { return sheet_; }
  const PageChoices& choices() const { return choices_; }
  ScrollArea& scroll() { return scroll_; }
  const ScrollArea& scroll() const { return scroll_; }

  // The fonts or the scale have changed.
  void reset();

  // In each frame, in this order: the pane, the text, the pictures. What of the blocks is another since the
  // last frame; none where all are the same.
  void follow_area(const Context& context, const Rect& area);
  std::optional<BlockSplice> follow_text(Context& context, const app::Model& model, app::Derived& derived);
  void follow_pictures(const Context& context);

  // A block laid out. Stays until the end of the frame.
  const SetBlock& set(Context& context, const Release& release, std::size_t index);

  // Which words a block has been laid out with; empty where it is not laid out, or has no such text.
  std::string_view text_of(std::size_t block, std::size_t text) const;

  // What a block is to someone who does not see it, without bounds.
  const SemanticNode& described(const Release& release, std::size_t index);

  // Where a block's top is on the canvas.
  double top_of(std::size_t index) const { return scroll_.origin() + scroll_.flow().top(index); }
  // Where its content is, when its top is at y.
  Rect content_of(const SetBlock& set, float y) const;

  // Another picture of the slide show: blocks are to be laid out again. False where it is the one that shows.
  bool turn_to(std::size_t slide);

  // How far a table is scrolled sideways, to the left; within what there is.
  float shift_of(const SetBlock& set) const;
  void shift_to(const SetBlock& set, float shift);
  // Whether a block is the last row of the table that it is set in.
  bool is_last_row(std::size_t index, const SetBlock& set) const;

  // Of the layouts and words of blocks, those of [first, last) and of two windows around them stay; the others
  // go when they have become many.
  void forget_far(std::size_t first, std::size_t last);

 private:
  // What the blocks were read from.
  struct Origin {
    Text text;
    std::uint64_t revision = 0;
    markdown::Dialect dialect = markdown::Dialect::kKramdown;
    messages::Language language = messages::Language::kFrench;
  };
  static Origin origin_of(const app::Model& model, const Release& release);
  PageChange read(const Context& context, const Release& release, const app::Derived& derived,
                  const Origin& next);
  BlockSplice without_same(const PageChange& change, const Text& text) const;
  void forget_set();
  void forget_described(const BlockSplice& splice);
  void keep_shifts(const BlockSplice& splice);
  std::size_t first_row_of(std::size_t index, const SetBlock& set) const;

  ScrollArea scroll_{"page"};
  PageBlocks page_;
  PageMap map_;
  PageSheet sheet_;
  PageChoices choices_;
  Tables tables_;
  std::unordered_map<std::size_t, SetBlock> set_;            // of this revision, those nearby
  std::unordered_map<std::size_t, SemanticNode> described_;  // likewise; kept where blocks stay
  std::map<std::size_t, float> shifts_;  // of tables that were scrolled sideways, by their first block
  std::optional<Origin> origin_;         // none before the first reading
  std::uint64_t pictures_ = 0;           // Pictures::version as last seen
};

}  // namespace depeche::ui
