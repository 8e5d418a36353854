#include "ui/dialogs/dialogs.h"

#include <cmath>

#include "ui/dialogs/drafts_list.h"
#include "ui/dialogs/form_dialog.h"
#include "ui/kit/sign.h"
#include "ui/kit/text_field.h"
#include "ui/kit/widgets.h"

namespace depeche::ui {
namespace {

constexpr float kWidth = 520;   // CSS pixels
constexpr float kBoxEdge = 16;  // left and right in a box
constexpr float kBoxGap = 12;   // above and below
constexpr float kLinkHeight = 96;

constexpr std::size_t kMailLimit = 2000;  // characters of a link that all mail programs leave whole
constexpr double kNoticeSeconds = 6;
constexpr float kNarrowNotice = 640;  // CSS pixels, as those below
constexpr float kNoticeEdge = 24;
constexpr float kNarrowNoticeEdge = 16;

constexpr std::string_view kLinkField = "share/link";

struct Part {
  std::shared_ptr<const layout::Paragraph> text{};
  float gap = 0;       // above
  bool boxed = false;  // on a ground of its own
  std::optional<Icon> icon{};
  std::string_view link{};  // in the place of a text: a field with it
};

std::shared_ptr<const layout::Paragraph> set(Context& context, std::string text, const layout::Style& style,
                                             float width, float line_height = 1.5F) {
  layout::ParagraphOptions options;
  options.base = style;
  options.width = width;
  options.line_height = line_height;
  return context.paragraphs.get({std::move(text), {}}, options);
}

float height_of(const Context& context, const Part& part) {
  if (!part.text) return context.px(kLinkHeight);
  return part.text->height() + (part.boxed ? 2 * context.px(kBoxGap) : 0);
}

float height_of(const Context& context, const std::vector<Part>& parts) {
  float height = 0;
  for (const Part& part : parts) height += part.gap + height_of(context, part);
  return height;
}

// The whole link, to be read, selected and copied by hand.
void draw_link(Context& context, std::string_view link, const Rect& place) {
  draw_text_field(
      context, {.id = kLinkField, .name = context.label("ui/share-link"), .value = link, .read_only = true},
      place);
}

// Draws a part into the top of `rest`.
void draw_part(Context& context, const Part& part, std::string id, Rect& rest) {
  rest.take_top(part.gap);
  Rect place = rest.take_top(height_of(context, part));
  if (!part.text) return draw_link(context, part.link, place);
  if (part.boxed) {
    context.painter.fill(place, context.theme.desk, context.px(4));
    place = place.inset(context.px(kBoxEdge), context.px(kBoxGap));
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

// What the person has pressed.
DialogChoice draw_parts(Context& context, DialogFrame& frame, const DialogLook& look,
                        const std::vector<Part>& parts, const Rect& screen) {
  Rect rest = frame.begin(context, look, screen, height_of(context, parts));
  for (std::size_t i = 0; i < parts.size(); ++i)
    draw_part(context, parts[i], look.id + "/" + std::to_string(i), rest);
  return frame.end(context, look);
}

void draw_share(Context& context, const app::ShareDialog& dialog, DialogFrame& frame, const Rect& screen) {
  const DialogLook look{.id = "share",
                        .title = std::string(context.label("ui/share")),
                        .width = kWidth,
                        .buttons = {.accept = {.id = "share/copy",
                                               .name = context.label("ui/copy-link"),
                                               .icon = Icon::kCopy,
                                               .look = ButtonLook::kMain},
                                    .cancel = Button{.id = "share/close", .name = context.label("ui/close")}},
                        .described_by = "share/0"};
  const float width = DialogFrame::content_width(context, look, screen);
  const layout::Style body = context.style(Face::kInterface, 15);
  const layout::Style quiet = context.style(Face::kInterface, 13, Ink::kQuiet);
  std::vector<Part> parts;
  const std::string_view what = dialog.lacks_pictures ? "ui/share-what-but-pictures" : "ui/share-what";
  parts.push_back({set(context, std::string(context.label(what)), body, width), context.px(12)});
  parts.push_back({.gap = context.px(20), .link = dialog.link});
  const auto add_warning = [&](std::string words, Ink ink, Icon icon) {
    parts.push_back({.text = set(context, std::move(words), context.style(Face::kInterface, 14, ink),
                                 width - context.px(28)),
                     .gap = context.px(12),
                     .icon = icon});
  };
  if (dialog.copy_refused)
    add_warning(std::string(context.label("ui/link-failed")), Ink::kError, Icon::kError);
  const std::string length = std::to_string(dialog.link.size());
  if (dialog.link.size() > kMailLimit) {
    add_warning(context.words.text({"ui/link-long", {length}}), Ink::kWarning, Icon::kWarning);
  } else {
    parts.push_back(
        {set(context, context.words.text({"ui/link-length", {length}}), quiet, width), context.px(8)});
  }
  parts.push_back(
      {set(context, std::string(context.label("ui/link-forever")), quiet, width), context.px(16)});
  const DialogChoice choice = draw_parts(context, frame, look, parts, screen);
  if (choice == DialogChoice::kAccept) context.act(app::CopyShareLink{});
  if (choice == DialogChoice::kCancel || choice == DialogChoice::kOutside) context.act(app::CloseDialog{});
}

// Whether the drafts are really to be deleted.
void draw_deletion(Context& context, const app::DraftsDialog& dialog, DialogFrame& frame,
                   const Rect& screen) {
  const std::size_t count = dialog.to_delete.size();
  const DialogLook look{
      .id = "delete",
      .title = count == 1 ? std::string(context.label("drafts/delete-this"))
                          : context.words.text({"drafts/delete-these", {std::to_string(count)}}),
      .width = kWidth,
      .buttons = {.accept = {.id = "delete/accept",
                             .name = context.label("drafts/delete-accept"),
                             .look = ButtonLook::kMain},
                  .cancel = Button{.id = "delete/keep", .name = context.label("drafts/delete-keep")}},
      .described_by = count == 1 ? "delete/1" : "delete/0"};
  const float width = DialogFrame::content_width(context, look, screen);
  std::vector<Part> parts;
  if (count == 1) {
    const std::string title = DraftsList::title_of(context, dialog, dialog.to_delete.front());
    parts.push_back(
        {set(context, title, context.style(Face::kInterfaceBold, 14), width - 2 * context.px(kBoxEdge)),
         context.px(16), true});
  }
  parts.push_back({set(context, std::string(context.label("drafts/delete-what")),
                       context.style(Face::kInterface, 15), width),
                   context.px(16)});
  const DialogChoice choice = draw_parts(context, frame, look, parts, screen);
  if (choice == DialogChoice::kAccept) context.act(app::AcceptDialog{});
  if (choice == DialogChoice::kCancel) context.act(app::CloseDialog{});
}

}  // namespace

void draw_dialog(Context& context, const app::Dialog& dialog, DialogFrame& frame, const Rect& screen) {
  if (const auto* share = std::get_if<app::ShareDialog>(&dialog))
    return draw_share(context, *share, frame, screen);
  if (const auto* form = std::get_if<app::FormDialog>(&dialog))
    return draw_form_dialog(context, *form, frame, screen);
  if (const auto* drafts = std::get_if<app::DraftsDialog>(&dialog))
    return draw_deletion(context, *drafts, frame, screen);
}

std::string first_focus_of(const app::Dialog& dialog) {
  if (std::holds_alternative<app::FormDialog>(dialog)) return std::string(form_field_id(0));
  if (const auto* drafts = std::get_if<app::DraftsDialog>(&dialog))
    return drafts->to_delete.empty() ? DraftsList::first_focus_of(*drafts) : "delete/keep";
  const auto* share = std::get_if<app::ShareDialog>(&dialog);
  return std::string(share != nullptr && share->copy_refused ? kLinkField : "share/copy");
}

void draw_notice(Context& context, const app::Notice& notice, double shown_since, Rect& area) {
  const double left = shown_since + kNoticeSeconds - context.time;
  const bool stays = notice.severity == Severity::kError;  // until it is closed
  if (!stays && left <= 0) return context.act(app::DismissNotice{});
  if (!stays) context.wake_in(left);

  const float edge = context.px(area.width < context.px(kNarrowNotice) ? kNarrowNoticeEdge : kNoticeEdge);
  const float icon = context.px(24);
  const float close = context.px(32);
  const std::string words = context.words.text(notice.message);
  const float width = area.width - 2 * edge - icon - close - context.px(8);
  const auto text = set(context, words, context.style(Face::kInterface, 14), width, 1.45F);
  const Rect bar = area.take_bottom(std::max(text->height() + 2 * context.px(10), context.px(44)));
  context.painter.fill(bar, context.theme.paper);
  context.painter.horizontal(bar.x, bar.y, bar.width, context.theme.hairline);
  const Sign sign = notice.severity == Severity::kHint ? Sign{Icon::kAllGood, context.theme.success}
                                                       : sign_of(notice.severity, context.theme);
  context.painter.icon(sign.icon, bar.x + edge + context.px(8), bar.center_y(), context.px(18), sign.colour);
  context.painter.paragraph(*text, bar.x + edge + icon, std::round(bar.center_y() - text->height() / 2));
  context.describe({.id = "notice", .role = Role::kParagraph, .name = words}, bar);
  const Button button{
      .id = "notice/close", .name = context.label("ui/close"), .icon = Icon::kClose, .words = false};
  const Rect slot{bar.right() - edge - close + context.px(8), std::round(bar.center_y() - close / 2), close,
                  close};
  if (draw_button(context, button, slot)) context.act(app::DismissNotice{});
}

}  // namespace depeche::ui
