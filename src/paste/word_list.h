// Lists of Word: paragraphs that say how deep they are in a list, each with its marker as text before it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "paste/rich_text.h"

namespace depeche::paste {

// The last numbers that were given to a container and to an item.
struct ContainerIds {
  std::uint32_t groups = 0;
  std::uint32_t items = 0;
};

class WordList {
 public:
  // The paragraph that begins now is an item, `level` levels deep, counted from 1.
  void begin_item(unsigned level);
  bool is_in_item() const { return level_.has_value(); }
  // Adds to the text of the item's marker.
  void add_to_marker(std::string_view text) { marker_ += text; }
  // The path of the item's text, in a list that is inside `around`. Only for a paragraph that is an item.
  std::vector<Container> path(const std::vector<Container>& around, ContainerIds& ids);
  void end_paragraph();
  // Ends all lists: the next item begins a new one.
  void end() { open_.clear(); }

 private:
  void place_item(std::size_t level, ContainerIds& ids);

  std::optional<unsigned> level_;  // of the paragraph, if it is an item
  bool is_placed_ = false;         // the item is in open_
  std::string marker_;
  std::vector<Container> open_;  // by level
};

}  // namespace depeche::paste
