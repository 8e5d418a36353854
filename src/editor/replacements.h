// The texts that replace the matches of a search: the replacement as it is, or with the groups of a regular
// expression filled in (expand_replacement in regex.h).
//
// Works a slice at a time, as the search does, and gives up beyond Search::kMaxWork steps or kMaxBytes.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "editor/regex.h"
#include "editor/search.h"
#include "editor/state.h"
#include "editor/transaction.h"

namespace depeche::editor {

class Replacements {
 public:
  static constexpr std::size_t kMaxBytes = std::size_t{1} << 26;  // of all together

  // For some of the matches of `search`, which must outlive this and not change meanwhile.
  Replacements(const Search& search, std::span<const Span> matches, std::string replacement)
      : search_(search), matches_(matches.begin(), matches.end()), replacement_(std::move(replacement)) {}

  // Goes on for about `work` steps; true when all replacements are known, or it has given up.
  bool advance(std::size_t work = Search::kSlice);
  bool done() const { return problem_ || edits_.size() == matches_.size(); }

  // Why it has given up: find/too-complex, find/too-much.
  const std::optional<Message>& problem() const { return problem_; }

  // The replacements known so far, in the order of the matches.
  const std::vector<Replacement>& edits() const { return edits_; }

 private:
  void add_next(std::size_t& work);
  std::optional<std::string> expand(Span match, std::size_t& work);

  const Search& search_;
  std::vector<Span> matches_;
  std::string replacement_;
  std::optional<RegexScan> scan_;  // of the match that comes next
  std::vector<Replacement> edits_;
  std::optional<Message> problem_;
  std::size_t spent_ = 0;
  std::size_t bytes_ = 0;
};

// Replaces the first match and puts the caret after it; replaces all of them, as one step. `replacements` must
// be done, and for the text of `state`. Nothing if it has given up or has no matches.
std::optional<Transaction> replace_match(const EditorState& state, const Replacements& replacements);
std::optional<Transaction> replace_matches(const EditorState& state, const Replacements& replacements);

}  // namespace depeche::editor
