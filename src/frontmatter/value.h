// A typed value of the front matter, as Ruby's Psych reads it for Jekyll (YAML 1.1 with Psych's own rules).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "base/span.h"

namespace depeche::frontmatter {

struct Null {
  bool operator==(const Null&) const = default;
};

// A date (2018-09-09) without time.
struct Date {
  int year = 0;
  int month = 1;
  int day = 1;
  bool operator==(const Date&) const = default;
};

// How a moment states its offset from UTC.
enum class Zone : std::uint8_t {
  kUnstated,  // 2018-09-09 11:18:00; Ruby takes it as UTC, and Jekyll shows it in the site's own zone
  kUtc,       // …Z
  kOffset,    // …+02:00
};

// A moment with its own offset from UTC, e.g. 2018-09-09 11:18:00 +02:00. The fields are in range: an overflow,
// such as the 30th of February, has been carried over as Ruby's Time does.
struct DateTime {
  Date date;
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::uint32_t nanosecond = 0;
  std::int32_t offset_seconds = 0;
  Zone zone = Zone::kUnstated;  // kOffset when offset_seconds was written
  bool operator==(const DateTime&) const = default;
};

struct Value;
struct Entry;
using Sequence = std::vector<Value>;
// In document order. A key that is not a string is written as Ruby's to_s would. Of a repeated key, the last
// value counts, at the place of the first, as in Ruby's Hash.
using Mapping = std::vector<Entry>;

struct Value {
  using Data = std::variant<Null, bool, std::int64_t, double, std::string, Date, DateTime, Sequence, Mapping>;

  Data data;
  Span span;      // in the whole text: of its source, or of the alias for it; empty if nothing is written
  Span key_span;  // of its key; empty for items of sequences

  const std::string* string() const { return std::get_if<std::string>(&data); }
  const Sequence* sequence() const { return std::get_if<Sequence>(&data); }
  const Mapping* mapping() const { return std::get_if<Mapping>(&data); }
  // The value under a key of a mapping, or null.
  const Value* find(std::string_view key) const;
};

// A key of a mapping and its value.
struct Entry {
  std::string key;
  Value value;
};

}  // namespace depeche::frontmatter
