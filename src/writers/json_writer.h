// Writes JSON (RFC 8259) piece by piece: what is begun is ended by its own call, keys come before values.
//
//   JsonWriter json;
//   json.begin_object();
//   json.key("title");
//   json.value("Un titre");
//   json.end_object();
//   std::string text = std::move(json).finish();
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace depeche::writers {

// Indented by two spaces; empty objects and arrays on one line. Strings may be any bytes: what is not UTF-8
// becomes U+FFFD.
class JsonWriter {
 public:
  void begin_object();
  void end_object();
  void begin_array();
  void end_array();

  void key(std::string_view name);
  void value(std::string_view text);
  void value(const char* text) { value(std::string_view(text)); }
  void value(bool truth);
  void value(std::int64_t number);
  // JSON has no infinities and no NaN: they become the strings "Infinity", "-Infinity" and "NaN".
  void value(double number);
  void null();

  // The text, with a final newline.
  std::string finish() &&;

 private:
  void begin_value();
  void end(char bracket);
  void new_line();

  std::string text_;
  std::vector<bool> has_items_;  // of each object or array that is open
  bool after_key_ = false;
};

}  // namespace depeche::writers
