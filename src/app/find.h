// The search that the find bar shows: of one text and one query, kept until either changes.
#pragma once

#include <cstdint>
#include <memory>

#include "app/model.h"
#include "editor/search.h"

namespace depeche::app {

class Find {
 public:
  // The model that an action made: while the bar is open, what was found goes along with its text.
  void follow(const Model& model);

  // Of the model's text and query, as far as it has gone. Holds until the next call with others.
  editor::Search& search(const Model& model);

 private:
  std::uint64_t revision_ = 0;
  editor::SearchQuery query_;
  std::unique_ptr<editor::Search> search_;
};

}  // namespace depeche::app
