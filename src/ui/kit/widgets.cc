#include "ui/kit/widgets.h"

#include <cmath>

namespace depeche::ui {
namespace {

constexpr float kTextSize = 14;
constexpr float kIconSize = 18;
constexpr float kPadding = 12;
constexpr float kGap = 8;
constexpr float kRadius = 4;
constexpr float kChevronSize = 16;
constexpr double kRestBeforeHint = 0.45;  // seconds

Face face_of(const Button& button) {
  return button.look == ButtonLook::kMain ? Face::kInterfaceBold : Face::kInterface;
}

Ink ink_of(const Button& button) {
  if (button.disabled) return Ink::kFaint;
  switch (button.look) {
    case ButtonLook::kMain:
      return Ink::kAccentInk;
    case ButtonLook::kOutlined:
      return Ink::kAccent;
    case ButtonLook::kQuiet:
      return button.chosen ? Ink::kAccent : Ink::kInk;
  }
  return Ink::kInk;
}

void draw_ground(Context& context, const Button& button, const Response& response, const Rect& rect) {
  const float radius = context.px(kRadius);
  if (button.look == ButtonLook::kMain) {
    context.painter.fill(rect, context.theme.accent, radius);
    if (response.hovered && !button.disabled) {
      context.painter.fill(rect, with_alpha(context.theme.paper, response.held ? 60 : 30), radius);
    }
    return;
  }
  if (button.chosen) context.painter.fill(rect, context.theme.accent_wash, radius);
  if (response.hovered && !button.disabled && !button.chosen) {
    context.painter.fill(rect, response.held ? context.theme.hairline : context.theme.pressed, radius);
  }
  // What is on is told by its frame: its ground alone is too faint for many eyes.
  if (button.look == ButtonLook::kOutlined || button.chosen)
    context.painter.frame(rect, context.theme.accent, radius);
}

NodeState state_of(const Button& button) {
  NodeState state{.disabled = button.disabled};
  if (button.popup == Popup::kMenu && !button.disabled) state.expanded = button.expanded;
  if (button.is_switch && !button.disabled) state.pressed = button.chosen;
  return state;
}

// Its name, where only its icon shows, and its keys.
void explain_button(Context& context, const Button& button, const Response& response, const Rect& rect) {
  if (!response.hovered && context.interaction.focused != button.id) return;
  const std::string keys = context.shortcut(button.shortcut);
  std::string text(button.words ? std::string_view() : button.name);
  if (!keys.empty()) text += (text.empty() ? "" : "  ") + keys;
  if (text.empty()) return;
  if (response.hovered) context.explain(button.id, text, rect);
  context.explain_focused(button.id, text, rect);
}

}  // namespace

float width_of(Context& context, const Button& button) {
  float width = 2 * context.px(kPadding);
  if (button.icon) width += context.px(kIconSize);
  if (button.words) {
    width += context.painter.text_width(context.style(face_of(button), kTextSize), button.name);
    if (button.icon) width += context.px(kGap);
  } else if (button.icon) {
    width = context.px(32);
  }
  if (button.opens_menu) width += context.px(kChevronSize);
  return std::ceil(width);
}

bool draw_button(Context& context, const Button& button, const Rect& rect) {
  const Response response =
      context.react(button.id, rect, button.disabled ? Pointer::kDefault : Pointer::kHand);
  draw_ground(context, button, response, rect);

  const Ink ink = ink_of(button);
  const layout::Style style = context.style(face_of(button), kTextSize, ink);
  const Colour colour = colour_of(style.paint, context.theme);
  float x = rect.x + context.px(kPadding);
  if (!button.words && button.icon) x = rect.x + std::floor((context.px(32) - context.px(kIconSize)) / 2);
  if (button.icon) {
    context.painter.icon(*button.icon, x + context.px(kIconSize) / 2, rect.center_y(), context.px(kIconSize),
                         colour);
    x += context.px(kIconSize) + context.px(kGap);
  }
  if (button.words) draw_label(context, style, x, rect.center_y(), button.name);
  if (!button.letters.empty()) {
    const float width = context.painter.text_width(style, button.letters);
    draw_label(context, style, std::round(rect.center_x() - width / 2), rect.center_y(), button.letters);
  }
  if (button.opens_menu) {
    context.painter.icon(Icon::kDown,
                         rect.right() - context.px(button.words ? kPadding : 6) -
                             context.px(kChevronSize) / 2 + context.px(button.words ? 4 : 0),
                         rect.center_y(), context.px(kChevronSize), colour);
  }

  context.describe({.id = std::string(button.id),
                    .role = Role::kButton,
                    .name = std::string(button.name),
                    .state = state_of(button),
                    .action = button.disabled ? NodeAction::kNone : NodeAction::kPress,
                    .described_by = std::string(button.described_by),
                    .keys = aria_chord(button.shortcut, context.apple_keys),
                    .popup = button.popup},
                   rect);
  explain_button(context, button, response, rect);
  return response.clicked && !button.disabled;
}

bool draw_tab(Context& context, std::string_view id, std::string_view name, bool chosen, const Rect& rect) {
  const Response response = context.react(id, rect);
  if (response.hovered && !chosen) context.painter.fill(rect, context.theme.pressed);
  const layout::Style style = context.style(chosen ? Face::kInterfaceBold : Face::kInterface, kTextSize,
                                            chosen ? Ink::kAccent : Ink::kInk);
  const float width = context.painter.text_width(style, name);
  draw_label(context, style, std::round(rect.center_x() - width / 2), rect.center_y(), name);
  if (chosen) {
    const float thickness = context.px(2);
    context.painter.fill({rect.x, rect.bottom() - thickness, rect.width, thickness}, context.theme.accent);
  }
  context.describe({.id = std::string(id),
                    .role = Role::kTab,
                    .name = std::string(name),
                    .state = {.selected = chosen},
                    .action = NodeAction::kPress},
                   rect);
  return response.clicked;
}

void draw_hint(Context& context, const Rect& screen) {
  Interaction& interaction = context.interaction;
  interaction.hint_shows = false;
  if (interaction.rested_on != context.hint.id) {
    interaction.rested_on = context.hint.id;
    interaction.rested_since = context.time;
    interaction.hint_hushed = false;
  }
  if (context.hint.text.empty() || interaction.hint_hushed) return;
  const double left = interaction.rested_since + kRestBeforeHint - context.time;
  if (left > 0) return context.wake_in(left);
  interaction.hint_shows = true;

  const float padding = context.px(8);
  layout::ParagraphOptions options;
  options.base = context.style(Face::kInterface, 13);
  options.width = std::min(context.px(320), screen.width - 4 * padding);
  options.line_height = 1.45F;
  const layout::Paragraph text({context.hint.text, {}}, options, context.metrics);

  const Rect& about = context.hint.about;
  Rect box{about.center_x() - text.width() / 2 - padding, about.bottom() + context.px(6),
           std::ceil(text.width()) + 2 * padding, text.height() + 2 * context.px(5)};
  box.x = std::round(std::clamp(box.x, screen.x + padding,
                                std::max(screen.x + padding, screen.right() - padding - box.width)));
  if (box.bottom() > screen.bottom() - padding) box.y = about.y - context.px(6) - box.height;
  box.y = std::round(std::max(box.y, screen.y));
  context.painter.shadow(box, context.px(kRadius));
  context.painter.fill(box, context.theme.paper, context.px(kRadius));
  context.painter.frame(box, context.theme.hairline, context.px(kRadius));
  context.painter.paragraph(text, box.x + padding, box.y + context.px(5));
}

}  // namespace depeche::ui
