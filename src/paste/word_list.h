// Lists of Word: paragraphs that say how deep they are, each with its marker as text before it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "paste/rich_text.h"

namespace depeche::paste {

// The last number that a container, and an item, was given.
struct ContainerIds {
  std::uint32_t groups = 0;
  std::uint32_t items = 0;
};

class WordList {
 public:
  // The paragraph that begins is an item, so many levels deep.
  void begin_item(unsigned level);
  bool is_in_item() const { return level_.has_value(); }
  // More of the text that stands for the item's marker.
  void add_to_marker(std::string_view text) { marker_ += text; }
  // Where the item's text belongs, in a list that lies in `around`.
  std::vector<Container> path(const std::vector<Container>& around, ContainerIds& ids);
  void end_paragraph();
  // What follows goes on with no item.
  void end() { open_.clear(); }

 private:
  void place_item(std::size_t level, ContainerIds& ids);

  std::optional<unsigned> level_;  // of the item that the paragraph is
  bool is_placed_ = false;         // it is among those that are open
  std::string marker_;
  std::vector<Container> open_;  // by level
};

}  // namespace depeche::paste
