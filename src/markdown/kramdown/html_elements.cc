#include "markdown/kramdown/html_elements.h"

#include <algorithm>

#include "base/ascii.h"
#include "html/elements.h"
#include "markdown/kramdown/characters.h"

namespace depeche::markdown::kramdown {
namespace {

constexpr html::Traits kAnyPlace = html::kInLine | html::kAsBlock;

// The start tag of one of `opened` ends those of `ended` that lie inside the innermost of `within`. Names are
// parted by a space.
struct ImpliedEnd {
  std::string_view opened, ended, within;
};

constexpr ImpliedEnd kImpliedEnds[] = {
    {"thead tbody tfoot caption colgroup", "thead tbody tfoot caption colgroup tr td th", "table"},
    {"tr", "tr td th caption colgroup", "table"},
    {"td th", "td th", "table tr"},
    {"li", "li", "ul ol menu table td th"},
    {"dt dd", "dt dd", "dl table td th"},
    {"address article aside blockquote details div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 "
     "h6 "
     "header hgroup hr main menu nav ol p pre section table ul",
     "p", "table caption td th button object"},
};

}  // namespace

std::optional<std::string_view> known_element(std::string_view name) {
  const html::Element* element = html::find_element(in_lower_case(name));
  if (element == nullptr || !element->is(kAnyPlace)) return std::nullopt;
  return element->name;
}

bool is_span_element(std::string_view name) {
  return (html::traits_of(name) & kAnyPlace) == html::kInLine;
}

bool is_block_element(std::string_view name) {
  return (html::traits_of(name) & kAnyPlace) == html::kAsBlock;
}

std::size_t ended_by_start_tag(std::string_view name, std::span<const std::string_view> open) {
  const auto* rule = std::find_if(std::begin(kImpliedEnds), std::end(kImpliedEnds),
                                  [&](const ImpliedEnd& each) { return has_word(each.opened, name); });
  std::size_t first = open.size();
  if (rule == std::end(kImpliedEnds)) return first;
  for (std::size_t at = open.size(); at > 0 && !has_word(rule->within, open[at - 1]); --at) {
    if (has_word(rule->ended, open[at - 1])) first = at - 1;
  }
  return first;
}

ContentModel content_model(std::string_view name) {
  const html::Traits traits = html::traits_of(name);
  if ((traits & html::kHoldsSpans) != 0) return ContentModel::kSpan;
  return (traits & html::kHoldsBlocks) != 0 ? ContentModel::kBlock : ContentModel::kRaw;
}

}  // namespace depeche::markdown::kramdown
