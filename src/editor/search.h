// All places of a text that a query finds.
//
// By default case and accents are ignored (fold.h). Matches do not overlap and are never empty. A search works
// a slice at a time, so that a long text or a hostile pattern never delays a frame; it stops at kMaxMatches, or
// after kMaxWork steps in all. After a change of the text, only the changed lines are searched again if no
// match can cross a line end; otherwise all that follows the last match before the change.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/diagnostic.h"
#include "base/result.h"
#include "editor/regex.h"
#include "text/change.h"
#include "text/text.h"

namespace depeche::editor {

struct SearchOptions {
  bool match_case = false;
  bool match_accents = false;
  bool whole_word = false;
  bool regex = false;  // the syntax is that of regex.h
  bool operator==(const SearchOptions&) const = default;
};

struct SearchQuery {
  std::string pattern;
  SearchOptions options;
  bool operator==(const SearchQuery&) const = default;
};

class Search {
 public:
  static constexpr std::size_t kMaxMatches = 100000;
  static constexpr std::size_t kMaxWork = std::size_t{1} << 26;
  static constexpr std::size_t kSlice = std::size_t{1} << 18;  // of work: a few milliseconds

  Search(Text text, const SearchQuery& query);
  Search(const Search&) = delete;
  Search& operator=(const Search&) = delete;

  // Goes on for about `work` steps; true when the search is done.
  bool advance(std::size_t work = kSlice);
  // Searches to the end, however long it takes: for tests.
  void finish();

  // Switches to `after`, the text that `change` makes of this one. Keeps the matches outside the changed lines,
  // or only those before the change if a match may cross a line end. False, with nothing done, if `change` is
  // for a text of another length.
  bool follow(const Change& change, const Text& after);

  bool done() const { return done_; }
  bool stopped() const { return stopped_; }                           // at a limit: there may be more matches
  const std::optional<Message>& problem() const { return problem_; }  // with the pattern

  const Text& text() const { return text_; }
  const std::optional<Regex>& regex() const { return regex_; }  // none for a literal
  // How many steps were taken so far.
  std::size_t work() const { return spent_; }

  // The matches found so far, in order.
  const std::vector<Span>& matches() const { return matches_; }

  // The index of the match at exactly `span`, or none.
  std::optional<std::size_t> index_of(Span span) const;
  // The index of the first match that begins at or after `offset`, else of the first of all; that of the last
  // match that ends at or before it, else of the last of all. None if there is no match.
  std::optional<std::size_t> next(Offset offset) const;
  std::optional<std::size_t> previous(Offset offset) const;
  // Whether next() and previous() will give the same when the search is done.
  bool knows_next(Offset offset) const;
  bool knows_previous(Offset offset) const;

 private:
  std::size_t advance_some(std::size_t work);
  void follow_in_lines(const Change& change, const Text& before);
  void go_back_to(Offset changed);
  void go_on_from(std::size_t offset);
  bool search_again(Span lines);
  std::size_t advance_literal(std::size_t work);
  std::size_t advance_regex(std::size_t work);
  std::optional<Offset> literal_end(std::size_t offset, std::size_t& spent);
  bool is_whole_word(Span span) const;
  void take(Span span);

  Text text_;
  SearchQuery query_;
  Folding folding_;
  std::u32string folded_;  // the literal
  ByteSet first_bytes_;
  std::optional<Regex> regex_;
  std::optional<RegexScan> scan_;
  std::optional<Message> problem_;
  bool stays_in_line_ = true;  // no match holds a line's end
  std::vector<Span> matches_;
  std::vector<Offset> reads_;  // how far the text was read for each, if one may hold a line end
  std::size_t read_ = 0;
  std::size_t at_ = 0;
  std::size_t end_ = 0;  // of what is searched
  std::size_t spent_ = 0;
  bool done_ = true;
  bool stopped_ = false;
};

}  // namespace depeche::editor
