#include "ui/dialogs/drafts_list.h"

#include <algorithm>
#include <cmath>
#include <memory>

#include "site/dates.h"
#include "ui/kit/widgets.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kWidth = 600;
constexpr float kRowHeight = 60;
constexpr float kDeleteSize = 32;
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
  add(site::moment_in_words(draft.changed, context.words));
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
  context.describe({.id = id + "/item", .role = Role::kListItem}, row);
  const SemanticGroup group(context.semantics);
  context.describe({.id = id,
                    .role = closed ? Role::kButton : Role::kParagraph,
                    .name = title + ", " + details,
                    .action = closed ? NodeAction::kPress : NodeAction::kNone},
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

DialogLook look_of(Context& context, const app::DraftsDialog& dialog) {
  DialogLook look{.id = "drafts",
                  .title = std::string(context.label(
                      dialog.keeping == app::Keeping::kBrowser ? "drafts/title" : "drafts/title-tab")),
                  .width = kWidth,
                  .buttons = {.accept = {.id = "drafts/close",
                                         .name = context.label("ui/close"),
                                         .look = ButtonLook::kOutlined}},
                  .described_by = "drafts/what"};
  if (closed_drafts(dialog).size() >= 2)
    look.buttons.another = Button{.id = "drafts/delete-all", .name = context.label("drafts/delete-all")};
  return look;
}

std::string_view words_of(const app::DraftsDialog& dialog) {
  if (dialog.keeping == app::Keeping::kNowhere) return "drafts/forgotten";
  if (dialog.listed && dialog.drafts.empty()) return "drafts/none";
  return dialog.keeping == app::Keeping::kTab ? "drafts/what-tab" : "drafts/what";
}

std::shared_ptr<const layout::Paragraph> set_words(Context& context, const app::DraftsDialog& dialog,
                                                   float width) {
  layout::ParagraphOptions options;
  options.base = context.style(Face::kInterface, 14, Ink::kQuiet);
  options.width = width;
  options.line_height = 1.45F;
  return context.paragraphs.get({std::string(context.label(words_of(dialog))), {}}, options);
}

}  // namespace

void DraftsList::draw(Context& context, const app::DraftsDialog& dialog, DialogFrame& frame,
                      const Rect& screen) {
  const DialogLook look = look_of(context, dialog);
  const auto words = set_words(context, dialog, DialogFrame::content_width(context, look, screen));
  const float row = context.px(kRowHeight);
  const float above = context.px(8) + words->height() + context.px(12);
  Rect rest = frame.begin(context, look, screen, above + row * static_cast<float>(dialog.drafts.size()));
  context.painter.paragraph(*words, rest.x, rest.y + context.px(8));
  context.describe({.id = "drafts/what", .role = Role::kParagraph, .name = words->text()},
                   {rest.x, rest.y + context.px(8), rest.width, words->height()});
  rest.take_top(above);
  // The rows' ground reaches beyond their words, which begin where the others do.
  rest.x -= context.px(12);
  rest.width += 2 * context.px(12);
  if (!dialog.drafts.empty()) {
    context.describe(
        {.id = "drafts/list", .role = Role::kList, .name = std::string(context.label("drafts/title"))}, rest);
    const SemanticGroup group(context.semantics);
    for (const app::KeptDraft& draft : dialog.drafts) draw_row(context, draft, rest.take_top(row));
  }
  switch (frame.end(context, look)) {
    case DialogChoice::kAccept:
    case DialogChoice::kOutside:
      return context.act(app::CloseDialog{});
    case DialogChoice::kAnother:
      return context.act(app::DeleteDrafts{closed_drafts(dialog)});
    case DialogChoice::kCancel:
    case DialogChoice::kNone:
      return;
  }
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
