#include "html/safe_url.h"

#include <algorithm>
#include <array>

#include "base/ascii.h"

namespace depeche::html {
namespace {

bool is_control_or_space(char c) {
  return static_cast<unsigned char>(c) <= 0x20;
}

bool is_tab_or_newline(char c) {
  return c == '\t' || c == '\n' || c == '\r';
}

std::string without_ignored_characters(std::string_view url) {
  while (!url.empty() && is_control_or_space(url.front())) url.remove_prefix(1);
  while (!url.empty() && is_control_or_space(url.back())) url.remove_suffix(1);
  std::string kept(url);
  std::erase_if(kept, is_tab_or_newline);
  return kept;
}

// The scheme in lower case, or empty for a relative URL.
std::string scheme_of(std::string_view url) {
  const auto is_letter = [](char c) { return to_lower(c) >= 'a' && to_lower(c) <= 'z'; };
  const auto is_scheme_character = [&](char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
  };
  if (url.empty() || !is_letter(url[0])) return "";
  const auto end = std::ranges::find_if_not(url, is_scheme_character);
  if (end == url.end() || *end != ':') return "";
  return in_lower_case(std::string_view(url.begin(), end));
}

bool is_data_of_image(std::string_view url) {
  constexpr std::array<std::string_view, 4> kTypes = {"data:image/png", "data:image/jpeg", "data:image/gif",
                                                      "data:image/webp"};
  const std::size_t end = url.find_first_of(";,");
  if (end == std::string_view::npos) return false;
  return std::ranges::find(kTypes, in_lower_case(url.substr(0, end))) != kTypes.end();
}

}  // namespace

std::optional<std::string> safe_link_url(std::string_view url) {
  constexpr std::array<std::string_view, 5> kSchemes = {"", "http", "https", "mailto", "tel"};
  std::string kept = without_ignored_characters(url);
  if (std::ranges::find(kSchemes, scheme_of(kept)) == kSchemes.end()) return std::nullopt;
  return kept;
}

std::optional<std::string> safe_image_url(std::string_view url) {
  constexpr std::array<std::string_view, 3> kSchemes = {"", "http", "https"};
  std::string kept = without_ignored_characters(url);
  const std::string scheme = scheme_of(kept);
  if (scheme == "data" && is_data_of_image(kept)) return kept;
  if (std::ranges::find(kSchemes, scheme) == kSchemes.end()) return std::nullopt;
  return kept;
}

}  // namespace depeche::html
