// A value that rides on a transaction: something that happens together with a change of text and is not text.
// A comment is made, a word is added to the dictionary, a field of the form gets the keyboard.
//
// Like CodeMirror's StateEffect, and for the same two reasons: the places in it follow later changes of the
// text, and undo takes it back together with its step. The editor knows no kind of rider; whoever follows the
// text (app::Update::changes) picks out the kinds it knows.
//
// A rider alone does not make another text: the revision stays, and so does what counts as stored and saved.
// Whoever keeps data in riders must see to storing it.
#pragma once

#include <concepts>
#include <cstddef>
#include <memory>
#include <optional>
#include <utility>

#include "text/change.h"

namespace depeche::editor {

// What a kind of rider must provide. Its places count in the text after the transaction.
template <typename Kind>
concept RidingValue = std::copyable<Kind> && requires(const Kind& value, const Change& change) {
  // The same value, with its places moved by `change`.
  { value.map(change) } -> std::same_as<Kind>;
  // What takes it back, at the same places; none if undo is to leave it alone.
  { value.inverse() } -> std::same_as<std::optional<Kind>>;
  // About how much memory it takes: the history is bounded (history.h).
  { value.bytes() } -> std::same_as<std::size_t>;
};

// Copies share the value, which never changes.
class Rider {
 public:
  // Excludes Rider first: checking RidingValue<Rider> would ask whether a Rider can be copied, which is what is
  // being decided here.
  template <typename Kind>
  requires(!std::same_as<Kind, Rider>) && RidingValue<Kind> explicit Rider(Kind value)
      : value_(std::make_shared<const Value<Kind>>(std::move(value))) {}

  // The value if it is of that kind, else null. Valid as long as the rider or a copy of it.
  template <RidingValue Kind>
  const Kind* as() const {
    return value_->kind == &kind_of<Kind> ? &static_cast<const Value<Kind>&>(*value_).value : nullptr;
  }

  Rider map(const Change& change) const { return value_->map(change); }
  std::optional<Rider> inverse() const { return value_->inverse(); }
  std::size_t bytes() const { return sizeof(Rider) + value_->bytes(); }

 private:
  // Its address identifies the kind: there is no RTTI.
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
