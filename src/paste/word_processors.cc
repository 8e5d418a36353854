#include "paste/word_processors.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string_view>

#include "paste/css_value.h"
#include "paste/tag.h"

namespace depeche::paste {
namespace {

using html::Token;

bool is_of_remark(std::string_view class_name) {
  return class_name.starts_with("MsoComment") || class_name.starts_with("msocom") || class_name == "msoDel";
}

// The place in the document that a link leads to. Browsers put the address of the page before it.
std::string_view place_of(const Token& tag) {
  const std::string_view address = tag.name == "a" ? attribute(tag, "href") : std::string_view();
  const std::size_t sign = address.find('#');
  return sign == std::string_view::npos ? std::string_view() : address.substr(sign + 1);
}

// "cmnt12", with `beginning` before the number.
bool is_numbered(std::string_view place, std::string_view beginning) {
  return place.size() > beginning.size() && place.starts_with(beginning) &&
         place.find_first_not_of("0123456789", beginning.size()) == std::string_view::npos;
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

// The values of `mso-element`: parts of a document that are not its text.
bool is_remark_element(std::string_view element) {
  constexpr std::string_view kRemarks[] = {"comment", "comment-list", "header", "footer"};
  return std::ranges::any_of(kRemarks, [&](std::string_view remark) { return equal(element, remark); });
}

}  // namespace

void take_word_declaration(InlineStyle& style, std::string_view name, std::string_view value) {
  if (equal(name, "mso-hide")) {
    style.hidden = style.hidden || begins(value, "all");
  } else if (equal(name, "mso-element")) {
    style.is_remark = style.is_remark || is_remark_element(value);
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

bool is_word_title(std::string_view class_name) {
  return class_name == "MsoTitle";
}

bool is_remark(const Token& tag) {
  const std::string_view place = place_of(tag);
  bool found = is_numbered(place, "_msocom_") || is_numbered(place, "_msoanchor_") ||
               is_numbered(place, "cmnt") || is_numbered(place, "cmnt_ref");
  for_each_word(attribute(tag, "class"), [&](std::string_view word) { found |= is_of_remark(word); });
  return found;
}

bool begins_comment(const Token& tag) {
  return is_numbered(place_of(tag), "cmnt_ref");
}

bool is_of_word_processor(const Token& tag) {
  if (tag.name == "html") return has_attribute(tag, "xmlns:w") || has_attribute(tag, "xmlns:o");
  if (tag.name != "meta" || attribute(tag, "name") != "generator") return false;
  const std::string_view program = attribute(tag, "content");
  return program.find("Office") != std::string_view::npos ||
         program.find("Microsoft") != std::string_view::npos;
}

}  // namespace depeche::paste
