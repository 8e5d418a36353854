// A pattern made into the program that RegexScan follows.
#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "editor/regex.h"
#include "editor/word.h"

namespace depeche::editor {
namespace {

constexpr int kDeepestGroup = 50;
constexpr std::size_t kLongestPattern = 1000;  // bytes
constexpr std::size_t kMaxGroups = 9;          // that a replacement can name; others only group

bool is_digit(char32_t code_point) {
  return code_point >= U'0' && code_point <= U'9';
}

}  // namespace

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

}  // namespace depeche::editor
