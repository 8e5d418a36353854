// A block of the page once it is set: its paragraphs and the room that it takes. Lengths are physical pixels.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "layout/paragraph.h"
#include "ui/draw/geometry.h"
#include "ui/kit/pictures.h"
#include "ui/page/page_text.h"

namespace depeche::ui {

struct InlinePicture {  // in a line, from the paragraph's corner
  std::string path;
  Rect image;
};

struct SetText {  // a paragraph of a block, from the block's content corner
  std::shared_ptr<const layout::Paragraph> paragraph;
  PageText source;  // without pieces if the text is ours
  std::vector<InlinePicture> pictures;
  float x = 0, y = 0;
};

struct SetPicture {       // the frame of the picture that shows, from the block's content corner
  std::size_t index = 0;  // in PagePictures::pictures
  Picture found;
  Rect frame;
  Rect image;   // the picture in the frame
  Rect choose;  // of a missing one: the words that ask for the folder of pictures
};

struct SetBlock {
  std::vector<SetText> texts;
  std::optional<SetPicture> picture;
  markdown::NodeId table = markdown::kNoNode;  // that the block is a row of
  std::size_t first_row = 0;                   // the index of its first row's block, if the table scrolls
  float left = 0, width = 0;                   // of the content, from the left edge of the sheet's text
  float content_height = 0;
  float content_width = 0;  // more than `width` for a table that scrolls sideways
  float top = 0;            // of the content, from the block's top: margin and padding of what begins
  float height = 0;         // of all, with the padding of what ends
};

}  // namespace depeche::ui
