// Regular expressions for find and replace. Each match takes time linear in the text, whatever the pattern.
//
// After Thompson and Pike (see R. Cox, "Regular Expression Matching: the Virtual Machine Approach"): the
// pattern becomes a small program; all ways through it are followed at once, so nothing is tried twice and
// nothing recurses. Of several matches at one place, the one that the pattern prefers counts, as in Perl.
//
//   .             any character but a line's end     ^ $           start and end of a line
//   [abc] [^a-z]  one of, none of                    \b \B         at a word's edge, not at one
//   \d \w \s      digit, letter or digit, space      \D \W \S      the others
//   \n \t         a line's end (CRLF too), a tab     \. \\ …       the sign itself
//   a|b  (a)  (?:a)                                  * + ? {2} {2,} {2,5}, and lazy with a further ?
//
// Letters are those of Unicode. There are no backreferences and no lookaround: this method cannot do them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/byte_set.h"
#include "base/result.h"
#include "base/span.h"
#include "editor/fold.h"

namespace depeche::editor {

class Regex {
 public:
  static constexpr std::size_t kLongestProgram = 2000;  // instructions
  static constexpr std::uint32_t kMaxRepeats = 1000;    // in {m,n}

  // Problems with the pattern: find/unclosed-group, find/unclosed-class, find/nothing-to-repeat,
  // find/bad-repeat, find/bad-range, find/bad-escape, find/unopened-group, find/too-complex.
  static Result<Regex> compile(std::string_view pattern, Folding folding);

  // Whether no match can hold a line end. Then the matches in a line do not depend on other lines.
  bool stays_in_line() const;

  // The number of offsets that a match is recorded in: two for the match and two for each group.
  std::size_t slots() const { return slots_; }

 private:
  friend class RegexScan;
  friend class RegexCompiler;

  enum class Op : std::uint8_t {
    kCharacter,
    kAny,
    kClass,
    kLineEnd,  // one of \n and \r
    kSplit,    // to both, the first preferred
    kJump,
    kSave,
    kLineStart,
    kLineStop,
    kWordEdge,
    kNoWordEdge,
    kMatch,
  };
  struct Instruction {
    Op op = Op::kMatch;
    std::int32_t first = 0;   // relative, of a jump or split; a slot; a class
    std::int32_t second = 0;  // relative
    char32_t character = 0;   // folded
  };
  struct Range {
    char32_t first;
    char32_t last;
  };
  struct Class {
    std::vector<Range> ranges;
    bool digits = false, words = false, spaces = false;
    bool no_digits = false, no_words = false, no_spaces = false;
    bool negated = false;
    ByteSet ascii;  // the ASCII characters in it, worked out in advance
    bool contains(char32_t code_point) const;
    bool has(char32_t code_point, char32_t folded) const;
  };

  bool accepts(const Instruction& instruction, char32_t code_point, char32_t folded) const;
  void find_first_bytes();

  Folding folding_;
  std::vector<Instruction> program_;
  std::vector<Class> classes_;
  std::size_t slots_ = 2;
  ByteSet first_bytes_;  // that a match may begin with
};

// One search for the next match, a slice at a time.
class RegexScan {
 public:
  // Searches from `from` on. `regex` and `text` must outlive the scan. `slots`: 2 for the match alone,
  // regex.slots() for the groups too.
  RegexScan(const Regex& regex, std::string_view text, std::size_t from, std::size_t slots = 2);

  // From now on, only a match that begins right at `from` counts.
  void anchor() { anchored_ = true; }

  enum class Outcome : std::uint8_t { kMatch, kNone, kUnfinished };
  // Goes on for about `work` steps. Lowers `work` by the steps taken, which include making the scan.
  Outcome run(std::size_t& work);

  Span match() const { return {best_[0], best_[1]}; }  // after kMatch
  std::size_t reached() const { return at_; }          // all text before this was read
  // After kMatch: the spans of the match and of its groups; empty at 0 for a group that took no part.
  std::vector<Span> groups() const;

 private:
  struct Threads {
    std::vector<std::uint32_t> order;    // instructions, the preferred first
    std::vector<std::uint32_t> seen_at;  // instruction -> generation
    std::vector<Offset> slots;           // of each instruction
    std::uint32_t generation = 0;
  };
  void add(Threads& threads, std::uint32_t start, std::vector<Offset>& slots, std::size_t& work);
  bool holds(Regex::Op assertion) const;
  bool step(std::size_t& work);

  const Regex& regex_;
  std::string_view text_;
  std::size_t at_;
  std::size_t slot_count_;
  std::size_t debt_;  // steps that its making took
  bool anchored_ = false;
  bool started_ = false;
  bool matched_ = false;
  Threads now_;
  Threads next_;
  std::vector<Offset> best_;
  std::vector<Offset> fresh_;
  struct Pending {
    std::uint32_t instruction;
    std::int32_t restored_slot;  // negative: none
    Offset restored;
  };
  std::vector<Pending> stack_;
};

// The text that replaces a match. In `replacement`, `$1` is the first group, `$&` or `$0` the whole match, `$$`
// a dollar sign, `\n` a line end, `\t` a tab. A result longer than `longest` bytes is incomplete: it stops
// there.
std::string expand_replacement(std::string_view replacement, std::string_view text,
                               const std::vector<Span>& groups, std::string_view line_ending,
                               std::size_t longest);

}  // namespace depeche::editor
