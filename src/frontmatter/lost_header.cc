#include "frontmatter/lost_header.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "frontmatter/writing_style.h"
#include "site/names/fields.h"

namespace depeche::frontmatter {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

// ---- Lines

struct Line {
  std::size_t begin = 0;
  std::size_t end = 0;   // before its line ending
  std::size_t next = 0;  // where the next one begins
};

Line line_at(std::string_view bytes, std::size_t begin) {
  const std::size_t line_feed = std::min(bytes.find('\n', begin), bytes.size());
  const bool has_return = line_feed > begin && bytes[line_feed - 1] == '\r' && line_feed < bytes.size();
  return {begin, has_return ? line_feed - 1 : line_feed, std::min(line_feed + 1, bytes.size())};
}

// White space, no-break spaces, and what takes no room at all.
bool shows_nothing(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x202F || (c >= 0x2007 && c <= 0x200F) ||
         c == 0x2060 || c == 0xFEFF;
}

std::size_t skip_unseen(std::string_view bytes, std::size_t at, std::size_t end) {
  while (at < end) {
    const Decoded decoded = decode_utf8(bytes, at);
    if (!decoded.valid || !shows_nothing(decoded.code_point)) break;
    at += decoded.size;
  }
  return std::min(at, end);
}

// The end of [begin, end) without what shows nothing there.
std::size_t end_of_seen(std::string_view bytes, std::size_t begin, std::size_t end) {
  while (end > begin) {
    const std::size_t last = previous_code_point(bytes, end);
    if (skip_unseen(bytes, last, end) != end) break;
    end = last;
  }
  return end;
}

bool is_blank(std::string_view bytes, const Line& line) {
  return skip_unseen(bytes, line.begin, line.end) == line.end;
}

bool is_indented(std::string_view bytes, const Line& line) {
  return line.begin < line.end && (bytes[line.begin] == ' ' || bytes[line.begin] == '\t');
}

// Whether Jekyll takes the line for one that opens a header, or for one that closes it.
bool is_fence(std::string_view bytes, const Line& line, std::string_view dashes) {
  const std::string_view text = bytes.substr(line.begin, line.end - line.begin);
  return text.starts_with(dashes) && text.find_first_not_of(" \t\r\f\v", dashes.size()) == text.npos;
}

bool is_closing_fence(std::string_view bytes, const Line& line) {
  return is_fence(bytes, line, "---") || is_fence(bytes, line, "...");
}

// A line that is likely meant to be three dashes: two or more of them, or the long ones that programs make of
// them, and nothing else; or three and text behind.
struct DashLine {
  std::size_t begin = 0;  // of the dashes
  std::size_t text = 0;   // what stands behind them; the line's end when nothing does
};

std::optional<DashLine> read_dash_line(std::string_view bytes, const Line& line) {
  const std::size_t begin = skip_unseen(bytes, line.begin, line.end);
  std::size_t at = begin;
  std::size_t hyphens = 0;
  std::size_t size = 0;  // in hyphens
  while (at < line.end) {
    const std::string_view rest = bytes.substr(at, line.end - at);
    if (rest.starts_with('-')) {
      ++hyphens, ++size, ++at;
    } else if (rest.starts_with("–")) {
      size += 2, at += 3;
    } else if (rest.starts_with("—")) {
      size += 3, at += 3;
    } else {
      break;
    }
  }
  const std::size_t text = skip_unseen(bytes, at, line.end);
  const bool is_alone = text == line.end;
  if (is_alone ? size < 2 : hyphens < 3 || hyphens != size) return std::nullopt;
  return DashLine{begin, text};
}

// ---- Fields

bool is_name_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// The name of the field at `at`, where a field's line begins; empty for other text.
std::string_view field_name(std::string_view bytes, std::size_t at, std::size_t end) {
  std::size_t colon = at;
  while (colon < end && is_name_byte(bytes[colon])) ++colon;
  if (colon == at || bytes[at] == '-' || colon == end || bytes[colon] != ':') return {};
  if (colon + 1 < end && bytes[colon + 1] != ' ' && bytes[colon + 1] != '\t') return {};
  return bytes.substr(at, colon - at);
}

bool is_comment(std::string_view bytes, std::size_t at, std::size_t end) {
  return at < end && bytes[at] == '#' && (at + 1 == end || bytes[at + 1] == ' ');
}

// Below a blank line, text may begin like a field; names are in lower case.
bool is_field_after_blank(std::string_view name) {
  return !name.empty() && name[0] >= 'a' && name[0] <= 'z';
}

bool begins_block_of_text(std::string_view bytes, const Line& line, std::string_view name) {
  const std::size_t value = skip_unseen(bytes, line.begin + name.size() + 1, line.end);
  return value < line.end && (bytes[value] == '|' || bytes[value] == '>');
}

// The lines that read as fields, and what ends them.
struct Fields {
  std::size_t last_line = 0;  // begin of the last of them
  std::size_t end = 0;        // behind it
  bool is_telling = false;    // some field tells a header from a text of which lines look like fields
  std::size_t stop = 0;       // the first line that is no part of them; the end of the text if none
  bool stops_at_fence = false;
  bool stops_after_blank = false;
};

Fields read_fields(std::string_view bytes, std::size_t begin) {
  Fields fields{begin, begin, false, begin, false, false};
  bool in_block_of_text = false;
  bool after_blank = false;
  const auto take = [&](const Line& line) {
    fields.last_line = line.begin;
    fields.end = line.next;
    after_blank = false;
  };
  while (fields.stop < bytes.size()) {
    const Line line = line_at(bytes, fields.stop);
    const std::string_view name = field_name(bytes, line.begin, line.end);
    const bool has_fields = fields.end > begin;
    if (is_blank(bytes, line)) {
      after_blank = true;
    } else if (in_block_of_text && is_indented(bytes, line)) {
      take(line);
    } else if (is_closing_fence(bytes, line)) {
      fields.stops_at_fence = true;
      break;
    } else if (read_dash_line(bytes, line)) {
      break;
    } else if (after_blank ? is_field_after_blank(name) : !name.empty()) {
      take(line);
      fields.is_telling = fields.is_telling || site::tells_header(name);
      in_block_of_text = begins_block_of_text(bytes, line, name);
    } else if (has_fields && !after_blank &&
               (is_indented(bytes, line) || bytes.substr(line.begin, 2) == "- ")) {
      take(line);
    } else if (!is_comment(bytes, line.begin, line.end)) {  // a comment goes with the field that follows
      break;
    }
    fields.stop = line.next;
  }
  fields.stops_after_blank = after_blank;
  return fields;
}

// The first line from `begin` on that closes a header, and what stands before it.
struct NextFence {
  Line line;
  bool follows_field = false;       // somewhere above
  bool follows_blank = false;       // right above
  bool follows_paragraphs = false;  // more than one
};

std::optional<NextFence> find_fence(std::string_view bytes, std::size_t begin) {
  NextFence found;
  for (std::size_t at = begin; at < bytes.size(); at = found.line.next) {
    found.line = line_at(bytes, at);
    if (is_closing_fence(bytes, found.line)) return found;
    const std::string_view name = field_name(bytes, at, found.line.end);
    found.follows_field = found.follows_field || is_field_after_blank(name);
    const bool blank = is_blank(bytes, found.line);
    found.follows_paragraphs = found.follows_paragraphs || (found.follows_blank && !blank);
    found.follows_blank = blank;
  }
  return std::nullopt;
}

// ---- The header as it was meant

struct Opening {
  std::size_t before = 0;  // the end of the text that stands before; 0 for none
  std::size_t begin = 0;   // of the dashes
  std::size_t text = 0;    // behind the dashes, as in DashLine
  Line line;
};

bool opens_code(std::string_view bytes, const Line& line) {
  const std::string_view text = bytes.substr(line.begin, 3);
  return text == "```" || text == "~~~";
}

// Text that somebody typed before the dashes, on their line or on a few above it.
std::optional<Opening> find_opening_behind_text(std::string_view bytes, std::size_t first) {
  constexpr std::size_t kMaxBytes = 1000;
  constexpr int kMaxLines = 3;
  Line line = line_at(bytes.substr(0, first + kMaxBytes), first);
  const std::size_t end = end_of_seen(bytes, line.begin, line.end);
  if (bytes.substr(line.begin, end - line.begin).ends_with("---")) {
    std::size_t dashes = end;
    while (bytes[dashes - 1] == '-') --dashes;
    return Opening{dashes, dashes, line.end, line};
  }
  for (int lines = 0; lines < kMaxLines && !opens_code(bytes, line);) {
    if (!is_blank(bytes, line)) ++lines;
    if (line.next >= std::min(bytes.size(), first + kMaxBytes)) break;
    const std::size_t above = line.end;
    line = line_at(bytes, line.next);
    if (is_fence(bytes, line, "---")) return Opening{above, line.begin, line.end, line};
  }
  return std::nullopt;
}

std::optional<Opening> find_opening(std::string_view bytes) {
  const std::size_t first = skip_unseen(bytes, 0, bytes.size());
  if (first == bytes.size()) return std::nullopt;
  const Line line = line_at(bytes, first);
  if (const auto dashes = read_dash_line(bytes, line)) return Opening{0, dashes->begin, dashes->text, line};
  return find_opening_behind_text(bytes, first);
}

struct Closing {
  enum class Kind : std::uint8_t { kFence, kDashes, kMissing };
  Kind kind = Kind::kFence;
  Line line;             // of the fence or the dashes; where it is missing, the last line of the fields
  std::size_t text = 0;  // behind the dashes, as in DashLine
};

Closing find_closing(std::string_view bytes, const Fields& fields) {
  const Line stop = line_at(bytes, fields.stop);
  if (fields.stops_at_fence) return {Closing::Kind::kFence, stop, stop.end};
  const auto dashes = fields.stop < bytes.size() ? read_dash_line(bytes, stop) : std::nullopt;
  const auto fence = find_fence(bytes, dashes ? stop.next : stop.begin);
  // What reads as no field may be one that is broken: then the fence further down closes the header. A rule
  // of the text stands between paragraphs of it.
  const bool may_be_rule =
      dashes || (fence && fence->follows_blank && (fields.stops_after_blank || fence->follows_paragraphs));
  if (fence && (fence->follows_field || !may_be_rule))
    return {Closing::Kind::kFence, fence->line, fence->line.end};
  if (dashes) return {Closing::Kind::kDashes, stop, dashes->text};
  return {Closing::Kind::kMissing, line_at(bytes, fields.last_line), 0};
}

// ---- What to say, and how to mend it

class Mender {
 public:
  Mender(std::string_view bytes, const Opening& opening, const Closing& closing)
      : bytes_(bytes), opening_(opening), closing_(closing), line_ending_(line_ending_of(bytes)) {}

  std::optional<Diagnostic> diagnose() {
    mend_what_stands_before();
    mend_opening();
    mend_closing();
    if (message_.empty()) return std::nullopt;
    Fix fix{{"fix/restore-header", {}}, std::move(edits_)};
    return Diagnostic{std::string(kLostHeader), Severity::kError, place_, {message_, {}}, {std::move(fix)}};
  }

 private:
  // Only the first is told: the fix mends all.
  void tell(const char* message, std::size_t begin, std::size_t end) {
    if (!message_.empty()) return;
    message_ = message;
    place_ = span(begin, end);
  }

  void edit(std::size_t begin, std::size_t end, std::string text) {
    edits_.push_back({span(begin, end), std::move(text)});
  }

  static Span span(std::size_t begin, std::size_t end) {
    return {static_cast<Offset>(begin), static_cast<Offset>(end)};
  }

  std::string_view text(std::size_t begin, std::size_t end) const {
    begin = skip_unseen(bytes_, begin, end);
    return bytes_.substr(begin, end_of_seen(bytes_, begin, end) - begin);
  }

  void mend_what_stands_before() {
    if (opening_.begin == 0) return;
    moved_ = text(0, opening_.before);
    if (!moved_.empty()) {
      tell("front-matter/text-before-header", static_cast<std::size_t>(moved_.data() - bytes_.data()),
           static_cast<std::size_t>(moved_.data() - bytes_.data()) + moved_.size());
    } else if (is_made_of_marks(bytes_.substr(0, opening_.begin))) {
      tell("front-matter/mark-before-header", 0, opening_.begin);
    } else {
      tell("front-matter/lost-header", 0, opening_.begin);
    }
    edit(0, opening_.begin, "");
  }

  static bool is_made_of_marks(std::string_view before) {
    while (before.starts_with(kByteOrderMark)) before.remove_prefix(kByteOrderMark.size());
    return before.empty();
  }

  void mend_opening() {
    const Line& line = opening_.line;
    if (is_fence(bytes_, {opening_.begin, line.end, line.next}, "---")) return;
    tell("front-matter/opening-line", opening_.begin, line.end);
    const std::string_view behind = text(opening_.text, line.end);
    const std::size_t at = opening_.text;
    if (!field_name(bytes_, at, line.end).empty() || is_comment(bytes_, at, line.end)) {
      return edit(opening_.begin, at, "---" + std::string(line_ending_));
    }
    edit(opening_.begin, line.end, "---");
    if (moved_.empty()) {
      moved_ = behind;
    } else if (!behind.empty()) {
      moved_more_ = behind;
    }
  }

  void mend_closing() {
    const Line& line = closing_.line;
    if (closing_.kind == Closing::Kind::kFence) return add_moved(line.next);
    if (closing_.kind == Closing::Kind::kMissing) {
      tell("front-matter/unclosed-header", line.begin, line.end);
      return add_missing_fence(line);
    }
    tell("front-matter/closing-line", line.begin, line.end);
    const std::string_view behind = text(closing_.text, line.end);
    if (is_comment(bytes_, closing_.text, line.end)) {
      edit(line.begin, line.end, std::string(behind) + line_ending_ + "---");
    } else if (behind.empty()) {
      edit(line.begin, line.end, "---");
    } else {
      const std::string moved = moved_text();
      edit(line.begin, line.end, "---" + line_ending_ + (moved.empty() ? "" : moved + line_ending_));
      edits_.back().text += behind;
      return;
    }
    add_moved(line.next);
  }

  // Below the last field, or at its end, when the dashes have slipped there.
  void add_missing_fence(const Line& line) {
    const std::size_t end = end_of_seen(bytes_, line.begin, line.end);
    if (bytes_.substr(line.begin, end - line.begin).ends_with("---")) {
      std::size_t dashes = end;
      while (bytes_[dashes - 1] == '-') --dashes;
      edit(end_of_seen(bytes_, line.begin, dashes), line.end, line_ending_ + "---");
      return add_moved(line.next);
    }
    const bool ends_text = line.end == line.next;
    edit(line.next, line.next, (ends_text ? line_ending_ : "") + "---" + line_ending_);
    add_moved(line.next);
  }

  // What stood before the header, or behind its first dashes, as paragraphs of the body; a blank line above.
  std::string moved_text() const {
    std::string all;
    for (const std::string_view part : {moved_, moved_more_}) {
      if (!part.empty()) all += line_ending_ + std::string(part) + line_ending_;
    }
    return all;
  }

  // At `at`, where the body begins.
  void add_moved(std::size_t at) {
    std::string moved = moved_text();
    if (moved.empty()) return;
    const bool adjoins = !edits_.empty() && edits_.back().span.end == at;
    const std::string_view before = adjoins ? std::string_view(edits_.back().text) : bytes_.substr(0, at);
    if (!before.ends_with('\n')) moved.insert(0, line_ending_);
    if (at < bytes_.size() && !is_blank(bytes_, line_at(bytes_, at))) moved += line_ending_;
    if (adjoins) {
      edits_.back().text += moved;
    } else {
      edit(at, at, std::move(moved));
    }
  }

  std::string_view bytes_;
  Opening opening_;
  Closing closing_;
  std::string line_ending_;
  std::string_view moved_, moved_more_;
  std::string message_;
  Span place_;
  std::vector<Replacement> edits_;
};

// The mark that some programs put before any text. Jekyll bears with one in a post, not in a document of a
// collection.
std::optional<Diagnostic> find_mark(std::string_view bytes) {
  if (!bytes.starts_with(kByteOrderMark)) return std::nullopt;
  const Span mark{0, static_cast<Offset>(kByteOrderMark.size())};
  return Diagnostic{std::string(kLostHeader),
                    Severity::kError,
                    mark,
                    {"front-matter/mark-before-header", {}},
                    {{{"fix/restore-header", {}}, {{mark, ""}}}}};
}

}  // namespace

std::optional<Diagnostic> find_lost_header(std::string_view bytes, const Fences& fences, bool is_broken) {
  if (fences.present && !is_broken) return find_mark(bytes);
  const auto opening = find_opening(bytes);
  if (!opening) return std::nullopt;
  const bool fields_follow_dashes = !field_name(bytes, opening->text, opening->line.end).empty();
  const Fields fields = read_fields(bytes, fields_follow_dashes ? opening->text : opening->line.next);
  if (!fields.is_telling) return fences.present ? find_mark(bytes) : std::nullopt;
  return Mender(bytes, *opening, find_closing(bytes, fields)).diagnose();
}

}  // namespace depeche::frontmatter
