// Sets the blocks of the page: their paragraphs, with the faces, sizes and measures of a printed page, and
// the room that they take. Lengths are physical pixels.
#pragma once

#include <memory>
#include <unordered_map>
#include <vector>

#include "ui/context.h"
#include "ui/page_blocks.h"

namespace depeche::ui {

struct SetText {  // a paragraph of a block, from the block's content corner
  std::shared_ptr<const layout::Paragraph> paragraph;
  PageText source;  // empty of pieces where the text is ours
  float x = 0, y = 0;
};

struct SetBlock {
  std::vector<SetText> texts;
  float left = 0, width = 0;  // of the content, from the left edge of the sheet's text
  float content_height = 0;
  float top = 0;     // of the content, from the block's top: margin, and padding of what begins
  float height = 0;  // all, with the padding of what ends
};

// What a container takes around its content, in CSS pixels.
struct Insets {
  float left = 0, right = 0, top = 0, bottom = 0;
};
Insets insets_of(ContainerLook look);

inline constexpr float kBodySize = 18;  // of the page's text, in CSS pixels

// However deeply nested, text has this much room, in CSS pixels.
inline constexpr float kNarrowestContent = 96;

// Guessed from the size of the source, before anything is measured.
float estimated_height(Context& context, const PageBlock& block, float width);

// The widths of each table's columns: made with its first row and kept.
using TableColumns = std::unordered_map<markdown::NodeId, std::vector<float>>;

class PageSetter {
 public:
  // `width` of the text on the sheet; `narrow` on a phone. All must outlive the setter.
  PageSetter(Context& context, const Release& release, const PageBlocks& page, TableColumns& columns,
             float width, bool narrow)
      : context_(context),
        release_(release),
        page_(page),
        columns_(columns),
        width_(width),
        narrow_(narrow) {}

  // Costs the block's text, or nothing but a look into the context's cache.
  SetBlock set(const PageBlock& block);

 private:
  void lay_out_content(const PageBlock& block, SetBlock& into);
  void lay_out_body(const PageBlock& block, SetBlock& into);
  void lay_out_row(const PageBlock& block, SetBlock& into);
  void lay_out_image(const PageBlock& block, SetBlock& into);
  void lay_out_tags(const PageBlock& block, SetBlock& into);
  SetText set_ours(std::string text, layout::ParagraphOptions options);
  layout::ParagraphContent styled(const PageText& text, const layout::Style& base, bool sans) const;
  const std::vector<float>& column_widths(markdown::NodeId table, float width);

  Context& context_;
  const Release& release_;
  const PageBlocks& page_;
  TableColumns& columns_;
  float width_;
  bool narrow_;
};

}  // namespace depeche::ui
