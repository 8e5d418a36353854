#include "frontmatter/plain_fields.h"

#include <string>
#include <utility>

#include "frontmatter/source.h"

namespace depeche::frontmatter {
namespace {

constexpr std::size_t kLongestKey = 1000;  // YAML's own limit is 1024 characters

// Whether plain text may begin so, whatever follows.
bool begins_plain(char c) {
  return c != ' ' && c != '\n' && std::string_view("-?:,[]{}#&*!|>'\"%@`").find(c) == std::string_view::npos;
}

bool is_null_word(std::string_view text) {
  return text == "~" || text == "null" || text == "Null" || text == "NULL";
}

// Every function that reads says whether it could; behind what it read, `at_` is at the next text.
class Reader {
 public:
  Reader(std::string_view bytes, Offset begin) : bytes_(bytes), at_(begin), line_(begin) {}

  bool read() {
    if (bytes_.find_first_of("\r\t", at_) != std::string_view::npos) return false;
    if (!bytes_.substr(at_).starts_with("---")) return false;
    at_ += 3;
    return end_line() && !at_end() && mapping(column()) && at_end();
  }
  std::vector<YamlEvent> take() { return std::move(events_); }

 private:
  bool at_end() const { return at_ >= bytes_.size(); }
  bool at_line_end() const { return at_end() || bytes_[at_] == '\n'; }
  int column() const { return static_cast<int>(at_ - line_); }
  bool is_blank_or_end(std::size_t offset) const {
    return offset >= bytes_.size() || bytes_[offset] == ' ' || bytes_[offset] == '\n';
  }
  bool at_hyphen() const { return !at_end() && bytes_[at_] == '-' && is_blank_or_end(at_ + 1); }
  void skip_spaces() {
    while (!at_end() && bytes_[at_] == ' ') ++at_;
  }

  // From behind the last text of a line to the first of a later one.
  bool end_line() {
    skip_spaces();
    if (!at_line_end()) return false;
    while (!at_end() && bytes_[at_] == '\n') {
      line_ = ++at_;
      skip_spaces();
    }
    return true;
  }

  YamlEvent& add(YamlEventKind kind, Offset offset, char tag = '?') {
    YamlEvent& event = events_.emplace_back();
    event.kind = kind;
    event.offset = offset;
    event.tag = tag;
    return event;
  }
  void add_end(YamlEventKind kind) { events_.emplace_back().kind = kind; }

  // Whether the collection at `inside` ends properly before the text at `at_`.
  bool is_left(int inside) const { return at_end() || column() <= inside; }

  bool mapping(int inside) {
    if (++depth_ > kMaximumDepth) return false;
    add(YamlEventKind::kMappingStart, at_);
    while (!at_end() && column() == inside) {
      if (!key() || !value(inside)) return false;
    }
    add_end(YamlEventKind::kMappingEnd);
    --depth_;
    return is_left(inside);
  }

  bool sequence(int inside) {
    if (++depth_ > kMaximumDepth) return false;
    add(YamlEventKind::kSequenceStart, at_);
    while (at_hyphen() && column() == inside) {
      ++at_;
      skip_spaces();
      if (at_line_end()) return false;
      if (key_end() ? !mapping(column()) : !scalar(inside)) return false;
    }
    add_end(YamlEventKind::kSequenceEnd);
    --depth_;
    return is_left(inside);
  }

  // The colon behind the key at `at_`, if one is there.
  std::optional<Offset> key_end() const {
    if (!begins_plain(bytes_[at_])) return std::nullopt;
    for (Offset at = at_; at < bytes_.size() && bytes_[at] != '\n'; ++at) {
      if (bytes_[at] == ':' && is_blank_or_end(at + 1)) return at;
    }
    return std::nullopt;
  }

  bool key() {
    const std::optional<Offset> colon = key_end();
    if (!colon) return false;
    const std::string_view text = bytes_.substr(at_, *colon - at_);
    if (text.size() > kLongestKey || text.ends_with(' ') || text.find(" #") != text.npos) return false;
    if (is_null_word(text) || text.starts_with("...")) return false;
    add(YamlEventKind::kScalar, at_).text = restore_text(text);
    at_ = *colon + 1;
    return true;
  }

  // What stands behind the colon of a field of the mapping at `inside`.
  bool value(int inside) {
    skip_spaces();
    if (!at_line_end()) return scalar(inside);
    if (!end_line()) return false;
    if (at_hyphen() && column() >= inside) return sequence(column());
    if (!is_left(inside)) return mapping(column());
    add(YamlEventKind::kNull, at_);
    return true;
  }

  // Text in a collection at `inside`.
  bool scalar(int inside) { return bytes_[at_] == '"' || bytes_[at_] == '\'' ? quoted() : plain(inside); }

  // Text in quotes on one line, without escapes.
  bool quoted() {
    const Offset begin = at_;
    const char quote = bytes_[begin];
    const std::size_t end = bytes_.find(quote, begin + 1);
    if (end == bytes_.npos) return false;
    const std::string_view text = bytes_.substr(begin + 1, end - begin - 1);
    if (text.find_first_of("\\\n") != text.npos) return false;
    add(YamlEventKind::kScalar, begin, '!').text = restore_text(text);
    at_ = static_cast<Offset>(end) + 1;
    return end_line();
  }

  // Text without quotes; lines further right go on with it.
  bool plain(int inside) {
    const Offset begin = at_;
    std::string text;
    Offset line = line_;
    do {
      if (!begins_plain(bytes_[at_]) || key_end()) return false;
      const std::string_view rest = bytes_.substr(at_);
      std::string_view part = rest.substr(0, rest.find('\n'));
      if (part.find(" #") != part.npos) return false;
      if (!text.empty()) text += ' ';
      at_ += static_cast<Offset>(part.size());
      line = at_ + 1;
      part.remove_suffix(part.size() - (part.find_last_not_of(' ') + 1));
      text += part;
      if (!end_line()) return false;
      if (!is_left(inside) && line_ != line) return false;  // over blank lines
    } while (!is_left(inside));
    if (is_null_word(text)) return false;
    add(YamlEventKind::kScalar, begin).text = restore_text(text);
    return true;
  }

  std::string_view bytes_;
  Offset at_;
  Offset line_;  // the beginning of its line
  int depth_ = 0;
  std::vector<YamlEvent> events_;
};

}  // namespace

std::optional<std::vector<YamlEvent>> read_plain_fields(std::string_view bytes, Offset begin) {
  Reader reader(bytes, begin);
  if (!reader.read()) return std::nullopt;
  return reader.take();
}

}  // namespace depeche::frontmatter
