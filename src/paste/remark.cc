#include "paste/remark.h"

#include <string_view>

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

}  // namespace

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
