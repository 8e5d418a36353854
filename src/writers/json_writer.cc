#include "writers/json_writer.h"

#include <cmath>

#include "base/decimal.h"
#include "base/json_string.h"

namespace depeche::writers {

void JsonWriter::begin_object() {
  begin_value();
  text_ += '{';
  has_items_.push_back(false);
}

void JsonWriter::end_object() {
  end('}');
}

void JsonWriter::begin_array() {
  begin_value();
  text_ += '[';
  has_items_.push_back(false);
}

void JsonWriter::end_array() {
  end(']');
}

void JsonWriter::key(std::string_view name) {
  begin_value();
  append_json_string(text_, name);
  text_ += ": ";
  after_key_ = true;
}

void JsonWriter::value(std::string_view text) {
  begin_value();
  append_json_string(text_, text);
}

void JsonWriter::value(bool truth) {
  begin_value();
  text_ += truth ? "true" : "false";
}

void JsonWriter::value(std::int64_t number) {
  begin_value();
  text_ += std::to_string(number);
}

void JsonWriter::value(double number) {
  if (std::isnan(number)) return value("NaN");
  if (std::isinf(number)) return value(number > 0 ? "Infinity" : "-Infinity");
  begin_value();
  text_ += float_text(number);
}

void JsonWriter::null() {
  begin_value();
  text_ += "null";
}

std::string JsonWriter::finish() && {
  text_ += '\n';
  return std::move(text_);
}

// The comma and the line before a value or a key.
void JsonWriter::begin_value() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (has_items_.empty()) return;
  if (has_items_.back()) text_ += ',';
  has_items_.back() = true;
  new_line();
}

void JsonWriter::end(char bracket) {
  const bool had_items = has_items_.back();
  has_items_.pop_back();
  if (had_items) new_line();
  text_ += bracket;
}

void JsonWriter::new_line() {
  text_ += '\n';
  text_.append(has_items_.size() * 2, ' ');
}

}  // namespace depeche::writers
