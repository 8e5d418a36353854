#include "ui/page/page_painting.h"

#include <algorithm>
#include <cmath>

#include "base/overloaded.h"
#include "site/masthead.h"

namespace depeche::ui {
namespace {

Icon icon_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  std::string extension(dot == std::string_view::npos ? std::string_view() : path.substr(dot + 1));
  for (char& letter : extension) letter = static_cast<char>(letter | 0x20);
  if (extension == "pdf") return Icon::kPdf;
  if (extension == "png" || extension == "jpg" || extension == "jpeg" || extension == "gif")
    return Icon::kImage;
  if (extension == "xls" || extension == "xlsx" || extension == "ods" || extension == "csv")
    return Icon::kSpreadsheet;
  if (extension == "doc" || extension == "docx" || extension == "odt" || extension == "txt")
    return Icon::kDocument;
  return extension == "zip" ? Icon::kArchive : Icon::kFile;
}

// "PDF" of a path that ends in .pdf; empty when there is none.
std::string type_of(std::string_view path) {
  const std::size_t dot = path.rfind('.');
  if (dot == std::string_view::npos || path.size() - dot > 6 || path.find('/', dot) != std::string_view::npos)
    return {};
  std::string type(path.substr(dot + 1));
  for (char& letter : type) {
    if (letter >= 'a' && letter <= 'z') letter = static_cast<char>(letter - 'a' + 'A');
  }
  return type;
}

class BlockPainter {
 public:
  BlockPainter(Context& context, const PageBlocks& page, const PageBlock& block, const SetBlock& set,
               const BlockMoment& moment, const Rect& column)
      : context_(context), page_(page), block_(block), set_(set), moment_(moment), column_(column) {}

  void paint(float y);

 private:
  void draw_containers(float y);
  void draw_marker(float x, float y);
  void draw_caret_mark(const Rect& content);
  void draw_ground(const Rect& content);
  void draw_pictures(const PagePictures& pictures, float x, float y);
  void draw_row(const PageRow& row, const Rect& content);
  void draw_tags(float x, float y);
  void draw_texts(float x, float y);
  void draw_inline_pictures(const SetText& text, float x, float y);
  void draw_picture(std::string_view path, const Rect& image);
  void draw_file(const PageFile& file, const Rect& frame);

  Context& context_;
  const PageBlocks& page_;
  const PageBlock& block_;
  const SetBlock& set_;
  const BlockMoment& moment_;
  const Rect& column_;
};

void BlockPainter::draw_containers(float y) {
  std::vector<std::uint32_t> chain;  // from the innermost outwards
  for (std::uint32_t at = block_.container; at != kNoContainer; at = page_.containers[at].parent)
    chain.push_back(at);
  float x = column_.x;
  const float right = column_.x + column_.width;
  for (std::size_t depth = chain.size(); depth-- > 0;) {
    const ContainerLook look = page_.containers[chain[depth]].look;
    const bool begins = depth < block_.opens;
    const float top = begins ? y + context_.px(block_.margin) : y;
    const float bottom = y + set_.height;
    const Rect box{x, top, right - x, bottom - top};
    if (look == ContainerLook::kQuote) {
      context_.painter.fill({box.x, box.y, context_.px(3), box.height}, context_.theme.hairline);
    } else if (look == ContainerLook::kImportant) {
      context_.painter.fill(box, context_.theme.accent_wash);
      context_.painter.fill({box.x, box.y, context_.px(4), box.height}, context_.theme.accent);
    } else if (look == ContainerLook::kCitation && begins) {
      context_.painter.icon(Icon::kQuote, box.x + context_.px(14), box.y + context_.px(16), context_.px(28),
                            context_.theme.accent);
    }
    x = std::min(x + context_.px(insets_of(look).left), right - context_.px(kNarrowestContent));
  }
}

void BlockPainter::draw_marker(float x, float y) {
  if (block_.marker.empty() || set_.texts.empty()) return;
  const layout::Paragraph& paragraph = *set_.texts.front().paragraph;
  const layout::Line& line = paragraph.lines().front();
  layout::Style style = paragraph.runs().front().style;
  style.face = static_cast<std::uint8_t>(Face::kPage);
  style.size = context_.px(page_.is_inside(block_, ContainerLook::kFootnote) ? 15 : kBodySize);
  style.rise = 0;
  const float width = context_.painter.text_width(style, block_.marker);
  const float gap = context_.px(9);
  if (block_.marker == "☐" || block_.marker == "☑") {
    const float size = context_.px(15);
    const Rect box{x - gap - size, std::round(y + line.y + (line.height - size) / 2), size, size};
    context_.painter.frame(box, context_.theme.quiet, context_.px(2));
    if (block_.marker == "☑") context_.painter.tick(box, context_.theme.accent);
    return;
  }
  context_.painter.text(style, x - gap - width, y + line.baseline, context_.theme.quiet, block_.marker);
}

// Beside the column, so that nothing moves for it.
void BlockPainter::draw_caret_mark(const Rect& content) {
  const float width = context_.px(3);
  const float x = column_.x - context_.px(15);
  context_.painter.fill({x, content.y, width, content.height}, with_alpha(context_.theme.accent, 90),
                        width / 2);
}

void BlockPainter::draw_pictures(const PagePictures& pictures, float x, float y) {
  const SetPicture& picture = *set_.picture;
  const PagePicture& shown = pictures.pictures[picture.index];
  Rect frame = picture.frame;
  frame.x += x;
  frame.y += y;
  if (picture.found.state == PictureState::kReady) {
    const Rect image{x + picture.image.x, y + picture.image.y, picture.image.width, picture.image.height};
    if (image.width < frame.width || image.height < frame.height)
      context_.painter.fill(frame, context_.theme.desk);
    return draw_picture(shown.path, image);
  }
  context_.painter.fill(frame, context_.theme.desk, context_.px(2));
  context_.painter.frame(frame, context_.theme.hairline, context_.px(2));
  const bool is_mute = shown.lacks_words();
  const float icon_y = y + set_.texts.front().y - context_.px(12 + 14);
  context_.painter.icon(is_mute ? Icon::kWarning : Icon::kImage, frame.center_x(), icon_y, context_.px(28),
                        is_mute ? context_.theme.warning : context_.theme.quiet);
}

void BlockPainter::draw_row(const PageRow& row, const Rect& content) {
  const float thickness = std::max(1.0F, context_.px(row.is_head ? 2 : 1));
  context_.painter.fill({content.x, content.bottom() - thickness, content.width, thickness},
                        row.is_head ? context_.theme.quiet : context_.theme.hairline);
}

void BlockPainter::draw_tags(float x, float y) {
  for (const SetText& text : set_.texts) {
    const Rect chip{x + text.x - context_.px(10),
                    y + text.y + std::round((text.paragraph->height() - context_.px(28)) / 2),
                    text.paragraph->width() + 2 * context_.px(10), context_.px(28)};
    context_.painter.fill(chip, context_.theme.pressed, context_.px(14));
  }
}

void BlockPainter::draw_texts(float x, float y) {
  for (std::size_t i = 0; i < set_.texts.size(); ++i) {
    const SetText& text = set_.texts[i];
    if (i < moment_.selected.size() && !moment_.selected[i].empty()) {
      for (const layout::Box& box : text.paragraph->boxes(moment_.selected[i])) {
        context_.painter.fill({x + text.x + box.x, y + text.y + box.y, box.width, box.height},
                              context_.theme.selection);
      }
    }
    context_.painter.paragraph(*text.paragraph, x + text.x, y + text.y);
    draw_inline_pictures(text, x + text.x, y + text.y);
  }
}

void BlockPainter::draw_inline_pictures(const SetText& text, float x, float y) {
  for (const InlinePicture& picture : text.pictures) {
    const Rect image{x + picture.image.x, y + picture.image.y, picture.image.width, picture.image.height};
    draw_picture(picture.path, image);
  }
}

// Or its room while it is being decoded.
void BlockPainter::draw_picture(std::string_view path, const Rect& image) {
  const std::uint64_t texture = context_.pictures->texture(path, image.width);
  if (texture == 0) return context_.painter.fill(image, context_.theme.desk);
  context_.painter.image(texture, image);
}

void BlockPainter::draw_file(const PageFile& file, const Rect& frame) {
  context_.painter.frame(frame, context_.theme.hairline, context_.px(4));
  const float padding = context_.px(16);
  context_.painter.icon(icon_of(file.path), frame.x + padding + context_.px(12), frame.center_y(),
                        context_.px(24), context_.theme.accent);
  const float x = frame.x + padding + context_.px(24 + 12);
  const float width = frame.right() - padding - x;
  const std::string type = type_of(file.path);
  const layout::Style name = context_.style(Face::kInterface, 15, Ink::kAccent);
  const layout::Style quiet = context_.style(Face::kInterface, 13, Ink::kQuiet);
  std::string detail = type;
  if (!detail.empty()) detail += " · ";
  detail += site::file_name(file.path);
  draw_label(context_, name, x, frame.center_y() - context_.px(9),
             shortened(context_, name, file.name, width));
  draw_label(context_, quiet, x, frame.center_y() + context_.px(11),
             shortened(context_, quiet, detail, width));
}

// What stands behind the text.
void BlockPainter::draw_ground(const Rect& content) {
  const auto fill = [&] { context_.painter.fill(content, context_.theme.desk); };
  std::visit(Overloaded{
                 [&](const PageCode&) { fill(); },
                 [&](const PageUnshown&) { fill(); },
                 [&](const PageTags&) { draw_tags(content.x, content.y); },
                 [&](const PageRow& row) { draw_row(row, content); },
                 [&](const PageRule&) { context_.painter.fill(content, context_.theme.hairline); },
                 [&](const PagePictures& pictures) { draw_pictures(pictures, content.x, content.y); },
                 [&](const PageFile& file) { draw_file(file, content); },
                 [&](const PageContact&) {
                   context_.painter.frame(content, context_.theme.hairline, context_.px(4));
                 },
                 [](const PageBody&) {},
                 [](const PageContentsEntry&) {},
                 [](const PageHeading&) {},
                 [](const PageCategories&) {},
                 [](const PageLine&) {},
             },
             block_.content);
}

void BlockPainter::paint(float y) {
  draw_containers(y);
  const float x = column_.x + set_.left;
  const float top = y + set_.top;
  const Rect content{x, top, set_.width, set_.content_height};
  if (moment_.has_caret) draw_caret_mark(content);
  draw_ground(content);
  draw_marker(x, top);
  const bool scrolls = set_.content_width > set_.width;
  if (scrolls) context_.painter.push_clip({content.x, content.y, content.width, content.height});
  draw_texts(x - moment_.shift, top);
  if (scrolls) context_.painter.pop_clip();
}

}  // namespace

void paint_block(Context& context, const PageBlocks& page, const PageBlock& block, const SetBlock& set,
                 const BlockMoment& moment, const Rect& column, float y) {
  BlockPainter(context, page, block, set, moment, column).paint(y);
}

}  // namespace depeche::ui
