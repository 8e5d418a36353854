#include "writers/json_text.h"

#include <cmath>

#include "base/decimal.h"
#include "base/utf8.h"

namespace depeche::writers {

void JsonText::begin_object() {
  begin_value();
  text_ += '{';
  has_items_.push_back(false);
}

void JsonText::end_object() {
  end('}');
}

void JsonText::begin_array() {
  begin_value();
  text_ += '[';
  has_items_.push_back(false);
}

void JsonText::end_array() {
  end(']');
}

void JsonText::key(std::string_view name) {
  begin_value();
  quoted(name);
  text_ += ": ";
  after_key_ = true;
}

void JsonText::value(std::string_view text) {
  begin_value();
  quoted(text);
}

void JsonText::value(bool truth) {
  begin_value();
  text_ += truth ? "true" : "false";
}

void JsonText::value(std::int64_t number) {
  begin_value();
  text_ += std::to_string(number);
}

void JsonText::value(double number) {
  if (std::isnan(number)) return value("NaN");
  if (std::isinf(number)) return value(number > 0 ? "Infinity" : "-Infinity");
  begin_value();
  text_ += float_text(number);
}

void JsonText::null() {
  begin_value();
  text_ += "null";
}

std::string JsonText::finish() && {
  text_ += '\n';
  return std::move(text_);
}

// The comma and the line before a value or a key.
void JsonText::begin_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_items_.empty()) return;
  if (has_items_.back()) text_ += ',';
  has_items_.back() = true;
  new_line();
}

void JsonText::end(char bracket) {
  const bool had_items = has_items_.back();
  has_items_.pop_back();
  if (had_items) new_line();
  text_ += bracket;
}

void JsonText::new_line() {
  text_ += '\n';
  text_.append(has_items_.size() * 2, ' ');
}

void JsonText::quoted(std::string_view text) {
  const std::string scrubbed = scrub_utf8(text);
  text_ += '"';
  for (const char c : scrubbed) {
    switch (c) {
      case '"':
        text_ += "\\\"";
        break;
      case '\\':
        text_ += "\\\\";
        break;
      case '\n':
        text_ += "\\n";
        break;
      case '\r':
        text_ += "\\r";
        break;
      case '\t':
        text_ += "\\t";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) {
          constexpr std::string_view kHex = "0123456789abcdef";
          text_ += "\\u00";
          text_ += kHex[static_cast<unsigned char>(c) >> 4];
          text_ += kHex[static_cast<unsigned char>(c) & 15];
        } else {
          text_ += c;
        }
    }
  }
  text_ += '"';
}

}  // namespace depeche::writers
