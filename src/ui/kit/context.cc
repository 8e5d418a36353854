#include "ui/kit/context.h"

#include <cmath>

#include "base/utf8.h"
#include "layout/measure.h"

namespace depeche::ui {
float Context::px(float css) const {
  return std::round(css * scale);
}

layout::Style Context::style(Face face, float css_size, Ink ink, unsigned decorations) const {
  return {static_cast<std::uint8_t>(face), paint(ink, decorations), px(css_size), 0};
}

void Context::wake_in(double seconds) {
  next_frame_in = std::min(next_frame_in, std::max(seconds, 0.0));
}

void Context::describe(SemanticNode node, const Rect& rect) {
  if (!sought.empty() && node.id == sought) found = rect;
  node.bounds = to_css(rect, painter.clip(), scale);
  if (node.action == NodeAction::kType) node.whole = to_css(rect, rect, scale);
  semantics.add(std::move(node));
}

void Context::describe_again(const SemanticNode& node, const Rect& rect) {
  semantics.add(node, to_css(rect, painter.clip(), scale));
}

bool Context::points_at(const Rect& rect) const {
  return layer >= interaction.top && rect.contains(pointing.x, pointing.y) &&
         painter.clip().contains(pointing.x, pointing.y);
}

Response Context::react(std::string_view id, const Rect& rect, Pointer over) {
  Response response;
  const bool other_is_held = !interaction.held.empty() && interaction.held != id;
  response.hovered = points_at(rect) && !other_is_held && !taken;
  if (response.hovered) {
    taken = true;
    cursor = over;
    if (pointing.pressed) {
      interaction.held = id;
      interaction.opened_by_key = false;
      response.pressed = true;
    }
  }
  if (interaction.held == id) {
    response.held = pointing.down;
    response.followed = pointing.down || pointing.released;
    response.clicked = pointing.released && response.hovered;
    if (!pointing.down) interaction.held.clear();
  }
  if (!interaction.activated.empty() && interaction.activated == id) {
    response.clicked = response.activated = true;
    interaction.opened_by_key = true;
    interaction.activated.clear();
  }
  return response;
}

void Context::explain(std::string_view id, std::string_view text, const Rect& about) {
  if (!pointing.touch && !pointing.down) hint = {std::string(id), std::string(text), about};
}

void Context::explain_focused(std::string_view id, std::string_view text, const Rect& about) {
  if (interaction.focused == id && hint.id.empty()) hint = {std::string(id), std::string(text), about};
}

float draw_label(Context& context, const layout::Style& style, float x, float center_y,
                 std::string_view text) {
  const layout::VerticalMetrics vertical = context.metrics.vertical(style);
  const float baseline = std::round(center_y + (vertical.ascent - vertical.descent) / 2);
  return context.painter.text(style, x, baseline, colour_of(style.paint, context.theme), text);
}

std::string shortened(Context& context, const layout::Style& style, std::string_view text, float width) {
  if (context.painter.text_width(style, text) <= width) return std::string(text);
  constexpr std::string_view kEllipsis = "…";
  const float room = width - context.painter.text_width(style, kEllipsis);
  std::size_t end = 0;
  float reached = 0;
  while (end < text.size()) {
    const Decoded next = decode_utf8(text, end);
    reached += layout::measure(style, next.code_point, context.metrics);
    if (reached > room) break;
    end += next.size;
  }
  while (end > 0 && text[end - 1] == ' ') --end;
  return std::string(text.substr(0, end)) + std::string(kEllipsis);
}

}  // namespace depeche::ui
