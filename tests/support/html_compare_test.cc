#include "tests/support/html_compare.h"

#include "doctest/doctest.h"

using namespace depeche;

namespace {

struct Pair {
  std::string_view one, other;
};

}  // namespace

TEST_CASE("what a browser shows alike is equal") {
  const Pair pairs[] = {
      {"<p>Un  mot\nici</p>\n", "\n<p> Un mot ici </p>"},
      {"<a href=\"u\" class=\"a  b\">t</a>", "<a class='a b'   href=u>t</a>"},
      {"<br />\nsuite", "<BR>suite"},
      {"&eacute;&#233;&#xE9;&quot;", "ééé\""},
      {"<img alt>", "<img alt=\"\" />"},
      {"<td style=\"text-align: center;\">a</td>", "<td style=\"text-align:center\">a</td>"},
      {"<pre>\n a\n</pre>", "<pre> a</pre>"},
      {"<b id=\"a\" id=\"b\">t</b>", "<b id=\"a\">t</b>"},
  };
  for (const Pair& pair : pairs) {
    CHECK(html_difference(pair.one, pair.other) == "");
    CHECK(html_difference(pair.other, pair.one) == "");
  }
}

TEST_CASE("what a reader could see differs") {
  const Pair pairs[] = {
      {"<p>Un mot</p>", "<p>Unmot</p>"},
      {"<p>a\u00A0b</p>", "<p>a b</p>"},
      {"<p><b>a</b> b</p>", "<p><b>a</b>b</p>"},
      {"<h2 id=\"a\">t</h2>", "<h2>t</h2>"},
      {"<pre>a  b</pre>", "<pre>a b</pre>"},
      {"<p>a</p>", "<p>a</p><p>b</p>"},
      {"<p>“a”</p>", "<p>\"a\"</p>"},
      {"<a title=\"a > b\">t</a>", "<a title=\"a\">t</a>"},
      {"<!-- a -->", "<!-- b -->"},
      {"<script>a < b</script>", "<script>a < c</script>"},
  };
  for (const Pair& pair : pairs) CHECK(html_difference(pair.one, pair.other) != "");
}

TEST_CASE("a difference is shown with what stands before it") {
  CHECK(html_difference("<p>un <b>mot</b></p>", "<p>un <i>mot</i></p>") ==
        "after    <p> 'un '\n"
        "expected <b> 'mot' </b> </p>\n"
        "actual   <i> 'mot' </i> </p>\n");
}
