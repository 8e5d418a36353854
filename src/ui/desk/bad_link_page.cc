#include "ui/desk/bad_link_page.h"

#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "layout/paragraph.h"
#include "ui/kit/widgets.h"

namespace depeche::ui {
namespace {

// CSS pixels.
constexpr float kWidth = 560;
constexpr float kMargin = 24;
constexpr float kNarrow = 600;
constexpr float kTopShare = 0.16F;  // of a high screen that is left empty above
constexpr float kIconSize = 32;
constexpr float kIconGap = 16;
constexpr float kTextGap = 14;
constexpr float kButtonsGap = 28;
constexpr float kButtonHeight = 40;
constexpr float kButtonGap = 12;

// Keys of assets/messages.
struct Words {
  std::string_view title;
  std::string_view why;  // empty: the problem's own words
  std::string_view ask;
};

Words words_of(const Message& problem) {
  if (problem.key == "share/truncated")
    return {"bad-link/truncated", "bad-link/truncated-why", "bad-link/ask"};
  if (problem.key == "share/damaged") return {"bad-link/damaged", "bad-link/damaged-why", "bad-link/ask"};
  if (problem.key == "share/newer-format") return {"bad-link/newer", "", "bad-link/ask-file"};
  return {"bad-link/other", "", "bad-link/ask-file"};
}

struct Line {
  std::shared_ptr<const layout::Paragraph> text;
  bool is_title = false;
};

std::vector<Line> lay_out(Context& context, const app::BadLink& link, float width) {
  const auto set = [&](std::string text, const layout::Style& style, float line_height) {
    layout::ParagraphOptions options;
    options.base = style;
    options.width = width;
    options.line_height = line_height;
    return context.paragraphs.get({std::move(text), {}}, options);
  };
  const layout::Style body = context.style(Face::kInterface, 16);
  const auto label = [&](std::string_view key) { return std::string(context.label(key)); };
  const Words words = words_of(link.problem);
  const std::string why = words.why.empty() ? context.words.text(link.problem) : label(words.why);
  std::vector<Line> lines = {{set(label(words.title), context.style(Face::kInterfaceBold, 24), 1.25F), true},
                             {set(why, body, 1.5F)},
                             {set(label(words.ask), body, 1.5F)}};
  if (link.covers_own_text)
    lines.push_back(
        {set(label("bad-link/draft-stays"), context.style(Face::kInterface, 16, Ink::kQuiet), 1.5F)});
  return lines;
}

void draw_lines(Context& context, const std::vector<Line>& lines, Rect rest) {
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const layout::Paragraph& text = *lines[i].text;
    if (!lines[i].is_title) rest.take_top(context.px(kTextGap));
    const Rect place = rest.take_top(text.height());
    context.painter.paragraph(text, place.x, place.y);
    context.describe({.id = "bad-link/" + std::to_string(i),
                      .role = lines[i].is_title ? Role::kHeading : Role::kParagraph,
                      .name = text.text(),
                      .level = 1},
                     place);
  }
}

struct Way {
  Button button;
  app::Action action;
};

std::vector<Way> ways(Context& context, const app::BadLink& link) {
  const auto way = [&](std::string_view id, Icon icon, ButtonLook look, app::Action action) {
    return Way{{.id = id, .name = context.label(id), .icon = icon, .look = look}, std::move(action)};
  };
  std::vector<Way> all = {way(BadLinkPage::kFirstFocus, Icon::kPaste, ButtonLook::kMain,
                              app::OpenForm{app::FormKind::kSharedDraft}),
                          way("bad-link/open", Icon::kOpen, ButtonLook::kOutlined, app::ChooseFile{}),
                          way("bad-link/drafts", Icon::kDrafts, ButtonLook::kOutlined, app::ShowDrafts{}),
                          way("bad-link/new", Icon::kNew, ButtonLook::kOutlined, app::NewDocument{})};
  if (link.covers_own_text)
    all.insert(all.begin() + 1,
               way("bad-link/back", Icon::kUndo, ButtonLook::kOutlined, app::LeaveBadLink{}));
  return all;
}

// Where the buttons stand: beside one another as long as there is room, then below; from the top left.
std::vector<Rect> places_of(Context& context, const std::vector<Way>& ways, float width) {
  std::vector<Rect> places;
  float x = 0;
  float y = 0;
  for (const Way& way : ways) {
    const float wanted = std::min(width_of(context, way.button), width);
    if (x > 0 && x + wanted > width) {
      x = 0;
      y += context.px(kButtonHeight + kButtonGap);
    }
    places.push_back({x, y, wanted, context.px(kButtonHeight)});
    x += wanted + context.px(kButtonGap);
  }
  return places;
}

}  // namespace

std::string_view BadLinkPage::title_of(const app::BadLink& link) {
  return words_of(link.problem).title;
}

void BadLinkPage::draw(Context& context, const app::BadLink& link, const Rect& screen) {
  const float margin = context.px(kMargin);
  const float width = std::min(context.px(kWidth), screen.width - 2 * margin);
  const std::vector<Line> lines = lay_out(context, link, width);
  const std::vector<Way> choices = ways(context, link);
  const std::vector<Rect> places = places_of(context, choices, width);

  float height = context.px(kIconSize + kIconGap);
  for (const Line& line : lines) height += line.text->height() + (line.is_title ? 0 : context.px(kTextGap));
  const float buttons_at = height + context.px(kButtonsGap);
  height = buttons_at + places.back().bottom();
  const bool is_high = screen.height > height + 2 * margin && screen.width >= context.px(kNarrow);
  const float above = is_high ? std::min(screen.height * kTopShare, screen.height - height - margin) : margin;

  context.describe({.id = "main", .role = Role::kMain}, screen);
  const SemanticGroup group(context.semantics);
  context.painter.fill(screen, context.theme.paper);
  const Rect content = scroll_.begin(context, words_of(link.problem).title, screen, above + height + margin);
  if (begins_ && context.interaction.focused == kFirstFocus) {
    context.sought.clear();
    begins_ = false;
  }
  const float x = std::round(screen.center_x() - width / 2);
  const float top = std::round(content.y + above);
  const float icon = context.px(kIconSize);
  context.painter.icon(Icon::kWarning, x + icon / 2, top + icon / 2, icon, context.theme.warning);
  draw_lines(context, lines, {x, top + icon + context.px(kIconGap), width, height});
  for (std::size_t i = 0; i < choices.size(); ++i) {
    const Rect place{x + places[i].x, top + buttons_at + places[i].y, places[i].width, places[i].height};
    if (draw_button(context, choices[i].button, place)) context.act(choices[i].action);
  }
  scroll_.end(context);
}

}  // namespace depeche::ui
