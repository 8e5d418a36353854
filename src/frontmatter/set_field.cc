// One field of the front matter set by the smallest replacement of bytes.
//
// What is new is written as the document writes: the quotes of the value before, of its siblings or of the
// document, the indentation of its lists, its line endings. Where the document shows nothing, it is
// Siteleaf's style, which is that of Ruby's YAML writer: lists at their key's column, paths in double quotes.
//
// Whatever is written is read back before it is returned: the field has the value, and nothing else changed.
// If not, the value is tried in double quotes, and then there is no change but a problem.
#include <algorithm>
#include <initializer_list>
#include <optional>
#include <utility>

#include "base/utf8.h"
#include "frontmatter/extent.h"
#include "frontmatter/front_matter.h"
#include "frontmatter/lost_header.h"
#include "frontmatter/path.h"
#include "frontmatter/scalar.h"
#include "frontmatter/scalar_writer.h"
#include "frontmatter/verified_edit.h"
#include "frontmatter/writing_style.h"

namespace depeche::frontmatter {
namespace {

bool is_flow_collection(std::string_view bytes, const Value& value) {
  if (value.span.empty()) return false;
  char first = bytes[value.span.begin];
  return (value.sequence() && first == '[') || (value.mapping() && first == '{');
}

bool is_alias(std::string_view bytes, Span span) {
  return !span.empty() && bytes[span.begin] == '*';
}

Value* child(Value& value, const PathStep& step) {
  if (const auto* index = std::get_if<std::size_t>(&step)) {
    auto* items = std::get_if<Sequence>(&value.data);
    return items && *index < items->size() ? &(*items)[*index] : nullptr;
  }
  auto* entries = std::get_if<Mapping>(&value.data);
  if (!entries) return nullptr;
  const auto& key = std::get<std::string>(step);
  auto entry = std::find_if(entries->begin(), entries->end(), [&](const auto& e) { return e.key == key; });
  return entry == entries->end() ? nullptr : &entry->value;
}

// Puts a value at the steps left below `value`, making the collections on the way.
void put(Value& value, const Path& path, std::size_t from, Value::Data data) {
  Value* place = &value;
  for (std::size_t i = from; i < path.size(); ++i) {
    if (const auto* key = std::get_if<std::string>(&path[i])) {
      if (!place->mapping()) place->data = Mapping{};
      auto& entries = std::get<Mapping>(place->data);
      entries.push_back({*key, Value{}});
      place = &entries.back().value;
    } else {
      if (!place->sequence()) place->data = Sequence{};
      auto& items = std::get<Sequence>(place->data);
      items.emplace_back();
      place = &items.back();
    }
  }
  place->data = std::move(data);
}

std::string concat(std::initializer_list<std::string_view> parts) {
  std::string whole;
  for (std::string_view part : parts) whole += part;
  return whole;
}

// Fields that hold dates by their name, where no value shows it.
bool names_a_date(const Path& path) {
  const auto* key = std::get_if<std::string>(&path.back());
  return key && (key->ends_with("date") || key->ends_with("Date") || key->ends_with("_at"));
}

class FieldSetter {
 public:
  FieldSetter(const Text& text, const FrontMatter& front_matter, const Path& path, std::string_view value)
      : front_(text.bytes().substr(0, front_matter.body.begin)),
        bytes_(text.bytes().substr(0, front_matter.yaml.end)),
        front_matter_(front_matter),
        path_(path),
        value_(value),
        line_ending_(line_ending_of(text.bytes())),
        habits_(writing_style_of(bytes_, front_matter.root)) {}

  // None when the field cannot be set here.
  std::optional<std::vector<Replacement>> set() {
    if (!front_matter_.present) return make_front_matter();
    Value expected = front_matter_.root;
    Value* value = &expected;
    std::size_t known = 0;
    for (; known < path_.size(); ++known) {
      Value* next = child(*value, path_[known]);
      if (!next) break;
      if (is_alias(bytes_, next->span) && (known + 1 < path_.size() || next->key_span == next->span)) {
        return std::nullopt;  // it stands elsewhere, and for others too
      }
      enter(*value);
      value = next;
    }
    return known == path_.size() ? replace(expected, *value) : add(expected, *value, known);
  }

 private:
  // The value at hand is in this collection.
  void enter(const Value& collection) {
    place_.flow = place_.flow || is_flow_collection(bytes_, collection);
    if (!place_.flow) place_.indent = column_of(bytes_, collection.span.begin);
  }

  // ---- a field that is there

  std::optional<std::vector<Replacement>> replace(Value& root, Value& field) {
    if (field.sequence() || field.mapping()) return std::nullopt;
    if (reads_already(field)) return std::vector<Replacement>{};
    bool typed = !field.string() && !std::holds_alternative<Null>(field.data);
    if (typed && value_.empty()) {  // no date is better than the text ""
      field.data = Null{};
      return verified(root, {field.span, ""});
    }

    Value before = field;
    Span span = field.span;
    ScalarPlace place = scalar_place(span);
    bool is_plain =
        span.empty() || std::string_view("\"'|>").find(bytes_[span.begin]) == std::string_view::npos;
    if (is_plain && keeps_type(before.data)) {
      field.data = resolve_plain_scalar(value_);
      return verified(root, replacement(before, value_));
    }
    field.data = std::string(value_);
    ScalarStyle style = style_of(before);
    if (auto edits = verified(root, replacement(before, write_scalar(value_, style, place)))) return edits;
    return verified(root, replacement(before, write_scalar(value_, ScalarStyle::kDoubleQuoted, place)));
  }

  bool reads_already(const Value& field) const {
    if (const auto* text = field.string()) return *text == value_;
    return same_data(field, {resolve_plain_scalar(value_), {}, {}});
  }

  // Whether the new value, written plain, is of the kind that the field has or should have.
  bool keeps_type(const Value::Data& before) const {
    if (!can_be_plain(value_, place_.flow)) return false;
    Value::Data data = resolve_plain_scalar(value_);
    auto is_date = [](const Value::Data& d) {
      return std::holds_alternative<Date>(d) || std::holds_alternative<DateTime>(d);
    };
    auto is_number = [](const Value::Data& d) {
      return std::holds_alternative<std::int64_t>(d) || std::holds_alternative<double>(d);
    };
    auto is_truth = [](const Value::Data& d) { return std::holds_alternative<bool>(d); };
    if (is_date(data)) return is_date(before) || names_a_date(path_);
    if (is_number(data)) return is_number(before);
    if (is_truth(data)) {
      bool as_written = value_ == "true" || value_ == "false";
      return is_truth(before) || (std::holds_alternative<Null>(before) && as_written);
    }
    return false;
  }

  ScalarStyle style_of(const Value& field) const {
    char first = field.span.empty() ? '\0' : bytes_[field.span.begin];
    switch (first) {
      case '"':
        return ScalarStyle::kDoubleQuoted;
      case '\'':
        return ScalarStyle::kSingleQuoted;
      case '|':
        return ScalarStyle::kLiteral;
      case '>':
        return ScalarStyle::kFolded;
      default:
        return style_of_new();
    }
  }

  // For text that no quotes are given for.
  ScalarStyle style_of_new() const {
    if (value_.find('\n') != std::string_view::npos) return ScalarStyle::kLiteral;
    bool plain = can_be_plain(value_, place_.flow) && is_plain_text(value_) && !value_.starts_with('/');
    return plain ? ScalarStyle::kPlain : habits_.quotes.value_or(ScalarStyle::kDoubleQuoted);
  }

  ScalarPlace scalar_place(Span span) const {
    ScalarPlace place = place_;
    Offset line_end = end_of_line(bytes_, span.end);
    place.ends_line = skip_blanks(bytes_, span.end) == line_end;
    place.line_ending = line_ending_;
    char first = span.empty() ? '\0' : bytes_[span.begin];
    if (!place_.flow && (first == '|' || first == '>')) {
      std::string_view header = bytes_.substr(span.begin, end_of_line(bytes_, span.begin) - span.begin);
      std::size_t comment = header.find('#');
      if (comment != std::string_view::npos) place.header_comment = header.substr(comment);
    }
    return place;
  }

  // The field's bytes replaced; where it has none, with the space that parts it from what stands around.
  Replacement replacement(const Value& field, std::string_view written) const {
    Span span = field.span;
    if (!span.empty()) return {span, std::string(written)};
    char before = span.begin > 0 ? bytes_[span.begin - 1] : '\0';
    bool has_sign = before == ':' || before == '-' || before == ',';
    if (before == '[' || before == '{') return {span, std::string(written)};
    if (!has_sign) return {span, concat({": ", written})};  // a key alone, in braces
    Offset text = skip_blanks(bytes_, span.begin);
    if (text == span.begin) return {span, concat({" ", written})};
    bool comment_follows = text < bytes_.size() && bytes_[text] == '#';
    return {{span.begin + 1, span.begin + 1}, concat({written, comment_follows ? " " : ""})};
  }

  // ---- a field that is not there

  std::optional<std::vector<Replacement>> add(Value& root, Value& collection, std::size_t known) {
    const PathStep& step = path_[known];
    bool fits = std::holds_alternative<std::string>(step)
                    ? collection.mapping() != nullptr
                    : collection.sequence() && std::get<std::size_t>(step) == collection.sequence()->size();
    bool is_empty_value = std::holds_alternative<Null>(collection.data) && known > 0;
    if (!fits && !is_empty_value) return std::nullopt;
    for (std::size_t i = known + (fits ? 1 : 0); i < path_.size(); ++i) {
      const auto* index = std::get_if<std::size_t>(&path_[i]);
      if (index && *index != 0) return std::nullopt;
    }

    Value before = collection;
    bool typed = keeps_type(Null{});
    put(collection, path_, known, typed ? resolve_plain_scalar(value_) : Value::Data(std::string(value_)));
    if (typed) return verified(root, addition(before, known, std::nullopt));
    if (auto edits = verified(root, addition(before, known, style_like_siblings(before)))) return edits;
    return verified(root, addition(before, known, ScalarStyle::kDoubleQuoted));
  }

  // As the last item of the list is written.
  ScalarStyle style_like_siblings(const Value& collection) const {
    const auto* items = collection.sequence();
    if (!items || items->empty() || !items->back().string() || items->back().span.empty())
      return style_of_new();
    char first = bytes_[items->back().span.begin];
    if (first == '"') return ScalarStyle::kDoubleQuoted;
    if (first == '\'') return ScalarStyle::kSingleQuoted;
    return style_of_new();
  }

  // The bytes that add path_[known] and what is below it to `collection`; with the value as it is for no
  // style.
  Replacement addition(const Value& collection, std::size_t known, std::optional<ScalarStyle> style) {
    if (collection.sequence() || collection.mapping()) enter(collection);
    if (std::holds_alternative<Null>(collection.data)) {
      if (place_.flow) return replacement(collection, flow_entries(known, style));
      Offset end = end_of_line(bytes_, collection.span.end);
      Span span = collection.span.empty() ? Span{end, end} : collection.span;
      return {span, block_entries(known, style)};
    }
    if (place_.flow) return flow_addition(collection, known, style);

    bool is_mapping = collection.mapping() != nullptr;
    std::string line = new_line(place_.indent);
    std::string entry = is_mapping ? block_key(known, style) : block_item(known, style);
    if (is_mapping && collection.mapping()->empty()) {  // only the front matter itself has no braces then
      Offset end = front_matter_.yaml.end;
      return {{end, end}, concat({entry, line_ending_})};
    }
    Offset end = end_of_line(bytes_, collection.span.end);
    return {{end, end}, line + entry};
  }

  Replacement flow_addition(const Value& collection, std::size_t known,
                            std::optional<ScalarStyle> style) const {
    std::string entry = collection.mapping() ? flow_key(known, style) : flow_value(known + 1, style);
    Offset end = collection.span.begin + 1;
    auto extend = [&](const Value& value) { end = std::max({end, value.span.end, value.key_span.end}); };
    if (const auto* items = collection.sequence()) std::for_each(items->begin(), items->end(), extend);
    if (const auto* entries = collection.mapping()) {
      for (const auto& [key, value] : *entries) extend(value);
    }
    bool is_first = end == collection.span.begin + 1;
    return {{end, end}, concat({is_first ? "" : ", ", entry})};
  }

  std::string new_line(int indent) const {
    return std::string(line_ending_) + std::string(static_cast<std::size_t>(std::max(indent, 0)), ' ');
  }

  // `key: …` for the step at `at`, in a mapping at place_.indent.
  std::string block_key(std::size_t at, std::optional<ScalarStyle> style) {
    return concat({write_key(std::get<std::string>(path_[at]), false), ":", block_entries(at + 1, style)});
  }

  // `- …` likewise.
  std::string block_item(std::size_t at, std::optional<ScalarStyle> style) {
    if (at + 1 < path_.size() && std::holds_alternative<std::string>(path_[at + 1])) {
      place_.indent += 2;
      return concat({"- ", block_key(at + 1, style)});
    }
    return concat({"-", block_entries(at + 1, style)});
  }

  // What follows a colon or dash: the value, or the collections that lead to it.
  std::string block_entries(std::size_t at, std::optional<ScalarStyle> style) {
    if (at == path_.size()) return concat({" ", scalar(style)});
    bool is_item = std::holds_alternative<std::size_t>(path_[at]);
    bool after_key = at == 0 || std::holds_alternative<std::string>(path_[at - 1]);
    place_.indent += is_item && after_key ? habits_.list_indent.value_or(0) : 2;
    std::string start = new_line(place_.indent);
    return start + (is_item ? block_item(at, style) : block_key(at, style));
  }

  std::string flow_key(std::size_t at, std::optional<ScalarStyle> style) const {
    return concat({write_key(std::get<std::string>(path_[at]), true), ": ", flow_value(at + 1, style)});
  }

  std::string flow_value(std::size_t at, std::optional<ScalarStyle> style) const {
    return at == path_.size() ? scalar(style) : flow_entries(at, style);
  }

  std::string flow_entries(std::size_t at, std::optional<ScalarStyle> style) const {
    if (std::holds_alternative<std::size_t>(path_[at])) return concat({"[", flow_value(at + 1, style), "]"});
    return concat({"{", flow_key(at, style), "}"});
  }

  std::string scalar(std::optional<ScalarStyle> style) const {
    if (!style) return std::string(value_);
    ScalarPlace place = place_;
    place.line_ending = line_ending_;
    return write_scalar(value_, *style, place);
  }

  // A front matter of one field, a blank line, and the text as it was.
  std::optional<std::vector<Replacement>> make_front_matter() {
    if (!std::holds_alternative<std::string>(path_.front())) return std::nullopt;
    for (const PathStep& step : path_) {
      const auto* index = std::get_if<std::size_t>(&step);
      if (index && *index != 0) return std::nullopt;
    }
    Value expected = front_matter_.root;
    bool typed = keeps_type(Null{});
    put(expected, path_, 0, typed ? resolve_plain_scalar(value_) : Value::Data(std::string(value_)));
    place_.indent = 0;
    std::string fields = block_key(0, typed ? std::nullopt : std::optional(style_of_new()));
    Offset begin = front_matter_.body.begin;
    std::string_view gap = front_matter_.body.empty() ? "" : line_ending_;
    return verified(
        expected,
        {{begin, begin}, concat({"---", line_ending_, fields, line_ending_, "---", line_ending_, gap})});
  }

  std::optional<std::vector<Replacement>> verified(const Value& expected, Replacement edit) const {
    return verified_edit(front_, std::move(edit), expected);
  }

  std::string_view front_;  // the text up to its body
  std::string_view bytes_;  // …up to the end of its fields
  const FrontMatter& front_matter_;
  const Path& path_;
  std::string_view value_;
  std::string_view line_ending_;
  WritingStyle habits_;
  ScalarPlace place_;
};

bool has_empty_key(const Path& path) {
  return std::any_of(path.begin(), path.end(), [](const PathStep& step) {
    const auto* key = std::get_if<std::string>(&step);
    return key && key->empty();
  });
}

}  // namespace

Result<std::vector<Replacement>> set_field(const Text& text, std::string_view path, std::string_view value) {
  auto problem = [&](const char* key) { return Message{key, {std::string(path)}}; };
  auto steps = parse_path(path);
  if (!steps || has_empty_key(*steps) || !is_valid_utf8(path)) return problem("front-matter/cannot-set-path");
  if (!is_valid_utf8(value)) return Message{"front-matter/cannot-set-text", {}};
  FrontMatter front_matter = read_front_matter(text);
  if (front_matter.broken) {
    const Diagnostic& why = front_matter.diagnostics.front();
    return why.rule == kLostHeader ? why.message : problem("front-matter/cannot-set-broken");
  }
  auto edits = FieldSetter(text, front_matter, *steps, value).set();
  if (!edits) return problem("front-matter/cannot-set-inside");
  return std::move(*edits);
}

}  // namespace depeche::frontmatter
