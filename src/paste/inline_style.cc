#include "paste/inline_style.h"

#include <algorithm>
#include <charconv>

namespace depeche::paste {
namespace {

char to_lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f';
}

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

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
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
