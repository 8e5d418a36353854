#include "editor/regex.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "editor/word.h"

namespace depeche::editor {
namespace {

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
