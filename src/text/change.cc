#include "text/change.h"

#include <algorithm>
#include <cstdint>
#include <span>
#include <string>

#include "base/utf8.h"

namespace depeche {
namespace {

Offset size_of(std::string_view text) {
  return static_cast<Offset>(text.size());
}

// Writes replacements from start to end in the form that a Change has: what touches is one.
class Writer {
 public:
  void keep(Offset size) { at_ += size; }
  void remove(Offset size) {
    if (size == 0) return;
    current().span.end += size;
    at_ += size;
  }
  void insert(std::string_view text) {
    if (!text.empty()) current().text += text;
  }
  std::vector<Replacement> finish() { return std::move(replacements_); }

 private:
  Replacement& current() {
    if (replacements_.empty() || replacements_.back().span.end != at_)
      replacements_.push_back({{at_, at_}, {}});
    return replacements_.back();
  }

  std::vector<Replacement> replacements_;
  Offset at_ = 0;  // in the text before
};

// A stretch of the text before and what becomes of it: kept, or replaced by `text`.
struct Section {
  Offset before = 0;
  Offset after = 0;
  bool kept = true;
  std::string_view text;  // of `after` bytes; empty when kept
};

// The sections of a change, in order, as its replacements and what lies between them.
std::vector<Section> sections(const Change& change) {
  std::vector<Section> sections;
  sections.reserve(2 * change.replacements().size() + 1);
  Offset at = 0;
  const auto keep_until = [&](Offset end) {
    if (at < end) sections.push_back({end - at, end - at, true, {}});
  };
  for (const auto& [span, text] : change.replacements()) {
    keep_until(span.begin);
    sections.push_back({span.size(), size_of(text), false, text});
    at = span.end;
  }
  keep_until(change.length_before());
  return sections;
}

bool valid(std::span<const Replacement> sorted, Offset length) {
  Offset at = 0;
  for (const auto& [span, text] : sorted) {
    if (span.begin < at || span.end < span.begin) return false;
    at = span.end;
  }
  return at <= length;
}

// Bytes that `before` and `after` have in common at their start, at a boundary of code points.
std::size_t common_prefix(std::string_view before, std::string_view after) {
  const auto differ = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
  auto size = static_cast<std::size_t>(differ.first - before.begin());
  while (!is_code_point_boundary(before, size) || !is_code_point_boundary(after, size)) --size;
  return size;
}

// Likewise at their end.
std::size_t common_suffix(std::string_view before, std::string_view after) {
  const auto differ = std::mismatch(before.rbegin(), before.rend(), after.rbegin(), after.rend());
  auto size = static_cast<std::size_t>(differ.first - before.rbegin());
  while (!is_code_point_boundary(before, before.size() - size) ||
         !is_code_point_boundary(after, after.size() - size)) {
    --size;
  }
  return size;
}

}  // namespace

std::optional<Change> Change::of(Offset length, std::vector<Replacement> replacements) {
  std::stable_sort(replacements.begin(), replacements.end(),
                   [](const Replacement& a, const Replacement& b) { return a.span < b.span; });
  if (!valid(replacements, length)) return std::nullopt;

  std::uint64_t length_after = length;
  Writer writer;
  Offset at = 0;
  for (const auto& [span, text] : replacements) {
    writer.keep(span.begin - at);
    writer.remove(span.size());
    writer.insert(text);
    at = span.end;
    length_after += text.size();
    length_after -= span.size();
  }
  if (length_after > kMaximumTextSize) return std::nullopt;
  return Change(length, static_cast<Offset>(length_after), writer.finish());
}

Change Change::between(std::string_view before, std::string_view after) {
  const std::size_t prefix = common_prefix(before, after);
  before.remove_prefix(prefix);
  after.remove_prefix(prefix);
  const std::size_t suffix = common_suffix(before, after);
  before.remove_suffix(suffix);
  after.remove_suffix(suffix);

  Writer writer;
  writer.keep(static_cast<Offset>(prefix));
  writer.remove(size_of(before));
  writer.insert(after);
  const auto kept = static_cast<Offset>(prefix + suffix);
  return {kept + size_of(before), kept + size_of(after), writer.finish()};
}

Text Change::apply(const Text& text) const {
  if (empty() || text.size() != length_before_) return text;
  const std::string_view before = text.bytes();
  std::string after;
  after.reserve(length_after_);
  Offset at = 0;
  for (const auto& [span, replacement] : replacements_) {
    after.append(before, at, span.begin - at);
    after += replacement;
    at = span.end;
  }
  after.append(before, at);
  LineIndex lines = text.lines().updated(after, replacements_);
  return {std::move(after), std::move(lines)};
}

Change Change::invert(const Text& before) const {
  if (before.size() != length_before_) return Change(length_after_);
  std::vector<Replacement> inverse;
  inverse.reserve(replacements_.size());
  Offset shift = 0;  // from offsets before to offsets after, modulo 2^32
  for (const auto& [span, text] : replacements_) {
    const Offset begin = span.begin + shift;
    inverse.push_back({{begin, begin + size_of(text)}, std::string(before.bytes(span))});
    shift += size_of(text) - span.size();
  }
  return {length_after_, length_before_, std::move(inverse)};
}

// Both changes are read side by side along the text between them: the sections of this one by what they give,
// those of the next by what they take. What the next replaces is not given.
Change Change::compose(const Change& next) const {
  if (next.length_before_ != length_after_) return *this;
  const std::vector<Section> giving = sections(*this);
  const std::vector<Section> taking = sections(next);

  Writer writer;
  auto taker = taking.begin();
  Offset taken = 0;  // by *taker so far
  const auto begin_taker = [&] {
    if (taker != taking.end()) writer.insert(taker->text);
  };
  const auto take = [&](Offset size) {
    taken += size;
    for (; taker != taking.end() && taken == taker->before; taken = 0) {
      ++taker;
      begin_taker();
    }
  };

  begin_taker();
  take(0);
  for (const Section& giver : giving) {
    if (!giver.kept) writer.remove(giver.before);
    for (Offset given = 0; given < giver.after;) {
      const Offset size = std::min(giver.after - given, taker->before - taken);
      if (giver.kept && taker->kept) writer.keep(size);
      if (giver.kept && !taker->kept) writer.remove(size);
      if (!giver.kept && taker->kept) writer.insert(giver.text.substr(given, size));
      given += size;
      take(size);
    }
  }
  return {length_before_, next.length_after_, writer.finish()};
}

Offset Change::map_position(Offset position, Bias bias) const {
  position = std::min(position, length_before_);
  Offset shift = 0;  // from offsets before to offsets after, modulo 2^32
  for (const auto& [span, text] : replacements_) {
    if (position < span.begin) break;
    const bool inserts_here = span.empty() && position == span.begin;
    const bool within = span.begin < position && position < span.end;
    if (inserts_here || within) return span.begin + shift + (bias == Bias::kAfter ? size_of(text) : 0);
    if (position == span.begin) break;
    shift += size_of(text) - span.size();
  }
  return position + shift;
}

Span Change::map_span(Span span) const {
  const Offset end = map_position(span.end, Bias::kBefore);
  return {std::min(map_position(span.begin, Bias::kAfter), end), end};
}

}  // namespace depeche
