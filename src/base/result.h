// A value or the Message that says why there is none. Layers return this to each other instead of throwing.
#pragma once

#include <utility>
#include <variant>

#include "base/diagnostic.h"

namespace depeche {

template <typename Value>
class Result {
 public:
  Result(Value value) : content_(std::move(value)) {}        // NOLINT: implicit on purpose, `return value;`
  Result(Message problem) : content_(std::move(problem)) {}  // NOLINT: likewise

  bool ok() const { return std::holds_alternative<Value>(content_); }
  explicit operator bool() const { return ok(); }

  // Only when ok().
  const Value& value() const& { return std::get<Value>(content_); }
  Value&& value() && { return std::get<Value>(std::move(content_)); }
  const Value& operator*() const& { return value(); }
  const Value* operator->() const { return &value(); }

  // Only when not ok().
  const Message& problem() const { return std::get<Message>(content_); }

 private:
  std::variant<Value, Message> content_;
};

}  // namespace depeche
