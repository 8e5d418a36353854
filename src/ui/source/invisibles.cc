#include "ui/source/invisibles.h"

#include <algorithm>
#include <cmath>

#include "base/utf8.h"

namespace depeche::ui {
namespace {

enum class Invisible { kNone, kSpace, kWidthless };

Invisible invisible(char32_t code_point) {
  switch (code_point) {
    case 0x00A0:  // no-break space
    case 0x202F:  // narrow no-break space
    case 0x2007:  // figure space
    case 0x2009:  // thin space
    case 0x200A:  // hair space
      return Invisible::kSpace;
    case 0x00AD:  // soft hyphen
    case 0x200B:  // zero-width space
    case 0x200C:
    case 0x200D:  // joiners
    case 0x2060:  // word joiner
    case 0xFEFF:
      return Invisible::kWidthless;
    default:
      return Invisible::kNone;
  }
}

// An open box below the space.
void draw_space(Context& context, float x, float baseline, float width) {
  const float line = std::max(1.0F, std::floor(context.scale));
  const float height = context.px(4);
  const float left = std::round(x);
  const float right = std::max(left + 3 * line, std::round(x + width));
  const float bottom = std::round(baseline) + context.px(1);
  context.painter.fill({left, bottom - line, right - left, line}, context.theme.accent);
  context.painter.fill({left, bottom - height, line, height}, context.theme.accent);
  context.painter.fill({right - line, bottom - height, line, height}, context.theme.accent);
}

// A stroke where nothing has a width.
void draw_widthless(Context& context, float x, const layout::Line& line, float y) {
  const float width = std::max(1.0F, std::floor(context.scale));
  const float height = std::round(line.height / 2);
  context.painter.fill({std::round(x), std::round(y + line.baseline - height * 0.8F), width, height},
                       context.theme.accent);
}

}  // namespace

void draw_invisibles(Context& context, const layout::Paragraph& paragraph, float x, float y) {
  for (const layout::Line& line : paragraph.lines()) {
    for (const layout::Cluster& cluster : paragraph.clusters().subspan(line.first, line.last - line.first)) {
      // All of them are beyond ASCII.
      if (static_cast<unsigned char>(paragraph.text()[cluster.offset]) < 0x80) continue;
      switch (invisible(decode_utf8(paragraph.text(), cluster.offset).code_point)) {
        case Invisible::kNone:
          break;
        case Invisible::kSpace:
          draw_space(context, x + cluster.x, y + line.baseline, cluster.advance);
          break;
        case Invisible::kWidthless:
          draw_widthless(context, x + cluster.x, line, y);
          break;
      }
    }
  }
}

}  // namespace depeche::ui
