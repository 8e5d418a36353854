#include "writers/html_safe.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "html/elements.h"
#include "html/safe_url.h"
#include "html/tokenizer.h"

namespace depeche::writers {
namespace {

using html::Element;
using html::Traits;
using enum html::Trait;

// What an element is to those around it, as far as it decides where an element without an end tag ends; a link apart.
constexpr Traits kStructure = kEndsParagraph | kParagraph | kList | kItem | kDescriptionList | kDescription |
                              kTable | kRowGroup | kRow | kCell;

// Of the elements that are let through; null for another.
const Element* find_safe(std::string_view name) {
  const Element* element = html::find_element(name);
  return element != nullptr && element->is(kSafe) ? element : nullptr;
}

template <std::size_t size>
bool is_one_of(std::string_view word, const std::array<std::string_view, size>& words) {
  return std::ranges::find(words, word) != words.end();
}

bool is_foreign_root(std::string_view name) {
  return name == "svg" || name == "math";
}

// Opening an element of `opened` ends the outermost open one of `ends` that lies inside the innermost of
// `within`.
struct ImpliedEnd {
  Traits opened;
  Traits ends;
  Traits within;
};

constexpr ImpliedEnd kImpliedEnds[] = {
    {kEndsParagraph, kParagraph, kTable | kCell},
    {kItem, kItem, kList | kTable | kCell},
    {kDescription, kDescription, kDescriptionList | kTable | kCell},
    {kRowGroup, kRowGroup | kRow | kCell, kTable},
    {kRow, kRow | kCell, kTable | kRowGroup},
    {kCell, kCell, kTable | kRow},
    {kLink, kLink, kTable | kCell},
};

// Which open elements an end tag does not reach through.
Traits barriers_of(const Element& element) {
  if (element.is(kTable)) return 0;
  if (element.is(kRowGroup | kRow | kCell)) return kTable;
  if (element.is(kItem)) return kList | kTable | kCell;
  if (element.is(kStructure)) return kTable | kCell;
  return kStructure;
}

// The words between separators, without white space around them.
std::vector<std::string_view> split(std::string_view text, std::string_view separators) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find_first_of(separators), text.size());
    const std::string_view part = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

// Of a style, the alignment alone.
std::optional<std::string> safe_style(std::string_view style) {
  constexpr std::array<std::string_view, 6> kAlignments = {"left",    "right", "center",
                                                           "justify", "start", "end"};
  std::optional<std::string> safe;
  for (std::string_view declaration : split(style, ";")) {
    const std::vector<std::string_view> sides = split(declaration, ":");
    if (sides.size() != 2 || in_lower_case(sides[0]) != "text-align") continue;
    const std::string value = in_lower_case(sides[1]);
    if (is_one_of(value, kAlignments)) safe = "text-align: " + value;
  }
  return safe;
}

// A choice of images: kept when every address in it may be shown.
std::optional<std::string> safe_image_set(std::string_view image_set) {
  for (std::string_view word : split(image_set, " \t\n\f\r,"))
    if (!html::safe_image_url(word)) return std::nullopt;
  return std::string(image_set);
}

// The link types that give no page power over another.
std::optional<std::string> safe_rel(std::string_view rel) {
  constexpr std::array<std::string_view, 14> kTypes = {
      "alternate", "author",   "bookmark", "external",   "footnote", "help", "license",
      "next",      "nofollow", "noopener", "noreferrer", "prev",     "tag",  "ugc"};
  std::string safe;
  for (std::string_view word : split(rel, " \t\n\f\r")) {
    const std::string type = in_lower_case(word);
    if (!is_one_of(type, kTypes)) continue;
    if (!safe.empty()) safe += ' ';
    safe += type;
  }
  if (safe.empty()) return std::nullopt;
  return safe;
}

std::optional<std::string> safe_target(std::string_view target) {
  const std::string name = in_lower_case(target);
  if (name == "_blank" || name == "_self") return name;
  return std::nullopt;
}

bool is_aria(std::string_view name) {
  if (!name.starts_with("aria-") || name.size() == 5) return false;
  return std::ranges::all_of(name.substr(5), [](char c) { return c >= 'a' && c <= 'z'; });
}

bool is_allowed(const Element& element, std::string_view name) {
  constexpr std::array<std::string_view, 7> kEverywhere = {"class", "dir",   "id",   "lang",
                                                           "role",  "style", "title"};
  return is_one_of(name, kEverywhere) || is_aria(name) || has_word(element.safe_attributes, name);
}

// The value as it may stay, or none.
std::optional<std::string> safe_value(const html::Attribute& attribute) {
  if (attribute.name == "href" || attribute.name == "cite") return html::safe_link_url(attribute.value);
  if (attribute.name == "src") return html::safe_image_url(attribute.value);
  if (attribute.name == "srcset") return safe_image_set(attribute.value);
  if (attribute.name == "style") return safe_style(attribute.value);
  if (attribute.name == "rel") return safe_rel(attribute.value);
  if (attribute.name == "target") return safe_target(attribute.value);
  return attribute.value;
}

html::Attribute* find_attribute(std::vector<html::Attribute>& attributes, std::string_view name) {
  const auto found = std::ranges::find(attributes, name, &html::Attribute::name);
  return found == attributes.end() ? nullptr : &*found;
}

// Adds the words that keep the new window from reaching back to ours.
void protect_opener(std::vector<html::Attribute>& attributes) {
  const html::Attribute* target = find_attribute(attributes, "target");
  if (target == nullptr || target->value != "_blank") return;
  if (find_attribute(attributes, "rel") == nullptr) attributes.push_back({"rel", ""});
  std::string& rel = find_attribute(attributes, "rel")->value;
  for (std::string_view word : {"noopener", "noreferrer"}) {
    const std::vector<std::string_view> words = split(rel, " ");
    if (std::ranges::find(words, word) != words.end()) continue;
    if (!rel.empty()) rel += ' ';
    rel += word;
  }
}

std::vector<html::Attribute> safe_attributes(const Element& element, const html::Token& tag) {
  constexpr std::size_t kMaxAttributes = 64;
  std::vector<html::Attribute> safe;
  std::vector<std::string_view> seen;  // the first of two counts, even when it is dropped
  for (const html::Attribute& attribute : tag.attributes) {
    if (seen.size() == kMaxAttributes) break;
    if (!is_allowed(element, attribute.name)) continue;
    if (std::ranges::find(seen, attribute.name) != seen.end()) continue;
    seen.push_back(attribute.name);
    if (auto value = safe_value(attribute)) safe.push_back({attribute.name, std::move(*value)});
  }
  if (tag.name == "a") protect_opener(safe);
  if (tag.name == "input" && find_attribute(safe, "disabled") == nullptr)
    safe.push_back({"disabled", "disabled"});
  return safe;
}

bool is_check_box(const html::Token& tag) {
  for (const html::Attribute& attribute : tag.attributes)
    if (attribute.name == "type") return in_lower_case(attribute.value) == "checkbox";
  return false;
}

void append_escaped(std::string& html, std::string_view text) {
  for (char c : text) {
    switch (c) {
      case '&':
        html += "&amp;";
        break;
      case '<':
        html += "&lt;";
        break;
      case '>':
        html += "&gt;";
        break;
      case '\r':  // else a reader would take it for a line feed
        html += "&#13;";
        break;
      default:
        html += c;
    }
  }
}

void append_attribute(std::string& html, const html::Attribute& attribute) {
  html += ' ';
  html += attribute.name;
  html += "=\"";
  std::string_view rest = attribute.value;
  while (true) {
    const std::size_t quote = std::min(rest.find('"'), rest.size());
    append_escaped(html, rest.substr(0, quote));
    if (quote == rest.size()) break;
    html += "&quot;";
    rest.remove_prefix(quote + 1);
  }
  html += '"';
}

class Sanitizer {
 public:
  std::string sanitize(std::string_view fragment) {
    const std::string normalized = html::normalized(fragment);
    html_.reserve(normalized.size() + normalized.size() / 8);
    html::Tokenizer tokenizer(normalized);
    for (html::Token token = tokenizer.next(); token.kind != html::Token::Kind::kEnd;
         token = tokenizer.next())
      take(token);
    close_from(0);
    return std::move(html_);
  }

 private:
  void take(const html::Token& token) {
    if (std::exchange(loses_next_text_, false) && token.kind == html::Token::Kind::kText) return;
    if (in_foreign_content(token)) return;
    switch (token.kind) {
      case html::Token::Kind::kText:
        append_escaped(html_, token.text);
        break;
      case html::Token::Kind::kStartTag:
        open(token);
        break;
      case html::Token::Kind::kEndTag:
        close(token.name);
        break;
      case html::Token::Kind::kComment:
      case html::Token::Kind::kEnd:
        break;
    }
  }

  // Follows SVG and MathML to their end, or to the first element of HTML in them, which ends them in browsers
  // too.
  bool in_foreign_content(const html::Token& token) {
    const bool starts = token.kind == html::Token::Kind::kStartTag;
    if (starts && is_foreign_root(token.name)) {
      foreign_depth_ += token.self_closing ? 0 : 1;
      return true;
    }
    if (foreign_depth_ == 0) return false;
    if (token.kind == html::Token::Kind::kEndTag && is_foreign_root(token.name)) foreign_depth_ -= 1;
    if (starts && token.name != "a" && find_safe(token.name) != nullptr) foreign_depth_ = 0;
    return foreign_depth_ > 0 || !starts;
  }

  void open(const html::Token& tag) {
    loses_next_text_ = html::is_any(tag.name, kUnseen);
    const Element* element = find_safe(tag.name);
    if (element == nullptr || (element->name == "input" && !is_check_box(tag))) return;
    end_implied(*element);
    if (!element->is(kVoid)) {
      if (open_.size() == kDeepestElement) {
        ++lost_[element->name];
        return;
      }
      open_.push_back(element);
    }
    html_ += '<';
    html_ += element->name;
    for (const html::Attribute& attribute : safe_attributes(*element, tag))
      append_attribute(html_, attribute);
    html_ += element->is(kVoid) ? " />" : ">";
  }

  void end_implied(const Element& opened) {
    for (const ImpliedEnd& rule : kImpliedEnds) {
      if (!opened.is(rule.opened)) continue;
      std::size_t end = open_.size();
      for (std::size_t i = open_.size(); i > 0 && !open_[i - 1]->is(rule.within); --i)
        if (open_[i - 1]->is(rule.ends)) end = i - 1;
      close_from(end);
    }
  }

  void close(std::string_view name) {
    const Element* element = find_safe(name);
    if (element == nullptr || element->is(kVoid)) return;
    if (const auto lost = lost_.find(name); lost != lost_.end() && lost->second > 0) {
      --lost->second;
      return;
    }
    const Traits barriers = barriers_of(*element);
    for (std::size_t i = open_.size(); i > 0; --i) {
      if (open_[i - 1] == element) return close_from(i - 1);
      if (open_[i - 1]->is(barriers)) return;
    }
  }

  void close_from(std::size_t first) {
    for (; open_.size() > first; open_.pop_back()) {
      html_ += "</";
      html_ += open_.back()->name;
      html_ += '>';
    }
  }

  std::string html_;
  std::vector<const Element*> open_;
  std::map<std::string_view, std::size_t> lost_;  // start tags that lay too deep, whose end tags are to come
  std::size_t foreign_depth_ = 0;
  bool loses_next_text_ = false;
};

}  // namespace

std::string safe_html(std::string_view fragment) {
  return Sanitizer().sanitize(fragment);
}

}  // namespace depeche::writers
