// Everything that the browser keeps is deleted: here, and in another tab. And drafts that only the tab keeps.
#include <string>

#include "app/templates.h"
#include "app/update.h"
#include "doctest/doctest.h"
#include "share/link.h"
#include "tests/app/sessions.h"

namespace depeche::app {
namespace {

constexpr std::string_view kRelease = "---\ntitle: Un titre\n---\n\nUn texte.\n";

void type(Session& session, const std::string& text) {
  const Offset end = session.model().editor.text.size();
  session.dispatch(TypeText{{end, end}, text, Selection::caret(end + static_cast<Offset>(text.size()))});
}

Session session_that_types() {
  Session session = session_with(kRelease);
  type(session, "Un secret");
  session.take_effects();
  return session;
}

TEST_CASE("nothing is deleted before the person agrees, and it is asked for once") {
  Session session = session_that_types();
  session.dispatch(AskToForget{});
  CHECK(last<ForgetEverything>(session.take_effects()) == nullptr);
  session.dispatch(CloseDialog{});
  CHECK_FALSE(session.model().dialog);
  CHECK(session.take_effects().empty());

  session.dispatch(AskToForget{});
  session.dispatch(AcceptDialog{});
  CHECK(last<ForgetEverything>(session.take_effects()) != nullptr);
  session.dispatch(AcceptDialog{});
  session.dispatch(CloseDialog{});
  CHECK(session.take_effects().empty());
  REQUIRE(session.model().dialog);
  CHECK(std::get<ForgetDialog>(*session.model().dialog).deleting);
}

TEST_CASE("afterwards a new release is open, and nothing of what was written or chosen is left") {
  Session session = session_that_types();
  const DocumentId before = session.model().document;
  session.dispatch(SetTheme{Theme::kDark});
  session.dispatch(SetLanguage{messages::Language::kEnglish});
  session.dispatch(SetSplit{0.7F});
  session.dispatch(CheckPortability{true});
  session.dispatch(OpenFind{true});
  session.dispatch(SetFind{"secret", "autre", {}});
  session.dispatch(SetHostDetail{"host", "Un ministère"});
  session.dispatch(AskToForget{});
  session.dispatch(AcceptDialog{});
  session.take_effects();
  session.dispatch(ForgettingEnded{true});

  const Model& model = session.model();
  CHECK(text_of(session) == kBlankRelease);
  CHECK(model.is_template());
  CHECK(model.is_stored());
  CHECK(model.document != before);
  CHECK(model.preferences == Preferences{.language = messages::Language::kEnglish});
  CHECK(model.find.query.pattern.empty());
  CHECK(model.find.replacement.empty());
  CHECK_FALSE(model.dialog);
  CHECK(model.host.name == "Un ministère");
  CHECK(notice_of(session) == "forget/done");
  const auto effects = session.take_effects();
  CHECK(last<StoreDraft>(effects) == nullptr);
  REQUIRE(last<HoldDocument>(effects) != nullptr);
  CHECK(last<HoldDocument>(effects)->document == model.document);
  session.dispatch(Undo{});
  CHECK(text_of(session) == kBlankRelease);
}

TEST_CASE("what was emptied before is not kept on the way out, nor is a link that was open") {
  Session emptied = session_that_types();
  emptied.dispatch(TypeText{{0, emptied.model().editor.text.size()}, "", Selection::caret(0)});
  emptied.take_effects();
  emptied.dispatch(ForgettingEnded{true});
  CHECK(last<StoreDraft>(emptied.take_effects()) == nullptr);

  Session linked(initial_model());
  linked.dispatch(OpenLink{share::encode_fragment(kRelease).value()});
  linked.take_effects();
  linked.dispatch(ForgettingEnded{true});
  CHECK(last<ClearFragment>(linked.take_effects()) != nullptr);
  CHECK_FALSE(linked.model().linked);
}

TEST_CASE("where it does not work, it is said, and what is open is stored again") {
  Session session = session_that_types();
  session.dispatch(AskToForget{});
  session.dispatch(AcceptDialog{});
  session.take_effects();
  session.dispatch(ForgettingEnded{false});
  CHECK(text_of(session).ends_with("Un secret"));
  CHECK(notice_of(session) == "forget/failed");
  CHECK(session.model().notice->severity == Severity::kError);
  CHECK_FALSE(session.model().dialog);
  CHECK_FALSE(session.model().is_stored());
  CHECK(last<StoreDraft>(session.take_effects()) != nullptr);
}

TEST_CASE("a tab whose drafts were deleted by another keeps its text on the screen, and says what holds") {
  Session session = session_that_types();
  session.dispatch(DraftStored{session.model().document, session.model().editor.revision});
  REQUIRE(session.model().is_stored());
  session.dispatch(SetKeeping{Keeping::kNowhere});
  CHECK(text_of(session).ends_with("Un secret"));
  CHECK_FALSE(session.model().is_stored());
  CHECK(notice_of(session) == "drafts/forgotten");
  CHECK(session.model().notice->severity == Severity::kError);
  CHECK(last<StoreDraft>(session.take_effects()) != nullptr);  // waits, so that who leaves is asked

  Session sample(initial_model());
  sample.dispatch(SetKeeping{Keeping::kNowhere});
  CHECK(notice_of(sample) == "drafts/forgotten");
  CHECK(last<StoreDraft>(sample.take_effects()) == nullptr);
}

TEST_CASE("where only the tab keeps drafts, what is said of a picture fits") {
  Session session = session_with(kRelease);
  session.dispatch(SetKeeping{Keeping::kTab});
  CHECK(notice_of(session).empty());
  session.dispatch(KeepPicture{"a.png"});
  CHECK(notice_of(session) == "app/picture-shown");
}

TEST_CASE("the dialog about the editor has what the page told of its host") {
  Session session(initial_model());
  session.dispatch(SetHostDetail{"legal", "https://a.example/"});
  session.dispatch(SetHostDetail{"privacy", "javascript:alert(1)"});
  session.dispatch(OpenAbout{});
  REQUIRE(session.model().dialog);
  const auto& about = std::get<AboutDialog>(*session.model().dialog);
  CHECK(about.host.legal == "https://a.example/");
  CHECK(about.host.privacy.empty());
  session.dispatch(CloseDialog{});
  CHECK_FALSE(session.model().dialog);
}

}  // namespace
}  // namespace depeche::app
