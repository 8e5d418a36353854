// Dialogs of commands: what stands in them, and what comes of them.
#include "app/form.h"

#include "app/session.h"
#include "doctest/doctest.h"
#include "tests/editor/notation.h"

namespace depeche::app {
namespace {

using editor::EditorState;
using editor::notation_after;
using editor::state_of;

std::vector<std::string> values_of(FormKind kind, std::string_view notation) {
  const EditorState state = state_of(notation);
  return open_form(kind, state, read_release(state.text)).values;
}

// What a form with these values does, or the key of its problem.
std::string completed(FormKind kind, std::string_view notation, std::vector<std::string> values) {
  const EditorState state = state_of(notation);
  const Release release = read_release(state.text);
  FormDialog form = open_form(kind, state, release);
  form.values = std::move(values);
  const auto done = complete_form(form, state, release);
  return done.ok() ? notation_after(state, done.value()) : done.problem().key;
}

TEST_CASE("a form begins with what is there") {
  using Values = std::vector<std::string>;
  CHECK(values_of(FormKind::kLink, "voir ^ici|.") == Values{"ici", ""});
  CHECK(values_of(FormKind::kLink, "voir ic|i.") == Values{"ici", ""});
  CHECK(values_of(FormKind::kLink, "voir |") == Values{"", ""});
  CHECK(values_of(FormKind::kLink, "^un\n\ndeux|") == Values{"", ""});
  CHECK(values_of(FormKind::kLink, "[**ic|i**](/x \"t\")") == Values{"**ici**", "/x"});
  CHECK(values_of(FormKind::kImage, "![L|e *plan*](/a.png \"Vu du ciel\")") ==
        Values{"/a.png", "Le *plan*", "Vu du ciel"});
  CHECK(values_of(FormKind::kImage, "un|") == Values{"", "", ""});
  CHECK(values_of(FormKind::kTable, "un|") == Values{"3", "2"});
}

TEST_CASE("a filled-in form is written into the text") {
  struct Row {
    FormKind kind;
    std::string_view before;
    std::vector<std::string> values;
    std::string_view after;
  };
  const Row rows[] = {
      {FormKind::kLink, "voir ^ici|.", {"ici", "www.exemple.fr"}, "voir [ici](https://www.exemple.fr)|."},
      {FormKind::kLink, "voir ic|i.", {"là", "/x"}, "voir [là](/x)|."},
      {FormKind::kLink, "voir |.", {"", "/x"}, "voir [/x](/x)|."},
      {FormKind::kLink, "[a|](/x \"t\"){: .b}", {"c", "/y"}, "[c|](/y \"t\"){: .b}"},
      {FormKind::kLink, "voir ^ici|.", {"ici", ""}, "form/no-address"},
      {FormKind::kLink, "voir ^ici|.", {"ici", "javascript:alert(1)"}, "form/bad-address"},
      {FormKind::kImportantLink,
       "un|",
       {"a", "/b"},
       "un\n\n> [a](/b){: target=\"_blank\"}\n> {: .lien-important}|"},
      {FormKind::kImportantLink,
       "un\n\n[a|](/b)\n",
       {"a", "/b"},
       "un\n\n> [a](/b){: target=\"_blank\"}\n> {: .lien-important}|\n"},
      {FormKind::kImportantLink,
       "voir ic|i pour plus\n\nfin",
       {"ici", "/b"},
       "voir pour plus\n\n> [ici](/b){: target=\"_blank\"}\n> {: .lien-important}|\n\nfin"},
      {FormKind::kImportantLink,
       "^ici| pour plus",
       {"Le site", "/b"},
       "pour plus\n\n> [Le site](/b){: target=\"_blank\"}\n> {: .lien-important}|"},
      {FormKind::kImportantLink,
       "^Voir ici|\n",
       {"Voir ici", "/b"},
       "> [Voir ici](/b){: target=\"_blank\"}\n> {: .lien-important}|\n"},
      {FormKind::kImportantLink,
       "voir [le si|te](/b), merci",
       {"le site", "/b"},
       "voir, merci\n\n> [le site](/b){: target=\"_blank\"}\n> {: .lien-important}|"},
      {FormKind::kImage, "un|", {"/a.png", "Le plan", ""}, "un\n\n![Le plan](/a.png)|"},
      {FormKind::kImage, "|", {"/a.png", "Le plan", "Vu du ciel"}, "![Le plan](/a.png \"Vu du ciel\")|"},
      {FormKind::kImage, "x ![a|](/a.png) y", {"/b.png", "b", ""}, "x ![b](/b.png)| y"},
      {FormKind::kImage, "|", {"", "Le plan", ""}, "form/no-path"},
      {FormKind::kImage, "|", {"/a.png", "", ""}, "form/no-alternative"},
      {FormKind::kTable, "un", {"0", "2"}, "form/bad-number"},
      {FormKind::kTable, "un", {"2", "x"}, "form/bad-number"},
      {FormKind::kAttachment,
       "---\ntitle: a\n---\n\nb|",
       {"/uploads/a.pdf", "Le dossier"},
       "---\ntitle: a\nfiles:\n- file: \"/uploads/a.pdf\"\n  nom: Le dossier\n---\n\nb|"},
      {FormKind::kAttachment,
       "---\nfiles:\n- file: \"/uploads/a.pdf\"\n  nom: Un\n---\n\nb|",
       {"/uploads/b.pdf", "Deux"},
       "---\nfiles:\n- file: \"/uploads/a.pdf\"\n  nom: Un\n- file: \"/uploads/b.pdf\"\n  nom: "
       "Deux\n---\n\nb|"},
      {FormKind::kAttachment, "b|", {"", ""}, "form/no-path"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    CHECK(completed(row.kind, row.before, row.values) == row.after);
  }
}

TEST_CASE("addresses are completed and checked") {
  struct Row {
    std::string_view typed;
    std::string_view address;
  };
  const Row rows[] = {
      {"https://exemple.fr/a?b#c", "https://exemple.fr/a?b#c"},
      {" http://exemple.fr ", "http://exemple.fr"},
      {"www.exemple.fr", "https://www.exemple.fr"},
      {"exemple.fr/a", "https://exemple.fr/a"},
      {"presse@exemple.fr", "mailto:presse@exemple.fr"},
      {"mailto:presse@exemple.fr", "mailto:presse@exemple.fr"},
      {"tel:+33140070000", "tel:+33140070000"},
      {"/uploads/a.pdf", "/uploads/a.pdf"},
      {"dossier.pdf", "dossier.pdf"},
      {"#contact", "#contact"},
      {"{{ site.url }}/a", "{{ site.url }}/a"},
      {"", "form/no-address"},
      {"  ", "form/no-address"},
      {"https://", "form/no-address"},
      {"JavaScript:alert(1)", "form/bad-address"},
      {"data:text/html,x", "form/bad-address"},
      {"mailto:", "form/bad-address"},
      {"le dossier", "form/bad-address"},
      {"dossier", "form/bad-address"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.typed);
    const Result<std::string> address = complete_address(row.typed);
    CHECK((address.ok() ? address.value() : address.problem().key) == row.address);
  }
}

Session session_with(std::string_view notation) {
  Model model = initial_model();
  model.editor = state_of(notation);
  return Session(std::move(model));
}

std::string notation_of(const Session& session) {
  return editor::notation_of(session.model().editor);
}

TEST_CASE("a dialog asks, says what is wrong, and writes in one step") {
  Session session = session_with("voir ^ici|.");
  session.dispatch(OpenForm{FormKind::kLink});
  session.dispatch(AcceptDialog{});
  const auto form = [&] { return std::get<FormDialog>(*session.model().dialog); };
  CHECK(form().wrong == 1U);
  CHECK(form().problem.key == "form/no-address");
  session.dispatch(SetFormValue{1, "/x"});
  CHECK_FALSE(form().wrong);
  session.dispatch(SetFormValue{9, "?"});
  session.dispatch(AcceptDialog{});
  CHECK_FALSE(session.model().dialog);
  CHECK(notation_of(session) == "voir [ici](/x)|.");
  session.dispatch(Undo{});
  CHECK(notation_of(session) == "voir ^ici|.");
}

TEST_CASE("a link is taken back by its dialog") {
  Session session = session_with("voir [ic|i](/x).");
  session.dispatch(OpenForm{FormKind::kLink});
  session.dispatch(RemoveLink{});
  CHECK_FALSE(session.model().dialog);
  CHECK(notation_of(session) == "voir ic|i.");
}

TEST_CASE("no dialog for the front matter but that of attachments") {
  Session session = session_with("---\ntitle: a|\n---\n");
  session.dispatch(OpenForm{FormKind::kLink});
  CHECK_FALSE(session.model().dialog);
  CHECK(session.model().notice->message.key == "form/in-front-matter");
  session.dispatch(OpenForm{FormKind::kAttachment});
  CHECK(session.model().dialog);
}

TEST_CASE("find goes around, replaces and counts") {
  Session session = session_with("|un Mot, deux mots, un motif");
  session.dispatch(OpenFind{});
  session.dispatch(SetFind{"mot", "", {}});
  CHECK(notation_of(session) == "un ^Mot|, deux mots, un motif");
  session.dispatch(FindNext{});
  CHECK(notation_of(session) == "un Mot, deux ^mot|s, un motif");
  session.dispatch(FindNext{true});
  session.dispatch(FindNext{true});
  CHECK(notation_of(session) == "un Mot, deux mots, un ^mot|if");
  session.dispatch(SetFind{"mot", "terme", {}});
  session.dispatch(ReplaceMatch{});
  CHECK(notation_of(session) == "un ^Mot|, deux mots, un termeif");
  session.dispatch(ReplaceAllMatches{});
  CHECK(session.model().editor.text.bytes() == "un terme, deux termes, un termeif");
  CHECK(session.model().notice->message.arguments == std::vector<std::string>{"2"});
  session.dispatch(Undo{});
  CHECK(session.model().editor.text.bytes() == "un Mot, deux mots, un termeif");
  session.dispatch(SetFind{"(", "", {.regex = true}});
  CHECK(session.derived().search(session.model()).problem()->key == "find/unclosed-group");
  session.dispatch(FindNext{});
}

TEST_CASE("find takes the selected word along") {
  Session session = session_with("un ^mot| et un mot");
  session.dispatch(OpenFind{true});
  CHECK(session.model().find.query.pattern == "mot");
  CHECK(session.model().find.replace);
  session.dispatch(CloseFind{});
  CHECK_FALSE(session.model().find.open);
}

}  // namespace
}  // namespace depeche::app
