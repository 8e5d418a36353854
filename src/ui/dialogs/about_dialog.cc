#include "ui/dialogs/about_dialog.h"

#include "ui/dialogs/dialog_parts.h"

namespace depeche::ui {
namespace {

constexpr float kWidth = 560;  // CSS pixels

std::string_view kept_in_words(app::Keeping keeping) {
  switch (keeping) {
    case app::Keeping::kBrowser:
      return "about/kept";
    case app::Keeping::kTab:
      return "about/kept-tab";
    case app::Keeping::kNowhere:
      return "drafts/forgotten";
  }
  return "about/kept";
}

std::string_view mention_in_words(app::Conformity conformity) {
  switch (conformity) {
    case app::Conformity::kNone:
      return "host/accessibility-none";
    case app::Conformity::kPartial:
      return "host/accessibility-partial";
    case app::Conformity::kFull:
      return "host/accessibility-full";
    case app::Conformity::kUnsaid:
      break;
  }
  return "host/accessibility";
}

class AboutParts {
 public:
  AboutParts(Context& context, float width) : context_(context), width_(width) {}

  void add(std::string words, Ink ink = Ink::kInk) {
    const float size = ink == Ink::kQuiet ? 14 : 15;
    parts_.push_back(
        {.text = set_part(context_, std::move(words), context_.style(Face::kInterface, size, ink), width_),
         .gap = context_.px(parts_.empty() ? 8 : 12)});
  }
  void say(std::string_view label) { add(std::string(context_.label(label))); }
  // Nothing where the host names no page.
  void add_link(std::string_view label, std::string_view address) {
    if (address.empty()) return;
    parts_.push_back({.leads = context_.label(label), .address = address});
  }

  const std::vector<DialogPart>& all() const { return parts_; }

 private:
  Context& context_;
  float width_;
  std::vector<DialogPart> parts_;
};

// The mention stands there, too, where no page explains it.
void add_accessibility(AboutParts& parts, const app::Host& host) {
  const std::string_view mention = mention_in_words(host.conformity);
  if (!host.accessibility.empty()) return parts.add_link(mention, host.accessibility);
  if (host.conformity != app::Conformity::kUnsaid) parts.say(mention);
}

void add_host(Context& context, AboutParts& parts, const app::Host& host) {
  if (!host.name.empty()) parts.add(context.words.text({"about/host", {host.name}}));
  add_accessibility(parts, host);
  parts.add_link("host/legal", host.legal);
  parts.add_link("host/privacy", host.privacy);
  parts.add_link("host/contact", host.contact);
}

}  // namespace

void draw_about(Context& context, const app::AboutDialog& about, DialogFrame& frame, const Rect& screen) {
  const DialogLook look{
      .id = "about",
      .title = "Dépêche",
      .width = kWidth,
      .buttons = {
          .accept = {.id = kAboutClose, .name = context.label("ui/close"), .look = ButtonLook::kOutlined}}};
  AboutParts parts(context, DialogFrame::content_width(context, look, screen));
  if (!about.host.version.empty())
    parts.add(context.words.text({"about/version", {about.host.version}}), Ink::kQuiet);
  parts.say("about/what");
  parts.say(kept_in_words(about.keeping));
  parts.say("about/licence");
  parts.add_link("about/licences", about.host.licences);
  add_host(context, parts, about.host);
  const DialogChoice choice = draw_parts(context, frame, look, parts.all(), screen);
  if (choice == DialogChoice::kAccept || choice == DialogChoice::kOutside) context.act(app::CloseDialog{});
}

}  // namespace depeche::ui
