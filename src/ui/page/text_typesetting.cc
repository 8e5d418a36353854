#include "ui/page/text_typesetting.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace depeche::ui {
namespace {

using markdown::kNoNode;
using markdown::NodeId;

constexpr float kTallestImage = 640;  // CSS pixels

// Gives the spaces beside chips more width, that of a smaller space of code: a chip has edges beyond its
// text.
std::vector<layout::Run> with_room_for_chips(std::string_view text, const std::vector<layout::Run>& runs) {
  const auto is_chip = [](const layout::Run& run) { return (run.style.paint & kChip) != 0; };
  std::vector<layout::Run> roomy;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    layout::Run run = runs[i];
    layout::Run space = run;
    space.style.face = static_cast<std::uint8_t>(Face::kCode);
    space.style.size = std::round(0.65F * run.style.size);
    const bool is_text = !is_chip(run) && !run.object && run.range.size() > 1;
    if (is_text && i > 0 && is_chip(runs[i - 1]) && text[run.range.begin] == ' ') {
      space.range = {run.range.begin, run.range.begin + 1};
      roomy.push_back(space);
      ++run.range.begin;
    }
    const bool ends_in_space = is_text && i + 1 < runs.size() && is_chip(runs[i + 1]) &&
                               run.range.size() > 1 && text[run.range.end - 1] == ' ';
    if (ends_in_space) --run.range.end;
    roomy.push_back(run);
    if (!ends_in_space) continue;
    space.range = {run.range.end, run.range.end + 1};
    roomy.push_back(space);
  }
  return roomy;
}

Face face_of(const TextLook& look, const layout::Style& base, bool sans) {
  if (look.chip) return Face::kInterface;
  if (look.code) return Face::kCode;
  const auto base_face = static_cast<Face>(base.face);
  const bool bold = look.bold || base_face == Face::kPageBold || base_face == Face::kInterfaceBold;
  if (sans) return bold ? Face::kInterfaceBold : look.italic ? Face::kSourceItalic : Face::kInterface;
  const bool italic =
      look.italic != (base_face == Face::kPageItalic);  // emphasis within italics stands upright
  if (bold) return italic ? Face::kPageBoldItalic : Face::kPageBold;
  return italic ? Face::kPageItalic : Face::kPage;
}

unsigned decorations_of(const TextLook& look) {
  unsigned decorations = kPlain;
  if (look.underlined) decorations |= kUnderlined;
  if (look.struck) decorations |= kStruck;
  if (look.chip || look.code) decorations |= kChip;
  if (look.marked) decorations |= kMarked;
  if (look.dotted) decorations |= kDotted;
  return decorations;
}

layout::Style style_of(const TextLook& look, const layout::Style& base, bool sans) {
  layout::Style style = base;
  style.face = static_cast<std::uint8_t>(face_of(look, base, sans));
  const float factor = look.small ? 0.78F : look.code ? 0.86F : 1.0F;
  style.size = std::round(base.size * factor);
  if (look.script > 0) style.rise = std::round(base.size * 0.32F);
  if (look.script < 0) style.rise = -std::round(base.size * 0.14F);
  const Ink ink = look.ink == Ink::kInk ? ink_of(base.paint) : look.ink;
  style.paint = paint(ink, decorations_of(look));
  return style;
}

}  // namespace

float shown_width(const Context& context, const Picture& picture, const PictureSize& size, float width) {
  const float wanted = context.scale * wanted_width(picture, size, width / context.scale);
  const float tallest = context.px(kTallestImage);
  return std::min({width, wanted, tallest * picture.width / picture.height});
}

SetText TextSetter::set_ours(std::string text, const layout::ParagraphOptions& options) const {
  SetText set;
  set.paragraph = context_.paragraphs.get({std::move(text), {}}, options);
  return set;
}

SetText TextSetter::set_theirs(PageText source, const layout::ParagraphOptions& options, bool sans) const {
  SetText set;
  set.paragraph = context_.paragraphs.get(styled(source, options, sans), options);
  for (const PagePiece& piece : source.pieces) {
    if (piece.image == kNoNode) continue;
    const layout::Box box = set.paragraph->object_at(piece.range.begin);
    if (box.width <= 0) continue;
    set.pictures.push_back({std::string(path_of(piece.image)), {box.x, box.y, box.width, box.height}});
  }
  set.source = std::move(source);
  return set;
}

std::string_view TextSetter::path_of(NodeId image) const {
  return release_.tree.attribute(image, "src").value_or("");
}

// The picture in a line of `width`; none while it is not there.
std::optional<layout::Object> TextSetter::object_for(NodeId image, float width) const {
  if (image == kNoNode || context_.pictures == nullptr) return std::nullopt;
  const Picture picture = context_.pictures->find(path_of(image));
  if (picture.state != PictureState::kReady || picture.width <= 0) return std::nullopt;
  const float shown =
      std::max(1.0F, std::floor(shown_width(context_, picture, size_of(release_.tree, image), width)));
  return layout::Object{shown, std::max(1.0F, std::round(shown * picture.height / picture.width))};
}

layout::ParagraphContent TextSetter::styled(const PageText& text, const layout::ParagraphOptions& options,
                                            bool sans) const {
  layout::ParagraphContent content{text.text, {}};
  bool has_chips = false;
  for (const PagePiece& piece : text.pieces) {
    if (const auto object = object_for(piece.image, options.width)) {
      content.runs.push_back({piece.range, options.base, object});
      continue;
    }
    content.runs.push_back({piece.range, style_of(piece.look, options.base, sans)});
    has_chips = has_chips || piece.look.chip || piece.look.code;
  }
  if (has_chips) content.runs = with_room_for_chips(content.text, content.runs);
  return content;
}

}  // namespace depeche::ui
