// What the find bar shows and what waits for it: a search of one text and one query, kept until either
// changes, and what replaces its matches. Both go on a slice at a time, so that no action and no frame is
// held up.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "app/model.h"
#include "editor/replacements.h"
#include "editor/search.h"

namespace depeche::app {

class Find {
 public:
  // `change` led to the model's text: while the bar is open, what was found goes along with it.
  void follow(const Model& model, const editor::TextChange& change);

  // Of the model's text and query, as far as it has gone. Holds until the next call with others.
  editor::Search& search(const Model& model);

  // Goes on for about `work` steps each with the search and with what the model's request needs of it. True when
  // there is nothing left to do.
  bool advance(const Model& model, std::size_t work = editor::Search::kSlice);

  // Whether the model has a request, and all is known to carry it out.
  bool is_ready(const Model& model);

  // What the model's request replaces: the selected match, or all of them. Null when it asks for nothing of
  // the kind, the selection is no match, or the search has not got there. Holds until the text, the query or
  // the request changes.
  const editor::Replacements* replacements(const Model& model);

  // How often a search was begun: the tests' proof that one follows its text.
  std::uint64_t searches() const { return searches_; }

 private:
  struct Replacing {  // what they are of
    FindRequest request;
    Span selected;
    std::string replacement;
    bool operator==(const Replacing&) const = default;
  };
  editor::Replacements* known_replacements(const Model& model);

  std::uint64_t revision_ = 0;
  editor::SearchQuery query_;
  std::unique_ptr<editor::Search> search_;
  std::optional<Replacing> replacing_;
  std::unique_ptr<editor::Replacements> replacements_;  // of search_
  std::uint64_t searches_ = 0;
};

}  // namespace depeche::app
