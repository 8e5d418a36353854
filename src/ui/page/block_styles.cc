#include "ui/page/block_styles.h"

#include <algorithm>
#include <array>

namespace depeche::ui {
namespace {

constexpr BlockStyle kTitle{
    .face = Face::kPageBold, .size = 36, .narrow_size = 29, .line_height = 1.18F, .balanced = true};
constexpr BlockStyle kDate{.face = Face::kInterface, .size = 14, .ink = Ink::kQuiet, .line_height = 1.5F};
constexpr BlockStyle kLead{.face = Face::kPageBold, .size = 20, .narrow_size = 18, .line_height = 1.45F};
constexpr BlockStyle kLabel{.face = Face::kInterfaceBold, .size = 16, .line_height = 1.5F};
constexpr BlockStyle kEmpty{.face = Face::kPageItalic, .ink = Ink::kQuiet};
constexpr BlockStyle kCategories{
    .face = Face::kInterfaceBold, .size = 13, .ink = Ink::kQuiet, .line_height = 1.4F};
constexpr BlockStyle kCode{.face = Face::kCode, .size = 14, .line_height = 1.5F};
constexpr BlockStyle kBody{};

constexpr BlockStyle heading(float size, float line_height) {
  return {.face = Face::kPageBold, .size = size, .line_height = line_height, .balanced = true};
}
constexpr std::array kHeadings = {heading(31, 1.25F),           heading(26, 1.25F),
                                  heading(22, 1.25F),           heading(20, 1.25F),
                                  heading(18, kBodyLineHeight), heading(17, kBodyLineHeight)};

struct ContainerStyle {
  ContainerLook look;
  BlockStyle style;
};

// The first that a block stands in counts.
constexpr std::array kContainers = {
    ContainerStyle{ContainerLook::kCitation,
                   {.face = Face::kPageItalic, .size = 22, .narrow_size = 20, .line_height = 1.45F}},
    ContainerStyle{ContainerLook::kAuthor,
                   {.face = Face::kInterface, .size = 14, .ink = Ink::kQuiet, .sans = true}},
    ContainerStyle{ContainerLook::kImportant, {.face = Face::kInterfaceBold, .size = 16, .sans = true}},
    ContainerStyle{
        ContainerLook::kCaption,
        {.face = Face::kInterface, .size = 14, .ink = Ink::kQuiet, .line_height = 1.45F, .sans = true}},
    ContainerStyle{ContainerLook::kSummary, {.face = Face::kPageBold}},
    ContainerStyle{ContainerLook::kFootnote, {.size = 15, .ink = Ink::kQuiet}},
    ContainerStyle{ContainerLook::kQuote, {.ink = Ink::kQuiet}},
};

}  // namespace

const BlockStyle& style_of(LineLook look) {
  switch (look) {
    case LineLook::kTitle:
      return kTitle;
    case LineLook::kDate:
      return kDate;
    case LineLook::kLead:
      return kLead;
    case LineLook::kLabel:
      return kLabel;
    case LineLook::kEmpty:
      return kEmpty;
  }
  return kBody;
}

const BlockStyle& style_of_categories() {
  return kCategories;
}

const BlockStyle& style_of_heading(int level) {
  return kHeadings[static_cast<std::size_t>(std::clamp(level, 1, 6)) - 1];
}

const BlockStyle& style_of_code() {
  return kCode;
}

const BlockStyle& style_of_body(const PageBlocks& page, const PageBlock& block) {
  for (const ContainerStyle& container : kContainers)
    if (page.is_inside(block, container.look)) return container.style;
  return kBody;
}

layout::ParagraphOptions options_of(const Context& context, const BlockStyle& style, float width,
                                    bool narrow) {
  layout::ParagraphOptions options;
  const float size = narrow && style.narrow_size > 0 ? style.narrow_size : style.size;
  options.base = context.style(style.face, size, style.ink);
  options.width = width;
  options.line_height = style.line_height;
  options.balanced = style.balanced;
  return options;
}

}  // namespace depeche::ui
