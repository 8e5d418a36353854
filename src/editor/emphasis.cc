#include "editor/emphasis.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <map>

#include "base/utf8.h"
#include "editor/word.h"

namespace depeche::editor {
namespace {

// A run of stars or underscores, and how much of it is not used yet.
struct Run {
  char sign;
  Span span;
  bool opens;
  bool closes;
};

class Scanner {
 public:
  Scanner(std::string_view text, Span block) : text_(text.substr(0, block.end)), at_(block.begin) {
    for (std::size_t at = at_; at < text_.size();) {
      if (text_[at] != '`') {
        ++at;
        continue;
      }
      const std::size_t end = run_end(at);
      last_backticks_[end - at] = at;
      at = end;
    }
  }

  // Every run of stars or underscores, in order, outside of escapes and code spans.
  std::vector<Run> runs() {
    std::vector<Run> runs;
    while (at_ < text_.size()) {
      const char byte = text_[at_];
      if (byte == '\\') {
        at_ += 2;
      } else if (byte == '`') {
        skip_code();
      } else if (byte == '*' || byte == '_') {
        runs.push_back(run_at(at_));
        at_ = runs.back().span.end;
      } else {
        ++at_;
      }
    }
    return runs;
  }

 private:
  std::size_t run_end(std::size_t begin) const {
    return std::min(text_.find_first_not_of(text_[begin], begin), text_.size());
  }

  // Past the code span that begins here, or the backticks alone when no run of their size follows.
  void skip_code() {
    const std::size_t end = run_end(at_);
    const std::size_t size = end - at_;
    const bool closed = last_backticks_[size] > at_;
    at_ = end;
    while (closed && at_ < text_.size()) {
      const std::size_t begin = text_.find('`', at_);
      at_ = run_end(begin);
      if (at_ - begin == size) return;
    }
  }

  CharacterKind kind_before(std::size_t offset) const {
    if (offset == 0) return CharacterKind::kSpace;
    return kind_of(decode_utf8(text_, previous_code_point(text_, offset)).code_point);
  }
  CharacterKind kind_after(std::size_t offset) const {
    if (offset >= text_.size()) return CharacterKind::kSpace;
    return kind_of(decode_utf8(text_, offset).code_point);
  }

  Run run_at(std::size_t begin) const {
    const std::size_t end = run_end(begin);
    const CharacterKind before = kind_before(begin);
    const CharacterKind after = kind_after(end);
    const bool anywhere = text_[begin] == '*';
    return {text_[begin],
            {static_cast<Offset>(begin), static_cast<Offset>(end)},
            after != CharacterKind::kSpace && (anywhere || before != CharacterKind::kWord),
            before != CharacterKind::kSpace && (anywhere || after != CharacterKind::kWord)};
  }

  std::string_view text_;  // up to the block's end
  std::size_t at_;
  std::map<std::size_t, std::size_t> last_backticks_;  // size of a run -> where the last one begins
};

// Runs that wait for their closer, innermost last.
class Openers {
 public:
  void push(const Run& run) {
    runs_.push_back(run);
    ++counts_[index(run.sign)];
  }

  // The innermost one of `sign`, or null. Those inside it can't be closed any more, and go.
  Run* innermost(char sign) {
    if (counts_[index(sign)] == 0) return nullptr;
    while (runs_.back().sign != sign) pop();
    return &runs_.back();
  }

  void pop() {
    --counts_[index(runs_.back().sign)];
    runs_.pop_back();
  }

 private:
  static std::size_t index(char sign) { return sign == '*' ? 0 : 1; }

  std::vector<Run> runs_;
  std::array<std::size_t, 2> counts_{};
};

}  // namespace

std::vector<Emphasis> find_emphases(std::string_view text, Span block) {
  std::vector<Emphasis> emphases;
  Openers openers;
  for (Run run : Scanner(text, block).runs()) {
    while (run.closes && !run.span.empty()) {
      Run* opener = openers.innermost(run.sign);
      if (opener == nullptr) break;
      const Offset size = std::min({opener->span.size(), run.span.size(), Offset{2}});
      emphases.push_back(
          {{opener->span.end - size, opener->span.end}, {run.span.begin, run.span.begin + size}});
      opener->span.end -= size;
      run.span.begin += size;
      if (opener->span.empty()) openers.pop();
    }
    if (run.opens && !run.span.empty()) openers.push(run);
  }
  return emphases;
}

}  // namespace depeche::editor
