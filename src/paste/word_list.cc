#include "paste/word_list.h"

#include <algorithm>
#include <utility>

#include "base/ascii.h"
#include "paste/rich_paste.h"
#include "paste/tag.h"

namespace depeche::paste {
namespace {

// "2" of "2." and "3" of "2.3.", which is the third item of the list in the second.
std::uint32_t marker_number(std::string_view marker, std::uint32_t otherwise) {
  constexpr std::string_view kDigits = "0123456789";
  const std::size_t end = marker.find_last_of(".)");
  marker = marker.substr(0, end);
  const std::size_t before = marker.find_last_not_of(kDigits);
  return number_of(before == std::string_view::npos ? marker : marker.substr(before + 1), otherwise);
}

// "1.", "a)", "iv."; bullets are signs, and an "o" that a font makes round.
bool is_ordered_marker(std::string_view marker) {
  const auto is_letter_or_digit = [](char c) { return is_letter(c) || is_digit(c); };
  std::size_t end = 0;
  while (end < marker.size() && (is_letter_or_digit(marker[end]) || marker[end] == '(')) ++end;
  return end > 0 && end < marker.size() && (marker[end] == '.' || marker[end] == ')');
}

}  // namespace

void WordList::begin_item(unsigned level) {
  level_ = level;
  is_placed_ = false;
}

std::vector<Container> WordList::path(const std::vector<Container>& around, ContainerIds& ids) {
  const std::size_t deepest = kDeepestList > around.size() ? kDeepestList - around.size() : 0;
  const std::size_t level = std::min<std::size_t>({*level_, open_.size() + 1, deepest});
  if (level > 0 && !std::exchange(is_placed_, true)) place_item(level, ids);
  std::vector<Container> path = around;
  path.insert(path.end(), open_.begin(), open_.end());
  return path;
}

void WordList::place_item(std::size_t level, ContainerIds& ids) {
  open_.resize(std::max(open_.size(), level));
  open_.resize(level);
  Container& item = open_.back();
  const bool is_ordered = is_ordered_marker(marker_);
  const auto kind = is_ordered ? Container::Kind::kOrdered : Container::Kind::kBullet;
  if (item.group == 0 || item.kind != kind) item = {.kind = kind, .group = ++ids.groups, .number = 0};
  item.item = ++ids.items;
  item.number = marker_number(marker_, item.number + 1);
}

void WordList::end_paragraph() {
  level_.reset();
  marker_.clear();
}

}  // namespace depeche::paste
