#include "ui/dialogs/dialogs.h"

#include <cmath>

#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/drafts_list.h"
#include "ui/dialogs/form_dialog.h"
#include "ui/kit/sign.h"
#include "ui/kit/widgets.h"

namespace depeche::ui {
namespace {

constexpr float kWidth = 520;  // CSS pixels

constexpr std::size_t kMailLimit = 2000;  // characters of a link that all mail programs leave whole
constexpr double kNoticeSeconds = 6;
constexpr float kNarrowNotice = 640;  // CSS pixels, as those below
constexpr float kNoticeEdge = 24;
constexpr float kNarrowNoticeEdge = 16;

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
  std::vector<DialogPart> parts;
  const std::string_view what = dialog.lacks_pictures ? "ui/share-what-but-pictures" : "ui/share-what";
  parts.push_back({set_part(context, std::string(context.label(what)), body, width), context.px(12)});
  parts.push_back({.gap = context.px(20), .link = dialog.link});
  const auto add_warning = [&](std::string words, Ink ink, Icon icon) {
    parts.push_back({.text = set_part(context, std::move(words), context.style(Face::kInterface, 14, ink),
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
        {set_part(context, context.words.text({"ui/link-length", {length}}), quiet, width), context.px(8)});
  }
  parts.push_back(
      {set_part(context, std::string(context.label("ui/link-forever")), quiet, width), context.px(16)});
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
  std::vector<DialogPart> parts;
  if (count == 1) {
    const std::string title = DraftsList::title_of(context, dialog, dialog.to_delete.front());
    parts.push_back({set_part(context, title, context.style(Face::kInterfaceBold, 14),
                              width - 2 * context.px(kDialogBoxEdge)),
                     context.px(16), true});
  }
  parts.push_back({set_part(context, std::string(context.label("drafts/delete-what")),
                            context.style(Face::kInterface, 15), width),
                   context.px(16)});
  const DialogChoice choice = draw_parts(context, frame, look, parts, screen);
  if (choice == DialogChoice::kAccept) context.act(app::AcceptDialog{});
  if (choice == DialogChoice::kCancel) context.act(app::CloseDialog{});
}

// Whether everything is to be deleted; then, that it is being deleted.
void draw_forgetting(Context& context, const app::ForgetDialog& dialog, DialogFrame& frame,
                     const Rect& screen) {
  const DialogLook look{
      .id = "forget",
      .title = std::string(context.label("forget/title")),
      .width = kWidth,
      .buttons = {
          .accept = {.id = "forget/accept",
                     .name = context.label(dialog.deleting ? "forget/deleting" : "forget/accept"),
                     .look = ButtonLook::kMain,
                     .disabled = dialog.deleting},
          .cancel = Button{
              .id = "forget/keep", .name = context.label("forget/keep"), .disabled = dialog.deleting}}};
  const float width = DialogFrame::content_width(context, look, screen);
  const layout::Style body = context.style(Face::kInterface, 15);
  std::vector<DialogPart> parts;
  for (const std::string_view words : {"forget/what", "forget/lost", "forget/elsewhere", "forget/beyond"}) {
    parts.push_back({.text = set_part(context, std::string(context.label(words)), body, width),
                     .gap = context.px(parts.empty() ? 16 : 12)});
  }
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
  if (const auto* about = std::get_if<app::AboutDialog>(&dialog))
    return draw_about(context, *about, frame, screen);
  if (const auto* forget = std::get_if<app::ForgetDialog>(&dialog))
    return draw_forgetting(context, *forget, frame, screen);
}

std::string first_focus_of(const app::Dialog& dialog) {
  if (std::holds_alternative<app::FormDialog>(dialog)) return std::string(form_field_id(0));
  if (const auto* drafts = std::get_if<app::DraftsDialog>(&dialog))
    return drafts->to_delete.empty() ? DraftsList::first_focus_of(*drafts) : "delete/keep";
  if (std::holds_alternative<app::AboutDialog>(dialog)) return std::string(kAboutClose);
  if (std::holds_alternative<app::ForgetDialog>(dialog)) return "forget/keep";
  const auto* share = std::get_if<app::ShareDialog>(&dialog);
  return std::string(share != nullptr && share->copy_refused ? kDialogLinkField : "share/copy");
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
  const auto text = set_part(context, words, context.style(Face::kInterface, 14), width, 1.45F);
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
