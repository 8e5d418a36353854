#include "ui/page/page_typesetting.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/overloaded.h"
#include "ui/kit/widgets.h"
#include "ui/page/span_styles.h"

namespace depeche::ui {
namespace {

using markdown::kNoNode;

std::string superscript(std::size_t number) {
  constexpr std::string_view kDigits[] = {"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};
  std::string text;
  for (; number > 0; number /= 10) text.insert(0, kDigits[number % 10]);
  return text;
}

// CSS pixels.
constexpr float kFileHeight = 56;
constexpr float kContactPadding = 14;
constexpr float kCodePaddingX = 16;
constexpr float kCodePaddingY = 14;
constexpr float kUnshownPaddingY = 12;

}  // namespace

Insets insets_of(ContainerLook look) {
  switch (look) {
    case ContainerLook::kItem:
      return {28, 0, 0, 0};
    case ContainerLook::kFootnote:
      return {28, 0, 0, 0};
    case ContainerLook::kQuote:
      return {24, 0, 2, 2};
    case ContainerLook::kCitation:
      return {44, 0, 0, 0};
    case ContainerLook::kAuthor:
      return {44, 0, 0, 0};
    case ContainerLook::kImportant:
      return {24, 20, 16, 16};
    case ContainerLook::kSummary:
      return {28, 0, 0, 0};
    case ContainerLook::kPlain:
    case ContainerLook::kCentered:
    case ContainerLook::kCaption:
      return {};
  }
  return {};
}

float estimated_height(Context& context, const PageBlock& block, float width) {
  const float line = context.px(kBodySize * kBodyLineHeight);
  const float characters = width / (context.px(kBodySize) * 0.47F);
  const auto size = static_cast<float>(std::min(block.source.size(), Offset{1} << 17));
  float height = std::max(1.0F, std::ceil(size / characters)) * line;
  if (block.as<PagePictures>() != nullptr) height = context.px(kFrameHeight);
  if (block.as<PageFile>() != nullptr) height = context.px(kFileHeight);
  if (block.as<PageRow>() != nullptr) height = line + 2 * context.px(kCellPaddingY);
  return height + context.px(block.margin);
}

SetBlock PageSetter::set(const PageBlock& block) {
  SetBlock set;
  float right = 0;
  float padding_top = 0;
  float padding_bottom = 0;
  int depth = 0;
  for (std::uint32_t at = block.container; at != kNoContainer; at = page_.containers[at].parent, ++depth) {
    const Insets insets = insets_of(page_.containers[at].look);
    set.left += context_.px(insets.left);
    right += context_.px(insets.right);
    if (depth < block.opens) padding_top += context_.px(insets.top);
    if (depth < block.closes) padding_bottom += context_.px(insets.bottom);
  }
  // Deep nesting must leave room for text.
  set.left = std::min(set.left, width_ - context_.px(kNarrowestContent));
  set.width = std::max(context_.px(kNarrowestContent), width_ - set.left - right);
  set_content(block, set);
  set.top = context_.px(block.margin) + padding_top;
  set.height = set.top + set.content_height + padding_bottom;
  return set;
}

void PageSetter::set_content(const PageBlock& block, SetBlock& into) {
  std::visit(
      Overloaded{
          [&](const PageCategories& categories) { set_line(categories.text, style_of_categories(), into); },
          [&](const PageLine& line) { set_line(line.text, style_of(line.look), into); },
          [&](const PageBody&) { set_node(block, style_of_body(page_, block), into); },
          [&](const PageHeading& heading) { set_node(block, style_of_heading(heading.level), into); },
          [&](const PageContentsEntry& entry) { set_ours_in_body(block, entry.title, into); },
          [&](const PageCode& code) { set_code(block, code, into); },
          [&](const PageUnshown& unshown) { set_unshown(unshown, into); },
          [&](const PageRow& row) { rows_.set_row(block, row, into); },
          [&](const PageTags& tags) { set_tags(tags, into); },
          [&](const PagePictures& pictures) { pictures_.set(pictures, choices_.slide, into); },
          [&](const PageContact& contact) { set_contact(contact, into); },
          [&](const PageFile&) { into.content_height = context_.px(kFileHeight); },
          [&](const PageRule&) { into.content_height = std::max(1.0F, context_.px(1)); },
      },
      block.content);
}

// Adds a text, of which the content is as high as it reaches down.
void PageSetter::add(SetText text, SetBlock& into) const {
  into.content_height = std::max(into.content_height, text.y + text.paragraph->height());
  into.texts.push_back(std::move(text));
}

void PageSetter::set_line(const std::string& text, const BlockStyle& style, SetBlock& into) {
  add(texts_.set_ours(text, options_of(context_, style, into.width, narrow_)), into);
}

layout::ParagraphOptions PageSetter::options_of_node(const PageBlock& block, const BlockStyle& style,
                                                     float width) const {
  layout::ParagraphOptions options = options_of(context_, style, width, narrow_);
  if (page_.is_inside(block, ContainerLook::kCentered)) options.align = layout::Align::kCenter;
  return options;
}

// The text of the block's node, and behind it the links back from a note.
void PageSetter::set_node(const PageBlock& block, const BlockStyle& style, SetBlock& into) {
  if (block.node == kNoNode) return set_ours_in_body(block, "", into);
  PageText source = page_text(release_.tree, block.node, page_.footnotes);
  for (std::size_t i = 0; i < block.leads_to.size(); ++i)
    source.append_link("\u00A0↩" + (i == 0 ? "" : superscript(i + 1)), block.leads_to[i]);
  add(texts_.set_theirs(std::move(source), options_of_node(block, style, into.width), style.sans), into);
}

// Words of ours among those of the body, in the colour of a link where they lead to a place.
void PageSetter::set_ours_in_body(const PageBlock& block, const std::string& words, SetBlock& into) {
  layout::ParagraphOptions options = options_of_node(block, style_of_body(page_, block), into.width);
  if (!block.leads_to.empty()) options.base.paint = paint(kLinkInk);
  add(texts_.set_ours(words, options), into);
}

// Padded above the first part and below the last; between parts nothing shows that there are some.
void PageSetter::set_code(const PageBlock& block, const PageCode& code, SetBlock& into) {
  const float padding = context_.px(kCodePaddingX);
  const std::string shown(code_of(release_.tree, block, code));
  SetText text =
      texts_.set_ours(shown, options_of(context_, style_of_code(), into.width - 2 * padding, narrow_));
  text.x = padding;
  text.y = code.part.begin == 0 ? context_.px(kCodePaddingY) : 0;
  add(std::move(text), into);
  if (code.is_last) into.content_height += context_.px(kCodePaddingY);
}

void PageSetter::set_unshown(const PageUnshown& unshown, SetBlock& into) {
  layout::ParagraphOptions options;
  const float padding = context_.px(16);
  options.width = into.width - 2 * padding;
  options.base = context_.style(Face::kInterfaceBold, 13, Ink::kQuiet);
  SetText label = texts_.set_ours(std::string(context_.label("ui/not-shown")), options);
  label.x = padding;
  label.y = context_.px(kUnshownPaddingY);
  options.base = context_.style(Face::kCode, 13, Ink::kQuiet);
  SetText markup = texts_.set_ours(unshown.markup, options);
  markup.x = padding;
  markup.y = label.y + label.paragraph->height() + context_.px(2);
  add(std::move(label), into);
  add(std::move(markup), into);
  into.content_height += context_.px(kUnshownPaddingY);
}

void PageSetter::set_tags(const PageTags& tags, SetBlock& into) {
  const float height = context_.px(28);
  const float gap = context_.px(8);
  const float padding = context_.px(10);
  float x = 0;
  float y = 0;
  for (const PageWords& word : tags.words) {
    layout::ParagraphOptions options;
    options.base = context_.style(Face::kInterface, 13);
    const std::string shown = shortened(context_, options.base, word.text, into.width - 2 * padding);
    SetText text = texts_.set_ours(shown, options);
    const float width = text.paragraph->width() + 2 * padding;
    if (x > 0 && x + width > into.width) {
      x = 0;
      y += height + gap;
    }
    text.x = x + padding;
    text.y = y + std::round((height - text.paragraph->height()) / 2);
    into.texts.push_back(std::move(text));
    x += width + gap;
  }
  into.content_height = y + height;
}

void PageSetter::set_contact(const PageContact& contact, SetBlock& into) {
  layout::ParagraphOptions options;
  const float padding = context_.px(kContactPadding);
  options.width = into.width - 2 * padding;
  options.line_height = 1.45F;
  float y = padding;
  const auto add_below = [&](const std::string& words, const layout::Style& style) {
    options.base = style;
    SetText text = texts_.set_ours(words, options);
    text.x = padding;
    text.y = y;
    y += text.paragraph->height();
    into.texts.push_back(std::move(text));
  };
  if (!contact.name.empty()) add_below(contact.name, context_.style(Face::kInterfaceBold, 15));
  for (const PageWords& word : contact.details)
    add_below(word.text, context_.style(Face::kInterface, 14, Ink::kQuiet));
  into.content_height = y + padding;
}

}  // namespace depeche::ui
