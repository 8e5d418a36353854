// The findings about the text, by source and revision. The rules answer at once, other sources (a spelling
// checker in a worker) later. Findings move with the text until their source answers again.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "editor/state.h"

namespace depeche::app {

class Findings {
 public:
  // Who looks at the text: a literal, e.g. "rules".
  using Source = std::string_view;

  // `source` begins to check the current revision, a text of `length` bytes. Its answer to an earlier
  // question is no longer accepted.
  void ask(Source source, std::uint64_t revision, Offset length);

  // What `source` found in the revision that it was last asked about. Replaces its earlier findings; the
  // spans, in whose order they come, are moved to the current text. False, and no effect, when that answer is not awaited: the source
  // was asked again, or another document was opened.
  bool answer(Source source, std::uint64_t revision, std::span<const Diagnostic> found);

  // `change` led to the current text.
  void follow(const editor::TextChange& change);

  // Another text has come, by no known change: drops all findings and awaits no answer.
  void clear();

  // All findings, ordered by span; those with one span, in the order in which their sources were first asked.
  // The reference is valid until the next call of another function.
  const std::vector<Diagnostic>& all();

  // Whether the last answer of `source` still is about the current text, so that its findings are where it put
  // them. False before its first answer, and from the first change on: what was moved may have lost its place,
  // and does not find it again when undo brings the text back.
  bool is_exact(Source source) const;

 private:
  struct Question {
    std::uint64_t revision = 0;
    Change since;  // from the text asked about to the current one
  };
  struct Answers {
    Source source;
    std::optional<Question> question{};
    bool is_exact = false;
    std::vector<Diagnostic> found{};  // ordered by span
  };
  Answers* find(Source source);

  std::vector<Answers> answers_;  // in the order of the first questions; a handful
  std::vector<Diagnostic> merged_;
  bool is_merged_ = false;
};

// Moves the spans of a diagnostic and of its fixes as `change` does.
void move_diagnostic(const Change& change, Diagnostic& diagnostic);

}  // namespace depeche::app
