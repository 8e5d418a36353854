// Numbers for clusters of several code points that fonts draw as one shape: letters with marks, emoji of
// several parts, letters that join.
//
// Dear ImGui asks for glyphs by character. The numbers are surrogates, which no decoded text holds, so that an
// atlas can hold clusters along with code points.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace depeche::ui {

class ClusterTable {
 public:
  // The number of a cluster, UTF-8; 0 for a new one when all 2,048 numbers are in use.
  char32_t number(std::string_view cluster);

  // The cluster of a number; empty for any other character. Valid while the table lives.
  std::string_view cluster(char32_t character) const;

 private:
  struct Hash : std::hash<std::string_view> {
    using is_transparent = void;
  };
  std::unordered_map<std::string, char32_t, Hash, std::equal_to<>> numbers_;
  std::vector<std::string_view> clusters_;  // the map's keys
};

}  // namespace depeche::ui
