// Text that stays text: each line of the table, written and read back by kramdown's grammar, is itself.
#include "paste/escape.h"

#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "writers/html_fragment.h"

namespace depeche::paste {
namespace {

std::string escaped(std::string_view text) {
  std::string markdown;
  append_escaped(markdown, text, {.at_line_start = true});
  return markdown;
}

// The paragraph's text as HTML has it.
std::string read_back(std::string markdown, markdown::Dialect dialect) {
  const Text text(std::move(markdown));
  return writers::html_fragment(markdown::parse(text, {0, text.size()}, dialect), dialect);
}

std::string as_paragraph(std::string_view text) {
  std::string html = "<p>";
  for (const char c : text) {
    if (c == '&')
      html += "&amp;";
    else if (c == '<')
      html += "&lt;";
    else if (c == '>')
      html += "&gt;";
    else
      html.push_back(c);
  }
  return html + "</p>\n";
}

TEST_CASE("signs that would be markup read as themselves, the others stay as they are") {
  struct Row {
    std::string_view text, markdown;
  };
  constexpr Row kRows[] = {
      {"prix : 5 * 3 = 15", "prix : 5 \\* 3 = 15"},
      {"*a* **b**", "\\*a\\* \\*\\*b\\*\\*"},
      {"snake_case _a_", "snake_case \\_a\\_"},
      {"a `b` c", "a \\`b\\` c"},
      {"C:\\temp", "C:\\\\temp"},
      {"# titre", "\\# titre"},
      {"n# 4", "n# 4"},
      {"> a > b", "\\> a > b"},
      {"- a - b", "\\- a - b"},
      {"-5 degrés", "-5 degrés"},
      {"--- a", "\\--- a"},
      {"+ a", "\\+ a"},
      {"+33 1", "+33 1"},
      {"1. a", "1\\. a"},
      {"12) a", "12\\) a"},
      {"3.5 %", "3.5 %"},
      {"2026.", "2026\\."},
      {": a", "\\: a"},
      {"=== a", "\\=== a"},
      {"[a](b) [c][d] [...] e", "\\[a\\](b) [c\\][d] [...] e"},
      {"a [1] b[^2]", "a [1] b\\[^2]"},
      {"![a](b)", "!\\[a\\](b)"},
      {"a < b <c> </d>", "a < b \\<c> \\</d>"},
      {"R&D &eacute; &#233; & co", "R&D &amp;eacute; &amp;#233; & co"},
      {"a | b", "a \\| b"},
      {"{: .a} {{ b }} {% c %} {d}", "\\{: .a} \\{{ b }} \\{% c %} {d}"},
      {"$$a$$ 5 $", "\\$\\$a\\$\\$ 5 $"},
      {"~~a~~ ~b", "\\~\\~a\\~~ \\~b"},
      {"« a » – b", "« a » – b"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    CHECK(escaped(row.text) == row.markdown);
  }
}

TEST_CASE("they read back in every dialect") {
  constexpr std::string_view kTexts[] = {"5 * 3",
                                         "*a* **b** ***c***",
                                         "_a_ b_c __d__",
                                         "a `b` ``c``",
                                         "a\\b \\* \\\\",
                                         "# a",
                                         "#",
                                         "> a",
                                         "- a",
                                         "+ a",
                                         "1. a",
                                         "1) a",
                                         ": a",
                                         "=",
                                         "-",
                                         "[a](b)",
                                         "[a][b]",
                                         "[a]: b",
                                         "[^1]: a",
                                         "![a](b)",
                                         "<b>a</b>",
                                         "<http://a.fr>",
                                         "&eacute; &#233;",
                                         "a | b",
                                         "{: .a}",
                                         "{::comment}",
                                         "a{: .b}",
                                         "$$a$$",
                                         "~~a~~",
                                         "[ ] a",
                                         "*[a]: b",
                                         "a_",
                                         "_",
                                         "*",
                                         "**",
                                         "a**",
                                         "a\\",
                                         "`",
                                         "a ` b `` c",
                                         "2026.",
                                         "|a|b|",
                                         "||"};
  for (const std::string_view text : kTexts) {
    CAPTURE(text);
    CHECK(read_back(escaped(text), markdown::Dialect::kKramdown) == as_paragraph(text));
    CHECK(read_back(escaped(text), markdown::Dialect::kGfm) == as_paragraph(text));
  }
}

TEST_CASE("targets of links") {
  std::string url;
  append_url(url, "https://a.fr/é_(1) \"x\"");
  CHECK(url == "https://a.fr/é_%281%29%20%22x%22");
}

}  // namespace
}  // namespace depeche::paste
