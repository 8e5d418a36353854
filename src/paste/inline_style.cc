#include "paste/inline_style.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "base/ascii.h"

namespace depeche::paste {
namespace {

bool equal(std::string_view text, std::string_view lower) {
  return std::ranges::equal(text, lower, {}, to_lower);
}

bool begins(std::string_view text, std::string_view lower) {
  return text.size() >= lower.size() && equal(text.substr(0, lower.size()), lower);
}

bool contains(std::string_view text, std::string_view lower) {
  const auto same = [](char one, char other) { return to_lower(one) == other; };
  return std::search(text.begin(), text.end(), lower.begin(), lower.end(), same) != text.end();
}

// Up to the first of `signs`, which is taken off `text` with it.
std::string_view take_until(std::string_view& text, char sign) {
  const std::size_t end = std::min(text.find(sign), text.size());
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return trimmed(part);
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

// "l0 level1 lfo1"
std::optional<WordItem> word_item_of(std::string_view value) {
  WordItem item{take_until(value, ' '), 0};
  const std::string_view level = take_until(value, ' ');
  if (!begins(level, "level")) return std::nullopt;
  const auto read = std::from_chars(level.data() + 5, level.data() + level.size(), item.level);
  if (read.ec != std::errc() || item.level == 0) return std::nullopt;
  return item;
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

// Word's `mso-element`: parts of a document that are not its text.
bool is_remark(std::string_view element) {
  constexpr std::string_view kRemarks[] = {"comment", "comment-list", "header", "footer"};
  return std::ranges::any_of(kRemarks, [&](std::string_view remark) { return equal(element, remark); });
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
  } else if (equal(name, "mso-hide")) {
    style.hidden = style.hidden || begins(value, "all");
  } else if (equal(name, "visibility")) {
    style.hidden = style.hidden || begins(value, "hidden") || begins(value, "collapse");
  } else if (equal(name, "background") || equal(name, "background-color")) {
    style.has_fill = is_fill(value);
  } else if (equal(name, "width")) {
    style.width = pixels(value);
  } else if (equal(name, "height")) {
    style.height = pixels(value);
  } else if (equal(name, "mso-element")) {
    style.is_remark = style.is_remark || is_remark(value);
  } else if (equal(name, "mso-special-character")) {
    style.is_remark = style.is_remark || equal(value, "comment");
  } else if (equal(name, "mso-spacerun")) {
    style.is_word_spaces = begins(value, "yes");
  } else if (equal(name, "mso-list")) {
    if (begins(value, "ignore"))
      style.is_word_marker = true;
    else
      style.word_item = word_item_of(value);
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
