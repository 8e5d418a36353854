#include "markdown/kramdown/attribute_list.h"

#include <algorithm>

#include "markdown/kramdown/characters.h"

namespace depeche::markdown::kramdown {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_name_character(char c) {
  return is_word(c) || c == ':' || c == '-';
}

std::size_t skip_name(std::string_view text, std::size_t at) {
  while (at < text.size() && is_name_character(text[at])) ++at;
  return at;
}

bool ends_word(std::string_view text, std::size_t at) {
  return at >= text.size() || is_space(text[at]);
}

// The closing quote of a value that opens at `open`: the first one not escaped with white space or the end
// behind it.
std::size_t value_end(std::string_view text, std::size_t open) {
  const char quote = text[open];
  for (std::size_t at = open + 1; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size() && (text[at + 1] == quote || text[at + 1] == '}')) {
      ++at;
    } else if (text[at] == quote && ends_word(text, at + 1)) {
      return at;
    }
  }
  return kNone;
}

std::string unescape_value(std::string_view value, char quote) {
  std::string out;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] == '\\' && at + 1 < value.size() && (value[at + 1] == quote || value[at + 1] == '}')) ++at;
    out += value[at];
  }
  return out;
}

// `.a.b#c`: the end of a run of classes and ids that fills the word at `at`, or kNone.
std::size_t classes_and_ids_end(std::string_view text, std::size_t at) {
  while (!ends_word(text, at)) {
    const char mark = text[at];
    if (mark != '.' && mark != '#') return kNone;
    const std::size_t begin = ++at;
    if (mark == '#') {
      if (at >= text.size() || !is_letter(text[at])) return kNone;
      at = skip_name(text, at);
    } else {
      while (!ends_word(text, at) && text[at] != '.' && text[at] != '#') ++at;
    }
    if (at == begin) return kNone;
  }
  return at;
}

}  // namespace

bool AttributeList::refers_to(std::string_view name) const {
  return std::find(references.begin(), references.end(), name) != references.end();
}

Attribute* AttributeList::find(std::string_view name) {
  for (Attribute& attribute : attributes) {
    if (attribute.name == name) return &attribute;
  }
  return nullptr;
}

void AttributeList::set(std::string_view name, std::string_view value, Span span) {
  if (Attribute* attribute = find(name)) {
    attribute->value = value;
    attribute->span = span;
  } else if (attributes.size() < kMaximumAttributes) {
    attributes.push_back({std::string(name), std::string(value), span});
  }
}

void AttributeList::add_class(std::string_view word, Span span) {
  Attribute* attribute = find("class");
  if (!attribute || !attribute->value || attribute->value->empty()) return set("class", word, span);
  *attribute->value += ' ';
  *attribute->value += word;
}

void read_attribute_list(const Passage& passage, Range range, AttributeList& list) {
  const std::string_view text = passage.text(range);
  const auto span = [&](std::size_t begin, std::size_t end) {
    return passage.source({range.begin + begin, range.begin + end});
  };
  std::string unclosed;  // the quotes that nothing closes from here on
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      ++at;
      continue;
    }
    // A word begins here: `key="value"`, `name`, or `.class#id`; anything else is passed over.
    if (const std::size_t name_end = is_word(text[at]) ? skip_name(text, at) : at; name_end > at) {
      if (name_end + 1 < text.size() && text[name_end] == '=' &&
          (text[name_end + 1] == '"' || text[name_end + 1] == '\'')) {
        const char quote = text[name_end + 1];
        const bool may_close = unclosed.find(quote) == unclosed.npos;
        const std::size_t close = may_close ? value_end(text, name_end + 1) : kNone;
        if (close != kNone) {
          const std::string_view raw = text.substr(name_end + 2, close - name_end - 2);
          list.set(text.substr(at, name_end - at), unescape_value(raw, quote), span(at, close + 1));
          at = close + 1;
          continue;
        }
        unclosed += quote;
      } else if (ends_word(text, name_end)) {
        list.references.emplace_back(text.substr(at, name_end - at));
      }
    } else if (const std::size_t end = classes_and_ids_end(text, at); end != kNone) {
      while (at < end) {
        std::size_t next = at + 1;
        while (next < end && text[next] != '.' && text[next] != '#') ++next;
        const std::string_view word = text.substr(at + 1, next - at - 1);
        if (text[at] == '.') {
          list.add_class(word, span(at, next));
        } else {
          list.set("id", word, span(at, next));
        }
        at = next;
      }
    }
    while (!ends_word(text, at)) ++at;
  }
}

}  // namespace depeche::markdown::kramdown
