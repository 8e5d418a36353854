// Sets the pictures of a block: one of them in a frame, with its caption below. Lengths are physical pixels.
#pragma once

#include "ui/page/page_blocks.h"
#include "ui/page/text_typesetting.h"

namespace depeche::ui {

inline constexpr float kFrameHeight = 200;  // CSS pixels; of the header's picture while it is missing

class PictureSetter {
 public:
  // Both must outlive the setter.
  PictureSetter(Context& context, const Release& release) : context_(context), texts_(context, release) {}

  // Sets picture `shown` of the block (the last if there are not that many) in into.width. All pictures of a
  // slide show have frames of one size, so that nothing moves when another is shown.
  void set(const PagePictures& pictures, std::size_t shown, SetBlock& into);

 private:
  void frame_ready(const PagePicture& picture, bool is_show, SetPicture& set, SetBlock& into) const;
  void frame_missing(const PagePicture& picture, SetPicture& set, SetBlock& into);
  Rect box_around(const SetText& words, float width) const;
  void add_caption(const PagePicture& picture, float above, SetBlock& into);

  Context& context_;
  TextSetter texts_;
};

}  // namespace depeche::ui
