#include "tests/frontmatter/value_json.h"

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace depeche::frontmatter {
namespace {

std::string iso_date(const Date& date) {
  std::array<char, 40> buffer{};
  std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return buffer.data();
}

std::string iso_time(const DateTime& time) {
  std::array<char, 80> buffer{};
  int minutes = std::abs(time.offset_seconds) / 60;
  std::snprintf(buffer.data(), buffer.size(), "T%02d:%02d:%02d", time.hour, time.minute, time.second);
  std::string text = iso_date(time.date) + buffer.data();
  if (time.zone == Zone::kUtc) return text + "+00:00";  // as Ruby writes it
  std::snprintf(buffer.data(), buffer.size(), "%c%02d:%02d", time.offset_seconds < 0 ? '-' : '+',
                minutes / 60, minutes % 60);
  return text + buffer.data();
}

struct Converter {
  using Json = nlohmann::ordered_json;
  Json operator()(const Null&) const { return nullptr; }
  Json operator()(bool truth) const { return truth; }
  Json operator()(std::int64_t integer) const { return integer; }
  Json operator()(double number) const {
    if (std::isnan(number)) return "NaN";
    if (std::isinf(number)) return number < 0 ? "-Infinity" : "Infinity";
    return number;
  }
  Json operator()(const std::string& text) const { return text; }
  Json operator()(const Date& date) const { return iso_date(date); }
  Json operator()(const DateTime& time) const { return iso_time(time); }
  Json operator()(const Sequence& items) const {
    Json result = Json::array();
    for (const Value& item : items) result.push_back(to_json(item));
    return result;
  }
  Json operator()(const Mapping& entries) const {
    Json result = Json::object();
    for (const auto& [key, value] : entries) result[key] = to_json(value);
    return result;
  }
};

}  // namespace

nlohmann::ordered_json to_json(const Value& value) {
  return std::visit(Converter{}, value.data);
}

}  // namespace depeche::frontmatter
