// The blocks of the page in its scroll area: read once for each revision, laid out when they come into sight, and
// kept until text, width or fonts change or they are far away. Lengths are physical pixels.
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
#include "ui/page/page_sheet.h"
#include "ui/page/page_typesetting.h"

namespace depeche::ui {

// Blocks that were replaced by others.
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

  // To be called in each frame, in this order. follow_text() returns which blocks have changed since the last
  // frame; none if the release is the same.
  void follow_area(const Context& context, const Rect& area);
  std::optional<BlockSplice> follow_text(Context& context, const app::Model& model, app::Derived& derived);
  void follow_pictures(const Context& context);

  // A block, laid out. The reference is valid until the end of the frame.
  const SetBlock& set(Context& context, const Release& release, std::size_t index);

  // The text of index `text` that a block is laid out with; empty if it is not laid out, or has no such text.
  std::string_view text_of(std::size_t block, std::size_t text) const;

  // The semantic node of a block, without bounds.
  const SemanticNode& described(const Release& release, std::size_t index);

  // The y of a block's top on the canvas.
  double top_of(std::size_t index) const { return scroll_.origin() + scroll_.flow().top(index); }
  // The place of a block's content when its top is at y.
  Rect content_of(const SetBlock& set, float y) const;

  // Shows another picture of the slide show; the blocks are then laid out again. False if it is shown already.
  bool turn_to(std::size_t slide);

  // How far a table is scrolled sideways: pixels to the left, at most what is beyond its width.
  float shift_of(const SetBlock& set) const;
  void shift_to(const SetBlock& set, float shift);
  // Whether a block is the last row of its table.
  bool is_last_row(std::size_t index, const SetBlock& set) const;

  // Drops layouts and semantic nodes when they have become many, but keeps those of the blocks [first, last) and
  // of about twice as many on either side.
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
