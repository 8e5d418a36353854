#include "ui/dialogs/dialog_parts.h"

#include "ui/kit/text_field.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kBoxGap = 12;  // above and below
constexpr float kFieldHeight = 96;
constexpr float kLinkHeight = 36;

float height_of(const Context& context, const DialogPart& part) {
  if (!part.leads.empty()) return context.px(kLinkHeight);
  if (!part.text) return context.px(kFieldHeight);
  return part.text->height() + (part.boxed ? 2 * context.px(kBoxGap) : 0);
}

float height_of(const Context& context, const std::vector<DialogPart>& parts) {
  float height = 0;
  for (const DialogPart& part : parts) height += part.gap + height_of(context, part);
  return height;
}

// The whole link, to be read, selected and copied by hand.
void draw_field(Context& context, std::string_view link, const Rect& place) {
  draw_text_field(
      context,
      {.id = kDialogLinkField, .name = context.label("ui/share-link"), .value = link, .read_only = true},
      place);
}

// Words and a sign that they lead out of the editor.
void draw_link(Context& context, const DialogPart& part, std::string id, const Rect& place) {
  const layout::Style style = context.style(Face::kInterface, 15, Ink::kAccent);
  const float room = place.width - context.px(26);
  const float end =
      draw_label(context, style, place.x, place.center_y(), shortened(context, style, part.leads, room));
  context.painter.icon(Icon::kImportantLink, end + context.px(16), place.center_y(), context.px(16),
                       context.theme.accent);
  const Rect words{place.x, place.y, end + context.px(26) - place.x, place.height};
  if (context.react(id, words).clicked) context.act(app::OpenUrl{std::string(part.address)});
  context.describe({.id = std::move(id),
                    .role = Role::kLink,
                    .name = std::string(part.leads),
                    .value = std::string(part.address),
                    .action = NodeAction::kPress,
                    .level = 2},
                   words);
}

// Draws a part into the top of `rest`.
void draw_part(Context& context, const DialogPart& part, std::string id, Rect& rest) {
  rest.take_top(part.gap);
  Rect place = rest.take_top(height_of(context, part));
  if (!part.leads.empty()) return draw_link(context, part, std::move(id), place);
  if (!part.text) return draw_field(context, part.link, place);
  if (part.boxed) {
    context.painter.fill(place, context.theme.desk, context.px(4));
    place = place.inset(context.px(kDialogBoxEdge), context.px(kBoxGap));
  }
  if (part.icon) {
    const float line = part.text->lines().front().height;
    const Colour colour = colour_of(part.text->runs().front().style.paint, context.theme);
    context.painter.icon(*part.icon, place.x + context.px(9), place.y + line / 2, context.px(18), colour);
    place.take_left(context.px(28));
  }
  context.painter.paragraph(*part.text, place.x, place.y);
  context.describe({.id = std::move(id), .name = part.text->text()}, place);
}

}  // namespace

std::shared_ptr<const layout::Paragraph> set_part(Context& context, std::string text,
                                                  const layout::Style& style, float width,
                                                  float line_height) {
  layout::ParagraphOptions options;
  options.base = style;
  options.width = width;
  options.line_height = line_height;
  return context.paragraphs.get({std::move(text), {}}, options);
}

DialogChoice draw_parts(Context& context, DialogFrame& frame, const DialogLook& look,
                        const std::vector<DialogPart>& parts, const Rect& screen) {
  Rect rest = frame.begin(context, look, screen, height_of(context, parts));
  for (std::size_t i = 0; i < parts.size(); ++i)
    draw_part(context, parts[i], look.id + "/" + std::to_string(i), rest);
  return frame.end(context, look);
}

}  // namespace depeche::ui
