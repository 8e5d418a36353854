// Writes text so that Markdown reads it as text.
#pragma once

#include <string>
#include <string_view>

namespace depeche::paste {

// What is around a piece of text.
struct Surroundings {
  bool at_line_start = false;
  bool in_link = false;  // between the square brackets of a link
  char before = '\n';    // the byte before the text in its line, '\n' for none
  char after = '\n';     // and the byte after it
};

// Appends `text`, which has no line ends, with a backslash (or a character reference) where Markdown would see
// markup. Signs that mean nothing in their place stay as they are, since people read the source.
void append_escaped(std::string& markdown, std::string_view text, const Surroundings& around);

// Appends `url` as the target of a link, without the parentheses around it. Characters that would end it, or
// mean something to Markdown there, are percent-encoded.
void append_url(std::string& markdown, std::string_view url);

// Appends `code` as a code span, between one backtick more than its longest run of them.
void append_code_span(std::string& markdown, std::string_view code);

// The length of the longest run of `sign` in `text`.
std::size_t longest_run(std::string_view text, char sign);

// Whether `c` is a letter, a digit or a byte beyond ASCII. A sign between two such bytes is inside a word.
bool is_word_byte(char c);

}  // namespace depeche::paste
