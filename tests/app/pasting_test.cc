// Formatted text into the draft and out of it. In the tables `|` is the caret, `^` the other end of a
// selection.
#include "app/pasting.h"

#include "app/session.h"
#include "doctest/doctest.h"
#include "tests/app/sessions.h"
#include "tests/editor/notation.h"

namespace depeche::app {
namespace {

std::string pasted(std::string_view notation, std::string_view html, std::string_view text = "brut") {
  Session session = session_at(notation);
  session.dispatch(PasteHtml{std::string(html), std::string(text)});
  return editor::notation_of(session.model().editor);
}

TEST_CASE("formatted text goes where the selection is, blocks on lines of their own") {
  struct Row {
    std::string_view before, html, after;
  };
  constexpr Row kRows[] = {
      {"|", "<b>a</b>", "**a**|"},
      {"un |deux", "<b>a</b>", "un **a**|deux"},
      {"un ^mot| deux", "<i>a</i>", "un *a*| deux"},
      {"un |deux", "<p>a<p>b", "un a\n\nb|deux"},
      {"un|", "<ul><li>a<li>b</ul>", "un\n\n- a\n- b|"},
      {"un\n|", "<h2>a</h2>", "un\n\n## a|"},
      {"un\n\n|", "<h2>a</h2>", "un\n\n## a|"},
      {"|un", "<h2>a</h2>", "## a\n\n|un"},
      {"|\nun", "<h2>a</h2>", "## a\n|\nun"},
      {"un| deux", "<ul><li>a</ul>", "un\n\n- a\n\n| deux"},
      {"- un|", "<p>a<p>b", "- una\n\n  b|"},
      {"> un|", "<p>a<p>b", "> una\n>\n> b|"},
      {"- |", "a<br>b", "- a  \n  b|"},
      {"un\r\n|", "<p>a<p>b", "un\r\na\r\n\r\nb|"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.before);
    CAPTURE(row.html);
    CHECK(pasted(row.before, row.html) == row.after);
  }
}

TEST_CASE("plain text where Markdown is not read, and where there is nothing else") {
  CHECK(pasted("---\ntitle: |\n---\n", "<b>a</b>") == "---\ntitle: brut|\n---\n");
  CHECK(pasted("```\nun|\n```\n", "<b>a</b>") == "```\nunbrut|\n```\n");
  CHECK(pasted("un `co|de`", "<b>a</b>") == "un `cobrut|de`");
  CHECK(pasted("un |", "<img src=x>") == "un brut|");
  CHECK(pasted("un |", "", "deux") == "un deux|");
  CHECK(pasted("un |", "", "") == "un |");
}

TEST_CASE("formatted text that is pasted before the front matter begins the body") {
  constexpr std::string_view kBefore = "|---\ntitle: T\n---\n\nUn.\n";
  CHECK(pasted(kBefore, "<b>a</b>") == "---\ntitle: T\n---\n\n**a**|\n\nUn.\n");
  CHECK(pasted("---\ntitle: T\n---\n|\nUn.\n", "<b>a</b>") == "---\ntitle: T\n---\n**a**|\nUn.\n");
  CHECK(pasted("---\ntitle: T\n---\n|\nUn.\n", "<p>a<p>b") == "---\ntitle: T\n---\na\n\nb|\nUn.\n");
}

TEST_CASE("a paste is one step to undo") {
  Session session = session_at("un |deux");
  session.dispatch(PasteHtml{"<h2>a</h2><p>b", ""});
  session.dispatch(Undo{});
  CHECK(editor::notation_of(session.model().editor) == "un |deux");
}

TEST_CASE("what is pasted comes into sight") {
  for (const Action& paste : {Action{PasteText{"a"}}, Action{PasteHtml{"<b>a</b>", "a"}}}) {
    Session session = session_at("un |deux");
    session.dispatch(ShowPane{Pane::kPage});
    session.dispatch(SetPanes{Panes::kPage});
    session.dispatch(paste);
    CHECK(session.model().shown_pane == Pane::kSource);
    CHECK(session.model().preferences.panes == Panes::kBoth);
  }
}

TEST_CASE("a whole document is opened by its plain text") {
  Session session(initial_model());
  session.dispatch(PasteHtml{"<pre>---\ntitle: a\n---\n</pre>", "---\ntitle: a\n---\n"});
  CHECK(session.model().editor.text.bytes() == "---\ntitle: a\n---\n");
}

struct Copied {
  std::string text, html;
};

Copied copied(std::string_view notation, bool cut = false) {
  Session session = session_at(notation);
  session.dispatch(CopySelection{cut});
  for (const Effect& effect : session.take_effects())
    if (const auto* written = std::get_if<WriteClipboard>(&effect)) return {written->text, written->html};
  return {"none", "none"};
}

TEST_CASE("a copy is Markdown and HTML") {
  const Copied both = copied("un ^**mot** [lien](https://a.fr)|");
  CHECK(both.text == "**mot** [lien](https://a.fr)");
  CHECK(both.html == "<p><strong>mot</strong> <a href=\"https://a.fr\">lien</a></p>\n");
  CHECK(copied("^- a\n- b|").html.find("<li>b</li>") != std::string::npos);
  CHECK(copied("un |mot").text == "none");
}

TEST_CASE("what is copied as HTML is safe, and no front matter") {
  CHECK(copied("^<script>a()</script>b|").html.find("script") == std::string::npos);
  CHECK(copied("^[a](javascript:b)|").html.find("javascript") == std::string::npos);
  CHECK(copied("---\n^title: a|\n---\n").html.empty());
  CHECK(copied("^---\ntitle: a\n---\nb|").html == "<p>b</p>\n");
}

TEST_CASE("cut copies, then deletes") {
  Session session = session_at("un ^*mot*| deux");
  session.dispatch(CopySelection{true});
  CHECK(editor::notation_of(session.model().editor) == "un | deux");
  CHECK(copied("un ^*mot*| deux", true).html == "<p><em>mot</em></p>\n");
}

}  // namespace
}  // namespace depeche::app
