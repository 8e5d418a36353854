#include "layout/bidi.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "text/class_table.h"

namespace depeche::layout {
namespace {

// Bidi_Class, by its short names in UAX #9, table 4.
enum class Class : std::uint8_t {
  kL,
  kR,
  kAL,
  kEN,
  kES,
  kET,
  kAN,
  kCS,
  kNSM,
  kBN,
  kB,
  kS,
  kWS,
  kON,
  kLRE,
  kLRO,
  kRLE,
  kRLO,
  kPDF,
  kLRI,
  kRLI,
  kFSI,
  kPDI,
};

using enum Class;
constexpr ClassStart<Class> kStarts[] = {
#include "layout/bidi_classes.inc"
};
constexpr ClassTable kClasses(kStarts);

struct Pair {
  char32_t from;
  char32_t to;
};
constexpr Pair kBrackets[] = {
#include "layout/bidi_brackets.inc"
};
constexpr Pair kMirrors[] = {
#include "layout/bidi_mirrors.inc"
};

constexpr BidiLevel kDeepest = 125;
constexpr std::size_t kNone = static_cast<std::size_t>(-1);
constexpr std::size_t kMaxOpenBrackets = 63;

bool is_isolate(Class value) {
  return value == kLRI || value == kRLI || value == kFSI;
}
// What rule X9 takes out of the text.
bool is_removed(Class value) {
  return value == kLRE || value == kLRO || value == kRLE || value == kRLO || value == kPDF || value == kBN;
}
bool is_neutral(Class value) {
  return value == kB || value == kS || value == kWS || value == kON || value == kPDI || is_isolate(value);
}
bool is_strong(Class value) {
  return value == kL || value == kR || value == kAL;
}
Class direction_of(BidiLevel level) {
  return is_right_to_left(level) ? kR : kL;
}

// The two angle brackets that are canonically others.
char32_t canonical(char32_t bracket) {
  if (bracket == 0x2329) return 0x3008;
  return bracket == 0x232A ? 0x3009 : bracket;
}

// The directional status stack of X1 to X8: the embeddings and isolates that are open.
class Embeddings {
 public:
  explicit Embeddings(BidiLevel base) : stack_{{base, kON, false}} {}

  BidiLevel level() const { return stack_.back().level; }
  Class override() const { return stack_.back().override; }  // kON: none
  // Whether what is opened now is not too deep.
  bool fits(bool right_to_left) const {
    return deeper(right_to_left) <= kDeepest && overflowing_isolates_ == 0 && overflowing_embeddings_ == 0;
  }

  void embed(bool right_to_left, Class override) {
    if (fits(right_to_left)) {
      stack_.push_back({deeper(right_to_left), override, false});
    } else if (overflowing_isolates_ == 0) {
      ++overflowing_embeddings_;
    }
  }
  void isolate(bool right_to_left) {
    if (fits(right_to_left)) {
      ++valid_isolates_;
      stack_.push_back({deeper(right_to_left), kON, true});
    } else {
      ++overflowing_isolates_;
    }
  }
  void end_isolate() {
    if (overflowing_isolates_ > 0) {
      --overflowing_isolates_;
    } else if (valid_isolates_ > 0) {
      overflowing_embeddings_ = 0;
      while (!stack_.back().isolate) stack_.pop_back();
      stack_.pop_back();
      --valid_isolates_;
    }
  }
  void end_embedding() {
    if (overflowing_isolates_ > 0) return;
    if (overflowing_embeddings_ > 0) {
      --overflowing_embeddings_;
    } else if (!stack_.back().isolate && stack_.size() > 1) {
      stack_.pop_back();
    }
  }

 private:
  struct Status {
    BidiLevel level;
    Class override;
    bool isolate;
  };

  BidiLevel deeper(bool right_to_left) const {
    return static_cast<BidiLevel>(right_to_left ? (level() + 1) | 1 : (level() + 2) & ~1);
  }

  std::vector<Status> stack_;
  std::size_t overflowing_isolates_ = 0;
  std::size_t overflowing_embeddings_ = 0;
  std::size_t valid_isolates_ = 0;
};

class Resolver {
 public:
  Resolver(std::u32string_view text, BidiLevel base) : text_(text), base_(base), levels_(text.size(), base) {
    classes_.reserve(text.size());
    for (const char32_t code_point : text) classes_.push_back(kClasses[code_point]);
    original_ = classes_;
  }

  std::vector<BidiLevel> levels() {
    match_isolates();
    set_explicit_levels();
    explicit_levels_ = levels_;
    for (const std::vector<std::size_t>& sequence : isolating_run_sequences()) resolve(sequence);
    give_removed_a_level();
    reset_white_space();
    return std::move(levels_);
  }

 private:
  // BD9: where each isolate ends.
  void match_isolates() {
    partner_.assign(text_.size(), kNone);
    std::vector<std::size_t> open;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (is_isolate(classes_[i])) open.push_back(i);
      if (classes_[i] != kPDI || open.empty()) continue;
      partner_[i] = open.back();
      partner_[open.back()] = i;
      open.pop_back();
    }
  }

  // P2 and P3 within [begin, end): whether the first strong character there, isolates passed over, is
  // right-to-left.
  bool begins_right_to_left(std::size_t begin, std::size_t end) const {
    for (std::size_t i = begin; i < end; ++i) {
      if (is_strong(original_[i])) return original_[i] != kL;
      if (!is_isolate(original_[i])) continue;
      if (partner_[i] == kNone) return false;
      i = partner_[i];
    }
    return false;
  }

  // X1 to X8.
  void set_explicit_levels() {
    Embeddings open(base_);
    for (std::size_t i = 0; i < text_.size(); ++i) {
      const Class given = original_[i];
      levels_[i] = open.level();
      if (given == kLRE || given == kRLE || given == kLRO || given == kRLO) {
        open.embed(given == kRLE || given == kRLO, given == kRLO ? kR : given == kLRO ? kL : kON);
      } else if (is_isolate(given)) {
        override_class(i, open.override());
        open.isolate(isolates_right_to_left(i, open));
      } else if (given == kPDI) {
        open.end_isolate();
        levels_[i] = open.level();
        override_class(i, open.override());
      } else if (given == kPDF) {
        open.end_embedding();
      } else if (given == kB) {
        levels_[i] = base_;
      } else if (given != kBN) {
        override_class(i, open.override());
      }
    }
  }

  // X5a to X5c. What an FSI isolates tells by its first strong character, where it is not too deep to count.
  bool isolates_right_to_left(std::size_t index, const Embeddings& open) const {
    if (original_[index] != kFSI) return original_[index] == kRLI;
    const std::size_t end = partner_[index] == kNone ? text_.size() : partner_[index];
    return open.fits(true) && begins_right_to_left(index + 1, end);
  }

  void override_class(std::size_t index, Class to) {
    if (to != kON) classes_[index] = to;
  }

  // BD13: the texts that are resolved as one, as indices without what X9 removes.
  std::vector<std::vector<std::size_t>> isolating_run_sequences() const {
    std::vector<std::vector<std::size_t>> sequences;
    std::vector<std::size_t> continued(text_.size(), kNone);  // by a PDI: its sequence
    std::size_t current = kNone;
    std::size_t before = kNone;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (is_removed(original_[i])) continue;
      const bool begins_run = before == kNone || levels_[before] != levels_[i];
      if (begins_run) current = continued[i];
      if (current == kNone) {
        current = sequences.size();
        sequences.emplace_back();
      }
      sequences[current].push_back(i);
      if (is_isolate(original_[i]) && partner_[i] != kNone) continued[partner_[i]] = current;
      before = i;
    }
    return sequences;
  }

  // W1 to I2.
  void resolve(const std::vector<std::size_t>& sequence) {
    const BidiLevel level = levels_[sequence.front()];
    const Class start = direction_of(std::max(level, level_before(sequence.front())));
    const Class end = direction_of(std::max(level, level_after(sequence.back())));
    resolve_weak(sequence, start);
    resolve_brackets(sequence, start, direction_of(level));
    resolve_neutral(sequence, start, end, direction_of(level));
    for (const std::size_t i : sequence) {  // I1, I2
      const Class found = classes_[i];
      if (is_right_to_left(level)) {
        if (found != kR) ++levels_[i];
      } else if (found == kR) {
        ++levels_[i];
      } else if (found != kL) {
        levels_[i] = static_cast<BidiLevel>(levels_[i] + 2);
      }
    }
  }

  BidiLevel level_before(std::size_t index) const {
    while (index > 0) {
      if (!is_removed(original_[--index])) return explicit_levels_[index];
    }
    return base_;
  }
  BidiLevel level_after(std::size_t index) const {
    if (is_isolate(original_[index]) && partner_[index] == kNone) return base_;
    while (++index < text_.size()) {
      if (!is_removed(original_[index])) return explicit_levels_[index];
    }
    return base_;
  }

  void resolve_weak(const std::vector<std::size_t>& sequence, Class start) {
    Class previous = start;
    Class strong = start;
    for (const std::size_t i : sequence) {  // W1, W2, W3
      Class& found = classes_[i];
      if (found == kNSM) found = is_isolate(previous) || previous == kPDI ? kON : previous;
      previous = found;
      if (is_strong(found)) strong = found;
      if (found == kEN && strong == kAL) found = kAN;
    }
    for (const std::size_t i : sequence) {
      if (classes_[i] == kAL) classes_[i] = kR;
    }
    for (std::size_t k = 1; k + 1 < sequence.size(); ++k) {  // W4
      Class& found = classes_[sequence[k]];
      const Class before = classes_[sequence[k - 1]];
      const Class after = classes_[sequence[k + 1]];
      if (before != after) continue;
      if ((found == kES || found == kCS) && before == kEN) found = kEN;
      if (found == kCS && before == kAN) found = kAN;
    }
    for (std::size_t k = 0; k < sequence.size(); ++k) {  // W5, W6
      if (classes_[sequence[k]] != kET) continue;
      std::size_t past = k;
      while (past < sequence.size() && classes_[sequence[past]] == kET) ++past;
      const bool number = (k > 0 && classes_[sequence[k - 1]] == kEN) ||
                          (past < sequence.size() && classes_[sequence[past]] == kEN);
      for (; k < past; ++k) classes_[sequence[k]] = number ? kEN : kON;
      --k;
    }
    strong = start;
    for (const std::size_t i : sequence) {  // W6, W7
      Class& found = classes_[i];
      if (found == kES || found == kCS) found = kON;
      if (is_strong(found)) strong = found;
      if (found == kEN && strong == kL) found = kL;
    }
  }

  // A strong direction as N0 to N2 see it; kON for anything else.
  static Class as_strong(Class value) {
    if (value == kEN || value == kAN) return kR;
    return value == kL || value == kR ? value : kON;
  }

  struct BracketPair {
    std::size_t open, close;  // places in the sequence
  };

  // BD16.
  std::vector<BracketPair> bracket_pairs(const std::vector<std::size_t>& sequence) const {
    struct Open {
      char32_t closing;
      std::size_t place;
    };
    std::vector<Open> open;
    std::vector<BracketPair> pairs;
    for (std::size_t k = 0; k < sequence.size(); ++k) {
      if (classes_[sequence[k]] != kON) continue;
      const char32_t code_point = text_[sequence[k]];
      const auto* bracket =
          std::lower_bound(std::begin(kBrackets), std::end(kBrackets), code_point,
                           [](const Pair& pair, char32_t wanted) { return pair.from < wanted; });
      if (bracket != std::end(kBrackets) && bracket->from == code_point) {
        if (open.size() == kMaxOpenBrackets) break;
        open.push_back({canonical(bracket->to), k});
        continue;
      }
      for (std::size_t depth = open.size(); depth-- > 0;) {
        if (open[depth].closing != canonical(code_point)) continue;
        pairs.push_back({open[depth].place, k});
        open.resize(depth);
        break;
      }
    }
    std::sort(pairs.begin(), pairs.end(),
              [](const BracketPair& one, const BracketPair& other) { return one.open < other.open; });
    return pairs;
  }

  // N0.
  void resolve_brackets(const std::vector<std::size_t>& sequence, Class start, Class embedding) {
    for (const BracketPair& pair : bracket_pairs(sequence)) {
      bool holds_embedding = false;
      bool holds_opposite = false;
      for (std::size_t k = pair.open + 1; k < pair.close && !holds_embedding; ++k) {
        const Class found = as_strong(classes_[sequence[k]]);
        if (found == kON) continue;
        (found == embedding ? holds_embedding : holds_opposite) = true;
      }
      if (!holds_embedding && !holds_opposite) continue;
      Class given = embedding;
      if (!holds_embedding) {
        Class context = start;
        for (std::size_t k = pair.open; k-- > 0;) {
          context = as_strong(classes_[sequence[k]]);
          if (context != kON) break;
        }
        if (context == kON) context = start;
        if (context != embedding) given = context;
      }
      set_bracket(sequence, pair.open, given);
      set_bracket(sequence, pair.close, given);
    }
  }

  // Marks that followed the bracket go with it.
  void set_bracket(const std::vector<std::size_t>& sequence, std::size_t place, Class given) {
    classes_[sequence[place]] = given;
    while (++place < sequence.size() && original_[sequence[place]] == kNSM) classes_[sequence[place]] = given;
  }

  // N1 and N2.
  void resolve_neutral(const std::vector<std::size_t>& sequence, Class start, Class end, Class embedding) {
    for (std::size_t k = 0; k < sequence.size();) {
      if (!is_neutral(classes_[sequence[k]])) {
        ++k;
        continue;
      }
      std::size_t past = k;
      while (past < sequence.size() && is_neutral(classes_[sequence[past]])) ++past;
      const Class before = k == 0 ? start : as_strong(classes_[sequence[k - 1]]);
      const Class after = past == sequence.size() ? end : as_strong(classes_[sequence[past]]);
      for (; k < past; ++k) classes_[sequence[k]] = before == after ? before : embedding;
    }
  }

  // UAX #9, 5.2: what X9 removes stays in the text, at the level of what stands before it.
  void give_removed_a_level() {
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (is_removed(original_[i])) levels_[i] = i == 0 ? base_ : levels_[i - 1];
    }
  }

  // L1, with the paragraph for its line.
  void reset_white_space() {
    bool trailing = true;
    for (std::size_t i = text_.size(); i-- > 0;) {
      const Class given = original_[i];
      if (given == kB || given == kS)
        trailing = true;
      else if (given != kWS && given != kPDI && !is_isolate(given) && !is_removed(given))
        trailing = false;
      if (trailing) levels_[i] = base_;
    }
  }

  std::u32string_view text_;
  BidiLevel base_;
  std::vector<Class> original_;
  std::vector<Class> classes_;
  std::vector<std::size_t> partner_;  // of an isolate its PDI, and the other way; kNone
  std::vector<BidiLevel> levels_;
  std::vector<BidiLevel> explicit_levels_;  // before I1 and I2 raise them
};

}  // namespace

BidiLevel paragraph_level(std::u32string_view paragraph) {
  std::size_t isolates = 0;
  for (const char32_t code_point : paragraph) {
    const Class found = kClasses[code_point];
    if (isolates == 0 && is_strong(found)) return found == kL ? 0 : 1;
    if (is_isolate(found)) ++isolates;
    if (found == kPDI && isolates > 0) --isolates;
  }
  return 0;
}

std::vector<BidiLevel> bidi_levels(std::u32string_view paragraph, BidiLevel base) {
  return Resolver(paragraph, base).levels();
}

std::vector<std::uint32_t> visual_order(std::span<const BidiLevel> levels) {
  std::vector<std::uint32_t> order(levels.size());
  BidiLevel highest = 0;
  BidiLevel lowest_odd = kDeepest + 2;
  for (std::uint32_t i = 0; i < order.size(); ++i) {
    order[i] = i;
    highest = std::max(highest, levels[i]);
    if (is_right_to_left(levels[i])) lowest_odd = std::min(lowest_odd, levels[i]);
  }
  for (BidiLevel level = highest; level >= lowest_odd; --level) {
    for (auto begin = order.begin(); begin != order.end();) {
      const auto in_level = [&](std::uint32_t index) { return levels[index] >= level; };
      begin = std::find_if(begin, order.end(), in_level);
      const auto end = std::find_if_not(begin, order.end(), in_level);
      std::reverse(begin, end);
      begin = end;
    }
  }
  return order;
}

char32_t mirrored(char32_t code_point) {
  const auto* mirror = std::lower_bound(std::begin(kMirrors), std::end(kMirrors), code_point,
                                        [](const Pair& pair, char32_t wanted) { return pair.from < wanted; });
  return mirror != std::end(kMirrors) && mirror->from == code_point ? mirror->to : code_point;
}

}  // namespace depeche::layout
