#include "frontmatter/value_builder.h"

#include <algorithm>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "base/ascii.h"
#include "frontmatter/extent.h"
#include "frontmatter/scalar.h"
#include "frontmatter/source.h"

namespace depeche::frontmatter {
namespace {

// What all copies made for aliases may weigh together, in bytes: a "billion laughs" ends here.
constexpr std::size_t kAliasBudget = std::size_t{8} << 20;

struct Size {
  std::size_t bytes = 0;
  int depth = 0;
};

// Recursion is bounded by kMaximumDepth, which building holds every value to.
Size measure(const Value& value) {
  Size size{sizeof(Value), 0};
  auto add = [&](const Value& child) {
    Size part = measure(child);
    size.bytes += part.bytes;
    size.depth = std::max(size.depth, part.depth + 1);
  };
  if (const auto* text = value.string()) size.bytes += text->size();
  if (const auto* items = value.sequence()) {
    for (const Value& item : *items) add(item);
  }
  if (const auto* entries = value.mapping()) {
    for (const auto& [key, entry] : *entries) {
      size.bytes += key.size() + sizeof(key);
      add(entry);
    }
  }
  return size;
}

// A value taken over through an alias has the alias's place.
void move_to(Value& value, Span place) {
  value.span = place;
  if (auto* items = std::get_if<Sequence>(&value.data)) {
    for (Value& item : *items) move_to(item, place);
  }
  if (auto* entries = std::get_if<Mapping>(&value.data)) {
    for (auto& [key, entry] : *entries) {
      entry.key_span = place;
      move_to(entry, place);
    }
  }
}

// A Mapping while it grows, with its keys indexed.
class MappingBuilder {
 public:
  // A key that is there keeps its place and gets the new value.
  void put(std::string key, Value value) {
    auto [known, is_new] = places_.emplace(key, entries_.size());
    if (is_new) {
      entries_.push_back({std::move(key), std::move(value)});
    } else {
      entries_[known->second].value = std::move(value);
    }
  }
  void merge(const Mapping& other) {
    for (const auto& [key, value] : other) put(key, value);
  }
  Mapping take() { return std::move(entries_); }

 private:
  Mapping entries_;
  std::unordered_map<std::string, std::size_t> places_;
};

class Builder {
 public:
  Builder(std::string_view bytes, Offset begin, const std::vector<YamlEvent>& events)
      : bytes_(bytes), events_(events), cursor_(begin) {
    for (const YamlEvent& event : events) {
      if (event.kind == YamlEventKind::kAlias) named_.insert(event.anchor);
    }
  }

  BuiltValue build() {
    BuiltValue result;
    if (!at_end()) result.root = node({});
    check_gap(static_cast<Offset>(bytes_.size()), {});
    result.duplicate_keys = std::move(duplicate_keys_);
    std::stable_sort(result.duplicate_keys.begin(), result.duplicate_keys.end(),
                     [](const auto& a, const auto& b) { return a.repeat < b.repeat; });
    result.problem = problem_;
    result.unclosed_bracket = unclosed_;
    result.read_to = cursor_;
    return result;
  }

 private:
  bool at_end() const { return next_ >= events_.size(); }
  bool at(YamlEventKind kind) const { return !at_end() && events_[next_].kind == kind; }
  char byte_at(Offset offset) const { return offset < bytes_.size() ? bytes_[offset] : '\0'; }

  // Takes the event or events of one node and moves the cursor to the node's end. Depth is bounded by the
  // events' (kMaximumDepth).
  Value node(Place place) {
    const YamlEvent& event = events_[next_++];
    check_gap(event.offset, place);
    if (event.tag != "?" || event.anchor || event.kind == YamlEventKind::kAlias)
      check_properties(event.offset, place);
    ++depth_;
    Value value;
    switch (event.kind) {
      case YamlEventKind::kNull:
        value = null(event, place);
        break;
      case YamlEventKind::kScalar:
        value = scalar(event, place);
        break;
      case YamlEventKind::kAlias:
        value = alias(event, place);
        break;
      case YamlEventKind::kSequenceStart:
        value = sequence(event, place);
        break;
      case YamlEventKind::kMappingStart:
        value = mapping(event, place);
        break;
      case YamlEventKind::kSequenceEnd:
      case YamlEventKind::kMappingEnd:
        break;
    }
    --depth_;
    cursor_ = std::max(cursor_, value.span.end);
    if (named_.contains(event.anchor)) remember(event.anchor, value);
    return value;
  }

  // An empty node has the offset of what follows it, so a `~` there may belong to the next event.
  Value null(const YamlEvent& event, Place place) {
    Offset begin = skip_properties(bytes_, event.offset);
    char first = byte_at(begin);
    bool belongs_to_next = offset_of_next_node() == event.offset;
    Value value;
    value.span = {cursor_, cursor_};
    if (!belongs_to_next && (first == '~' || first == 'n' || first == 'N')) {
      value.span = {begin, end_of_scalar(bytes_, begin, place)};
      plain_end_ = value.span.end;
    }
    return value;
  }

  std::optional<Offset> offset_of_next_node() const {
    for (std::size_t i = next_; i < events_.size(); ++i) {  // few ends can stand in a row: kMaximumDepth
      YamlEventKind kind = events_[i].kind;
      if (kind != YamlEventKind::kSequenceEnd && kind != YamlEventKind::kMappingEnd) return events_[i].offset;
    }
    return std::nullopt;
  }

  Value scalar(const YamlEvent& event, Place place) {
    Value value;
    Offset begin = skip_properties(bytes_, event.offset);
    value.span = {begin, end_of_scalar(bytes_, begin, place)};
    value.data = scalar_data(event);
    check_scalar(value.span, place);
    if (event.tag == "?") plain_end_ = value.span.end;
    return value;
  }

  static Value::Data scalar_data(const YamlEvent& event) {
    const std::string& tag = event.tag;
    if (tag == "?") return resolve_plain_scalar(event.text);
    if (tag == "!" || tag == "!str" || tag == "tag:yaml.org,2002:str" || tag.starts_with("!ruby/sym")) {
      return event.text;
    }
    Value::Data data = resolve_plain_scalar(event.text);
    const auto* integer = std::get_if<std::int64_t>(&data);
    if (integer && (tag == "!float" || tag == "tag:yaml.org,2002:float"))
      return static_cast<double>(*integer);
    return data;
  }

  Value alias(const YamlEvent& event, Place place) {
    Span span{event.offset, end_of_scalar(bytes_, event.offset, place)};
    auto known = anchored_.find(event.anchor);
    Value value;
    if (known == anchored_.end()) {
      note_problem(YamlProblemKind::kUnknownAlias, event.offset);  // it names a node that it stands in
    } else if (depth_ + known->second.size.depth > kMaximumDepth) {
      note_problem(YamlProblemKind::kTooDeep, event.offset);
    } else if (spend(known->second.size.bytes, event.offset)) {
      value = known->second.value;
    }
    move_to(value, span);
    return value;
  }

  Value sequence(const YamlEvent& event, Place place) {
    Offset begin = event.tag != "?" || event.anchor ? skip_properties(bytes_, event.offset) : event.offset;
    Place inside = event.flow ? Place{place.indent, true} : Place{column_of(bytes_, begin), false};
    Sequence items;
    cursor_ = event.flow ? begin + 1 : begin;
    while (!at_end() && !at(YamlEventKind::kSequenceEnd)) {
      if (event.flow) {
        begin_entry(items.empty(), inside);
      } else {
        pass('-', inside);
      }
      items.push_back(node(inside));
    }
    return close(std::move(items), begin, event.flow ? ']' : '\0');
  }

  Value mapping(const YamlEvent& event, Place place) {
    bool has_properties = event.tag != "?" || event.anchor;
    Offset begin = has_properties ? skip_properties(bytes_, event.offset) : event.offset;
    bool braces = event.flow && byte_at(begin) == '{';  // `[key: value]` has none
    Place inside = event.flow ? Place{place.indent, true} : Place{column_of(bytes_, begin), false};
    MappingBuilder entries;
    std::unordered_map<std::string, Span> first_keys;
    cursor_ = braces ? begin + 1 : begin;
    while (!at_end() && !at(YamlEventKind::kMappingEnd)) {
      if (braces) begin_entry(first_keys.empty(), inside);
      bool explicit_key = pass('?', inside);
      bool is_merge = events_[next_].kind == YamlEventKind::kScalar && events_[next_].text == "<<" &&
                      events_[next_].tag != "tag:yaml.org,2002:str";
      Value key = node(inside);
      if (at_end()) break;
      bool has_colon = pass(':', inside);
      if (!event.flow && !explicit_key) check_key(key, has_colon);
      if (!event.flow) check_value_place(events_[next_], inside);
      Value value = node(inside);
      value.key_span = key.span;
      if (is_merge && merge(entries, value)) continue;
      if (is_merge) note_problem(YamlProblemKind::kBadMerge, key.span.begin);

      std::string name = key_name(key);
      auto [first, is_new] = first_keys.emplace(name, key.span);
      if (!is_new) duplicate_keys_.push_back({name, first->second, key.span});
      entries.put(std::move(name), std::move(value));
    }
    return close(entries.take(), begin, braces ? '}' : '\0');
  }

  // `<<` takes over the entries of a mapping. False when the value is none: at a list of mappings, which YAML
  // allows, and at text SafeYAML gives up, and with it Jekyll.
  static bool merge(MappingBuilder& entries, const Value& value) {
    const auto* mapping = value.mapping();
    if (mapping != nullptr) entries.merge(*mapping);
    return mapping != nullptr;
  }

  // Collections as keys have no name of their own but what is written.
  std::string key_name(const Value& key) const {
    if (key.sequence() || key.mapping()) return restore_text(key.span.of(bytes_));
    return key_text(key.data);
  }

  // Ends a collection that began at `begin` and ends with `sign`, or with its last entry when that is NUL.
  Value close(Value::Data data, Offset begin, char sign) {
    if (at_end() && sign && !unclosed_) unclosed_ = begin;
    if (!at_end()) ++next_;
    if (sign) {
      pass(',', {0, true});
      pass(sign, {0, true});
    }
    Value value;
    value.data = std::move(data);
    value.span = {begin, std::max(begin, cursor_)};
    return value;
  }

  // Moves the cursor past the next text if it is `sign`, which stands alone. Says whether it was.
  bool pass(char sign, Place place) {
    Offset text = skip_to_text(bytes_, cursor_);
    if (byte_at(text) != sign || text >= bytes_.size()) return false;
    bool needs_space = sign == '-' || sign == '?';
    if (needs_space && !is_blank_or_break_at(bytes_, text + 1)) return false;
    check_gap(text, place);
    cursor_ = text + 1;
    return true;
  }

  // yaml-cpp takes some YAML that libyaml, and so Jekyll, refuses. What people do write of it is found here.

  // Tabs do not indent: neither a line nor what stands after "-" or "?".
  void check_gap(Offset end, Place place) {
    check_separators({cursor_, std::max(cursor_, end)});
    if (place.flow) return;
    Offset begin = cursor_;
    if (begin == plain_end_) {  // a plain scalar takes the blanks after it along, those of empty lines too
      while (begin < end && is_blank_or_break_at(bytes_, begin)) ++begin;
    }
    bool tab_counts =
        cursor_ > 0 && std::string_view("-?\r\n").find(byte_at(cursor_ - 1)) != std::string_view::npos;
    for (Offset at = begin; at < end; ++at) {
      char c = bytes_[at];
      if (c == '\t' && tab_counts) return note_problem(YamlProblemKind::kTabIndentation, at);
      if (is_break(c)) tab_counts = true;
      if (c == '#') tab_counts = false;
    }
  }

  // An anchor or an alias has a name of plain letters, a tag one of a URI's characters without a prefix of
  // its own (`!a!b`); then comes a blank, or in brackets what parts entries.
  void check_properties(Offset offset, Place place) {
    for (Offset at = offset; at < bytes_.size(); at = skip_to_text(bytes_, at)) {
      const char sign = byte_at(at);
      if (sign != '&' && sign != '*' && sign != '!') return;
      const Offset end = sign == '!' ? end_of_tag(at) : end_of_anchor(at);
      const char next = byte_at(end);
      const bool is_parted = is_blank_or_break_at(bytes_, end) ||
                             (place.flow && (sign == '!' ? next == ',' : is_flow_sign(next) || next == ':'));
      if (end == at || !is_parted) return note_problem(YamlProblemKind::kReservedSign, at);
      if (sign == '*') return;
      at = end;
    }
  }

  // Behind `&name` or `*name`; `at` when there is no name.
  Offset end_of_anchor(Offset at) const {
    Offset end = at + 1;
    while (is_letter(byte_at(end)) || byte_at(end) == '-') ++end;
    return end == at + 1 ? at : end;
  }

  // Behind `!`, `!name`, `!!name` or `!<name>`; `at` when it is none of these.
  Offset end_of_tag(Offset at) const {
    const bool is_bracketed = byte_at(at + 1) == '<';
    const bool has_prefix = is_bracketed || byte_at(at + 1) == '!';
    const Offset name = at + (has_prefix ? 2 : 1);
    Offset end = name;
    while (is_uri_character(end, is_bracketed)) ++end;
    if (has_prefix && end == name) return at;
    if (is_bracketed) return byte_at(end) == '>' ? end + 1 : at;
    return end;
  }

  bool is_uri_character(Offset at, bool is_bracketed) const {
    const char c = byte_at(at);
    if (c == '%') return hexadecimal(byte_at(at + 1)) >= 0 && hexadecimal(byte_at(at + 2)) >= 0;
    if (c == '!') return is_bracketed;
    const std::string_view signs = is_bracketed ? "-;/?:@&=+$.~*'(),[]" : "-;/?:@&=+$.~*'()";
    return is_letter(c) || (c != '\0' && signs.find(c) != std::string_view::npos);
  }

  static bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
  }

  // An entry of brackets or braces: a comma before each but the first, and something after it.
  void begin_entry(bool is_first, Place inside) {
    if (!is_first) pass(',', inside);
    const Offset text = skip_to_text(bytes_, cursor_);
    if (byte_at(text) == ',') note_problem(YamlProblemKind::kEmptyEntry, text);
  }

  // A field has a name, and a colon after it.
  void check_key(const Value& key, bool has_colon) {
    if (!has_colon) note_problem(YamlProblemKind::kMissingColon, key.span.begin);
    if (key.span.empty() && byte_at(skip_to_text(bytes_, key.span.begin)) == ':')
      note_problem(YamlProblemKind::kOther, key.span.begin);
  }

  // libyaml begins a new line at U+2028 and its like, which no one sees. Only quotes bear with them.
  void check_separators(Span span) {
    for (Offset at = span.begin; at < span.end; ++at) {
      if (line_separator_at(bytes_, at) > 0) return note_problem(YamlProblemKind::kForbiddenCharacter, at);
    }
  }

  // A value on a line of its own stands further right than its key, but for sequences and block scalars.
  void check_value_place(const YamlEvent& event, Place place) {
    if (event.kind == YamlEventKind::kNull) return;
    char first = byte_at(event.offset);
    if (first == '|' || first == '>') return;
    if (event.kind == YamlEventKind::kSequenceStart && first == '-') return;
    Offset line = end_of_line(bytes_, cursor_);
    if (line < event.offset && column_of(bytes_, event.offset) <= place.indent) {
      note_problem(YamlProblemKind::kMissingColon, event.offset);
    }
  }

  void check_scalar(Span span, Place place) {
    char first = byte_at(span.begin);
    if (first == '"' || first == '\'') {
      if (!end_of_quoted(bytes_, span.begin)) note_problem(YamlProblemKind::kUnclosedQuote, span.begin);
      return;
    }
    check_separators(span);
    if (place.flow) {
      bool colon_ends = byte_at(span.end) == ':' && is_flow_sign(byte_at(span.end + 1));
      if (first == ':' || colon_ends) note_problem(YamlProblemKind::kOther, span.begin);
    }
    if (!place.flow && (first == '|' || first == '>')) {
      if (auto tab = find_tab_before_block_text(bytes_, span))
        note_problem(YamlProblemKind::kTabIndentation, *tab);
    }
  }

  void remember(std::uint32_t anchor, const Value& value) {
    Size size = measure(value);
    if (spend(size.bytes, value.span.begin)) anchored_[anchor] = {value, size};
  }

  bool spend(std::size_t bytes, Offset offset) {
    if (bytes > budget_) {
      note_problem(YamlProblemKind::kTooManyAliases, offset);
      return false;
    }
    budget_ -= bytes;
    return true;
  }

  void note_problem(YamlProblemKind kind, Offset offset) {
    if (!problem_) problem_ = YamlProblem{kind, offset};
  }

  struct Anchored {
    Value value;
    Size size;
  };

  std::string_view bytes_;
  const std::vector<YamlEvent>& events_;
  std::size_t next_ = 0;
  Offset cursor_;
  std::optional<Offset> plain_end_;  // of the last plain scalar
  int depth_ = 0;
  std::unordered_set<std::uint32_t> named_;  // the anchors that some alias names
  std::unordered_map<std::uint32_t, Anchored> anchored_;
  std::size_t budget_ = kAliasBudget;
  std::vector<DuplicateKey> duplicate_keys_;
  std::optional<YamlProblem> problem_;
  std::optional<Offset> unclosed_;
};

}  // namespace

BuiltValue build_value(std::string_view bytes, Offset begin, const std::vector<YamlEvent>& events) {
  return Builder(bytes, begin, events).build();
}

}  // namespace depeche::frontmatter
