// Clipboard HTML in the manner of each program that it comes from: tests/cases/paste/NAME/input.html gives
// what NAME/expected.md says. A last newline in expected.md does not count.
#include <string>

#include "base/utf8.h"
#include "doctest/doctest.h"
#include "paste/rich_paste.h"
#include "tests/support/files.h"

namespace depeche::paste {
namespace {

using namespace std::string_view_literals;

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
      {"<p>a</p><p>&#8239;</p>", "a"},
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
      {"<ol start=9><li>a</li><li>b<ul><li>c</ul></ol>", "{: start=\"9\"}\n9. a\n10. b\n    - c"},
      {"<ul><li>a<ul><li>b</li></ul></li><li>c</li></ul>", "- a\n  - b\n- c"},
      {"<ul><li>a</li><ul><li>b</li></ul><li>c</li></ul>", "- a\n  - b\n- c"},
      {"<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n- c"},
      {"<ol start=3><li>a", "{: start=\"3\"}\n3. a"},
      {"<p>z<ol start=3><li>a<li>b</ol>", "z\n\n{: start=\"3\"}\n3. a\n4. b"},
      {"<ol><li>a</ol><ol><li>b</ol>", "1. a\n\n{: start=\"1\"}\n1. b"},
      {"<ol><li>a<li value=5>b<li>c</ol>", "1. a\n\n{: start=\"5\"}\n5. b\n6. c"},
      {"<ol><li value=2>a<li>b</ol>", "{: start=\"2\"}\n2. a\n3. b"},
      {"<ul><li>a<ol start=2><li>b</ol><li>c</ul>", "- a\n\n  {: start=\"2\"}\n  2. b\n- c"},
      {"<blockquote><ol start=2><li>a</ol></blockquote>", "> {: start=\"2\"}\n> 2. a"},
      {"<blockquote>z<ol start=2><li>a</ol></blockquote>", "> z\n>\n> {: start=\"2\"}\n> 2. a"},
      {"<ul><li><ol start=2><li>a</ol></ul>", "- 2. a"},
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
      {"<table><tr><td>a<td><ul><li>b<li>c</ul><tr><td>d<td>e</table>", "| a | • b<br />• c |\n| d | e |"},
      {"<table><tr><td>a<td><p>b<ol start=3><li>c<li><p>d<p>e</ol>f<tr><td>g<td>h</table>",
       "| a | b<br />3. c<br />4. d<br />e<br />f |\n| g | h |"},
      {"<table><tr><td>a<td><ul><li>b<ul><li>c</ul>d<li>e</ul><tr><td>f<td>g</table>",
       "| a | • b<br />– c<br />d<br />• e |\n| f | g |"},
      {"<table><tr><td>a<td><ol><li>b</ol><tr><td>c<td>d</table>", "| a | 1. b |\n| c | d |"},
      {"<ul><li><table><tr><td>a<td><ul><li>b</ul><tr><td>c<td>d</table></ul>", "- | a | • b |\n  | c | d |"},
      {"<table><tr><td><ul><li>b<li>c</ul></table>", "- b\n- c"},
      {"<table><tr><td>a<td><blockquote>b</blockquote><tr><td>c<td>d</table>", "a\n\n> b\n\nc\n\nd"},
      {"<table><tr><td rowspan=2>a<td>b<tr><td>c</table>", "| a | b |\n|  | c |"},
      {"<table><tr><td>seule</table>", "seule"},
      {"<table><tr><td>a<td>b<tr><td>c<td>1<tr><td>d<td>2 000 €</table>",
       "| a | b |\n| --- | --- |\n| c | 1 |\n| d | 2 000 € |"},
      {"<table><tr><td>a<td>9 h<tr><td>c<td>1<tr><td>d<td>2</table>", "| a | 9 h |\n| c | 1 |\n| d | 2 |"},
      {"<table><tr><td>a<td>b<tr><td>c<td>1<tr><td>d<td>trois</table>",
       "| a | b |\n| c | 1 |\n| d | trois |"},
      {"<table><tr><td><td>1<tr><td>a<td>2</table>", "|  | 1 |\n| --- | --- |\n| a | 2 |"},
      {"<table><tr bgcolor=red><td>a<td>b<tr><td>c<td>d</table>", "| a | b |\n| --- | --- |\n| c | d |"},
      {"<table><tr bgcolor=red><td>a<td>b<tr bgcolor=red><td>c<td>d</table>", "| a | b |\n| c | d |"},
      {"<table><tr><td style='background:rgb(255, 255, 255)'>a<td "
       "style='background:#FFF'>b<tr><td>c<td>d</table>",
       "| a | b |\n| c | d |"},
      {"<table><tr><td colspan=2><b>a</b><tr><td>b<td>c</table>", "| a |  |\n| --- | --- |\n| b | c |"},
      {"<table><tr><td><h2>t</h2><td><p>a<p>b</table>", "## t\n\na\n\nb"},
      {"<table><tr><td><table><tr><td>a<td>b<tr><td>c<td>d</table></table>", "| a | b |\n| c | d |"},
      {"<script>a</script><style>b</style><!-- c --><title>d</title>e", "e"},
      {"<span style='display:none'>a</span><svg><text>b</text></svg>c", "c"},
      {"<img src=x alt=y onerror=z>", "y"},
      {"<img src='https://a.fr/b.png' alt='c'>", "![c](https://a.fr/b.png)"},
      {"<img src='https://a.fr/b.png' alt='c' width=1 height=1>", ""},
      {"<img src='https://a.fr/b.png' width=0 height=0>a", "a"},
      {"<img src='//a.fr/b.png' alt='c'>", "c"},
      {"<b>a<img src='https://a.fr/b.png' alt='*c*'>d</b>", "**a**![\\*c\\*](https://a.fr/b.png)**d**"},
      {"<h2>a <img src='https://a.fr/b.png' alt=c></h2>", "## a ![c](https://a.fr/b.png)"},
      {"<code><img src='https://a.fr/b.png' alt=c></code>", "![c](https://a.fr/b.png)"},
      {"<pre><img src='https://a.fr/b.png' alt=c></pre>", "```\nc\n```"},
      {"a!<a href='https://a.fr'>b</a> !", "a\\![b](https://a.fr) !"},
      {"<p>&nbsp;</p><p>a&nbsp;; b</p>", "a\u00A0; b"},
      {"«\u202Fa\u00A0»", "«\u202Fa\u00A0»"},
      {"Un<span class=Apple-converted-space>\u00A0</span><b>mot</b><span "
       "class=Apple-converted-space>&nbsp;</span>à 4\u00A0€",
       "Un **mot** à 4\u00A0€"},
      {"<html><p>fin.</p></html>\0"sv, "fin."},
      {"<p>m\0ot</p>\0"sv, "mot"},
      {"<style>.a{font-weight:bold} p.b, .c{font-style:italic}/* .d{display:none} */</style>"
       "<p><span class=a>1</span> <span class='x c'>2</span> <span class=d>3</span>",
       "**1** *2* 3"},
      {"<style>.a{display:none}</style><p class=a>b<p hidden>c<p style='visibility:hidden'>d<p>e", "e"},
      {"<style>.a{font-weight:bold}</style><p class=a style='font-weight:normal'>b", "b"},
      {"<p>a<span class=MsoCommentReference>[b1]</span>.<p class='MsoCommentText x'>c<hr class=msocomoff>",
       "a."},
      {"a<a href='#_msocom_1'>[b1]</a><sup><a href='#cmnt1'>[c]</a></sup>.", "a."},
      {"<div><p>a<p><a href='#cmnt_ref1'>[b]</a>c</div>d", "a\n\nd"},
      {"<div><p><a href='#cmnt_ref1'>[b]</a>c<p>d</div>e", "e"},
      {"<p>a <a href='#cmnt_ref1'>[b]</a> c", "a c"},
      {"<del>a</del> <s>b</s>", "~~a b~~"},
      {"<html xmlns:w=x><del>a</del><s>b</s>", "~~b~~"},
      {"<meta name=generator content='LibreOffice 24.2'><del>a</del><strike>b</strike>", "~~b~~"},
      {"<div style='mso-element:comment-list'>a</div>b<div style='MSO-ELEMENT: footer'>c</div>", "b"},
      {"<a href='https://www.google.com/url?q=https://a.fr/b&amp;sa=D'>c</a>", "[c](https://a.fr/b)"},
      {"<a href='https://www.google.com/url?q=javascript:a()'>c</a>",
       "[c](https://www.google.com/url?q=javascript:a%28%29)"},
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

// The expectations were written down with plain spaces here and there.
std::string with_plain_spaces(const std::string& text) {
  std::string plain;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded decoded = decode_utf8(text, i);
    const bool is_space = decoded.code_point == U'\u00A0' || decoded.code_point == U'\u202F';
    append_utf8(plain, is_space ? U' ' : decoded.code_point);
    i += decoded.size;
  }
  return plain;
}

TEST_CASE("the reports of real clipboards") {
  const auto reports = shared_material("reports");
  if (!reports) return;
  for (const auto& entry : std::filesystem::directory_iterator(*reports)) {
    const std::string name = entry.path().filename().string();
    const std::size_t program = name.find("-coller-");
    if (program == std::string::npos) continue;
    std::string expected = read_file(*reports / (name.substr(0, program) + "-attendu.md"));
    if (expected.ends_with('\n')) expected.pop_back();
    CAPTURE(name);
    CHECK(with_plain_spaces(read_rich_paste(read_file(entry.path())).markdown) ==
          with_plain_spaces(expected));
  }
}

TEST_CASE("pictures that stay elsewhere or cannot come are counted") {
  const RichPaste paste = read_rich_paste(
      "<img src='https://A.fr/b.png' alt=c><img src=https://d.fr/e.png><img src=/uploads/f.jpg>"
      "<img src='file:///g' alt=h><img src=data:image/png,i><img src=https://j.fr/k width=1 height=1>");
  CHECK(paste.pictures_elsewhere == 2);
  CHECK(paste.picture_host == "a.fr");
  CHECK(paste.lost_pictures == 2);
  CHECK(read_rich_paste("<img src='cid:a'>").lost_pictures == 1);
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
