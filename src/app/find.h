// What the find bar shows: the search of one text for one query, kept until either changes, and the
// replacements of its matches. Both run a slice at a time, so that they hold up no action and no frame.
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
  // `change` led to the model's text: while the bar is open, the search moves on to it.
  void follow(const Model& model, const editor::TextChange& change);

  // The search of the model's text and query, as far as it has got. Valid until the next call with others.
  editor::Search& search(const Model& model);

  // Runs the search for about `work` steps, and the replacements that the model's request needs for as many.
  // True when nothing is left to do.
  bool advance(const Model& model, std::size_t work = editor::Search::kSlice);

  // Whether the model has a request, and enough has been searched to carry it out.
  bool is_ready(const Model& model);

  // What the model's request replaces: the selected match, or all of them. Null when it asks for nothing of
  // the kind, the selection is no match, or the search has not got there. Holds until the text, the query or
  // the request changes.
  const editor::Replacements* replacements(const Model& model);

  // How often a search was begun: by this, tests see that a search follows the text and does not begin anew.
  std::uint64_t searches() const { return searches_; }

 private:
  struct Replacing {  // what replacements_ were made for
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
