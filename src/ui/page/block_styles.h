// The faces, sizes and measures of the page's blocks: one table. How spans in them look: span_styles.h.
#pragma once

#include "ui/kit/context.h"
#include "ui/page/page_blocks.h"

namespace depeche::ui {

inline constexpr float kBodySize = 18;  // of the page's text, in CSS pixels
inline constexpr float kBodyLineHeight = 1.55F;

struct BlockStyle {
  Face face = Face::kPage;
  float size = kBodySize;  // CSS pixels
  float narrow_size = 0;   // on a phone; 0: the same
  Ink ink = Ink::kInk;
  float line_height = kBodyLineHeight;
  bool balanced = false;  // lines about equally long
  bool sans = false;      // what is strong or emphasized is so in the interface's face
};

const BlockStyle& style_of(LineLook look);
const BlockStyle& style_of_categories();
const BlockStyle& style_of_heading(int level);
const BlockStyle& style_of_code();

// For a text of the body, by the containers around it.
const BlockStyle& style_of_body(const PageBlocks& page, const PageBlock& block);

// The style in a column of `width` physical pixels.
layout::ParagraphOptions options_of(const Context& context, const BlockStyle& style, float width,
                                    bool narrow);

}  // namespace depeche::ui
