#include "paste/picture.h"

#include <charconv>

#include "html/safe_url.h"
#include "html/wrapped_url.h"
#include "paste/inline_style.h"
#include "paste/tag.h"

namespace depeche::paste {
namespace {

using html::Token;

// "640", "640px"; nothing for a part of the page ("50%").
std::optional<std::uint32_t> pixels_of(std::string_view text) {
  constexpr std::size_t kMaxDigits = 5;
  if (text.ends_with("px")) text.remove_suffix(2);
  if (text.empty() || text.size() > kMaxDigits) return std::nullopt;
  std::uint32_t number = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
  return read.ptr == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

struct Extent {
  std::optional<std::uint32_t> width;  // in CSS pixels
  std::optional<std::uint32_t> height;
};

Extent extent_of(const Token& img) {
  const InlineStyle style = read_inline_style(attribute(img, "style"));
  Extent extent{pixels_of(attribute(img, "width")), pixels_of(attribute(img, "height"))};
  if (!extent.width) extent.width = style.width;
  if (!extent.height) extent.height = style.height;
  return extent;
}

}  // namespace

std::optional<Image> picture_of(const Token& img) {
  // Pages that load pictures late have a stand-in in `src`.
  for (const std::string_view name : {"src", "data-src"}) {
    std::optional<std::string> address = html::safe_link_url(attribute(img, name));
    if (!address) continue;
    const bool is_path = address->starts_with('/') && !address->starts_with("//");
    if (!is_path && html::host_of(*address).empty()) continue;
    return Image{*std::move(address), extent_of(img).width.value_or(0)};
  }
  return std::nullopt;
}

std::string alternative_of(const Token& img) {
  std::string line;
  for_each_word(attribute(img, "alt"), [&](std::string_view word) {
    if (!line.empty()) line.push_back(' ');
    line += word;
  });
  return line;
}

bool is_tracker(const Token& img) {
  const Extent extent = extent_of(img);
  return extent.width && extent.height && *extent.width <= 1 && *extent.height <= 1;
}

bool is_emoji(const Token& img) {
  if (has_attribute(img, "data-emoji")) return true;
  bool has_class = false;
  for_each_word(attribute(img, "class"), [&](std::string_view word) { has_class |= word == "emoji"; });
  return has_class;
}

}  // namespace depeche::paste
