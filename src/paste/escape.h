// Text that must read as text in Markdown.
#pragma once

#include <string>
#include <string_view>

namespace depeche::paste {

// What is around a piece of text that is written.
struct Surroundings {
  bool at_line_start = false;
  bool in_link = false;  // between the brackets
  char before = '\n';    // the bytes next to it in the line
  char after = '\n';
};

// Appends `text`, which has no line ends, with a backslash (or a character reference) where Markdown would
// read markup. Signs that mean nothing where they stand stay as they are: people read the source.
void append_escaped(std::string& markdown, std::string_view text, const Surroundings& around);

// A link's target between parentheses: what would end it is percent-encoded.
void append_url(std::string& markdown, std::string_view url);

// Code between as many backticks as it takes.
void append_code_span(std::string& markdown, std::string_view code);

// The longest run of `sign` in a text.
std::size_t longest_run(std::string_view text, char sign);

// Letters, digits and all beyond ASCII: what a sign is inside of a word between.
bool is_word_byte(char c);

}  // namespace depeche::paste
