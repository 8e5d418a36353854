#include "paste/inline_style.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/ascii.h"
#include "paste/css_value.h"
#include "paste/word_processors.h"

namespace depeche::paste {
namespace {

bool contains(std::string_view text, std::string_view lower) {
  const auto same = [](char one, char other) { return to_lower(one) == other; };
  return std::search(text.begin(), text.end(), lower.begin(), lower.end(), same) != text.end();
}

std::optional<bool> is_bold(std::string_view value) {
  constexpr int kSemibold = 600;
  int weight = 0;
  const bool is_number = std::from_chars(value.data(), value.data() + value.size(), weight).ec == std::errc();
  if (is_number) return weight >= kSemibold;
  if (begins(value, "bold")) return true;  // and bolder
  if (begins(value, "normal") || begins(value, "lighter")) return false;
  return std::nullopt;
}

// Other alignments are of cells and pictures.
std::optional<Script> script_of(std::string_view value) {
  if (begins(value, "super")) return Script::kSuper;
  if (begins(value, "sub")) return Script::kSub;
  if (begins(value, "baseline")) return Script::kNone;
  return std::nullopt;
}

// Whether a background shows as one.
bool is_fill(std::string_view value) {
  constexpr std::size_t kLongest = 32;
  constexpr std::string_view kNone[] = {
      "none",   "transparent", "inherit",         "initial",          "unset", "white",
      "window", "auto",        "rgb(255,255,255", "rgba(255,255,255", "url",   "rgba(0,0,0,0"};
  std::string kept(value.substr(0, kLongest));
  std::erase(kept, ' ');
  if (begins(kept, "#fff")) return !equal(kept, "#fff") && !begins(kept, "#ffffff");
  return !kept.empty() &&
         std::ranges::none_of(kNone, [&](std::string_view none) { return begins(kept, none); });
}

// "12px", "12.5px"; nothing for other units.
std::optional<unsigned> pixels(std::string_view value) {
  unsigned number = 0;
  const auto read = std::from_chars(value.data(), value.data() + value.size(), number);
  if (read.ec != std::errc()) return std::nullopt;
  std::string_view unit = value.substr(static_cast<std::size_t>(read.ptr - value.data()));
  if (unit.starts_with('.'))
    unit.remove_prefix(std::min(unit.find_first_not_of("0123456789", 1), unit.size()));
  return begins(unit, "px") || (unit.empty() && number == 0) ? std::optional(number) : std::nullopt;
}

void take_declaration(InlineStyle& style, std::string_view name, std::string_view value) {
  if (equal(name, "font-weight")) {
    style.bold = is_bold(value);
  } else if (equal(name, "font-style")) {
    style.italic = begins(value, "italic") || begins(value, "oblique");
  } else if (equal(name, "text-decoration") || equal(name, "text-decoration-line")) {
    if (contains(value, "line-through")) style.struck = true;
  } else if (equal(name, "vertical-align")) {
    style.script = script_of(value);
  } else if (equal(name, "white-space")) {
    style.keeps_lines = begins(value, "pre") || begins(value, "break-spaces");
  } else if (equal(name, "display")) {
    style.hidden = style.hidden || begins(value, "none");
  } else if (equal(name, "visibility")) {
    style.hidden = style.hidden || begins(value, "hidden") || begins(value, "collapse");
  } else if (equal(name, "background") || equal(name, "background-color")) {
    style.has_fill = is_fill(value);
  } else if (equal(name, "width")) {
    style.width = pixels(value);
  } else if (equal(name, "height")) {
    style.height = pixels(value);
  } else {
    take_word_declaration(style, name, value);
  }
}

}  // namespace

InlineStyle read_inline_style(std::string_view style) {
  InlineStyle result;
  while (!style.empty()) {
    std::string_view declaration = take_until(style, ';');
    const std::string_view name = take_until(declaration, ':');
    take_declaration(result, name, trimmed(declaration));
  }
  return result;
}

}  // namespace depeche::paste
