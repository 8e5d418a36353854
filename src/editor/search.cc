#include "editor/search.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "editor/word.h"

namespace depeche::editor {
Search::Search(Text text, const SearchQuery& query)
    : text_(std::move(text)), query_(query), end_(text_.size()) {
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
  stays_in_line_ = regex_ ? regex_->stays_in_line() : folded_.find_first_of(U"\r\n") == std::u32string::npos;
  done_ = false;
}

bool Search::advance(std::size_t work) {
  if (done_) return true;
  spent_ += advance_some(work);
  if (!done_ && (spent_ > kMaxWork || matches_.size() >= kMaxMatches)) done_ = stopped_ = true;
  return done_;
}

void Search::finish() {
  while (!advance()) {
  }
}

std::size_t Search::advance_some(std::size_t work) {
  return regex_ ? advance_regex(work) : advance_literal(work);
}

// What is in these whole lines, behind the matches so far. False when that would take long.
bool Search::search_again(Span lines) {
  constexpr std::size_t kMaxBytes = std::size_t{64} << 10;
  if (lines.size() > kMaxBytes) return false;
  const bool done = std::exchange(done_, false);
  at_ = lines.begin;
  end_ = lines.end;
  advance_some(kSlice);
  const bool finished = done_;
  done_ = done;
  end_ = text_.size();
  scan_.reset();
  return finished;
}

bool Search::follow(const Change& change, const Text& after) {
  if (change.length_before() != text_.size()) return false;
  if (change.empty()) return true;
  const Text before = std::exchange(text_, after);
  end_ = text_.size();
  if (problem_ || (!regex_ && folded_.empty())) return true;
  if (stays_in_line_) {
    follow_in_lines(change, before);
  } else {
    go_back_to(change.replacements().front().span.begin);
  }
  return true;
}

void Search::follow_in_lines(const Change& change, const Text& before) {
  // The lines that changed, with the neighbours of the change: of a CR, it matters what follows.
  const Offset first = change.replacements().front().span.begin;
  const Offset rest = before.size() - change.replacements().back().span.end;
  const Offset last = text_.size() - rest;
  const Span lines{text_.line_with_ending(text_.line_at(first - std::min<Offset>(first, 1))).begin,
                   text_.line_with_ending(text_.line_at(std::min(last + 1, text_.size()))).end};
  const Offset lines_end_before = lines.end + before.size() - text_.size();  // modulo, as offsets are

  // Nothing begins in the lines that were read, but for the one that is being read.
  std::size_t reached = at_;
  if (scan_) {
    const auto read = static_cast<Offset>(std::min<std::size_t>(scan_->reached(), before.size()));
    reached = std::max<std::size_t>(at_, before.line_with_ending(before.line_at(read)).begin);
  }
  scan_.reset();
  const auto is_before = [&](const Span& match) { return match.end <= lines.begin; };
  const auto kept = std::partition_point(matches_.begin(), matches_.end(), is_before);
  const auto is_at = [&](const Span& match) { return match.begin < lines_end_before; };
  std::vector<Span> behind(std::partition_point(kept, matches_.end(), is_at), matches_.end());
  matches_.erase(kept, matches_.end());
  const bool all_found = done_ && !stopped_;
  if (reached < lines_end_before && !all_found)
    return go_on_from(std::min<std::size_t>(reached, lines.begin));
  const std::size_t found = matches_.size();
  if (!search_again(lines)) {
    matches_.resize(found);
    return go_on_from(lines.begin);
  }
  for (const Span& match : behind)
    matches_.push_back(
        {match.begin + text_.size() - before.size(), match.end + text_.size() - before.size()});
  at_ = reached + text_.size() - before.size();
}

// Keeps what was found before anything of the change was read.
void Search::go_back_to(Offset changed) {
  constexpr Offset kLookahead = 4;  // bytes of the character that follows: whether a line, or a word, ends
  const auto is_before = [&](Offset read) { return read + kLookahead <= changed; };
  const auto kept = std::partition_point(reads_.begin(), reads_.end(), is_before);
  reads_.erase(kept, reads_.end());
  matches_.resize(reads_.size());
  go_on_from(matches_.empty() ? 0 : matches_.back().end);
}

void Search::go_on_from(std::size_t offset) {
  scan_.reset();
  at_ = offset;
  read_ = offset;
  if (spent_ <= kMaxWork) spent_ = 0;  // else the pattern is hostile: it is not searched for as long again
  done_ = stopped_ = false;
}

// Where the literal ends that begins at `offset`, if it does: on a whole character, with its marks.
std::optional<Offset> Search::literal_end(std::size_t offset, std::size_t& spent) {
  const std::string_view bytes = text_.bytes();
  std::size_t matched = 0;
  std::size_t at = offset;
  for (; matched < folded_.size(); ++spent) {
    read_ = std::max(read_, at);
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
  read_ = std::max(read_, at);
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
  if (!stays_in_line_) reads_.push_back(static_cast<Offset>(read_));
}

std::size_t Search::advance_literal(std::size_t work) {
  constexpr std::size_t kSkippedPerStep = 4;  // bytes that can begin no match
  const std::string_view bytes = text_.bytes().substr(0, end_);
  std::size_t spent = 0;
  while (spent < work && matches_.size() < kMaxMatches) {
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
  const std::string_view bytes = text_.bytes().substr(0, end_);
  std::size_t left = work;
  while (left > 0 && matches_.size() < kMaxMatches) {
    if (!scan_) scan_.emplace(*regex_, bytes, at_);
    const RegexScan::Outcome outcome = scan_->run(left);
    if (outcome == RegexScan::Outcome::kUnfinished) break;
    if (outcome == RegexScan::Outcome::kNone) {
      done_ = true;
      break;
    }
    const Span match = scan_->match();
    read_ = std::max(read_, scan_->reached());
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

bool Search::knows_next(Offset offset) const {
  return done_ || (!matches_.empty() && matches_.back().begin >= offset);
}

bool Search::knows_previous(Offset offset) const {
  return done_ || (knows_next(offset) && matches_.front().end <= offset);
}

}  // namespace depeche::editor
