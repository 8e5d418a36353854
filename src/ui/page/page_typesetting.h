// Sets the blocks of the page: their paragraphs, with the faces, sizes and measures of a printed page, and
// the room that they take. Lengths are physical pixels.
#pragma once

#include "ui/kit/context.h"
#include "ui/page/block_styles.h"
#include "ui/page/page_blocks.h"
#include "ui/page/picture_typesetting.h"
#include "ui/page/set_block.h"
#include "ui/page/table_typesetting.h"
#include "ui/page/text_typesetting.h"

namespace depeche::ui {

// What a container takes around its content, in CSS pixels.
struct Insets {
  float left = 0, right = 0, top = 0, bottom = 0;
};
Insets insets_of(ContainerLook look);

// The least width of text, however deeply nested, in CSS pixels.
inline constexpr float kNarrowestContent = 96;

// The height of a block in physical pixels, guessed from the size of its source before it is laid out.
float estimated_height(Context& context, const PageBlock& block, float width);

// What the person has chosen on the page: which picture of the slide show is shown.
struct PageChoices {
  std::size_t slide = 0;
};

class PageSetter {
 public:
  // `width` is that of the sheet's text; `narrow`: PageSheet::narrow. All must outlive the setter.
  PageSetter(Context& context, const Release& release, const PageBlocks& page, Tables& tables,
             const PageChoices& choices, float width, bool narrow)
      : context_(context),
        release_(release),
        page_(page),
        choices_(choices),
        width_(width),
        narrow_(narrow),
        texts_(context, release),
        rows_(context, release, page, tables),
        pictures_(context, release) {}

  // Costs the layout of the block's text, unless the context's cache has it.
  SetBlock set(const PageBlock& block);

 private:
  void set_content(const PageBlock& block, SetBlock& into);
  void set_line(const std::string& text, const BlockStyle& style, SetBlock& into);
  void set_node(const PageBlock& block, const BlockStyle& style, SetBlock& into);
  void set_ours_in_body(const PageBlock& block, const std::string& words, SetBlock& into);
  void set_code(const PageBlock& block, const PageCode& code, SetBlock& into);
  void set_unshown(const PageUnshown& unshown, SetBlock& into);
  void set_tags(const PageTags& tags, SetBlock& into);
  void set_contact(const PageContact& contact, SetBlock& into);
  void add(SetText text, SetBlock& into) const;
  layout::ParagraphOptions options_of_node(const PageBlock& block, const BlockStyle& style,
                                           float width) const;

  Context& context_;
  const Release& release_;
  const PageBlocks& page_;
  const PageChoices& choices_;
  float width_;
  bool narrow_;
  TextSetter texts_;
  TableSetter rows_;
  PictureSetter pictures_;
};

}  // namespace depeche::ui
