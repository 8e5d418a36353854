#include "paste/class_styles.h"

#include <algorithm>

#include "base/ascii.h"

namespace depeche::paste {
namespace {

std::string without_comments(std::string_view css) {
  std::string kept;
  while (true) {
    const std::size_t begin = std::min(css.find("/*"), css.size());
    kept += css.substr(0, begin);
    if (begin == css.size()) return kept;
    const std::size_t end = css.find("*/", begin + 2);
    if (end == std::string_view::npos) return kept;
    css.remove_prefix(end + 2);
  }
}

bool is_name(std::string_view text) {
  return std::ranges::all_of(text,
                             [](char c) { return is_letter(c) || is_digit(c) || c == '-' || c == '_'; });
}

// "xl65" of ".xl65" and of "td.xl65"; empty for any other selector.
std::string_view class_of(std::string_view selector) {
  selector = trimmed(selector);
  if (selector.starts_with("<!--")) selector = trimmed(selector.substr(4));
  const std::size_t dot = selector.find('.');
  if (dot == std::string_view::npos) return {};
  const std::string_view name = selector.substr(dot + 1);
  return is_name(selector.substr(0, dot)) && is_name(name) ? name : std::string_view();
}

}  // namespace

void ClassStyles::read(std::string_view css) {
  const std::string kept = without_comments(css);
  std::string_view rest = kept;
  while (true) {
    const std::size_t open = rest.find('{');
    const std::size_t close = rest.find('}', open);
    if (open == std::string_view::npos || close == std::string_view::npos) return;
    std::string_view selectors = rest.substr(0, open);
    InlineStyle style = read_inline_style(rest.substr(open + 1, close - open - 1));
    style.word_item.reset();  // it would refer into `kept`
    rest.remove_prefix(close + 1);
    while (!selectors.empty()) {
      const std::size_t end = std::min(selectors.find(','), selectors.size());
      const std::string_view name = class_of(selectors.substr(0, end));
      selectors.remove_prefix(std::min(end + 1, selectors.size()));
      if (!name.empty() && classes_.size() < kMaxClasses) classes_.insert_or_assign(std::string(name), style);
    }
  }
}

const InlineStyle* ClassStyles::find(std::string_view class_name) const {
  const auto found = classes_.find(class_name);
  return found == classes_.end() ? nullptr : &found->second;
}

}  // namespace depeche::paste
