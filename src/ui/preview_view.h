// The page as the site will publish it: a sheet of paper on the desk.
//
// Blocks (ui/page_blocks.h) are read once a revision; only those in sight are laid out, and kept until text,
// width or fonts change. A click leads to the place in the source.
#pragma once

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "app/derived.h"
#include "app/model.h"
#include "ui/context.h"
#include "ui/page_blocks.h"
#include "ui/scroll_area.h"

namespace depeche::ui {

class PreviewView {
 public:
  void draw(Context& context, const app::Model& model, app::Derived& derived, const Rect& area);

  // The fonts or the scale have changed.
  void reset_layout();

 private:
  struct SetText {  // a paragraph of a block, from the block's content corner
    std::shared_ptr<const layout::Paragraph> paragraph;
    PageText source;  // empty of pieces where the text is ours
    float x = 0, y = 0;
  };
  struct SetBlock {
    std::vector<SetText> texts;
    float left = 0, width = 0;  // of the content, from the sheet's text column
    float content_height = 0;
    float top = 0;     // of the content, from the block's top: margin, and padding of what begins
    float height = 0;  // all, with the padding of what ends
  };

  void follow(Context& context, const app::Model& model, const Release& release, const Rect& area);
  float estimate(Context& context, const PageBlock& block) const;

  const SetBlock& set(Context& context, const Release& release, std::size_t index);
  SetBlock lay_out(Context& context, const Release& release, const PageBlock& block);
  void lay_out_content(Context& context, const Release& release, const PageBlock& block, SetBlock& into);
  void lay_out_body(Context& context, const Release& release, const PageBlock& block, SetBlock& into);
  void lay_out_row(Context& context, const Release& release, const PageBlock& block, SetBlock& into);
  void lay_out_image(Context& context, const PageBlock& block, SetBlock& into);
  void lay_out_tags(Context& context, const PageBlock& block, SetBlock& into);
  SetText set_ours(Context& context, std::string text, layout::ParagraphOptions options);
  const std::vector<float>& column_widths(Context& context, const Release& release, markdown::NodeId table,
                                          float width);
  layout::ParagraphContent styled(const PageText& text, const layout::Style& base, bool sans) const;
  bool is_inside(const PageBlock& block, ContainerLook look) const;

  void draw_block(Context& context, const PageBlock& block, const SetBlock& set, float y);
  void draw_containers(Context& context, const PageBlock& block, const SetBlock& set, float y);
  void draw_marker(Context& context, const PageBlock& block, const SetBlock& set, float x, float y);
  void draw_image(Context& context, const SetBlock& set, const PageBlock& block, const Rect& frame);
  void draw_file(Context& context, const PageBlock& block, const Rect& frame);
  void take_pointer(Context& context, const Release& release, const Response& response, std::size_t index,
                    const SetBlock& set, float y);
  void describe(Context& context, const Release& release, std::size_t index, const SetBlock& set, float y);

  ScrollArea scroll_{"page"};
  PageBlocks page_;
  std::unordered_map<std::size_t, SetBlock> laid_;  // of this revision
  std::unordered_map<markdown::NodeId, std::vector<float>> columns_;
  Text text_;
  markdown::Dialect dialect_ = markdown::Dialect::kKramdown;
  messages::Language language_ = messages::Language::kFrench;
  bool started_ = false;
  Rect sheet_;   // x and width
  Rect column_;  // of the text in it: x and width
  bool narrow_ = false;
};

}  // namespace depeche::ui
