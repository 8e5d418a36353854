// What a `<style>` says about classes. Spreadsheets and exported documents mark bold, hidden or filled cells by a
// class alone.
#pragma once

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "paste/inline_style.h"

namespace depeche::paste {

class ClassStyles {
 public:
  // Any bytes, in linear time. Only selectors of one class count, with or without an element: `.xl65`,
  // `span.s1`. A later rule replaces an earlier one for the same class.
  void read(std::string_view css);

  // The style of a class; null if the style sheets do not mention it.
  const InlineStyle* find(std::string_view class_name) const;

 private:
  static constexpr std::size_t kMaxClasses = 4096;

  std::map<std::string, InlineStyle, std::less<>> classes_;  // their word_item is empty
};

}  // namespace depeche::paste
