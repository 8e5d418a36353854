// Problems as data: what a rule or a parser says about a place in the text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace depeche {

// A sentence for people: its key in assets/messages/*.json and the arguments for its placeholders {0}, {1}…
// The words are chosen when it is shown, so that a diagnostic is the same in every language.
struct Message {
  std::string key;
  std::vector<std::string> arguments;
  bool operator==(const Message&) const = default;
};

enum class Severity : std::uint8_t { kError, kWarning, kHint };

// "error", "warning" or "hint".
std::string_view name(Severity severity);

// Replaces `span`, counted in the text before any replacement, by `text`.
struct Replacement {
  Span span;
  std::string text;
  bool operator==(const Replacement&) const = default;
};

// A correction that a person can accept with one click. `edits` are in the order of their spans, which do not
// overlap.
struct Fix {
  Message title;
  std::vector<Replacement> edits;
  bool operator==(const Fix&) const = default;
};

struct Diagnostic {
  std::string rule;  // stable identifier, e.g. "front-matter/broken-yaml"; docs/rules.md lists them
  Severity severity = Severity::kWarning;
  Span span;  // of the document's whole text
  Message message;
  std::vector<Fix> fixes;
  bool operator==(const Diagnostic&) const = default;
};

}  // namespace depeche
