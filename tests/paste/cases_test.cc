// Clipboard HTML in the manner of each program that it comes from: tests/cases/paste/NAME/input.html gives
// what NAME/expected.md says. A last newline in expected.md does not count.
#include <string>

#include "doctest/doctest.h"
#include "paste/rich_paste.h"
#include "tests/support/files.h"

namespace depeche::paste {
namespace {

TEST_CASE("every case of tests/cases/paste") {
  int count = 0;
  for (const auto& path : files_below(std::filesystem::path(DEPECHE_TESTS) / "cases/paste", "input.html")) {
    std::string expected = read_file(path.parent_path() / "expected.md");
    if (expected.ends_with('\n')) expected.pop_back();
    CAPTURE(path.parent_path().filename().string());
    CHECK(read_rich_paste(read_file(path)).markdown == expected);
    ++count;
  }
  CHECK(count >= 12);
}

TEST_CASE("small inputs") {
  struct Row {
    std::string_view html, markdown;
  };
  constexpr Row kRows[] = {
      {"", ""},
      {"texte", "texte"},
      {"<p>a</p><p>b</p>", "a\n\nb"},
      {"  a \n\t b  ", "a b"},
      {"<b>gras</b> et <i>italique</i>", "**gras** et *italique*"},
      {"<b>gras </b>suite", "**gras** suite"},
      {"un<b> gras</b>", "un **gras**"},
      {"<b>gras\u00A0</b>: suite", "**gras**\u00A0: suite"},
      {"<b><i>les deux</i></b>", "***les deux***"},
      {"<b><i>deux</i> un</b>", "**_deux_ un**"},
      {"<i><b>deux</b> un</i>", "*__deux__ un*"},
      {"<b>un <i>deux</i></b>", "**un *deux***"},
      {"<b>un</b><i>deux</i>", "**un**_deux_"},
      {"<b>un</b><i>deux</i>trois", "**un**<em>deux</em>trois"},
      {"<b>un</b> <b>deux</b>", "**un deux**"},
      {"<b>un</b><br><b>deux</b>", "**un**  \n**deux**"},
      {"<b> </b>", ""},
      {"a<b></b>c", "ac"},
      {"<span style='font-weight:700'>gras</span>", "**gras**"},
      {"<b style='font-weight: normal'>maigre</b>", "maigre"},
      {"<b><span style='font-weight:400'>maigre</span></b>", "maigre"},
      {"<span style='FONT-STYLE: Italic; color: red'>i</span>", "*i*"},
      {"<s>non</s> <span style='text-decoration: underline line-through'>plus</span>", "~~non plus~~"},
      {"10<sup>6</sup> tonnes de CO<sub>2</sub>", "10<sup>6</sup> tonnes de CO<sub>2</sub>"},
      {"3<span style='vertical-align:super'>e</span> H<span style='vertical-align: sub'>2</span>O",
       "3<sup>e</sup> H<sub>2</sub>O"},
      {"<sup><span style='vertical-align:baseline'>a</span></sup>", "a"},
      {"<b>10<sup>6</sup></b>", "**10<sup>6</sup>**"},
      {"<sup><b>6</b> 7</sup>", "<sup>**6** 7</sup>"},
      {"x<sup> 2 </sup>y", "x <sup>2</sup> y"},
      {"<sup>a</sup><sub>b</sub>", "<sup>a</sup><sub>b</sub>"},
      {"<table><tr><td style='vertical-align:sub'>a</td></tr></table>", "a"},
      {"mot<sup><a href='#fn:1' class='footnote'>1</a></sup>.", "mot<sup>1</sup>."},
      {"<p>Note. <a href='#fnref:1' class='reversefootnote' role='doc-backlink'>&#8617;</a></p>", "Note."},
      {"<code>a*b</code> <tt>c`d</tt>", "`a*b` ``c`d``"},
      {"<a href='https://a.fr/b?c=d&amp;e'>lien</a>", "[lien](https://a.fr/b?c=d&e)"},
      {"<a href='https://a.fr/'>https://a.fr/</a>", "<https://a.fr/>"},
      {"<a href='https://a.fr/(x y)'>l</a>", "[l](https://a.fr/%28x%20y%29)"},
      {"<a href='https://a.fr'>a]b</a>", "[a\\]b](https://a.fr)"},
      {"<a href='https://a.fr'><b>gras</b> et maigre</a>", "[**gras** et maigre](https://a.fr)"},
      {"<a href='javascript:alert(1)'>a</a>", "a"},
      {"<a href=' java\nscript:alert(1)'>a</a>", "a"},
      {"<a href='data:text/html,x'>a</a>", "a"},
      {"<a href='#note'>1</a>", "1"},
      {"<a href='file:///C:/a'>a</a>", "a"},
      {"<a href='mailto:a@b.fr'>Presse</a>", "[Presse](mailto:a@b.fr)"},
      {"<a href='https://a.fr'></a>b", "b"},
      {"<h1>Un</h1><h3>Trois</h3>", "# Un\n\n### Trois"},
      {"<h2><b>Gras</b></h2>", "## Gras"},
      {"<h2>A <b>b</b></h2>", "## A **b**"},
      {"<h2>A<br>B</h2>", "## A B"},
      {"<h2>C #</h2>", "## C \\#"},
      {"<ul><li>a<li>b</ul>", "- a\n- b"},
      {"<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"},
      {"<ol start=9><li>a</li><li>b<ul><li>c</ul></ol>", "9. a\n10. b\n    - c"},
      {"<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"},
      {"<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n  - b\n- c"},
      {"<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n- c"},
      {"<ul><li>a</li></ul><p>b</p>", "- a\n\nb"},
      {"<p>b</p><ul><li>a</li></ul>", "b\n\n- a"},
      {"<ul><li>a</li></ul><ol><li>b</li></ol>", "- a\n\n1. b"},
      {"<li>seul", "- seul"},
      {"<blockquote><p>a</p><p>b</p></blockquote>", "> a\n>\n> b"},
      {"<blockquote>a</blockquote><blockquote>b</blockquote>", "> a\n\n> b"},
      {"<blockquote><ul><li>a<li>b</ul></blockquote>", "> - a\n> - b"},
      {"<ul><li>a<blockquote>b<br>c</blockquote></ul>", "- a\n\n  > b  \n  > c"},
      {"a<br>b<br><br>c<br>", "a  \nb\n\nc"},
      {"a<hr>b", "a\n\n* * *\n\nb"},
      {"<pre>a\n  *b*\n</pre>", "```\na\n  *b*\n```"},
      {"<pre>```</pre>", "````\n```\n````"},
      {"<table><tr><th>a<th>b<tr><td>c<td>d</table>", "| a | b |\n| --- | --- |\n| c | d |"},
      {"<table><tr><td>a<td>b<tr><td>c<td>d|e</table>", "| a | b |\n| c | d\\|e |"},
      {"<table><tr><td><b>a</b><td><b>b</b><tr><td>c<td>d</table>", "| a | b |\n| --- | --- |\n| c | d |"},
      {"<table><tr><td>a<td><p>b<p>c<tr><td colspan=2>d</table>", "| a | b<br />c |\n| d |  |"},
      {"<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", "| a | b |\n|  | c |"},
      {"<table><tr><td>seule</table>", "seule"},
      {"<table><tr><td><h2>t</h2><td><p>a<p>b</table>", "## t\n\na\n\nb"},
      {"<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>", "| a | b |\n| c | d |"},
      {"<script>a</script><style>b</style><!-- c --><title>d</title>e", "e"},
      {"<span style='display:none'>a</span><svg><text>b</text></svg>c", "c"},
      {"<img src=x alt=y onerror=z>", ""},
      {"<p>&nbsp;</p><p>a&nbsp;; b</p>", "a\u00A0; b"},
      {"«\u202Fa\u00A0»", "«\u202Fa\u00A0»"},
      {"<del datetime='2026'>non</del><ins datetime='2026'>oui</ins>", "oui"},
      {"<b>a<p>b</b>c", "**a**\n\n**b**\n\nc"},
      {"</p></td></table>a", "a"},
      {"<p><b>a</p><p>b</p>", "**a**\n\nb"},
      {"\xFF<b>\xC3</b>", "\uFFFD**\uFFFD**"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.html);
    CHECK(read_rich_paste(row.html).markdown == row.markdown);
  }
}

TEST_CASE("whether the ends go on in the text around") {
  CHECK(read_rich_paste("mot").begins_in_line);
  CHECK(read_rich_paste("<p>a<ul><li>b</ul>").begins_in_line);
  CHECK_FALSE(read_rich_paste("<p>a<ul><li>b</ul>").ends_in_line);
  CHECK_FALSE(read_rich_paste("<h2>a</h2>b").begins_in_line);
  CHECK(read_rich_paste("<h2>a</h2>b").ends_in_line);
}

}  // namespace
}  // namespace depeche::paste
