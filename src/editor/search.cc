#include "editor/search.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "editor/editing.h"
#include "editor/word.h"

namespace depeche::editor {
Search::Search(Text text, const SearchQuery& query) : text_(std::move(text)), query_(query) {
  folding_ = {!query.options.match_case, !query.options.match_accents};
  if (query.pattern.empty()) return;
  if (query.options.regex) {
    Result<Regex> regex = Regex::compile(query.pattern, folding_);
    if (!regex.ok()) {
      problem_ = regex.problem();
      return;
    }
    regex_ = std::move(regex).value();
  } else {
    folded_ = fold_all(query.pattern, folding_);
    if (folded_.empty()) return;
    for (unsigned byte = 0; byte < 0x100; ++byte) {
      const bool begins = byte >= 0x80 || fold_one(byte, folding_) == folded_.front();
      if (begins) first_bytes_.insert(static_cast<char>(byte));
    }
  }
  done_ = false;
}

bool Search::advance(std::size_t work) {
  if (done_) return true;
  spent_ += regex_ ? advance_regex(work) : advance_literal(work);
  if (!done_ && (spent_ > kMostWork || matches_.size() >= kMostMatches)) done_ = stopped_ = true;
  return done_;
}

void Search::finish() {
  while (!advance()) {
  }
}

// Where the literal ends that begins at `offset`, if it does: on a whole character, with its marks.
std::optional<Offset> Search::literal_end(std::size_t offset, std::size_t& spent) const {
  const std::string_view bytes = text_.bytes();
  std::size_t matched = 0;
  std::size_t at = offset;
  for (; matched < folded_.size(); ++spent) {
    if (at >= bytes.size()) return std::nullopt;
    const Decoded decoded = decode_utf8(bytes, at);
    const FoldedCharacter character = fold(decoded.code_point, folding_);
    if (at == offset && character.count == 0) return std::nullopt;
    for (std::uint32_t i = 0; i < character.count; ++i, ++matched) {
      if (matched >= folded_.size() || character.code_points[i] != folded_[matched]) return std::nullopt;
    }
    at += decoded.size;
  }
  while (at < bytes.size() && static_cast<unsigned char>(bytes[at]) >= 0x80) {
    const Decoded decoded = decode_utf8(bytes, at);
    if (!is_combining(decoded.code_point)) break;
    if (!folding_.accents_ignored) return std::nullopt;  // another letter
    at += decoded.size;
  }
  return static_cast<Offset>(at);
}

bool Search::is_whole_word(Span span) const {
  const std::string_view bytes = text_.bytes();
  const auto is_word = [&](std::size_t at) {
    return kind_of(decode_utf8(bytes, at).code_point) == CharacterKind::kWord;
  };
  const bool goes_on_before =
      span.begin > 0 && is_word(span.begin) && is_word(previous_code_point(bytes, span.begin));
  const bool goes_on_after =
      span.end < bytes.size() && is_word(span.end) && is_word(previous_code_point(bytes, span.end));
  return !goes_on_before && !goes_on_after;
}

void Search::take(Span span) {
  if (query_.options.whole_word && !is_whole_word(span)) return;
  matches_.push_back(span);
}

std::size_t Search::advance_literal(std::size_t work) {
  constexpr std::size_t kSkippedPerStep = 4;  // bytes that can begin no match
  const std::string_view bytes = text_.bytes();
  std::size_t spent = 0;
  while (spent < work && matches_.size() < kMostMatches) {
    const std::size_t from = at_;
    at_ = first_bytes_.next_in(bytes, std::min(at_, bytes.size()));
    spent += 1 + (at_ - from) / kSkippedPerStep;
    if (at_ >= bytes.size()) {
      done_ = true;
      break;
    }
    const std::optional<Offset> end = literal_end(at_, spent);
    if (!end) {
      at_ += decode_utf8(bytes, at_).size;
      continue;
    }
    const std::size_t found = matches_.size();
    take({static_cast<Offset>(at_), *end});
    at_ = matches_.size() > found ? *end : at_ + decode_utf8(bytes, at_).size;
  }
  return spent;
}

std::size_t Search::advance_regex(std::size_t work) {
  const std::string_view bytes = text_.bytes();
  std::size_t left = work;
  while (left > 0 && matches_.size() < kMostMatches) {
    if (!scan_) scan_.emplace(*regex_, bytes, at_);
    const RegexScan::Outcome outcome = scan_->run(left);
    if (outcome == RegexScan::Outcome::kUnfinished) break;
    if (outcome == RegexScan::Outcome::kNone) {
      done_ = true;
      break;
    }
    const Span match = scan_->match();
    scan_.reset();
    if (match.empty()) {
      if (match.end >= bytes.size()) {
        done_ = true;
        break;
      }
      at_ = match.end + decode_utf8(bytes, match.end).size;
    } else {
      take(match);
      at_ = match.end;
    }
  }
  return work - left;
}

std::optional<std::size_t> Search::index_of(Span span) const {
  const auto found = std::lower_bound(matches_.begin(), matches_.end(), span);
  if (found == matches_.end() || *found != span) return std::nullopt;
  return static_cast<std::size_t>(found - matches_.begin());
}

std::optional<std::size_t> Search::next(Offset offset) const {
  if (matches_.empty()) return std::nullopt;
  const auto found = std::lower_bound(matches_.begin(), matches_.end(), Span{offset, 0});
  return found == matches_.end() ? 0 : static_cast<std::size_t>(found - matches_.begin());
}

std::optional<std::size_t> Search::previous(Offset offset) const {
  if (matches_.empty()) return std::nullopt;
  const auto after = std::partition_point(matches_.begin(), matches_.end(),
                                          [offset](const Span& match) { return match.end <= offset; });
  const auto count = static_cast<std::size_t>(after - matches_.begin());
  return count == 0 ? matches_.size() - 1 : count - 1;
}

std::optional<std::string> Search::replacement_of(Span match, std::string_view replacement,
                                                  std::size_t& work) const {
  if (!regex_) return std::string(replacement);
  const std::string_view bytes = text_.bytes();
  const std::vector<Span> groups = regex_->groups(bytes, match, work);
  if (groups.empty()) return std::nullopt;
  return expand_replacement(replacement, bytes, groups, text_.line_ending());
}

std::optional<Transaction> replace_match(const EditorState& state, const Search& search, Span match,
                                         std::string_view replacement) {
  std::size_t work = Search::kMostWork;
  const std::optional<std::string> text = search.replacement_of(match, replacement, work);
  if (!text) return std::nullopt;
  std::optional<Change> change = Change::of(state.text.size(), {{match, *text}});
  if (!change) return std::nullopt;
  const auto caret = static_cast<Offset>(match.begin + text->size());
  return Transaction{*std::move(change), Selection::caret(caret), UserEvent::kCommand, {}};
}

std::optional<Transaction> replace_matches(const EditorState& state, const Search& search,
                                           std::string_view replacement) {
  std::size_t work = Search::kMostWork;
  std::vector<Replacement> edits;
  for (const Span& match : search.matches()) {
    std::optional<std::string> text = search.replacement_of(match, replacement, work);
    if (!text) return std::nullopt;
    edits.push_back({match, *std::move(text)});
  }
  return replace(state, std::move(edits));
}

}  // namespace depeche::editor
