#include "tests/support/visible_html.h"

#include "doctest/doctest.h"

using namespace depeche;

TEST_CASE("what does not count") {
  constexpr std::pair<std::string_view, std::string_view> kRows[] = {
      {"<h2 id=\"a\">A</h2>", "<h2>A</h2>"},
      {"<p>“l’un” — l’autre…</p>", "<p>\"l'un\" --- l'autre...</p>"},
      {"<p>«\u00A0ici\u00A0»</p>", "<p>&lt;&lt; ici &gt;&gt;</p>"},
      {"<a href=\"/é\">a</a>", "<a href=\"/%C3%A9\">a</a>"},
      {"<td style=\"text-align: center\">a</td>", "<td align=\"center\">a</td>"},
      {"<ul><li><p>a</p></li></ul>", "<ul><li>a</li></ul>"},
      {"<b><strong><em>a</em></strong></b>", "<b><em><strong>a</strong></em></b>"},
      {"<p>a</p><!-- b -->", "<p>a</p>"},
  };
  for (const auto& [one, other] : kRows) {
    CAPTURE(one);
    CHECK(looks_alike(one, other));
  }
}

TEST_CASE("what counts") {
  constexpr std::pair<std::string_view, std::string_view> kRows[] = {
      {"<p>a</p><p>b</p>", "<p>a b</p>"},
      {"<li><p>a</p><p>b</p></li>", "<li>a b</li>"},
      {"<p class=\"a\">b</p>", "<p>b</p>"},
      {"<em>a</em>", "*a*"},
      {"<h2>a</h2>", "<h3>a</h3>"},
      {"<a href=\"a\">a</a>", "<a href=\"b\">a</a>"},
      {"<ol start=\"4\"><li>a</li></ol>", "<ol><li>a</li></ol>"},
  };
  for (const auto& [one, other] : kRows) {
    CAPTURE(one);
    CHECK(!looks_alike(one, other));
  }
}
