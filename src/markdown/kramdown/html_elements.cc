#include "markdown/kramdown/html_elements.h"

#include <algorithm>

#include "markdown/kramdown/characters.h"

namespace depeche::markdown::kramdown {
namespace {

// Where an element may stand: in a line of text only, as a block only, or either.
enum class Place : std::uint8_t { kLine, kBlock, kEither };

struct ElementInfo {
  std::string_view name;
  Place place;
  bool is_void;
  ContentModel model;
};

constexpr ContentModel kRaw = ContentModel::kRaw;
constexpr ContentModel kSpan = ContentModel::kSpan;
constexpr ContentModel kBlock = ContentModel::kBlock;

// In order of name.
constexpr ElementInfo kElements[] = {
    {"a", Place::kLine, false, kSpan},
    {"abbr", Place::kLine, false, kSpan},
    {"acronym", Place::kLine, false, kSpan},
    {"address", Place::kBlock, false, kBlock},
    {"applet", Place::kBlock, false, kBlock},
    {"area", Place::kEither, true, kRaw},
    {"article", Place::kBlock, false, kBlock},
    {"aside", Place::kBlock, false, kBlock},
    {"b", Place::kLine, false, kSpan},
    {"base", Place::kEither, true, kRaw},
    {"bdo", Place::kLine, false, kSpan},
    {"big", Place::kLine, false, kSpan},
    {"blockquote", Place::kBlock, false, kBlock},
    {"body", Place::kBlock, false, kBlock},
    {"br", Place::kLine, true, kRaw},
    {"button", Place::kLine, false, kSpan},
    {"caption", Place::kBlock, false, kSpan},
    {"cite", Place::kLine, false, kSpan},
    {"code", Place::kLine, false, kRaw},
    {"col", Place::kBlock, true, kRaw},
    {"colgroup", Place::kBlock, false, kRaw},
    {"command", Place::kEither, true, kRaw},
    {"dd", Place::kBlock, false, kBlock},
    {"del", Place::kLine, false, kSpan},
    {"details", Place::kEither, false, kBlock},
    {"dfn", Place::kLine, false, kSpan},
    {"div", Place::kBlock, false, kBlock},
    {"dl", Place::kBlock, false, kBlock},
    {"dt", Place::kBlock, false, kSpan},
    {"em", Place::kLine, false, kSpan},
    {"embed", Place::kEither, true, kRaw},
    {"fieldset", Place::kBlock, false, kBlock},
    {"figcaption", Place::kBlock, false, kBlock},
    {"figure", Place::kEither, false, kBlock},
    {"footer", Place::kBlock, false, kBlock},
    {"form", Place::kBlock, false, kBlock},
    {"h1", Place::kBlock, false, kSpan},
    {"h2", Place::kBlock, false, kSpan},
    {"h3", Place::kBlock, false, kSpan},
    {"h4", Place::kBlock, false, kSpan},
    {"h5", Place::kBlock, false, kSpan},
    {"h6", Place::kBlock, false, kSpan},
    {"head", Place::kBlock, false, kRaw},
    {"header", Place::kBlock, false, kBlock},
    {"hgroup", Place::kBlock, false, kBlock},
    {"hr", Place::kBlock, true, kRaw},
    {"html", Place::kBlock, false, kRaw},
    {"i", Place::kLine, false, kSpan},
    {"iframe", Place::kBlock, false, kBlock},
    {"img", Place::kLine, true, kRaw},
    {"input", Place::kLine, true, kRaw},
    {"ins", Place::kLine, false, kSpan},
    {"kbd", Place::kLine, false, kRaw},
    {"keygen", Place::kEither, true, kRaw},
    {"label", Place::kLine, false, kSpan},
    {"legend", Place::kBlock, false, kSpan},
    {"li", Place::kBlock, false, kBlock},
    {"link", Place::kEither, true, kRaw},
    {"main", Place::kBlock, false, kBlock},
    {"map", Place::kBlock, false, kBlock},
    {"mark", Place::kLine, false, kRaw},
    {"math", Place::kEither, false, kRaw},
    {"menu", Place::kBlock, false, kBlock},
    {"meta", Place::kEither, true, kRaw},
    {"nav", Place::kBlock, false, kBlock},
    {"noscript", Place::kEither, false, kBlock},
    {"object", Place::kEither, false, kBlock},
    {"ol", Place::kBlock, false, kRaw},
    {"optgroup", Place::kBlock, false, kSpan},
    {"option", Place::kLine, false, kRaw},
    {"p", Place::kBlock, false, kSpan},
    {"param", Place::kEither, true, kRaw},
    {"pre", Place::kBlock, false, kRaw},
    {"q", Place::kLine, false, kSpan},
    {"rb", Place::kLine, false, kSpan},
    {"rbc", Place::kLine, false, kSpan},
    {"rp", Place::kLine, false, kSpan},
    {"rt", Place::kLine, false, kSpan},
    {"rtc", Place::kLine, false, kSpan},
    {"ruby", Place::kLine, false, kSpan},
    {"samp", Place::kLine, false, kRaw},
    {"script", Place::kEither, false, kRaw},
    {"section", Place::kBlock, false, kBlock},
    {"select", Place::kLine, false, kSpan},
    {"small", Place::kLine, false, kSpan},
    {"source", Place::kEither, true, kRaw},
    {"span", Place::kLine, false, kSpan},
    {"strong", Place::kLine, false, kSpan},
    {"style", Place::kEither, false, kRaw},
    {"sub", Place::kLine, false, kSpan},
    {"summary", Place::kBlock, false, kBlock},
    {"sup", Place::kLine, false, kSpan},
    {"table", Place::kBlock, false, kRaw},
    {"tbody", Place::kBlock, false, kRaw},
    {"td", Place::kBlock, false, kBlock},
    {"textarea", Place::kEither, false, kRaw},
    {"tfoot", Place::kBlock, false, kRaw},
    {"th", Place::kBlock, false, kSpan},
    {"thead", Place::kBlock, false, kRaw},
    {"tr", Place::kBlock, false, kRaw},
    {"track", Place::kEither, true, kRaw},
    {"tt", Place::kLine, false, kSpan},
    {"u", Place::kLine, false, kRaw},
    {"ul", Place::kBlock, false, kRaw},
    {"var", Place::kLine, false, kRaw},
    {"wbr", Place::kEither, true, kRaw},
};

const ElementInfo* find(std::string_view name) {
  const auto* found = std::lower_bound(
      std::begin(kElements), std::end(kElements), name,
      [](const ElementInfo& element, std::string_view wanted) { return element.name < wanted; });
  return found != std::end(kElements) && found->name == name ? found : nullptr;
}

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

bool is_among(std::string_view name, std::string_view names) {
  for (std::size_t begin = 0; begin < names.size();) {
    const std::size_t end = std::min(names.find(' ', begin), names.size());
    if (names.substr(begin, end - begin) == name) return true;
    begin = end + 1;
  }
  return false;
}

}  // namespace

std::optional<std::string_view> known_element(std::string_view name) {
  const ElementInfo* element = find(ascii_lowercase(name));
  if (!element) return std::nullopt;
  return element->name;
}

bool is_span_element(std::string_view name) {
  const ElementInfo* element = find(name);
  return element && element->place == Place::kLine;
}

bool is_block_element(std::string_view name) {
  const ElementInfo* element = find(name);
  return element && element->place == Place::kBlock;
}

bool is_void_element(std::string_view name) {
  const ElementInfo* element = find(name);
  return element && element->is_void;
}

std::size_t ended_by_start_tag(std::string_view name, std::span<const std::string_view> open) {
  const auto* rule = std::find_if(std::begin(kImpliedEnds), std::end(kImpliedEnds),
                                  [&](const ImpliedEnd& each) { return is_among(name, each.opened); });
  std::size_t first = open.size();
  if (rule == std::end(kImpliedEnds)) return first;
  for (std::size_t at = open.size(); at > 0 && !is_among(open[at - 1], rule->within); --at) {
    if (is_among(open[at - 1], rule->ended)) first = at - 1;
  }
  return first;
}

ContentModel content_model(std::string_view name) {
  const ElementInfo* element = find(name);
  return element ? element->model : ContentModel::kRaw;
}

}  // namespace depeche::markdown::kramdown
