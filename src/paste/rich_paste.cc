#include "paste/rich_paste.h"

#include "paste/html_reader.h"
#include "paste/writer.h"

namespace depeche::paste {

RichPaste read_rich_paste(std::string_view html) {
  const RichText text = read_html(html);
  if (text.blocks.empty()) return {};
  const auto is_in_line = [](const Block& block) {
    return block.kind == Block::Kind::kParagraph && block.path.empty();
  };
  return {write_markdown(text), is_in_line(text.blocks.front()), is_in_line(text.blocks.back())};
}

}  // namespace depeche::paste
