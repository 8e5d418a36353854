// docs/rules.md, made of what the rules say of themselves.
//
// The first comment of a rule's file is its section of the page: the identifier, an empty line, then Markdown.
// Fenced code of the language "diff" is an example: a document, of which lines that begin with "- " or two
// blanks, and what the rule's first fix makes of it, lines with "+ " or two blanks. ⟦ and ⟧ stand around what is
// found, and are no part of the document; `\xE9` is a byte; the last line has no ending.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "rules/rules.h"

namespace depeche::rules {

struct Example {
  std::string document;
  std::vector<Span> found;
  std::string fixed;  // empty where there is no fix to show
};

struct Section {
  std::string id;
  std::string text;  // Markdown, without the identifier
  std::vector<Example> examples;
};

// Of the source of a rule's file.
Section read_section(std::string_view source);

// Of the file in which the rule has to lie.
Section section_of(const Rule& rule);

// The page: src/rules/rules.md.in, with the sections of a family in the place of {{family/*}}, and those of all
// families that have no place of their own in the place of {{*}}.
std::string rules_page();

}  // namespace depeche::rules
