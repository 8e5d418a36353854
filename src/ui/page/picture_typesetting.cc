#include "ui/page/picture_typesetting.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "site/masthead.h"
#include "ui/kit/widgets.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kSmallFrameHeight = 120;  // of a missing picture in the text
constexpr float kSlideControls = 44;      // below the pictures of a slide show
constexpr float kCaptionLineHeight = 1.45F;

// Why a picture does not show.
std::string_view reason_of(PictureState state) {
  switch (state) {
    case PictureState::kMissing:
      return "ui/image-elsewhere";
    case PictureState::kComing:
    case PictureState::kReady:
      return "ui/image-coming";
    case PictureState::kTooLarge:
      return "ui/image-too-large";
    case PictureState::kBroken:
      return "ui/image-broken";
  }
  return "ui/image-elsewhere";
}

}  // namespace

void PictureSetter::set(const PagePictures& pictures, std::size_t shown, SetBlock& into) {
  const std::size_t count = pictures.pictures.size();
  const bool is_show = count > 1;
  SetPicture set;
  set.index = pictures.of_header ? std::min(shown, count - 1) : 0;
  const PagePicture& picture = pictures.pictures[set.index];
  if (context_.pictures != nullptr) set.found = context_.pictures->find(picture.path);
  if (set.found.state == PictureState::kReady) {
    frame_ready(picture, is_show, set, into);
  } else {
    const float least =
        is_show ? into.width * 9 / 16 : context_.px(pictures.of_header ? kFrameHeight : kSmallFrameHeight);
    into.content_height = std::round(least);
    frame_missing(picture, set, into);
    set.frame = {0, 0, into.width, into.content_height};
  }
  into.picture = set;
  if (is_show) into.content_height += context_.px(kSlideControls);
  if (!picture.caption.empty()) add_caption(picture, is_show ? 0 : context_.px(8), into);
}

// The picture in a frame of its own shape, or of that of the slide show.
void PictureSetter::frame_ready(const PagePicture& picture, bool is_show, SetPicture& set,
                                SetBlock& into) const {
  const float shape = set.found.height / set.found.width;
  if (is_show) {
    set.frame = {0, 0, into.width, std::round(into.width * 9 / 16)};
  } else {
    const float width = shown_width(context_, set.found, picture.size, into.width);
    set.frame = {std::round((into.width - width) / 2), 0, std::round(width), std::round(width * shape)};
  }
  const float most = is_show ? set.found.width * context_.scale : set.frame.width;
  const float width = std::round(std::min({set.frame.width, set.frame.height / shape, most}));
  const float height = std::max(1.0F, std::round(width * shape));
  set.image = {set.frame.x + std::round((set.frame.width - width) / 2),
               set.frame.y + std::round((set.frame.height - height) / 2), width, height};
  into.content_height = set.frame.height;
}

// What stands in the frame of a picture that is not there: what it shows, why it is missing, and how to help.
void PictureSetter::frame_missing(const PagePicture& picture, SetPicture& set, SetBlock& into) {
  const bool is_mute = picture.lacks_words();
  const std::string_view name = site::file_name(picture.path);
  std::string_view says = is_mute ? context_.label("ui/no-alternative") : picture.says;
  if (picture.decorative) says = name;
  std::string reason = says == name ? "" : std::string(name) + ". ";
  reason += context_.label(reason_of(set.found.state));

  layout::ParagraphOptions options;
  options.align = layout::Align::kCenter;
  options.width = into.width - 2 * context_.px(24);
  options.balanced = true;
  const float icon = context_.px(28 + 12);
  float y = icon;
  const auto add = [&](std::string_view words, const layout::Style& style) {
    options.base = style;
    SetText text = texts_.set_ours(shortened(context_, style, words, 3 * options.width), options);
    text.x = context_.px(24);
    text.y = y;
    y += text.paragraph->height() + context_.px(2);
    into.texts.push_back(std::move(text));
  };
  add(says, context_.style(Face::kInterface, 14, is_mute ? Ink::kWarning : Ink::kInk));
  add(reason, context_.style(Face::kInterface, 13, Ink::kQuiet));
  const bool can_help = set.found.state == PictureState::kMissing && context_.pictures != nullptr;
  if (can_help) add(context_.label("ui/choose-folder"), context_.style(Face::kInterface, 13, Ink::kAccent));

  into.content_height = std::max(into.content_height, y + 2 * context_.px(16));
  const float above = std::round((into.content_height - y) / 2);
  for (SetText& text : into.texts) text.y += above;
  if (can_help) set.choose = box_around(into.texts.back(), into.width);
}

// Around centered words in a block of `width`, with some room.
Rect PictureSetter::box_around(const SetText& words, float block_width) const {
  const float room = context_.px(8);
  float width = 0;
  for (const layout::Line& line : words.paragraph->lines()) width = std::max(width, line.width);
  return {std::round((block_width - width) / 2) - room, words.y - context_.px(3), width + 2 * room,
          words.paragraph->height() + context_.px(6)};
}

void PictureSetter::add_caption(const PagePicture& picture, float above, SetBlock& into) {
  layout::ParagraphOptions options;
  options.width = into.width;
  options.line_height = kCaptionLineHeight;
  options.base = context_.style(Face::kInterface, 14, Ink::kQuiet);
  SetText caption = texts_.set_ours(picture.caption, options);
  caption.y = into.content_height + above;
  into.content_height = caption.y + caption.paragraph->height();
  into.texts.push_back(std::move(caption));
}

}  // namespace depeche::ui
