// kramdown's HTML to the byte, where tests/cases/kramdown, which compares as a browser does, sees no
// difference.
#include "writers/html_kramdown.h"

#include <string>

#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "writers/html_safe.h"

namespace depeche::writers {
namespace {

std::string html(const std::string& markdown) {
  const Text text(markdown);
  return html_kramdown(markdown::parse(text, {0, text.size()}, markdown::Dialect::kKramdown)).html;
}

TEST_CASE("quotes in a formula stay as they are") {
  CHECK(html("$$ \"x\" & y < 1 $$\n") == "\\[\"x\" &amp; y &lt; 1\\]\n");
  CHECK(html("a $$ \"x\" $$ b\n") == "<p>a \\(\"x\"\\) b</p>\n");
}

TEST_CASE("end tags that were left out stand where kramdown writes them") {
  CHECK(html("<table><tr><td>1<tr><td>2</td><td>3</table>\n") ==
        "<table><tr><td>1<tr><td>2</td><td>3&lt;/table&gt;\n</td></tr></td></tr></table>\n");
  CHECK(html("<p>a<p>b</p></p>\n\nc\n") == "<p>a<p>b</p></p>\n\n<p>c</p>\n");
}

TEST_CASE("every row of a table without end tags reaches the reader") {
  std::string table = "<table>\n";
  for (int i = 0; i < 1000; ++i) table += "<tr><td>a<td>b\n";
  const std::string safe = safe_html(html(table));
  std::size_t rows = 0;
  for (std::size_t at = safe.find("<tr>"); at != safe.npos; at = safe.find("<tr>", at + 1)) ++rows;
  CHECK(rows == 1000);
}

}  // namespace
}  // namespace depeche::writers
