// What is to be told of the text, by who found it and in which revision: the rules at once, others when they
// have an answer (a spelling checker in a worker). All of it moves with the text until a newer answer comes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "editor/state.h"

namespace depeche::app {

class Findings {
 public:
  // Who looks at the text: a literal, e.g. "rules".
  using Source = std::string_view;

  // `source` begins to look at a text of `length` bytes, the revision that is there now. An answer to an
  // earlier question of its own is not waited for any more.
  void ask(Source source, std::uint64_t revision, Offset length);

  // What it found in the text that it was asked about last; takes the place of what it found before. Its
  // places are led to where they are now. False, and without effect, when nobody waits for that answer: the
  // source was asked again, or another document has come.
  bool answer(Source source, std::uint64_t revision, std::vector<Diagnostic> found);

  // `change` led to the text that is there now.
  void follow(const editor::TextChange& change);

  // Another text has come, by no change that is known: nothing is found in it yet, and no answer waited for.
  void clear();

  // All that is found, ordered by span; what is at one place, in the order in which sources were first asked.
  // The reference holds until the next call of another function.
  const std::vector<Diagnostic>& all();

  // The text that the source has answered about last; none while it has not.
  std::optional<std::uint64_t> answered(Source source) const;

 private:
  struct Question {
    std::uint64_t revision = 0;
    Change since;  // from the text that was asked about to that which is there now
  };
  struct Answers {
    Source source;
    std::optional<Question> question;
    std::optional<std::uint64_t> revision;
    std::vector<Diagnostic> found;
  };
  Answers* find(Source source);

  std::vector<Answers> answers_;  // in the order of the first questions; a handful
  std::vector<Diagnostic> merged_;
  bool is_merged_ = false;
};

// Leads the places of a diagnostic and of its fixes through a change.
void move_diagnostic(const Change& change, Diagnostic& diagnostic);

}  // namespace depeche::app
