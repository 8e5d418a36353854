#include "ui/kit/text_field.h"

#include <algorithm>

namespace depeche::ui {
namespace {

constexpr float kRadius = 4;
constexpr float kPadding = 10;
constexpr float kIconSize = 16;

}  // namespace

FieldResponse draw_text_field(Context& context, const TextField& field, const Rect& rect) {
  context.painter.fill(rect, context.theme.paper, context.px(kRadius));
  context.painter.frame(rect, field.wrong ? context.theme.error : context.theme.faint, context.px(kRadius));
  if (field.icon) {
    context.painter.icon(*field.icon, rect.x + context.px(kPadding + kIconSize / 2), rect.center_y(),
                         context.px(kIconSize), context.theme.quiet);
  }
  context.describe({.id = std::string(field.id),
                    .role = Role::kTextBox,
                    .name = std::string(field.name),
                    .value = std::string(field.value),
                    .state = {.invalid = field.wrong,
                              .takes_digits = field.is_number,
                              .has_icon = field.icon.has_value(),
                              .is_read_only = field.read_only},
                    .action = NodeAction::kType,
                    .hint = std::string(field.placeholder),
                    .described_by = std::string(field.described_by)},
                   rect);

  FieldResponse response;
  Interaction& interaction = context.interaction;
  const auto entered = std::find_if(interaction.entered.begin(), interaction.entered.end(),
                                    [&](const Entered& each) { return each.id == field.id; });
  if (entered != interaction.entered.end()) response.entered = entered->value;
  response.submitted = context.react(field.id, rect, Pointer::kText).activated;
  if (context.points_at(rect) && context.pointing.pressed) context.focus = field.id;
  return response;
}

}  // namespace depeche::ui
