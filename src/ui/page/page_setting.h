// Sets the blocks of the page: their paragraphs, with the faces, sizes and measures of a printed page, and
// the room that they take. Lengths are physical pixels.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "ui/kit/context.h"
#include "ui/kit/pictures.h"
#include "ui/page/page_blocks.h"
#include "ui/page/page_text.h"

namespace depeche::ui {

struct InlinePicture {  // in a line, from the paragraph's corner
  std::string path;
  Rect image;
};

struct SetText {  // a paragraph of a block, from the block's content corner
  std::shared_ptr<const layout::Paragraph> paragraph;
  PageText source;  // empty of pieces where the text is ours
  std::vector<InlinePicture> pictures;
  float x = 0, y = 0;
};

struct SetPicture {       // the frame of the picture that shows, from the block's content corner
  std::size_t index = 0;  // in PageBlock::pictures
  Picture found;
  Rect frame;
  Rect image;   // the picture in the frame
  Rect choose;  // of a missing one: the words that ask for the folder of pictures
};

struct SetBlock {
  std::vector<SetText> texts;
  std::optional<SetPicture> picture;
  markdown::NodeId table = markdown::kNoNode;  // that the row belongs to
  std::size_t first_row = 0;                   // the block of its first row, where the table scrolls
  float left = 0, width = 0;                   // of the content, from the left edge of the sheet's text
  float content_height = 0;
  float content_width = 0;  // more than `width` for a table that scrolls sideways
  float top = 0;            // of the content, from the block's top: margin, and padding of what begins
  float height = 0;         // all, with the padding of what ends
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

// What a cell or a column of a table asks for.
struct ColumnWidths {
  float wanted = 0;  // each cell on one line
  float least = 0;   // no word broken, no picture too small to be seen
};

// The columns of a table: made with its first row and kept.
struct TableColumns {
  std::vector<float> widths;
  float width = 0;  // of all; more than the page's text where even short lines do not fit
};
using Tables = std::unordered_map<markdown::NodeId, TableColumns>;

// What the person has set on the page: which picture of the slide show is seen.
struct PageChoices {
  std::size_t slide = 0;
};

class PageSetter {
 public:
  // `width` of the text on the sheet; `narrow` on a phone. All must outlive the setter.
  PageSetter(Context& context, const Release& release, const PageBlocks& page, Tables& tables,
             const PageChoices& choices, float width, bool narrow)
      : context_(context),
        release_(release),
        page_(page),
        tables_(tables),
        choices_(choices),
        width_(width),
        narrow_(narrow) {}

  // Costs the block's text, or nothing but a look into the context's cache.
  SetBlock set(const PageBlock& block);

 private:
  void lay_out_content(const PageBlock& block, SetBlock& into);
  void lay_out_body(const PageBlock& block, SetBlock& into);
  void lay_out_row(const PageBlock& block, SetBlock& into);
  void lay_out_image(const PageBlock& block, SetBlock& into);
  void lay_out_missing_image(const PagePicture& picture, SetPicture& set, SetBlock& into);
  void lay_out_contact(const PageBlock& block, SetBlock& into);
  void lay_out_tags(const PageBlock& block, SetBlock& into);
  SetText set_ours(std::string text, layout::ParagraphOptions options);
  SetText set_theirs(PageText source, const layout::ParagraphOptions& options, bool sans);
  layout::ParagraphContent styled(const PageText& text, const layout::ParagraphOptions& options,
                                  bool sans) const;
  std::string_view path_of(markdown::NodeId image) const;
  float shown_width(const Picture& picture, const PictureSize& size, float width) const;
  std::optional<layout::Object> object_for(markdown::NodeId image, float width) const;
  layout::Style cell_style(bool is_head) const;
  ColumnWidths widths_of(const PageText& cell, bool is_head, float width) const;
  const TableColumns& columns_of(markdown::NodeId table, float width);

  Context& context_;
  const Release& release_;
  const PageBlocks& page_;
  Tables& tables_;
  const PageChoices& choices_;
  float width_;
  bool narrow_;
};

}  // namespace depeche::ui
