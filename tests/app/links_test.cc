// Share links: made, opened, pasted, and those that do not open.
#include <string>

#include "app/session.h"
#include "app/update.h"
#include "doctest/doctest.h"
#include "editor/commands.h"
#include "share/link.h"
#include "tests/app/sessions.h"

namespace depeche::app {
namespace {

constexpr std::string_view kRelease = "---\ntitle: Un titre\ndate: 2026-01-02\n---\n\nUn texte.\n";
constexpr std::string_view kOther = "---\ntitle: Un autre\n---\n\nUn autre texte.\n";
constexpr std::string_view kPage = "https://site.example/depeche/?#";

std::string bad_link_of(const Session& session) {
  return session.model().bad_link ? session.model().bad_link->problem.key : "";
}

std::string link_to(std::string_view text) {
  return std::string(kPage) + *share::encode_fragment(text);
}

std::string cut_link() {
  const std::string link = link_to(kRelease);
  return link.substr(0, link.size() - 9);
}

// A form with what a person has put into its only field.
void fill_in_link(Session& session, std::string text) {
  session.dispatch(OpenForm{FormKind::kSharedDraft});
  session.dispatch(SetFormValue{0, std::move(text)});
  session.dispatch(AcceptDialog{});
}

TEST_CASE("the share dialog has the whole address, which is what is copied") {
  Session session = session_with(kRelease);
  session.dispatch(SetShareAddress{std::string(kPage)});
  session.dispatch(Share{});
  REQUIRE(session.model().dialog);
  CHECK(std::get<ShareDialog>(*session.model().dialog).link == link_to(kRelease));
  session.dispatch(CopyShareLink{});
  const auto effects = session.take_effects();
  REQUIRE(last<CopyLink>(effects));
  CHECK(last<CopyLink>(effects)->link == link_to(kRelease));

  SUBCASE("copied, the dialog goes") {
    session.dispatch(ShareLinkCopied{});
    CHECK(!session.model().dialog);
    CHECK(notice_of(session) == "app/link-copied");
  }
  SUBCASE("refused, it stays, so that the link can be copied by hand") {
    session.dispatch(EffectFailed{{"ui/link-failed", {}}});
    REQUIRE(session.model().dialog);
    CHECK(std::get<ShareDialog>(*session.model().dialog).copy_refused);
    CHECK(notice_of(session) == "");
  }
}

TEST_CASE("what is stored late leaves the address of a bad link that has come since") {
  Session session(initial_model());
  session.dispatch(OpenLink{link_to(kRelease)});
  const DocumentId linked = session.model().document;
  session.dispatch(OpenLink{link_to(kOther).substr(0, link_to(kOther).size() - 4)});
  CHECK_FALSE(bad_link_of(session).empty());
  session.take_effects();
  session.dispatch(DraftStored{linked, session.model().editor.revision});
  CHECK(last<ClearFragment>(session.take_effects()) == nullptr);
}

TEST_CASE("the share dialog knows whether the release has pictures, which the link lacks") {
  struct Row {
    std::string_view text;
    bool lacks;
  };
  constexpr Row kRows[] = {
      {"---\ntitle: T\n---\n\nUn texte.\n", false},
      {"Un [lien](/uploads/a.jpg)", false},
      {"Un ![plan](/uploads/plan.png)", true},
      {"<img src=\"/uploads/plan.png\">", true},
      {"---\ntitle: T\nimage: /uploads/a.jpg\n---\n", true},
      {"---\ntitle: T\nune-ou-diaporama:\n- image: /uploads/a.jpg\n---\n", true},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.text);
    Session session = session_with(row.text);
    session.dispatch(Share{});
    REQUIRE(session.model().dialog);
    CHECK(std::get<ShareDialog>(*session.model().dialog).lacks_pictures == row.lacks);
  }
}

TEST_CASE("a link opens on the page") {
  Session session(initial_model());
  session.dispatch(OpenLink{link_to(kRelease) + "?utm_source=lettre"});
  CHECK(text_of(session) == kRelease);
  CHECK(session.model().shown_pane == Pane::kPage);
  CHECK(!session.model().bad_link);
}

TEST_CASE("a link that does not open shows why, and keeps its address until the person goes on") {
  Session session(initial_model());
  session.dispatch(OpenLink{cut_link()});
  CHECK(bad_link_of(session) == "share/truncated");
  CHECK(!session.model().bad_link->covers_own_text);
  const auto effects = session.take_effects();
  CHECK(!last<ClearFragment>(effects));
  CHECK(last<Announce>(effects));

  SUBCASE("to a new release") {
    session.dispatch(NewDocument{});
  }
  SUBCASE("to a kept draft") {
    session.dispatch(RestoreDraft{{"kept"}, "cp.md", std::string(kOther), false});
  }
  SUBCASE("to a file") {
    session.dispatch(OpenFile{"cp.md", std::string(kOther)});
  }
  SUBCASE("to the whole link") {
    fill_in_link(session, "Voici : " + link_to(kOther));
  }
  SUBCASE("to the whole link, pasted") {
    session.dispatch(PasteText{"Voici : " + link_to(kOther)});
  }
  SUBCASE("to what was open") {
    session.dispatch(LeaveBadLink{});
  }
  CHECK(!session.model().bad_link);
  CHECK(last<ClearFragment>(session.take_effects()));
}

TEST_CASE(
    "a link that does not open leaves the draft alone, and nothing is done to a text that does not show") {
  Session session = session_with(kRelease);
  session.dispatch(OpenLink{cut_link()});
  REQUIRE(session.model().bad_link);
  CHECK(session.model().bad_link->covers_own_text);
  session.dispatch(PasteText{"abc"});
  CHECK(notice_of(session) == "share/not-a-link");
  session.dispatch(PasteText{std::string(kOther)});
  session.dispatch(PasteHtml{"<p>abc</p>", "abc"});
  session.dispatch(Edit{*editor::select_all(session.model().editor)});
  session.dispatch(CopySelection{true});
  session.dispatch(KeepPicture{"photo.jpg"});
  CHECK(text_of(session) == kRelease);
  session.dispatch(LeaveBadLink{});
  CHECK(text_of(session) == kRelease);
}

TEST_CASE("a fragment that is no link of ours is passed over") {
  Session session(initial_model());
  session.dispatch(OpenLink{"https://site.example/depeche/#contenu"});
  CHECK(!session.model().bad_link);
  CHECK(notice_of(session) == "");
  CHECK(session.take_effects().empty());
}

TEST_CASE("the dialog for a link takes a whole mail, and says at the field what is wrong") {
  Session session = session_with(kRelease);
  session.dispatch(SaveMarkdown{});
  for (const auto& [text, problem] : {std::pair<std::string, std::string>{"", "share/not-a-link"},
                                      {"Bonjour", "share/not-a-link"},
                                      {cut_link(), "share/truncated"}}) {
    fill_in_link(session, text);
    REQUIRE(session.model().dialog);
    const auto& form = std::get<FormDialog>(*session.model().dialog);
    CHECK(form.wrong == 0);
    CHECK(form.problem.key == problem);
  }
  fill_in_link(session, "> Bonjour,\n> " + link_to(kOther) + "\n> Merci");
  CHECK(!session.model().dialog);
  CHECK(text_of(session) == kOther);
}

TEST_CASE("a pasted link opens where nothing is lost; elsewhere it is text") {
  const std::string mail = "À relire : <" + link_to(kOther) + ">. Merci";
  Session sample(initial_model());
  sample.dispatch(PasteText{mail});
  CHECK(text_of(sample) == kOther);
  CHECK(notice_of(sample) == "app/link-opened");

  Session formatted(initial_model());
  formatted.dispatch(PasteHtml{"<p>" + mail + "</p>", mail});
  CHECK(text_of(formatted) == kOther);

  Session release = session_with(kRelease);
  release.dispatch(PasteText{mail});
  CHECK(text_of(release).find(mail) != std::string::npos);
  CHECK(text_of(release).find("Un texte.") != std::string::npos);

  Session cut(initial_model());
  const std::size_t before = text_of(cut).size();
  cut.dispatch(PasteText{cut_link()});
  CHECK(text_of(cut).size() == before + cut_link().size());

  Session quoting(initial_model());
  const std::string document = std::string(kRelease) + link_to(kOther);
  quoting.dispatch(PasteText{document});
  CHECK(text_of(quoting) == document);
}

}  // namespace
}  // namespace depeche::app
