#include "writers/json_writer.h"

#include <limits>

#include "doctest/doctest.h"

namespace depeche::writers {
namespace {

template <typename Value>
std::string written(Value value) {
  JsonWriter json;
  json.value(value);
  std::string text = std::move(json).finish();
  text.pop_back();  // the final newline
  return text;
}

TEST_CASE("objects and arrays are indented, empty ones on one line") {
  JsonWriter json;
  json.begin_object();
  json.key("a");
  json.begin_array();
  json.value(std::int64_t{1});
  json.begin_object();
  json.end_object();
  json.end_array();
  json.key("b");
  json.begin_array();
  json.end_array();
  json.key("c");
  json.null();
  json.end_object();
  CHECK(std::move(json).finish() == "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": [],\n  \"c\": null\n}\n");
}

TEST_CASE("numbers and truth") {
  CHECK(written(true) == "true");
  CHECK(written(std::numeric_limits<std::int64_t>::min()) == "-9223372036854775808");
  CHECK(written(0.1) == "0.1");
  CHECK(written(1.0) == "1.0");
  CHECK(written(-2.5e300) == "-2.5e+300");
  CHECK(written(std::numeric_limits<double>::infinity()) == "\"Infinity\"");
  CHECK(written(-std::numeric_limits<double>::infinity()) == "\"-Infinity\"");
  CHECK(written(std::numeric_limits<double>::quiet_NaN()) == "\"NaN\"");
}

TEST_CASE("strings of any bytes") {
  const std::pair<std::string, std::string> rows[] = {
      {"été", "\"été\""},          {"a\"b\\c/", "\"a\\\"b\\\\c/\""},
      {"\n\r\t", "\"\\n\\r\\t\""}, {std::string("\0\x1F\x7F", 3), "\"\\u0000\\u001f\\u007f\""},
      {"\xFF!", "\"\uFFFD!\""},
  };
  for (const auto& [bytes, json] : rows) CHECK(written(std::string_view(bytes)) == json);
}

}  // namespace
}  // namespace depeche::writers
