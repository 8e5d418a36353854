#include "ui/dialogs/form_dialog.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <vector>

#include "app/form.h"
#include "layout/paragraph.h"
#include "ui/kit/text_field.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kWidth = 480;
constexpr float kFieldHeight = 40;
constexpr float kNumberWidth = 96;
constexpr float kLabelHeight = 20;
constexpr float kLabelGap = 6;
constexpr float kHintGap = 6;
constexpr float kFieldGap = 18;

constexpr std::array<std::string_view, 3> kFieldIds = {"form/0", "form/1", "form/2"};

struct Words {
  std::string_view title;
  std::string_view accept;
};

Words words_of(const app::FormDialog& form) {
  switch (form.kind) {
    case app::FormKind::kLink:
      return form.edits ? Words{"form/change-link", "form/change"} : Words{"form/add-link", "form/add"};
    case app::FormKind::kImportantLink:
      return {"form/add-important-link", "form/add"};
    case app::FormKind::kImage:
      return form.edits ? Words{"form/change-image", "form/change"} : Words{"form/add-image", "form/add"};
    case app::FormKind::kAttachment:
      return {"form/add-attachment", "form/add"};
    case app::FormKind::kTable:
      return {"form/add-table", "form/add"};
    case app::FormKind::kSharedDraft:
      return {"form/open-link", "form/open"};
  }
  return {};
}

// A field with its label above and, below, what helps or what is wrong.
struct Field {
  std::string name;
  bool is_number = false;
  bool wrong = false;
  std::shared_ptr<const layout::Paragraph> below;  // may be null

  float height(const Context& context) const {
    float height = context.px(kLabelHeight + kLabelGap + kFieldHeight);
    if (below != nullptr) height += context.px(kHintGap) + below->height();
    return height;
  }
};

std::vector<Field> lay_out(Context& context, const app::FormDialog& form, float width) {
  std::vector<Field> fields;
  const auto specifications = app::fields_of(form.kind);
  for (std::size_t i = 0; i < specifications.size(); ++i) {
    const app::FormField& field = specifications[i];
    const bool wrong = form.wrong == i;
    const std::string below = wrong                ? context.words.text(form.problem)
                              : field.hint.empty() ? std::string()
                                                   : std::string(context.label(field.hint));
    layout::ParagraphOptions options;
    options.base = context.style(Face::kInterface, 13, wrong ? Ink::kError : Ink::kQuiet);
    options.width = width - (wrong ? context.px(22) : 0);
    options.line_height = 1.45F;
    fields.push_back({.name = std::string(context.label(field.label)),
                      .is_number = field.is_number,
                      .wrong = wrong,
                      .below = below.empty() ? nullptr : context.paragraphs.get({below, {}}, options)});
  }
  return fields;
}

// Draws a field into the top of `rest`.
void draw_field(Context& context, const app::FormDialog& form, const Field& field, std::size_t index,
                Rect& rest) {
  const Rect label = rest.take_top(context.px(kLabelHeight));
  draw_label(context, context.style(Face::kInterfaceBold, 14), label.x, label.center_y(), field.name);
  rest.take_top(context.px(kLabelGap));
  Rect box = rest.take_top(context.px(kFieldHeight));
  if (field.is_number) box.width = context.px(kNumberWidth);
  const std::string below_id = std::string(kFieldIds[index]) + "/below";
  const TextField widget{.id = kFieldIds[index],
                         .name = field.name,
                         .value = form.values[index],
                         .wrong = field.wrong,
                         .is_number = field.is_number,
                         .described_by = field.below == nullptr ? std::string_view() : below_id};
  const FieldResponse response = draw_text_field(context, widget, box);
  if (response.entered) context.act(app::SetFormValue{index, *response.entered});
  if (response.submitted) context.act(app::AcceptDialog{});
  if (field.below == nullptr) return;
  rest.take_top(context.px(kHintGap));
  const Rect below = rest.take_top(field.below->height());
  float x = below.x;
  if (field.wrong) {
    const float line = field.below->lines().front().height;
    context.painter.icon(Icon::kError, x + context.px(8), below.y + line / 2, context.px(16),
                         context.theme.error);
    x += context.px(22);
  }
  context.painter.paragraph(*field.below, x, below.y);
  context.describe(
      {.id = below_id, .role = field.wrong ? Role::kAlert : Role::kParagraph, .name = field.below->text()},
      below);
}

DialogLook look_of(Context& context, const app::FormDialog& form) {
  DialogLook look{.id = "form",
                  .title = std::string(context.label(words_of(form).title)),
                  .width = kWidth,
                  .high = true,
                  .buttons = {.accept = {.id = "form/accept",
                                         .name = context.label(words_of(form).accept),
                                         .look = ButtonLook::kMain},
                              .cancel = Button{.id = "form/cancel", .name = context.label("form/cancel")}}};
  if (form.kind == app::FormKind::kLink && form.edits)
    look.buttons.another = Button{.id = "form/remove-link", .name = context.label("form/remove-link")};
  return look;
}

}  // namespace

std::string_view form_field_id(std::size_t field) {
  return kFieldIds[std::min(field, kFieldIds.size() - 1)];
}

void draw_form_dialog(Context& context, const app::FormDialog& form, DialogFrame& frame, const Rect& screen) {
  const DialogLook look = look_of(context, form);
  const std::vector<Field> fields = lay_out(context, form, DialogFrame::content_width(context, look, screen));
  float height = 0;
  for (const Field& field : fields) height += context.px(kFieldGap) + field.height(context);
  Rect rest = frame.begin(context, look, screen, height);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    rest.take_top(context.px(kFieldGap));
    draw_field(context, form, fields[i], i, rest);
  }
  switch (frame.end(context, look)) {
    case DialogChoice::kAccept:
      return context.act(app::AcceptDialog{});
    case DialogChoice::kCancel:
      return context.act(app::CloseDialog{});
    case DialogChoice::kAnother:
      return context.act(app::RemoveLink{});
    case DialogChoice::kOutside:
    case DialogChoice::kNone:
      return;
  }
}

}  // namespace depeche::ui
