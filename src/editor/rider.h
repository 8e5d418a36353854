// A value that rides on a transaction: what happens together with a change of text, and is no text. A comment
// that is made, a word that is taken into the dictionary, a field of the form that has the keyboard.
//
// After CodeMirror's StateEffect, and for the same two reasons: its places in the text follow the changes that
// come after, and what undo takes back goes with the step that undo takes back. The editor knows no kind of
// rider; whoever follows the text (app::Update::changes) picks out the kinds it knows.
//
// A rider alone does not make another text: the revision stays, and with it what counts as stored and saved.
// Whoever keeps something by riders sees to it that it is stored.
#pragma once

#include <concepts>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

#include "text/change.h"

namespace depeche::editor {

// What a kind of rider must say. Its places count in the text after the transaction.
template <typename Kind>
concept RidingValue = std::copyable<Kind> && requires(const Kind& value, const Change& change) {
  // The same, with its places where `change` moves them.
  { value.map(change) } -> std::same_as<Kind>;
  // What takes it back, at the same places; nothing when undo is not concerned with it.
  { value.inverse() } -> std::same_as<std::optional<Kind>>;
  // What it takes in memory, about: the history is bounded (history.h).
  { value.bytes() } -> std::same_as<std::size_t>;
};

// Copies share the value, which never changes.
class Rider {
 public:
  // A rider is no value of its own: to ask whether it is would ask whether it can be copied, and so on.
  template <typename Kind>
  requires(!std::same_as<Kind, Rider>) && RidingValue<Kind> explicit Rider(Kind value)
      : value_(std::make_shared<const Value<Kind>>(std::move(value))) {}

  // The value, if it is of that kind; else null. Lives as long as the rider or a copy of it.
  template <RidingValue Kind>
  const Kind* as() const {
    return value_->kind == &kind_of<Kind> ? &static_cast<const Value<Kind>&>(*value_).value : nullptr;
  }

  Rider map(const Change& change) const { return value_->map(change); }
  std::optional<Rider> inverse() const { return value_->inverse(); }
  std::size_t bytes() const { return sizeof(Rider) + value_->bytes(); }

 private:
  // Its address names the kind: there is no RTTI.
  template <typename Kind>
  static constexpr char kind_of = 0;

  struct AnyValue {
    explicit AnyValue(const char* its_kind) : kind(its_kind) {}
    virtual ~AnyValue() = default;
    virtual Rider map(const Change& change) const = 0;
    virtual std::optional<Rider> inverse() const = 0;
    virtual std::size_t bytes() const = 0;
    const char* kind;
  };
  template <typename Kind>
  struct Value final : AnyValue {
    explicit Value(Kind given) : AnyValue(&kind_of<Kind>), value(std::move(given)) {}
    Rider map(const Change& change) const override { return Rider(value.map(change)); }
    std::optional<Rider> inverse() const override {
      std::optional<Kind> taken_back = value.inverse();
      if (!taken_back) return std::nullopt;
      return Rider(*std::move(taken_back));
    }
    std::size_t bytes() const override { return sizeof(*this) + value.bytes(); }
    Kind value;
  };

  std::shared_ptr<const AnyValue> value_;
};

}  // namespace depeche::editor
