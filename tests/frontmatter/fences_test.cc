#include "frontmatter/fences.h"

#include <string>
#include <vector>

#include "doctest/doctest.h"

using depeche::Span;
using depeche::frontmatter::Fences;
using depeche::frontmatter::find_fences;

TEST_CASE("fences stand where Jekyll finds them") {
  struct Case {
    std::string name, before, fence, yaml, closing, body;  // the document is all of them but the name
    bool present = true;
  };
  const std::vector<Case> cases = {
      {"plain", "", "---\n", "title: a\n", "---\n", "Body\n"},
      {"empty", "", "---\n", "", "---\n", ""},
      {"byte order mark", "\xEF\xBB\xBF", "---\n", "a: 1\n", "---\n", "Body"},
      {"CRLF", "", "---\r\n", "a: 1\r\n", "---\r\n", "Body\r\n"},
      {"spaces after the fences", "", "--- \t\n", "a: 1\n", "---  \n", "Body"},
      {"three dots close", "", "---\n", "a: 1\n", "...\n", "Body"},
      {"the closing fence swallows blank lines", "", "---\n", "a: 1\n", "---\n \n\n", "  Body"},
      {"blank lines belong to the YAML", "", "---\n", "\n\na: 1\n", "---\n", "Body"},
      {"nothing but blank lines", "", "---\n", "\n \n", "---\n", "Body"},
      {"closed by the last line without an end", "", "---\n", "a: 1\n", "---", ""},
      {"the first that closes, closes", "", "---\n", "a: 1\n", "---\n", "---\n"},
      {"a longer dash line does not close", "", "---\n", "----\n--- b\na: 1\n", "---\n", "Body"},
      {"an indented one does not close", "", "---\n", "a: |\n  ---\n", "---\n", "Body"},
      {"vertical tab and form feed are spaces", "", "---\v\n", "a: 1\n", "---\f\n", "Body"},
      {"no fence", "", "", "", "", "Body\n---\n", false},
      {"not at the start", "", "", "", "", "\n---\na: 1\n---\n", false},
      {"never closed", "", "", "", "", "---\na: 1\n", false},
      {"three dots do not open", "", "", "", "", "...\na: 1\n---\n", false},
      {"text after the opening fence", "", "", "", "", "--- a\n---\n", false},
      {"lone carriage returns end no line", "", "", "", "", "---\ra: 1\r---\r", false},
      {"byte order mark alone", "\xEF\xBB\xBF", "", "", "", "Body", false},
      {"nothing", "", "", "", "", "", false},
  };
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::string text = c.before + c.fence + c.yaml + c.closing + c.body;
    Fences found = find_fences(text);
    CHECK(found.present == c.present);
    CHECK(found.span.of(text) == c.fence + c.yaml + c.closing);
    CHECK(found.yaml.of(text) == c.yaml);
    CHECK(found.body.of(text) == c.body);
  }
}
