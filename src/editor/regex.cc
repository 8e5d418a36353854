#include "editor/regex.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "editor/word.h"

namespace depeche::editor {
namespace {

constexpr int kDeepestGroup = 50;
constexpr std::size_t kLongestPattern = 1000;  // bytes
constexpr std::size_t kMaxGroups = 9;          // that a replacement can name; others only group

bool is_digit(char32_t code_point) {
  return code_point >= U'0' && code_point <= U'9';
}

bool is_word_at(std::string_view text, std::size_t offset) {
  return offset < text.size() && kind_of(decode_utf8(text, offset).code_point) == CharacterKind::kWord;
}

bool is_word_before(std::string_view text, std::size_t offset) {
  return offset > 0 && is_word_at(text, previous_code_point(text, offset));
}

}  // namespace

bool Regex::Class::contains(char32_t code_point) const {
  const CharacterKind kind = kind_of(code_point);
  if (digits && is_digit(code_point)) return true;
  if (words && kind == CharacterKind::kWord) return true;
  if (spaces && kind == CharacterKind::kSpace) return true;
  if (no_digits && !is_digit(code_point)) return true;
  if (no_words && kind != CharacterKind::kWord) return true;
  if (no_spaces && kind != CharacterKind::kSpace) return true;
  return std::any_of(ranges.begin(), ranges.end(), [code_point](const Range& range) {
    return range.first <= code_point && code_point <= range.last;
  });
}

bool Regex::Class::has(char32_t code_point, char32_t folded) const {
  return (contains(code_point) || contains(folded)) != negated;
}

bool Regex::accepts(const Instruction& instruction, char32_t code_point, char32_t folded) const {
  switch (instruction.op) {
    case Op::kCharacter:
      return instruction.character == folded;
    case Op::kAny:
      return code_point != U'\n' && code_point != U'\r';
    case Op::kClass: {
      const Class& set = classes_[static_cast<std::size_t>(instruction.first)];
      return code_point < 0x80 ? set.ascii.contains(static_cast<char>(code_point))
                               : set.has(code_point, folded);
    }
    case Op::kLineEnd:
      return code_point == U'\n' || code_point == U'\r';
    default:
      return false;
  }
}

// Reads a pattern by recursive descent, as deep as kDeepestGroup. Each part becomes a piece of program whose
// jumps are relative, so that pieces can be put together and repeated by copying.
class RegexCompiler {
 public:
  RegexCompiler(std::string_view pattern, Folding folding) : pattern_(pattern) { regex_.folding_ = folding; }

  Result<Regex> compile() {
    if (pattern_.size() > kLongestPattern) return Message{"find/too-complex", {}};
    Piece whole = alternatives(0);
    if (problem_.empty() && at_ < pattern_.size()) fail("find/unopened-group");
    if (!problem_.empty()) return Message{problem_, {}};
    regex_.program_.push_back(save(0));
    append(regex_.program_, whole);
    regex_.program_.push_back(save(1));
    regex_.program_.push_back({Op::kMatch});
    regex_.slots_ = 2 * (groups_ + 1);
    regex_.find_first_bytes();
    return std::move(regex_);
  }

 private:
  using Op = Regex::Op;
  using Instruction = Regex::Instruction;
  using Piece = std::vector<Instruction>;

  static Instruction save(std::size_t slot) { return {Op::kSave, static_cast<std::int32_t>(slot)}; }
  static std::int32_t size_of(const Piece& piece) { return static_cast<std::int32_t>(piece.size()); }

  void fail(std::string_view problem) {
    if (problem_.empty()) problem_ = problem;
    at_ = pattern_.size();
  }

  void append(Piece& piece, const Piece& more) {
    if (piece.size() + more.size() > Regex::kLongestProgram) return fail("find/too-complex");
    piece.insert(piece.end(), more.begin(), more.end());
  }

  bool take(std::string_view text) {
    if (!pattern_.substr(at_).starts_with(text)) return false;
    at_ += text.size();
    return true;
  }

  char32_t next_character() {
    const Decoded decoded = decode_utf8(pattern_, at_);
    at_ += decoded.size;
    return decoded.code_point;
  }

  Piece alternatives(int depth) {
    Piece piece = sequence(depth);
    while (take("|")) {
      const Piece other = sequence(depth);
      Piece both{{Op::kSplit, 1, size_of(piece) + 2}};
      append(both, piece);
      both.push_back({Op::kJump, size_of(other) + 1});
      append(both, other);
      piece = std::move(both);
    }
    return piece;
  }

  Piece sequence(int depth) {
    Piece piece;
    while (at_ < pattern_.size() && pattern_[at_] != '|' && pattern_[at_] != ')')
      append(piece, repeated(depth));
    return piece;
  }

  Piece repeated(int depth) {
    Piece piece = single(depth);
    while (at_ < pattern_.size()) {
      std::uint32_t least = 0;
      std::optional<std::uint32_t> most;
      if (take("*")) {
      } else if (take("+")) {
        least = 1;
      } else if (take("?")) {
        most = 1;
      } else if (!braces(least, most)) {
        break;
      }
      piece = repeat(piece, least, most, take("?"));
    }
    return piece;
  }

  // "{2}", "{2,}", "{2,5}"; a brace that begins none of these is a brace.
  bool braces(std::uint32_t& least, std::optional<std::uint32_t>& most) {
    std::size_t at = at_;
    const auto number = [&]() -> std::optional<std::uint32_t> {
      std::optional<std::uint32_t> value;
      for (; at < pattern_.size() && is_digit(static_cast<unsigned char>(pattern_[at])); ++at)
        value = std::min<std::uint32_t>(
            value.value_or(0) * 10 + static_cast<std::uint32_t>(pattern_[at] - '0'), 100000);
      return value;
    };
    if (at >= pattern_.size() || pattern_[at++] != '{') return false;
    const std::optional<std::uint32_t> first = number();
    if (!first) return false;
    std::optional<std::uint32_t> second = first;
    if (at < pattern_.size() && pattern_[at] == ',') {
      ++at;
      second = number();
    }
    if (at >= pattern_.size() || pattern_[at] != '}') return false;
    at_ = at + 1;
    if (*first > Regex::kMaxRepeats || second.value_or(0) > Regex::kMaxRepeats ||
        second.value_or(*first) < *first)
      fail("find/bad-repeat");
    least = *first;
    most = second;
    return true;
  }

  Piece repeat(const Piece& piece, std::uint32_t least, std::optional<std::uint32_t> most, bool lazy) {
    const auto split = [lazy](std::int32_t into, std::int32_t past) {
      return lazy ? Instruction{Op::kSplit, past, into} : Instruction{Op::kSplit, into, past};
    };
    Piece result;
    for (std::uint32_t i = 0; i < least && problem_.empty(); ++i) append(result, piece);
    if (!most) {
      Piece loop{split(1, size_of(piece) + 2)};
      append(loop, piece);
      loop.push_back({Op::kJump, -(size_of(piece) + 1)});
      append(result, loop);
    } else {
      for (std::uint32_t i = least; i < *most && problem_.empty(); ++i) {
        const auto left = static_cast<std::int32_t>(*most - i);
        append(result, {split(1, left * (size_of(piece) + 1))});
        append(result, piece);
      }
    }
    return result;
  }

  Piece single(int depth) {
    if (take("(")) return group(depth);
    if (take("[")) return bracketed();
    if (take(".")) return {{Op::kAny}};
    if (take("^")) return {{Op::kLineStart}};
    if (take("$")) return {{Op::kLineStop}};
    if (take("\\")) return escaped();
    if (std::string_view("*+?").find(pattern_[at_]) != std::string_view::npos) {
      fail("find/nothing-to-repeat");
      return {};
    }
    return character(next_character());
  }

  Piece group(int depth) {
    if (depth >= kDeepestGroup) {
      fail("find/too-complex");
      return {};
    }
    const bool captures = !take("?:") && groups_ < kMaxGroups;
    const std::size_t number = captures ? ++groups_ : 0;
    Piece inside = alternatives(depth + 1);
    if (!take(")")) {
      fail("find/unclosed-group");
      return {};
    }
    if (!captures) return inside;
    Piece piece{save(2 * number)};
    append(piece, inside);
    piece.push_back(save(2 * number + 1));
    return piece;
  }

  Piece escaped() {
    if (at_ >= pattern_.size()) {
      fail("find/bad-escape");
      return {};
    }
    Regex::Class shorthand;
    const char32_t sign = next_character();
    if (add_shorthand(shorthand, sign)) return of_class(std::move(shorthand));
    switch (sign) {
      case U'b':
        return {{Op::kWordEdge}};
      case U'B':
        return {{Op::kNoWordEdge}};
      case U'n':  // \r\n, \n or \r
        return {{Op::kSplit, 1, 4},
                {Op::kCharacter, 0, 0, U'\r'},
                {Op::kCharacter, 0, 0, U'\n'},
                {Op::kJump, 2},
                {Op::kLineEnd}};
      case U't':
        return character(U'\t');
      default:
        if (kind_of(sign) == CharacterKind::kWord) fail("find/bad-escape");
        return character(sign);
    }
  }

  static bool add_shorthand(Regex::Class& set, char32_t sign) {
    switch (sign) {
      case U'd':
        return set.digits = true;
      case U'w':
        return set.words = true;
      case U's':
        return set.spaces = true;
      case U'D':
        return set.no_digits = true;
      case U'W':
        return set.no_words = true;
      case U'S':
        return set.no_spaces = true;
      default:
        return false;
    }
  }

  // One end of a range; none for a shorthand, which is added.
  std::optional<char32_t> class_end(Regex::Class& set) {
    const char32_t sign = next_character();
    if (sign != U'\\' || at_ >= pattern_.size()) return sign;
    const char32_t escaped = next_character();
    if (add_shorthand(set, escaped)) return std::nullopt;
    if (escaped == U'n') return U'\n';
    if (escaped == U't') return U'\t';
    return escaped;
  }

  Piece bracketed() {
    Regex::Class set;
    set.negated = take("^");
    bool first = true;
    while (at_ < pattern_.size() && (first || pattern_[at_] != ']')) {
      first = false;
      const std::optional<char32_t> begin = class_end(set);
      if (!begin) continue;
      std::optional<char32_t> end = begin;
      if (pattern_.substr(at_).starts_with("-") && !pattern_.substr(at_).starts_with("-]")) {
        ++at_;
        if (at_ < pattern_.size()) end = class_end(set);
      }
      if (!end || *end < *begin) {
        fail("find/bad-range");
        break;
      }
      add_range(set, *begin, *end);
    }
    if (!take("]")) fail("find/unclosed-class");
    return of_class(std::move(set));
  }

  // The range, and what its letters count for.
  void add_range(Regex::Class& set, char32_t first, char32_t last) {
    constexpr char32_t kLastWithCase = 0x1EFF;
    set.ranges.push_back({first, last});
    for (char32_t at = first; at <= std::min(last, kLastWithCase); ++at) {
      const char32_t folded = fold_one(at, regex_.folding_);
      if (folded < first || folded > last) {
        if (!set.ranges.empty() && set.ranges.back().last + 1 == folded) {
          set.ranges.back().last = folded;
        } else if (set.ranges.back().first > folded || set.ranges.back().last < folded) {
          set.ranges.push_back({folded, folded});
        }
      }
    }
  }

  Piece of_class(Regex::Class set) {
    if (regex_.classes_.size() >= Regex::kLongestProgram) fail("find/too-complex");
    for (char32_t byte = 0; byte < 0x80; ++byte) {
      if (set.has(byte, fold_one(byte, regex_.folding_))) set.ascii.insert(static_cast<char>(byte));
    }
    regex_.classes_.push_back(std::move(set));
    return {{Op::kClass, static_cast<std::int32_t>(regex_.classes_.size()) - 1}};
  }

  Piece character(char32_t sign) { return {{Op::kCharacter, 0, 0, fold_one(sign, regex_.folding_)}}; }

  std::string_view pattern_;
  std::size_t at_ = 0;
  std::size_t groups_ = 0;
  std::string problem_;
  Regex regex_;
};

Result<Regex> Regex::compile(std::string_view pattern, Folding folding) {
  return RegexCompiler(pattern, folding).compile();
}

// Follows what takes no character from the start; a match that may be empty can begin anywhere.
void Regex::find_first_bytes() {
  std::vector<bool> seen(program_.size());
  std::vector<std::size_t> open{0};
  const auto insert_all = [&](auto belongs) {
    for (unsigned byte = 0; byte < 0x100; ++byte) {
      if (byte >= 0x80 || belongs(static_cast<char32_t>(byte))) first_bytes_.insert(static_cast<char>(byte));
    }
  };
  const auto go = [&](std::size_t from, std::int32_t by) {
    open.push_back(static_cast<std::size_t>(static_cast<std::int32_t>(from) + by));
  };
  while (!open.empty()) {
    const std::size_t at = open.back();
    open.pop_back();
    if (seen[at]) continue;
    seen[at] = true;
    const Instruction& instruction = program_[at];
    switch (instruction.op) {
      case Op::kMatch:
        insert_all([](char32_t) { return true; });
        break;
      case Op::kSplit:
        go(at, instruction.first);
        go(at, instruction.second);
        break;
      case Op::kJump:
        go(at, instruction.first);
        break;
      case Op::kSave:
      case Op::kLineStart:
      case Op::kLineStop:
      case Op::kWordEdge:
      case Op::kNoWordEdge:
        go(at, 1);
        break;
      default:
        insert_all([&](char32_t byte) { return accepts(instruction, byte, fold_one(byte, folding_)); });
    }
  }
}

bool Regex::stays_in_line() const {
  const auto crosses = [&](const Instruction& instruction) {
    switch (instruction.op) {
      case Op::kLineEnd:
        return true;
      case Op::kCharacter:
        return instruction.character == U'\n' || instruction.character == U'\r';
      case Op::kClass: {
        const Class& found = classes_[static_cast<std::size_t>(instruction.first)];
        return found.has(U'\n', U'\n') || found.has(U'\r', U'\r');
      }
      default:
        return false;
    }
  };
  return std::none_of(program_.begin(), program_.end(), crosses);
}

// How many are cleared in the time of a step.
constexpr std::size_t kSlotsPerStep = 16;

RegexScan::RegexScan(const Regex& regex, std::string_view text, std::size_t from, std::size_t slots)
    : regex_(regex),
      text_(text),
      at_(from),
      slot_count_(slots),
      debt_(regex.program_.size() * slots / kSlotsPerStep),
      best_(slots),
      fresh_(slots) {
  for (Threads* threads : {&now_, &next_}) {
    threads->seen_at.resize(regex.program_.size());
    threads->slots.resize(regex.program_.size() * slots);
  }
  now_.generation = next_.generation = 1;
}

bool RegexScan::holds(Regex::Op assertion) const {
  switch (assertion) {
    case Regex::Op::kLineStart:
      return at_ == 0 || text_[at_ - 1] == '\n' ||
             (text_[at_ - 1] == '\r' && (at_ == text_.size() || text_[at_] != '\n'));
    case Regex::Op::kLineStop:
      return at_ == text_.size() || text_[at_] == '\r' ||
             (text_[at_] == '\n' && (at_ == 0 || text_[at_ - 1] != '\r'));
    case Regex::Op::kWordEdge:
      return is_word_before(text_, at_) != is_word_at(text_, at_);
    default:
      return is_word_before(text_, at_) == is_word_at(text_, at_);
  }
}

// Adds the thread at `start` and all that it leads to without a character, the preferred first. `slots` is
// the thread's and is left as it was.
void RegexScan::add(Threads& threads, std::uint32_t start, std::vector<Offset>& slots, std::size_t& work) {
  stack_.push_back({start, -1, 0});
  while (!stack_.empty()) {
    const Pending pending = stack_.back();
    stack_.pop_back();
    if (pending.restored_slot >= 0) {
      slots[static_cast<std::size_t>(pending.restored_slot)] = pending.restored;
      continue;
    }
    const std::uint32_t at = pending.instruction;
    if (threads.seen_at[at] == threads.generation) continue;
    threads.seen_at[at] = threads.generation;
    if (work > 0) --work;
    const Regex::Instruction& instruction = regex_.program_[at];
    const auto go = [&](std::int32_t by) {
      stack_.push_back({static_cast<std::uint32_t>(static_cast<std::int32_t>(at) + by), -1, 0});
    };
    switch (instruction.op) {
      case Regex::Op::kJump:
        go(instruction.first);
        break;
      case Regex::Op::kSplit:
        go(instruction.second);
        go(instruction.first);
        break;
      case Regex::Op::kSave: {
        const auto slot = static_cast<std::size_t>(instruction.first);
        if (slot < slot_count_) {
          stack_.push_back({0, instruction.first, slots[slot]});
          slots[slot] = static_cast<Offset>(at_);
        }
        go(1);
        break;
      }
      case Regex::Op::kLineStart:
      case Regex::Op::kLineStop:
      case Regex::Op::kWordEdge:
      case Regex::Op::kNoWordEdge:
        if (holds(instruction.op)) go(1);
        break;
      default:
        threads.order.push_back(at);
        std::copy(slots.begin(), slots.end(),
                  threads.slots.begin() + static_cast<std::ptrdiff_t>(at * slot_count_));
    }
  }
}

// One character further; false when there is nothing more to follow.
bool RegexScan::step(std::size_t& work) {
  if (!matched_ && (!anchored_ || !started_)) {
    if (now_.order.empty() && !anchored_) {  // nothing under way: on to where a match can begin
      ++now_.generation;
      const std::size_t from = at_;
      at_ = regex_.first_bytes_.next_in(text_, std::min(at_, text_.size()));
      work -= std::min(work, (at_ - from) / 8);
    }
    std::fill(fresh_.begin(), fresh_.end(), 0);
    add(now_, 0, fresh_, work);
  }
  started_ = true;
  const bool at_end = at_ >= text_.size();
  const Decoded decoded = at_end ? Decoded{0, 1, true} : decode_utf8(text_, at_);
  const char32_t folded = at_end ? 0 : fold_one(decoded.code_point, regex_.folding_);

  next_.order.clear();
  ++next_.generation;
  const std::size_t here = at_;
  at_ += decoded.size;  // where the next threads stand
  for (const std::uint32_t thread : now_.order) {
    if (work > 0) --work;
    const auto slots = now_.slots.begin() + static_cast<std::ptrdiff_t>(thread * slot_count_);
    const Regex::Instruction& instruction = regex_.program_[thread];
    if (instruction.op == Regex::Op::kMatch) {
      best_.assign(slots, slots + static_cast<std::ptrdiff_t>(slot_count_));
      matched_ = true;
      break;  // those after it are less preferred
    }
    if (at_end || !regex_.accepts(instruction, decoded.code_point, folded)) continue;
    fresh_.assign(slots, slots + static_cast<std::ptrdiff_t>(slot_count_));
    add(next_, thread + 1, fresh_, work);
  }
  std::swap(now_, next_);
  if (at_end) {
    at_ = here;
    return false;
  }
  return !now_.order.empty() || (!matched_ && !anchored_);
}

RegexScan::Outcome RegexScan::run(std::size_t& work) {
  const std::size_t paid = std::min(work, debt_);
  debt_ -= paid;
  work -= paid;
  while (work > 0) {
    if (!step(work)) return matched_ ? Outcome::kMatch : Outcome::kNone;
  }
  return Outcome::kUnfinished;
}

std::vector<Span> RegexScan::groups() const {
  std::vector<Span> groups;
  for (std::size_t slot = 0; slot < slot_count_; slot += 2) {
    const Span group{best_[slot], best_[slot + 1]};
    groups.push_back(group.begin <= group.end ? group : Span{});
  }
  return groups;
}

std::string expand_replacement(std::string_view replacement, std::string_view text,
                               const std::vector<Span>& groups, std::string_view line_ending,
                               std::size_t longest) {
  std::string result;
  for (std::size_t at = 0; at < replacement.size() && result.size() <= longest; ++at) {
    const char sign = replacement[at];
    const char next = at + 1 < replacement.size() ? replacement[at + 1] : '\0';
    const bool numbered = next >= '0' && next <= '9';
    if (sign == '$' && (numbered || next == '&')) {
      const auto group = numbered ? static_cast<std::size_t>(next - '0') : 0;
      if (group < groups.size()) result += groups[group].of(text);
      ++at;
    } else if (sign == '$' && next == '$') {
      result += '$';
      ++at;
    } else if (sign == '\\' && (next == 'n' || next == 't' || next == '\\')) {
      if (next == 'n') result += line_ending;
      if (next == 't') result += '\t';
      if (next == '\\') result += '\\';
      ++at;
    } else {
      result += sign;
    }
  }
  return result;
}

}  // namespace depeche::editor
