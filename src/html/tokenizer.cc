#include "html/tokenizer.h"

#include <algorithm>
#include <optional>

#include "base/ascii.h"
#include "base/encoding.h"
#include "base/utf8.h"
#include "html/character_reference.h"
#include "html/elements.h"

namespace depeche::html {
namespace {

// References that need no semicolon, for the sake of old pages; sorted by bytes.
constexpr std::string_view kNamesWithoutSemicolon[] = {
    "AElig",  "AMP",    "Aacute", "Acirc",  "Agrave", "Aring",  "Atilde", "Auml",  "COPY",   "Ccedil",
    "ETH",    "Eacute", "Ecirc",  "Egrave", "Euml",   "GT",     "Iacute", "Icirc", "Igrave", "Iuml",
    "LT",     "Ntilde", "Oacute", "Ocirc",  "Ograve", "Oslash", "Otilde", "Ouml",  "QUOT",   "REG",
    "THORN",  "Uacute", "Ucirc",  "Ugrave", "Uuml",   "Yacute", "aacute", "acirc", "acute",  "aelig",
    "agrave", "amp",    "aring",  "atilde", "auml",   "brvbar", "ccedil", "cedil", "cent",   "copy",
    "curren", "deg",    "divide", "eacute", "ecirc",  "egrave", "eth",    "euml",  "frac12", "frac14",
    "frac34", "gt",     "iacute", "icirc",  "iexcl",  "igrave", "iquest", "iuml",  "laquo",  "lt",
    "macr",   "micro",  "middot", "nbsp",   "not",    "ntilde", "oacute", "ocirc", "ograve", "ordf",
    "ordm",   "oslash", "otilde", "ouml",   "para",   "plusmn", "pound",  "quot",  "raquo",  "reg",
    "sect",   "shy",    "sup1",   "sup2",   "sup3",   "szlig",  "thorn",  "times", "uacute", "ucirc",
    "ugrave", "uml",    "uuml",   "yacute", "yen",    "yuml"};
constexpr std::size_t kLongestWithoutSemicolon = 6;

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

bool is_letter_or_digit(char c) {
  return is_letter(c) || is_digit(c);
}

// The value of a hexadecimal digit, or 16.
unsigned digit_value(char c) {
  if (is_digit(c)) return static_cast<unsigned>(c - '0');
  const char lower = to_lower(c);
  return lower >= 'a' && lower <= 'f' ? static_cast<unsigned>(lower - 'a') + 10U : 16U;
}

bool equal_ignoring_case(std::string_view a, std::string_view lower) {
  return std::ranges::equal(a, lower, {}, to_lower);
}

struct Reference {
  std::string text;
  std::size_t size = 0;  // of its source, with '&'
};

// `source` begins with "&#".
std::optional<Reference> read_numeric_reference(std::string_view source) {
  const bool hexadecimal = source.size() > 2 && to_lower(source[2]) == 'x';
  const unsigned base = hexadecimal ? 16 : 10;
  const std::size_t begin = hexadecimal ? 3 : 2;
  std::size_t end = begin;
  char32_t code_point = 0;
  for (; end < source.size() && digit_value(source[end]) < base; ++end)
    code_point = std::min<char32_t>(code_point * base + digit_value(source[end]), 0x110000);
  if (end == begin) return std::nullopt;
  if (end < source.size() && source[end] == ';') ++end;
  if (code_point == 0) code_point = kReplacementCharacter;
  if (code_point >= 0x80 && code_point < 0xA0) {
    const char32_t meant = windows_1252_character(static_cast<unsigned char>(code_point));
    if (meant != 0) code_point = meant;
  }
  Reference reference;
  append_utf8(reference.text, code_point);
  reference.size = end;
  return reference;
}

// `source` begins with '&' and a letter.
std::optional<Reference> read_named_reference(std::string_view source, ReferenceContext context) {
  constexpr std::size_t kLongestName = 32;
  std::size_t end = 1;
  while (end < source.size() && end <= kLongestName && is_letter_or_digit(source[end])) ++end;
  if (end < source.size() && source[end] == ';')
    if (auto text = named_character_reference(source.substr(1, end - 1)))
      return Reference{std::move(*text), end + 1};
  for (std::size_t length = std::min(end - 1, kLongestWithoutSemicolon); length >= 2; --length) {
    const std::string_view name = source.substr(1, length);
    if (!std::ranges::binary_search(kNamesWithoutSemicolon, name)) continue;
    const char following = 1 + length < source.size() ? source[1 + length] : '\0';
    if (context == ReferenceContext::kAttribute && (following == '=' || is_letter_or_digit(following)))
      return std::nullopt;
    return Reference{named_character_reference(name).value_or(""), 1 + length};
  }
  return std::nullopt;
}

std::optional<Reference> read_reference(std::string_view source, ReferenceContext context) {
  if (source.size() < 2) return std::nullopt;
  if (source[1] == '#') return read_numeric_reference(source);
  if (is_letter(source[1])) return read_named_reference(source, context);
  return std::nullopt;
}

}  // namespace

std::string normalized(std::string_view html) {
  std::string normalized = is_valid_utf8(html) ? std::string(html) : scrub_utf8(html);
  if (normalized.find_first_of(std::string_view("\0\r", 2)) == std::string::npos) return normalized;
  std::string replaced;
  replaced.reserve(normalized.size());
  for (std::size_t i = 0; i < normalized.size(); ++i) {
    const char c = normalized[i];
    if (c == '\0') {
      append_utf8(replaced, kReplacementCharacter);
    } else if (c != '\r') {
      replaced.push_back(c);
    } else if (i + 1 == normalized.size() || normalized[i + 1] != '\n') {
      replaced.push_back('\n');
    }
  }
  return replaced;
}

std::string resolve_character_references(std::string_view text, ReferenceContext context) {
  std::string resolved;
  resolved.reserve(text.size());
  while (true) {
    const std::size_t ampersand = std::min(text.find('&'), text.size());
    resolved.append(text.substr(0, ampersand));
    text.remove_prefix(ampersand);
    if (text.empty()) return resolved;
    const auto reference = read_reference(text, context);
    resolved.append(reference ? std::string_view(reference->text) : std::string_view("&"));
    text.remove_prefix(reference ? reference->size : 1);
  }
}

char Tokenizer::peek(std::size_t ahead) const {
  return offset_ + ahead < html_.size() ? html_[offset_ + ahead] : '\0';
}

Token Tokenizer::next() {
  if (!raw_text_of_.empty()) return read_raw_text();
  if (at_end()) return {};
  return begins_markup(offset_) ? read_markup() : read_text();
}

// Whether the '<' at `offset` opens a tag, a comment or a bogus comment, and is not just a character.
bool Tokenizer::begins_markup(std::size_t offset) const {
  if (html_[offset] != '<' || offset + 1 >= html_.size()) return false;
  const char c = html_[offset + 1];
  if (c == '/') return offset + 2 < html_.size();
  return is_letter(c) || c == '!' || c == '?';
}

Token Tokenizer::read_text() {
  std::size_t end = offset_ + 1;
  while (end < html_.size() && !begins_markup(end)) end = std::min(html_.find('<', end + 1), html_.size());
  Token token{.kind = Token::Kind::kText};
  token.text = resolve_character_references(html_.substr(offset_, end - offset_), ReferenceContext::kText);
  offset_ = end;
  return token;
}

Token Tokenizer::read_markup() {
  const std::string_view rest = html_.substr(offset_);
  if (rest.starts_with("<!--")) return read_comment();
  if (is_letter(rest[1])) {
    offset_ += 1;
    return read_tag(Token::Kind::kStartTag);
  }
  if (rest[1] == '/' && is_letter(rest[2])) {
    offset_ += 2;
    return read_tag(Token::Kind::kEndTag);
  }
  return read_bogus_comment();
}

// The content of a raw text element, up to its end tag, which is left for the next call.
Token Tokenizer::read_raw_text() {
  const std::string element = std::move(raw_text_of_);
  raw_text_of_.clear();
  const auto is_end_tag = [&](std::size_t offset) {
    const std::size_t after = offset + 2 + element.size();
    if (after >= html_.size()) return false;
    const char c = html_[after];
    return (is_space(c) || c == '/' || c == '>') &&
           equal_ignoring_case(html_.substr(offset + 2, element.size()), element);
  };
  std::size_t end = element == "plaintext" ? html_.size() : html_.find("</", offset_);
  while (end < html_.size() && !is_end_tag(end)) end = html_.find("</", end + 2);
  end = std::min(end, html_.size());
  Token token{.kind = Token::Kind::kText};
  token.text = std::string(html_.substr(offset_, end - offset_));
  if (element == "textarea" || element == "title")
    token.text = resolve_character_references(token.text, ReferenceContext::kText);
  offset_ = end;
  return token;
}

// From the first letter of the name. A tag that the text's end cuts is nothing, as in browsers.
Token Tokenizer::read_tag(Token::Kind kind) {
  Token token{.kind = kind, .name = read_tag_name()};
  for (skip_to_attribute(); !at_end() && peek() != '>'; skip_to_attribute())
    token.attributes.push_back(read_attribute());
  if (at_end()) return {};
  token.self_closing = html_[offset_ - 1] == '/';
  offset_ += 1;
  if (kind == Token::Kind::kEndTag) token.attributes.clear();
  if (kind == Token::Kind::kStartTag && is_any(token.name, kRawText)) raw_text_of_ = token.name;
  return token;
}

std::string Tokenizer::read_tag_name() {
  std::string name;
  for (; !at_end() && !is_space(peek()) && peek() != '/' && peek() != '>'; ++offset_)
    name.push_back(to_lower(peek()));
  return name;
}

void Tokenizer::skip_to_attribute() {
  while (!at_end() && (is_space(peek()) || peek() == '/')) ++offset_;
}

Attribute Tokenizer::read_attribute() {
  Attribute attribute;
  attribute.name.push_back(to_lower(peek()));  // a '=' here belongs to the name
  for (++offset_; !at_end() && !is_space(peek()) && peek() != '/' && peek() != '>' && peek() != '=';
       ++offset_)
    attribute.name.push_back(to_lower(peek()));
  std::size_t after_name = offset_;
  while (after_name < html_.size() && is_space(html_[after_name])) ++after_name;
  if (after_name >= html_.size() || html_[after_name] != '=') return attribute;
  offset_ = after_name + 1;
  attribute.value = read_attribute_value();
  return attribute;
}

// After the '='.
std::string Tokenizer::read_attribute_value() {
  while (!at_end() && is_space(peek())) ++offset_;
  const char quote = peek();
  std::size_t begin = offset_;
  if (quote == '"' || quote == '\'') {
    begin += 1;
    const std::size_t end = std::min(html_.find(quote, begin), html_.size());
    offset_ = std::min(end + 1, html_.size());
    return resolve_character_references(html_.substr(begin, end - begin), ReferenceContext::kAttribute);
  }
  while (!at_end() && !is_space(peek()) && peek() != '>') ++offset_;
  return resolve_character_references(html_.substr(begin, offset_ - begin), ReferenceContext::kAttribute);
}

// From "<!--"; it ends at "-->", at "--!>", or at once in "<!-->" and "<!--->".
Token Tokenizer::read_comment() {
  const Token comment{.kind = Token::Kind::kComment};
  offset_ += 4;
  if (peek() == '>' || (peek() == '-' && peek(1) == '>')) {
    offset_ += peek() == '>' ? 1 : 2;
    return comment;
  }
  while (true) {
    offset_ = std::min(html_.find("--", offset_), html_.size());
    if (at_end()) return comment;
    if (peek(2) == '>' || (peek(2) == '!' && peek(3) == '>')) {
      offset_ += peek(2) == '>' ? 3 : 4;
      return comment;
    }
    offset_ += 1;
  }
}

// `<!doctype>`, `<?xml?>`, `</3>` and the like: all up to the next '>'.
Token Tokenizer::read_bogus_comment() {
  offset_ = std::min(html_.find('>', offset_), html_.size() - 1) + 1;
  return Token{.kind = Token::Kind::kComment};
}

}  // namespace depeche::html
