#include "ui/page/page_sheet.h"

#include <algorithm>
#include <cmath>

#include "ui/page/page_typesetting.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kMargin = 24;   // between the sheet and the pane
constexpr float kPadding = 56;  // between the sheet and its text, where there is room
constexpr float kMinPadding = 32;
constexpr float kMeasure = 584;  // about 66 characters of Spectral at 18 px
constexpr float kNarrowPadding = 20;
constexpr float kNarrowTopPadding = 24;
constexpr float kNarrowPane = 520;

}  // namespace

PageSheet sheet_in(const Context& context, const Rect& area) {
  PageSheet sheet;
  sheet.narrow = area.width < context.px(kNarrowPane);
  sheet.margin = sheet.narrow ? 0 : context.px(kMargin);
  sheet.padding = context.px(sheet.narrow ? kNarrowTopPadding : kPadding);
  const float room = area.width - 2 * sheet.margin;
  // The measure comes before the padding, this before a line as long as one can read.
  float beside = context.px(kNarrowPadding);
  if (!sheet.narrow)
    beside = std::clamp(std::floor((room - context.px(kMeasure)) / 2), context.px(kMinPadding),
                        context.px(kPadding));
  const float width =
      std::max(context.px(kNarrowestContent), std::min(room - 2 * beside, context.px(kMeasure)));
  sheet.paper.width = sheet.narrow ? area.width : width + 2 * beside;
  sheet.paper.x = std::round(area.x + (area.width - sheet.paper.width) / 2);
  sheet.column.x = std::round(sheet.paper.x + (sheet.paper.width - width) / 2);
  sheet.column.width = width;
  return sheet;
}

void draw_sheet(Context& context, const PageSheet& sheet, const Rect& area, float top, float end) {
  if (sheet.narrow) return context.painter.fill(area, context.theme.paper);
  context.painter.fill(area, context.theme.desk);
  const float far = context.px(40);
  const float from = std::max(top - sheet.padding, area.y - far);
  const float to = std::min(std::max(end + sheet.padding, area.bottom() - sheet.margin), area.bottom() + far);
  const Rect paper{sheet.paper.x, from, sheet.paper.width, to - from};
  context.painter.shadow(paper, 0);
  context.painter.fill(paper, context.theme.paper);
}

}  // namespace depeche::ui
