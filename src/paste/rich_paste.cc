#include "paste/rich_paste.h"

#include "html/wrapped_url.h"
#include "paste/html_reader.h"
#include "paste/writer.h"

namespace depeche::paste {

RichPaste read_rich_paste(std::string_view html) {
  const RichText text = read_html(html);
  RichPaste paste;
  paste.lost_pictures = text.lost_pictures;
  if (text.blocks.empty()) return paste;
  const auto is_in_line = [](const Block& block) {
    return block.kind == Block::Kind::kParagraph && block.path.empty();
  };
  paste.markdown = write_markdown(text);
  paste.begins_in_line = is_in_line(text.blocks.front());
  paste.ends_in_line = is_in_line(text.blocks.back());
  for (const Image& image : text.images) {
    const std::string host = html::host_of(image.address);
    if (host.empty()) continue;
    if (paste.pictures_elsewhere++ == 0) paste.picture_host = host;
  }
  return paste;
}

}  // namespace depeche::paste
