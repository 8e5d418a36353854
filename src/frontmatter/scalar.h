// What a plain (unquoted) scalar means: the type and value that Ruby's Psych gives it.
//
// Psych follows YAML 1.1 with peculiarities: `yes` and `on` are booleans but `y` is not, `010` is eight,
// `1_000` and `1,000` are a thousand, `12:30` counts seconds (or rather 45000), `1e3` is text, `:word` is a
// symbol (here: the text without its colon).
#pragma once

#include <string>
#include <string_view>

#include "frontmatter/value.h"

namespace depeche::frontmatter {

// Integers that do not fit in 64 bits become doubles.
Value::Data resolve_plain_scalar(std::string_view text);

// Whether `text`, written as a plain scalar, reads back as a string with the same text.
bool is_plain_text(std::string_view text);

// A key as Ruby's to_s writes it: "2018-09-09", "1.0", "" for null.
std::string key_text(const Value::Data& data);

}  // namespace depeche::frontmatter
