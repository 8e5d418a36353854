// Splits HTML into tokens as browsers do: section "Tokenization" of the HTML standard, as far as a fragment of a
// body needs it. Foreign content (SVG, MathML) is read as HTML. The nested escapes of `<script><!--` are not
// followed: a script ends at its first end tag.
//
// Every input gives tokens, each byte is looked at a bounded number of times, and nothing recurses.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace depeche::html {

struct Attribute {
  std::string name;   // lower case, never empty
  std::string value;  // character references resolved
};

struct Token {
  enum class Kind : std::uint8_t { kEnd, kText, kStartTag, kEndTag, kComment };
  Kind kind = Kind::kEnd;
  std::string name = {};      // of a tag, in lower case
  std::string text = {};      // of a text, character references resolved; comments keep none
  bool self_closing = false;  // `<br/>`; has a meaning only on void elements and in SVG
  // Of a start tag, as written. If a name comes twice, the first counts.
  std::vector<Attribute> attributes = {};
};

class Tokenizer {
 public:
  // `html` must outlive this, and be UTF-8 without NUL and with LF as its only line ending (see normalized).
  explicit Tokenizer(std::string_view html) : html_(html) {}

  // The next token; after the last, always kEnd.
  Token next();

 private:
  bool at_end() const { return offset_ >= html_.size(); }
  char peek(std::size_t ahead = 0) const;  // '\0' past the end
  bool begins_markup(std::size_t offset) const;
  Token read_text();
  Token read_markup();
  Token read_raw_text();
  Token read_tag(Token::Kind kind);
  Token read_comment();
  Token read_bogus_comment();
  std::string read_tag_name();
  void skip_to_attribute();
  Attribute read_attribute();
  std::string read_attribute_value();

  std::string_view html_;
  std::size_t offset_ = 0;
  std::string raw_text_of_;  // the element whose raw text comes next, or empty
};

// The text of `html` as the tokenizer wants it: malformed UTF-8 becomes U+FFFD, as does NUL; CRLF and CR
// become LF.
std::string normalized(std::string_view html);

// Resolves character references. In an attribute, `&copy=` and `&copyright` stay as written, as in browsers.
enum class ReferenceContext : std::uint8_t { kText, kAttribute };
std::string resolve_character_references(std::string_view text, ReferenceContext context);

}  // namespace depeche::html
