#include "ui/dialogs.h"

#include <cmath>

#include "ui/drafts_list.h"
#include "ui/form_dialog.h"
#include "ui/widgets.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kWidth = 520;
constexpr float kPadding = 32;
constexpr float kNarrowPadding = 20;
constexpr float kButtonHeight = 40;

constexpr std::size_t kMailLimit = 2000;  // characters of a link that all mail programs leave whole
constexpr double kNoticeSeconds = 6;

struct Part {
  std::shared_ptr<const layout::Paragraph> text;
  float gap = 0;       // above
  bool boxed = false;  // on a ground of its own
  std::optional<Icon> icon{};
};

struct Sheet {
  std::string_view id;
  std::string title;
  std::vector<Part> parts;
  Button accept;
  Button cancel;
};

std::shared_ptr<const layout::Paragraph> set(Context& context, std::string text, const layout::Style& style,
                                             float width, float line_height = 1.5F) {
  layout::ParagraphOptions options;
  options.base = style;
  options.width = width;
  options.line_height = line_height;
  return context.paragraphs.get({std::move(text), {}}, options);
}

float content_width(Context& context, const Rect& screen) {
  const bool narrow = screen.width < context.px(600);
  const float outside = context.px(narrow ? 16 : 32);
  return std::min(context.px(kWidth), screen.width - 2 * outside) -
         2 * context.px(narrow ? kNarrowPadding : kPadding);
}

// Draws a sheet in the middle of the screen; its buttons act.
void draw_sheet(Context& context, const Sheet& sheet, const Rect& screen) {
  const bool narrow = screen.width < context.px(600);
  const float padding = context.px(narrow ? kNarrowPadding : kPadding);
  const float width = content_width(context, screen);
  const auto title = set(context, sheet.title, context.style(Face::kInterfaceBold, 20), width, 1.3F);
  float height = title->height();
  for (const Part& part : sheet.parts) {
    height += part.gap + part.text->height() + (part.boxed ? 2 * context.px(12) : 0);
  }
  const float buttons = context.px(28) + context.px(kButtonHeight);
  Rect box{0, 0, width + 2 * padding, height + buttons + 2 * padding};
  box.x = std::round(screen.center_x() - box.width / 2);
  box.y = std::round(std::max(screen.y + context.px(8), screen.y + (screen.height - box.height) * 0.4F));

  context.painter.fill(screen, context.theme.veil);
  context.painter.fill(box, context.theme.paper, context.px(6));
  context.describe({.id = std::string(sheet.id), .role = "dialog", .name = sheet.title}, box);
  float y = box.y + padding;
  const float x = box.x + padding;
  context.painter.paragraph(*title, x, y);
  y += title->height();
  for (std::size_t i = 0; i < sheet.parts.size(); ++i) {
    const Part& part = sheet.parts[i];
    y += part.gap;
    float text_x = x;
    if (part.boxed) {
      context.painter.fill({x, y, width, part.text->height() + 2 * context.px(12)}, context.theme.desk,
                           context.px(4));
      text_x += context.px(16);
      y += context.px(12);
    }
    if (part.icon) {
      context.painter.icon(*part.icon, x + context.px(9), y + part.text->lines().front().height / 2,
                           context.px(18), colour_of(part.text->runs().front().style.paint, context.theme));
      text_x += context.px(28);
    }
    context.painter.paragraph(*part.text, text_x, y);
    context.describe({.id = std::string(sheet.id) + "/" + std::to_string(i),
                      .role = "paragraph",
                      .name = part.text->text(),
                      .level = 1},
                     {text_x, y, width, part.text->height()});
    y += part.text->height() + (part.boxed ? context.px(12) : 0);
  }
  Rect row{x, box.bottom() - padding - context.px(kButtonHeight), width, context.px(kButtonHeight)};
  const Rect accept = row.take_right(width_of(context, sheet.accept));
  row.take_right(context.px(8));
  if (draw_button(context, sheet.cancel, row.take_right(width_of(context, sheet.cancel))))
    context.act(app::CloseDialog{});
  if (draw_button(context, sheet.accept, accept)) {
    if (sheet.id == "share") {
      context.act(app::CopyShareLink{});
    } else {
      context.act(app::AcceptDialog{});
    }
  }
  const bool outside = context.pointing.pressed && !box.contains(context.pointing.x, context.pointing.y);
  if (outside && sheet.id == "share") context.act(app::CloseDialog{});
}

// The start and the end of the link, on one line of `width`.
std::string shortened_link(Context& context, std::string_view fragment, const layout::Style& style,
                           float width) {
  constexpr std::size_t kEnd = 8;
  const float character = context.metrics.advance(style, '0');
  const auto room = static_cast<std::size_t>(std::max(16.0F, width / character));
  std::string link(1, '#');
  link += fragment;
  if (link.size() <= room) return link;
  const std::size_t start = room - kEnd - 2;
  return link.substr(0, start) + "…" + link.substr(link.size() - kEnd);
}

void draw_share(Context& context, const app::ShareDialog& dialog, const Rect& screen) {
  const float width = content_width(context, screen);
  const layout::Style body = context.style(Face::kInterface, 15);
  const layout::Style quiet = context.style(Face::kInterface, 13, Ink::kQuiet);
  Sheet sheet{.id = "share",
              .title = std::string(context.label("ui/share")),
              .parts = {},
              .accept = {},
              .cancel = {}};
  sheet.parts.push_back(
      {set(context, std::string(context.label("ui/share-what")), body, width), context.px(12)});
  const layout::Style code = context.style(Face::kCode, 13);
  const float inside = width - 2 * context.px(16);
  sheet.parts.push_back({set(context, shortened_link(context, dialog.fragment, code, inside), code, inside),
                         context.px(20), true});
  const std::string length = std::to_string(dialog.fragment.size());
  if (dialog.fragment.size() > kMailLimit) {
    sheet.parts.push_back({set(context, context.words.text({"ui/link-long", {length}}),
                               context.style(Face::kInterface, 14, Ink::kWarning), width - context.px(28)),
                           context.px(12), false, Icon::kWarning});
  } else {
    sheet.parts.push_back(
        {set(context, context.words.text({"ui/link-length", {length}}), quiet, width), context.px(8)});
  }
  sheet.parts.push_back(
      {set(context, std::string(context.label("ui/link-forever")), quiet, width), context.px(16)});
  sheet.accept = {.id = "share/copy",
                  .name = context.label("ui/copy-link"),
                  .icon = Icon::kCopy,
                  .look = ButtonLook::kMain};
  sheet.cancel = {.id = "share/close", .name = context.label("ui/close")};
  draw_sheet(context, sheet, screen);
}

// Whether the doomed drafts are really to go.
void draw_doomed(Context& context, const app::DraftsDialog& dialog, const Rect& screen) {
  const float width = content_width(context, screen);
  const std::size_t count = dialog.doomed.size();
  Sheet sheet{.id = "delete",
              .title = count == 1 ? std::string(context.label("drafts/delete-this"))
                                  : context.words.text({"drafts/delete-these", {std::to_string(count)}}),
              .parts = {},
              .accept = {},
              .cancel = {}};
  if (count == 1) {
    const std::string title = DraftsList::title_of(context, dialog, dialog.doomed.front());
    sheet.parts.push_back(
        {set(context, title, context.style(Face::kInterfaceBold, 14), width - 2 * context.px(16)),
         context.px(16), true});
  }
  sheet.parts.push_back({set(context, std::string(context.label("drafts/delete-what")),
                             context.style(Face::kInterface, 15), width),
                         context.px(16)});
  sheet.accept = {
      .id = "delete/accept", .name = context.label("drafts/delete-accept"), .look = ButtonLook::kMain};
  sheet.cancel = {.id = "delete/keep", .name = context.label("drafts/delete-keep")};
  draw_sheet(context, sheet, screen);
}

}  // namespace

void draw_dialog(Context& context, const app::Dialog& dialog, const Rect& screen) {
  if (const auto* share = std::get_if<app::ShareDialog>(&dialog)) return draw_share(context, *share, screen);
  if (const auto* form = std::get_if<app::FormDialog>(&dialog))
    return draw_form_dialog(context, *form, screen);
  if (const auto* drafts = std::get_if<app::DraftsDialog>(&dialog))
    return draw_doomed(context, *drafts, screen);
}

std::string first_focus_of(const app::Dialog& dialog) {
  if (std::holds_alternative<app::FormDialog>(dialog)) return std::string(form_field_id(0));
  if (const auto* drafts = std::get_if<app::DraftsDialog>(&dialog))
    return drafts->doomed.empty() ? DraftsList::first_focus_of(*drafts) : "delete/keep";
  return "share/copy";
}

void draw_notice(Context& context, const app::Notice& notice, double shown_since, const Rect& area) {
  const double left = shown_since + kNoticeSeconds - context.time;
  const bool stays = notice.severity == Severity::kError;  // until it is closed
  if (!stays && left <= 0) return context.act(app::DismissNotice{});
  if (!stays) context.wake_in(left);

  const float padding = context.px(16);
  const float icon = context.px(28);
  const float close = context.px(32);
  const std::string words = context.words.text(notice.message);
  const float width = std::min(context.px(480), area.width - 2 * context.px(16)) - 2 * padding - icon - close;
  const auto text = set(context, words, context.style(Face::kInterface, 14), width, 1.45F);
  Rect box{0, 0, text->width() + 2 * padding + icon + close,
           std::max(text->height() + 2 * context.px(12), context.px(48))};
  box.x = std::round(area.center_x() - box.width / 2);
  box.y = std::round(area.bottom() - box.height - context.px(16));
  const bool error = notice.severity == Severity::kError;
  const bool warning = notice.severity == Severity::kWarning;
  const Colour colour = error ? context.theme.error : warning ? context.theme.warning : context.theme.success;
  context.painter.shadow(box, context.px(4));
  context.painter.fill(box, context.theme.paper, context.px(4));
  context.painter.frame(box, context.theme.hairline, context.px(4));
  context.painter.icon(error     ? Icon::kError
                       : warning ? Icon::kWarning
                                 : Icon::kAllGood,
                       box.x + padding + context.px(9), box.center_y(), context.px(18), colour);
  context.painter.paragraph(*text, box.x + padding + icon, std::round(box.center_y() - text->height() / 2));
  context.describe({.id = "notice", .role = error ? "alert" : "status", .name = words}, box);
  const Button button{
      .id = "notice/close", .name = context.label("ui/close"), .icon = Icon::kClose, .words = false};
  const Rect slot{box.right() - close - context.px(8), std::round(box.center_y() - close / 2), close, close};
  if (draw_button(context, button, slot)) context.act(app::DismissNotice{});
}

}  // namespace depeche::ui
