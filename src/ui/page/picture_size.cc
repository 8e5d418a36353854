#include "ui/page/picture_size.h"

#include <algorithm>
#include <string_view>

#include "base/decimal.h"

namespace depeche::ui {
namespace {

// HTML takes numbers of any size; no picture of a release is wider.
constexpr double kMaxPixels = 10'000;

struct Dimension {
  float number = 0;
  bool percent = false;
};

Dimension dimension_of(std::string_view text) {
  text.remove_prefix(std::min(text.find_first_not_of(" \t\n\f\r"), text.size()));
  const std::string_view number = text.substr(0, text.find_first_not_of("0123456789."));
  if (number.empty() || number.front() == '.') return {};
  const double value = std::min(read_decimal(number), kMaxPixels);
  const bool percent = text.substr(std::min(number.size(), text.size())).starts_with('%');
  return {static_cast<float>(value), percent};
}

}  // namespace

PictureSize size_of(const markdown::Tree& tree, markdown::NodeId image) {
  const Dimension width = dimension_of(tree.attribute(image, "width").value_or(""));
  const Dimension height = dimension_of(tree.attribute(image, "height").value_or(""));
  return {.width = width.percent ? 0 : width.number,
          .height = height.percent ? 0 : height.number,
          .share = width.percent ? width.number / 100 : 0};
}

float wanted_width(const Picture& picture, const PictureSize& size, float line) {
  if (size.share > 0) return size.share * line;
  if (size.width > 0) return size.width;
  if (size.height > 0) return size.height * picture.width / picture.height;
  return picture.width;
}

}  // namespace depeche::ui
