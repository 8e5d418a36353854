// Several lines that are pasted where the caret stands in the front matter. In the tables `|` is the caret,
// `^` the other end of a selection.
#include "app/header_paste.h"

#include <string>

#include "app/templates.h"
#include "doctest/doctest.h"
#include "tests/app/sessions.h"
#include "tests/editor/notation.h"

namespace depeche::app {
namespace {

constexpr std::string_view kWordHtml =
    "<h1>Le car&nbsp;express : 10 min de moins</h1><p>Un <b>texte</b>.</p><ul><li>un<li>deux</ul>";
constexpr std::string_view kWordText = "Le car express : 10 min de moins\r\nUn texte.\r\nun\r\ndeux\r\n";

TEST_CASE("formatted text that is pasted into a new release is its title and its body, in one step") {
  Session session(initial_model());
  session.dispatch(NewDocument{});
  session.dispatch(PasteHtml{std::string(kWordHtml), std::string(kWordText)});
  CHECK(editor::notation_of(session.model().editor) ==
        "---\ntitle: \"Le car\u00A0express : 10 min de moins\"\ndate: \ncategories:\n- Communiqué de presse\n"
        "tags: []\n---\n\nUn **texte**.\n\n- un\n- deux|\n");
  session.dispatch(Undo{});
  CHECK(text_of(session) == kBlankRelease);
}

TEST_CASE("what can be a title is one, wherever in the header of a new release the caret stands") {
  struct Row {
    std::string_view html, text, after;
  };
  constexpr Row kRows[] = {
      {"", "Un titre\r\n\r\nUn texte.\r\n", "---\ntitle: Un titre\n---\n\nUn texte.|\n"},
      {"", "# Un *titre*\n\nUn **texte**.", "---\ntitle: Un titre\n---\n\nUn **texte**.|\n"},
      {"<p>Un<br>deux</p><p>trois</p>", "Un\ndeux\ntrois", "---\ntitle: Un\n---\n\ndeux\n\ntrois|\n"},
      {"<ul><li>un<li>deux</ul>", "un\ndeux", "---\ntitle: \n---\n\n- un\n- deux|\n"},
      {"<blockquote>un</blockquote><p>deux", "un\ndeux", "---\ntitle: \n---\n\n> un\n\ndeux|\n"},
  };
  for (const std::string_view before :
       {"---\ntitle: |\n---\n\n", "---\n|title: \n---\n", "---\ntitle: \n---|"})
    for (const Row& row : kRows) {
      CAPTURE(before);
      CAPTURE(row.text);
      Session session = session_at(before);
      session.dispatch(PasteHtml{std::string(row.html), std::string(row.text)});
      CHECK(editor::notation_of(session.model().editor) == row.after);
    }
  Session crlf = session_at("---\r\ntitle: |\r\n---\r\n");
  crlf.dispatch(PasteText{"Un\ndeux\ntrois"});
  CHECK(editor::notation_of(crlf.model().editor) == "---\r\ntitle: Un\r\n---\r\n\r\ndeux\r\ntrois|\r\n");
}

TEST_CASE("a paragraph that is too long for a title is text") {
  const std::string paragraph(400, 'a');
  Session session = session_at("---\ntitle: |\n---\n");
  session.dispatch(PasteText{paragraph + "\n\nb"});
  CHECK(text_of(session) == "---\ntitle: \n---\n\n" + paragraph + "\n\nb\n");
}

TEST_CASE("a few short lines become one value") {
  struct Row {
    std::string_view before, text, after;
  };
  constexpr Row kRows[] = {
      {"---\ntitle: |\n---\n", "Un titre\r\n", "---\ntitle: Un titre|\n---\n"},
      {"---\ntitle: Le |\n---\n\nUn.\n", "car\nexpress\n", "---\ntitle: Le car express|\n---\n\nUn.\n"},
      {"---\ntitle: ^Le| car\n---\n\nUn.\n", "Un\nbeau", "---\ntitle: Un beau| car\n---\n\nUn.\n"},
      {"---\ntitle: T\ntags:\n- |\n---\n\nUn.\n", "car\nbus",
       "---\ntitle: T\ntags:\n- car bus|\n---\n\nUn.\n"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.before);
    Session session = session_at(row.before);
    session.dispatch(PasteText{std::string(row.text)});
    CHECK(editor::notation_of(session.model().editor) == row.after);
    CHECK(notice_of(session).empty());
  }
}

TEST_CASE("a longer text goes from the header into the body, which is told") {
  Session session = session_at("---\ntitle: Le| car\n---\n\nUn.\n");
  session.dispatch(PasteHtml{std::string(kWordHtml), std::string(kWordText)});
  CHECK(editor::notation_of(session.model().editor) ==
        "---\ntitle: Le car\n---\n\n# Le car\u00A0express : 10 min de moins\n\nUn **texte**.\n\n- un\n- "
        "deux|\n\nUn.\n");
  CHECK(notice_of(session) == "app/pasted-into-body");
  session.dispatch(Undo{});
  CHECK(text_of(session) == "---\ntitle: Le car\n---\n\nUn.\n");
}

TEST_CASE("fields, and what goes into a value of several lines, are pasted as they are") {
  struct Row {
    std::string_view before, text, after;
  };
  constexpr Row kRows[] = {
      {"---\ntitle: |\n---\n", "Un\ndate: 2026-01-02\ntags:\n- a",
       "---\ntitle: Un\ndate: 2026-01-02\ntags:\n- a|\n---\n"},
      {"---\ntitle: T\n|---\n", "tags: []\n", "---\ntitle: T\ntags: []\n|---\n"},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.before);
    Session session = session_at(row.before);
    session.dispatch(PasteText{std::string(row.text)});
    CHECK(editor::notation_of(session.model().editor) == row.after);
  }
  Session folded = session_at("---\nchapeau: >-\n  a\n  b|\n---\n");
  folded.dispatch(PasteText{"c\n  d"});
  CHECK(text_of(folded) == "---\nchapeau: >-\n  a\n  bc\n  d\n---\n");
}

TEST_CASE("one line is pasted as it was") {
  Session session = session_at("---\ntitle: |\n---\n");
  session.dispatch(PasteHtml{"<p>Un <b>titre</b></p>", "Un titre"});
  CHECK(text_of(session) == "---\ntitle: Un titre\n---\n");
}

}  // namespace
}  // namespace depeche::app
