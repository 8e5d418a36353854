#include "writers/json_text.h"

#include <cmath>

#include "base/decimal.h"
#include "base/json_string.h"

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
  append_json_string(text_, name);
  text_ += ": ";
  after_key_ = true;
}

void JsonText::value(std::string_view text) {
  begin_value();
  append_json_string(text_, text);
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

}  // namespace depeche::writers
