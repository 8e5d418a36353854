#include "markdown/kramdown/passage.h"

#include <algorithm>

#include "base/utf8.h"

namespace depeche::markdown::kramdown {

void Passage::read_plain(std::string_view text, Span span) {
  segments_.push_back({{}, span.begin, 0, false});
  borrowed_ = span.of(text);
}

void Passage::read(std::string_view text, Span span) {
  const std::string_view part = span.of(text);
  const bool plain = part.ends_with('\n') && part.find('\r') == part.npos && is_valid_utf8(part);
  if (plain) return read_plain(text, span);
  segments_.push_back({{}, span.begin, 0, false});
  owned_.reserve(part.size() + 1);
  bool broken = false;  // the last thing added does not go on in the source
  std::size_t copied = 0;
  const auto here = [&](std::size_t at) { return span.begin + static_cast<Offset>(at); };
  const auto copy_to = [&](std::size_t end) {
    if (end == copied) return;
    if (broken) segments_.push_back({PassageOffset(owned_.size()), here(copied), 0, false});
    owned_ += part.substr(copied, end - copied);
    broken = false;
  };
  for (std::size_t at = 0; at < part.size();) {
    const auto byte = static_cast<unsigned char>(part[at]);
    if (byte < 0x80 && byte != '\r') {
      ++at;
      continue;
    }
    if (byte == '\r') {
      copy_to(at);
      if (at + 1 < part.size() && part[at + 1] == '\n') {
        copied = ++at;  // the LF that follows stands for both
        broken = true;
        continue;
      }
      add_segment({PassageOffset(owned_.size()), here(at), 1, true});
      owned_ += '\n';
      copied = ++at;
      broken = true;
      continue;
    }
    const Decoded decoded = decode_utf8(part, at);
    if (decoded.valid) {
      at += decoded.size;
      continue;
    }
    copy_to(at);
    add_segment({PassageOffset(owned_.size()), here(at), 1, true});
    append_utf8(owned_, kReplacementCharacter);
    copied = ++at;
    broken = true;
  }
  copy_to(part.size());
  if (!owned_.ends_with('\n')) append_synthetic("\n", span.end);
}

void Passage::append(const Passage& from, Range range) {
  if (range.empty()) return;
  PassageOffset begin = end();
  append_text(from.text(range));
  while (!range.empty()) {
    const Segment& segment = from.segment_at(range.begin);
    const PassageOffset end = std::min(range.end, from.end_of(segment));
    Segment copy = segment;
    copy.begin = begin;
    if (!segment.fixed) copy.source += range.begin - segment.begin;
    add_segment(copy);
    begin += end - range.begin;
    range.begin = end;
  }
}

void Passage::append_synthetic(std::string_view text, Offset at) {
  if (text.empty()) return;
  own();
  add_segment({PassageOffset(owned_.size()), at, 0, true});
  owned_ += text;
}

// Most items of a list are one line: nothing is copied as long as what was added lies together.
void Passage::append_text(std::string_view text) {
  if (this->text().empty()) {
    borrowed_ = text;
  } else if (borrowed_.data() + borrowed_.size() == text.data()) {
    borrowed_ = {borrowed_.data(), borrowed_.size() + text.size()};
  } else {
    own();
    owned_ += text;
  }
}

void Passage::own() {
  if (!borrowed_.data()) return;
  owned_ = borrowed_;
  borrowed_ = {};
}

void Passage::add_segment(const Segment& segment) {
  if (!segments_.empty()) {
    const Segment& last = segments_.back();
    if (!last.fixed && !segment.fixed && last.source + (segment.begin - last.begin) == segment.source) return;
    if (last.begin == segment.begin) segments_.pop_back();
  }
  segments_.push_back(segment);
}

const Passage::Segment& Passage::segment_at(PassageOffset position) const {
  if (segments_.size() == 1) return segments_[0];
  const Segment& recent = segments_[recent_];
  if (recent.begin <= position) {
    if (recent_ + 1 == segments_.size() || position < segments_[recent_ + 1].begin) return recent;
    if (recent_ + 2 == segments_.size() || position < segments_[recent_ + 2].begin)
      return segments_[++recent_];
  }
  const auto after =
      std::upper_bound(segments_.begin(), segments_.end(), position,
                       [](PassageOffset at, const Segment& segment) { return at < segment.begin; });
  recent_ = after == segments_.begin() ? 0 : static_cast<std::size_t>(after - segments_.begin()) - 1;
  return segments_[recent_];
}

PassageOffset Passage::end_of(const Segment& segment) const {
  const auto index = static_cast<std::size_t>(&segment - segments_.data());
  return index + 1 < segments_.size() ? segments_[index + 1].begin : end();
}

Span Passage::source(Range range) const {
  if (segments_.empty()) return {};
  const Segment& first = segment_at(range.begin);
  const Offset begin = first.source + (first.fixed ? 0 : range.begin - first.begin);
  if (range.empty()) return {begin, begin};
  const Segment& last = segment_at(range.end - 1);
  const Offset end = last.source + (last.fixed ? last.source_size : range.end - last.begin);
  return {begin, std::max(begin, end)};
}

Passage::Piece Passage::first_piece(Range range) const {
  const Segment& segment = segment_at(range.begin);
  const Range piece{range.begin, std::min(range.end, end_of(segment))};
  if (segment.fixed) return {piece, {segment.source, segment.source + segment.source_size}, false};
  const Offset begin = segment.source + (piece.begin - segment.begin);
  return {piece, {begin, begin + piece.size()}, true};
}

}  // namespace depeche::markdown::kramdown
