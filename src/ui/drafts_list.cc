#include "ui/drafts_list.h"

#include <algorithm>
#include <cmath>

#include "ui/widgets.h"
#include "writers/dates.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kWidth = 600;
constexpr float kPadding = 28;
constexpr float kNarrowPadding = 20;
constexpr float kNarrow = 600;
constexpr float kRowHeight = 60;
constexpr float kDeleteSize = 32;
constexpr float kButtonHeight = 40;
constexpr float kLeastRows = 2.5F;
constexpr float kTitleSize = 15;
constexpr float kDetailSize = 13;

std::string row_id(const app::KeptDraft& draft) {
  return "drafts/" + draft.id.text;
}

bool is_closed(const app::KeptDraft& draft) {
  return draft.place == app::DraftPlace::kNowhere;
}

std::vector<app::DocumentId> closed_drafts(const app::DraftsDialog& dialog) {
  std::vector<app::DocumentId> ids;
  for (const app::KeptDraft& draft : dialog.drafts) {
    if (is_closed(draft)) ids.push_back(draft.id);
  }
  return ids;
}

std::string title_in_words(Context& context, const app::KeptDraft& draft) {
  return draft.title.empty() ? std::string(context.label("drafts/untitled")) : draft.title;
}

std::string size_in_words(Context& context, std::uint64_t bytes) {
  if (bytes < 1000) return context.words.text({"size/bytes", {std::to_string(bytes)}});
  const std::uint64_t kilobytes = (bytes + 500) / 1000;
  if (kilobytes < 1000) return context.words.text({"size/kilobytes", {std::to_string(kilobytes)}});
  return context.words.text({"size/megabytes", {std::to_string((kilobytes + 500) / 1000)}});
}

// "Ouvert ici · 27 novembre 2026 à 22 h 34 · 12 Ko · communique.md"
std::string details_of(Context& context, const app::KeptDraft& draft) {
  constexpr std::string_view kDot = " · ";
  std::string details;
  const auto add = [&](std::string_view part) {
    if (!details.empty()) details += kDot;
    details += part;
  };
  if (draft.place == app::DraftPlace::kHere) add(context.label("drafts/here"));
  if (draft.place == app::DraftPlace::kOtherTab) add(context.label("drafts/other-tab"));
  add(writers::moment_in_words(draft.changed, context.words));
  add(size_in_words(context, draft.size));
  add(draft.name);
  return details;
}

// What can be opened is a button; the others only stand there.
void draw_row(Context& context, const app::KeptDraft& draft, Rect row) {
  const std::string id = row_id(draft);
  const std::string title = title_in_words(context, draft);
  const std::string details = details_of(context, draft);
  const bool closed = is_closed(draft);
  Rect slot = closed ? row.take_right(context.px(kDeleteSize + 8)) : Rect{};
  const Response response = closed ? context.react(id, row) : Response{};
  if (draft.place == app::DraftPlace::kHere) {
    context.painter.fill(row, context.theme.accent_wash, context.px(4));
  } else if (response.hovered) {
    context.painter.fill(row, context.theme.pressed, context.px(4));
  }
  const float x = row.x + context.px(12);
  const float width = row.width - context.px(24);
  const layout::Style bold = context.style(Face::kInterfaceBold, kTitleSize);
  const layout::Style quiet = context.style(Face::kInterface, kDetailSize, Ink::kQuiet);
  draw_label(context, bold, x, row.y + context.px(20), shortened(context, bold, title, width));
  draw_label(context, quiet, x, row.y + context.px(41), shortened(context, quiet, details, width));
  context.describe({.id = id,
                    .role = closed ? "button" : "paragraph",
                    .name = title + ", " + details,
                    .action = closed ? "press" : ""},
                   row);
  if (response.clicked) context.act(app::OpenDraft{draft.id});
  if (!closed) return;
  const std::string delete_id = id + "/delete";
  const std::string name = context.words.text({"drafts/delete-one", {title}});
  const Button button{.id = delete_id, .name = name, .icon = Icon::kDelete, .words = false};
  slot = {slot.right() - context.px(kDeleteSize), std::round(slot.center_y() - context.px(kDeleteSize) / 2),
          context.px(kDeleteSize), context.px(kDeleteSize)};
  if (draw_button(context, button, slot)) context.act(app::DeleteDrafts{{draft.id}});
}

void draw_buttons(Context& context, const app::DraftsDialog& dialog, Rect row) {
  const Button close{.id = "drafts/close", .name = context.label("ui/close"), .look = ButtonLook::kOutlined};
  const Rect close_place = row.take_right(width_of(context, close));
  std::vector<app::DocumentId> closed = closed_drafts(dialog);
  if (closed.size() >= 2) {
    const Button all{.id = "drafts/delete-all", .name = context.label("drafts/delete-all")};
    row.x -= context.px(12);  // its words begin where the titles do
    row.width += context.px(12);
    if (draw_button(context, all, row.take_left(width_of(context, all))))
      context.act(app::DeleteDrafts{std::move(closed)});
  }
  if (draw_button(context, close, close_place)) context.act(app::CloseDialog{});
}

}  // namespace

void DraftsList::draw(Context& context, const app::DraftsDialog& dialog, const Rect& screen) {
  const bool narrow = screen.width < context.px(kNarrow);
  const float padding = context.px(narrow ? kNarrowPadding : kPadding);
  const float outside = context.px(narrow ? 8 : 32);
  const float width = std::min(context.px(kWidth), screen.width - 2 * outside) - 2 * padding;
  const auto set = [&](std::string_view words, const layout::Style& style) {
    layout::ParagraphOptions options;
    options.base = style;
    options.width = width;
    options.line_height = 1.45F;
    return context.paragraphs.get({std::string(words), {}}, options);
  };
  const std::string_view name = context.label("drafts/title");
  const auto title = set(name, context.style(Face::kInterfaceBold, 20));
  const bool empty = dialog.listed && dialog.drafts.empty();
  const auto words = set(context.label(empty ? "drafts/none" : "drafts/what"),
                         context.style(Face::kInterface, 14, Ink::kQuiet));

  const float row = context.px(kRowHeight);
  const float others = 2 * padding + title->height() + context.px(8) + words->height() + context.px(12) +
                       context.px(20) + context.px(kButtonHeight);
  const float room = std::max(screen.height - 2 * context.px(8) - others, kLeastRows * row);
  const float rows = std::min(row * static_cast<float>(dialog.drafts.size()), room);
  Rect box{std::round(screen.center_x() - width / 2 - padding), 0, width + 2 * padding, others + rows};
  box.y = std::round(std::max(screen.y + context.px(8), screen.y + (screen.height - box.height) * 0.35F));

  context.painter.fill(screen, context.theme.veil);
  context.painter.fill(box, context.theme.paper, context.px(6));
  context.describe({.id = "drafts", .role = "dialog", .name = std::string(name)}, box);
  Rect rest = box.inset(padding, padding);
  context.painter.paragraph(*title, rest.x, rest.y);
  rest.take_top(title->height() + context.px(8));
  context.painter.paragraph(*words, rest.x, rest.y);
  context.describe({.id = "drafts/what", .role = "paragraph", .name = words->text()},
                   {rest.x, rest.y, width, words->height()});
  rest.take_top(words->height() + context.px(12));
  const Rect list = rest.take_top(rows);
  // The rows' ground reaches beyond their words, which begin where the others do.
  draw_rows(context, dialog, {list.x - context.px(12), list.y, list.width + 2 * context.px(12), list.height});
  draw_buttons(context, dialog, rest.take_bottom(context.px(kButtonHeight)));
  if (context.pointing.pressed && !box.contains(context.pointing.x, context.pointing.y))
    context.act(app::CloseDialog{});
}

void DraftsList::draw_rows(Context& context, const app::DraftsDialog& dialog, const Rect& area) {
  const float row = context.px(kRowHeight);
  const std::vector<app::KeptDraft>& drafts = dialog.drafts;
  if (scroll_.flow().size() != drafts.size() || row != row_height_) {
    const std::vector<float> heights(drafts.size(), row);
    scroll_.splice(0, scroll_.flow().size(), heights);
    row_height_ = row;
  }
  if (drafts.empty()) return;
  scroll_.begin(context, area, 0, 0);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const std::string& reached = context.interaction.reached;
    if (!reached.empty() && reached.starts_with(row_id(drafts[i])))
      scroll_.show(scroll_.flow().top(i), scroll_.flow().top(i) + static_cast<double>(row));
  }
  context.painter.push_clip(area);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    const auto y = static_cast<float>(scroll_.origin() + scroll_.flow().top(i));
    draw_row(context, drafts[i], {area.x, std::round(y), area.width, row});
  }
  scroll_.draw_bar(context);
  context.painter.pop_clip();
}

std::string DraftsList::title_of(Context& context, const app::DraftsDialog& dialog,
                                 const app::DocumentId& id) {
  for (const app::KeptDraft& draft : dialog.drafts) {
    if (draft.id == id) return title_in_words(context, draft);
  }
  return "";
}

std::string DraftsList::first_focus_of(const app::DraftsDialog& dialog) {
  const auto first = std::find_if(dialog.drafts.begin(), dialog.drafts.end(), is_closed);
  return first == dialog.drafts.end() ? "drafts/close" : row_id(*first);
}

}  // namespace depeche::ui
