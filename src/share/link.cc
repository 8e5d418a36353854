#include "share/link.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "share/base64url.h"
#include "share/carriers.h"
#include "share/checksum.h"
#include "share/compression.h"

namespace depeche::share {
namespace {

constexpr char kFormat = '1';
constexpr std::size_t kLengthAt = 1;
constexpr std::size_t kChecksumAt = 5;
constexpr std::size_t kPayloadAt = 11;

// How often, on average, each character may be part of what is checked.
constexpr std::size_t kMaxChecks = 8;

// Autocorrection makes an en or an em dash of two hyphens, or of two and of three.
constexpr Dashes kReadings[] = {{1, 2}, {2, 2}, {2, 3}};

Message problem(std::string key) {
  return {std::move(key), {}};
}

Message too_large() {
  return {"share/too-large", {std::to_string(kMaximumDraftSize >> 20)}};
}

Result<std::string> unpack(std::string_view payload) {
  const std::optional<std::string> frame = decode_base64url(payload);
  if (!frame) return problem("share/damaged");
  std::string text;
  switch (decompress(*frame, kMaximumDraftSize, text)) {
    case Unpacked::kText:
      return text;
    case Unpacked::kTooLarge:
      return too_large();
    case Unpacked::kDamaged:
      break;
  }
  return problem("share/damaged");
}

// What may be a fragment: the characters from its format on, and others behind its end.
struct Candidate {
  std::string_view characters;
  char format = 0;
  std::optional<std::uint64_t> length;  // of the payload, as it says
  std::optional<std::uint64_t> stated;  // the checksum
  std::string_view payload;             // as long as it says, or shorter where there is no more
  std::string_view rest;                // all behind the checksum

  explicit Candidate(std::string_view found) : characters(found) {
    if (found.empty()) return;
    format = found[0];
    if (found.size() < kPayloadAt) return;
    length = decode_number(found.substr(kLengthAt, kChecksumAt - kLengthAt));
    stated = decode_number(found.substr(kChecksumAt, kPayloadAt - kChecksumAt));
    rest = found.substr(kPayloadAt);
    payload = length ? rest.substr(0, static_cast<std::size_t>(*length)) : rest;
  }

  bool has_all() const { return is_digit(format) && length && stated && payload.size() == *length; }
  bool is_whole() const { return has_all() && stated == fragment_checksum(format, payload); }
};

Result<std::string> open(const Candidate& whole) {
  if (whole.format != kFormat) return problem("share/newer-format");
  return unpack(whole.payload);
}

// Why none of them opens, by the one that is most like a link.
Message problem_of(const Candidate& link) {
  if (link.characters.size() < kPayloadAt) {
    const bool begins_as_ours = is_digit(link.format) && decode_number(link.characters.substr(1));
    return problem(begins_as_ours ? "share/truncated" : "share/not-a-link");
  }
  // Nothing but its format or its length was changed.
  if (link.stated == fragment_checksum(kFormat, link.payload)) return problem("share/damaged");
  if (!is_digit(link.format)) return problem("share/not-a-link");
  if (link.stated == fragment_checksum(link.format, link.rest)) return problem("share/damaged");
  return problem(link.length && link.payload.size() < *link.length ? "share/truncated" : "share/damaged");
}

bool is_more_like_a_link(std::string_view one, std::string_view other) {
  const bool begins_as_ours = is_digit(one[0]);
  if (other.empty() || begins_as_ours != is_digit(other[0])) return other.empty() || begins_as_ours;
  return one.size() > other.size();
}

// Opens the first fragment that is whole. One may begin wherever no digit of a link precedes; but only what
// follows a mark, or begins the text, is reproached with what it lacks: elsewhere stand words.
Result<std::string> open_best(std::string_view sent) {
  constexpr std::string_view kAround = "# ";
  std::size_t room = kMaxChecks * sent.size();  // characters that may yet be checked: the time is linear
  std::string_view best;
  const std::size_t first = sent.find_first_not_of(kAround);
  for (std::size_t begin = first; begin < sent.size();) {
    const std::size_t end = std::min(sent.find_first_of(kAround, begin), sent.size());
    for (std::size_t at = begin; at < end; ++at) {
      if (at != begin && sent[at - 1] != kForeign) continue;
      const std::string_view characters = sent.substr(at, end - at);
      const Candidate candidate(characters);
      if (candidate.has_all() && candidate.payload.size() <= room) {
        room -= candidate.payload.size();
        if (candidate.is_whole()) return open(candidate);
      }
      const bool is_marked = at == first || (at == begin && sent[at - 1] == kMark);
      if (is_marked && is_more_like_a_link(characters, best)) best = characters;
    }
    begin = sent.find_first_not_of(kAround, end);
  }
  return problem_of(Candidate(best));
}

// An address that ends where the fragment of a link would begin (web/documents/address.js): some gateway has
// removed what carried the draft.
bool is_emptied(std::string_view text) {
  constexpr std::string_view kBlanks = " \t\r\n";
  const std::size_t begin = text.find_first_not_of(kBlanks);
  if (begin == text.npos) return false;
  text = text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
  const bool is_address = text.starts_with("http") && text.find("://") != text.npos;
  return is_address && text.find_first_of(kBlanks) == text.npos &&
         (text.ends_with('?') || text.ends_with("?#"));
}

// Of a fragment that is whole, and says so itself.
bool is_sure(const Message& problem) {
  return problem.key == "share/newer-format" || problem.key == "share/too-large";
}

}  // namespace

Result<std::string> encode_fragment(std::string_view text) {
  if (text.size() > kMaximumDraftSize) return too_large();
  const std::string frame = compress(text);
  if (frame.empty()) return too_large();  // for the memory that there is
  const std::string payload = encode_base64url(frame);
  return kFormat + encode_number(payload.size(), kChecksumAt - kLengthAt) +
         encode_number(fragment_checksum(kFormat, payload), kPayloadAt - kChecksumAt) + payload;
}

Result<std::string> decode_fragment(std::string_view text) {
  const std::string plain = unescaped(text);
  std::optional<Message> problem;
  for (const Dashes dashes : kReadings) {
    Result<std::string> draft = open_best(as_sent(plain, dashes));
    if (draft || is_sure(draft.problem())) return draft;
    if (!problem) problem = draft.problem();
    if (!has_dashes(plain)) break;
  }
  if (is_emptied(text)) return share::problem("share/truncated");
  return *problem;
}

}  // namespace depeche::share
