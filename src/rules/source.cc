#include "rules/source.h"

#include <algorithm>
#include <iterator>

namespace depeche::rules {
namespace {

constexpr std::string_view kBlanks[] = {" ", "\t", "\n", "\r", "\f", "\v", "\u00A0", "\u202F"};

}  // namespace

std::string_view without_blanks(std::string_view text) {
  const auto* const end = std::end(kBlanks);
  for (;;) {
    const auto* const blank =
        std::find_if(std::begin(kBlanks), end, [&](std::string_view b) { return text.starts_with(b); });
    if (blank == end) break;
    text.remove_prefix(blank->size());
  }
  for (;;) {
    const auto* const blank =
        std::find_if(std::begin(kBlanks), end, [&](std::string_view b) { return text.ends_with(b); });
    if (blank == end) return text;
    text.remove_suffix(blank->size());
  }
}

bool is_blank(std::string_view text) {
  return without_blanks(text).empty();
}

}  // namespace depeche::rules
