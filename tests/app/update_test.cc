// Sequences of actions, and the model and effects they lead to.
#include "app/update.h"

#include <algorithm>
#include <random>
#include <string>

#include "app/documents.h"
#include "app/session.h"
#include "doctest/doctest.h"
#include "editor/editing.h"
#include "share/link.h"
#include "tests/app/sessions.h"

namespace depeche::app {
namespace {

constexpr std::string_view kRelease =
    "---\ntitle: Un titre\ndate: 2026-01-02 10:00:00 +01:00\n---\n\nUn texte.\n";

void type_at_end(Session& session, const std::string& text) {
  const Offset end = session.model().editor.text.size();
  session.dispatch(TypeText{{end, end}, text, Selection::caret(end + static_cast<Offset>(text.size()))});
}

TEST_CASE("the first letter in a document goes where it should, however it came in") {
  const auto begins_body = [](const Session& session) {
    const Model& model = session.model();
    const Offset caret = model.editor.selection.head;
    return model.editor.selection.empty() &&
           model.editor.text.bytes().substr(0, caret).ends_with("\n---\n\n");
  };
  CHECK(begins_body(Session(initial_model())));
  CHECK(begins_body(session_with(kRelease)));
  Session restored(initial_model());
  restored.dispatch(RestoreDraft{{"kept"}, "cp.md", std::string(kRelease)});
  CHECK(begins_body(restored));
  Session linked(initial_model());
  linked.dispatch(OpenLink{share::encode_fragment(kRelease).value()});
  CHECK(begins_body(linked));

  Session fresh(initial_model());
  fresh.dispatch(NewDocument{});
  const Offset caret = fresh.model().editor.selection.head;
  fresh.dispatch(TypeText{{caret, caret}, "M", Selection::caret(caret + 1)});
  CHECK(fresh.model().editor.text.bytes().starts_with("---\ntitle: M\n"));
}

TEST_CASE("a new release is not reproached before its first letter") {
  Session session(initial_model());
  session.dispatch(NewDocument{});
  CHECK(session.derived().diagnostics(session.model()).empty());
  const Offset caret = session.model().editor.selection.head;
  session.dispatch(TypeText{{caret, caret}, "M", Selection::caret(caret + 1)});
  CHECK_FALSE(session.derived().diagnostics(session.model()).empty());
  session.dispatch(Undo{});
  CHECK(session.derived().diagnostics(session.model()).empty());
}

TEST_CASE("open then save is the identity, whatever the bytes") {
  for (const std::string& bytes :
       {std::string(kRelease), std::string("\xEF\xBB\xBF---\r\ntitle: a\r\n---\r\nb\r\n"),
        std::string("caf\xE9"), std::string()}) {
    Session session = session_with(bytes);
    session.dispatch(SaveMarkdown{});
    const auto effects = session.take_effects();
    const auto* download = last<Download>(effects);
    REQUIRE(download);
    CHECK(download->bytes == bytes);
    CHECK(download->name == "cp.md");
  }
}

TEST_CASE("typing changes text, makes the draft unsaved and stores it; undo brings the saved state back") {
  Session session = session_with(kRelease);
  CHECK(session.model().is_saved());
  type_at_end(session, "é");
  CHECK(text_of(session) == std::string(kRelease) + "é");
  CHECK(!session.model().is_saved());
  const auto effects = session.take_effects();
  REQUIRE(last<StoreDraft>(effects));
  CHECK(last<StoreDraft>(effects)->text.bytes() == text_of(session));
  CHECK(!last<StoreDraft>(effects)->saved);

  session.dispatch(Undo{});
  CHECK(text_of(session) == kRelease);
  CHECK(session.model().is_saved());
  session.dispatch(Redo{});
  CHECK(text_of(session) == std::string(kRelease) + "é");
}

TEST_CASE("a composition is marked while it lasts and is one undo step") {
  Session session = session_with("a");
  session.dispatch(TypeText{{1, 1}, "^", Selection::caret(2), true});
  CHECK(session.model().composition == Span{1, 2});
  session.dispatch(TypeText{{1, 2}, "ê", Selection::caret(3), true});
  CHECK(session.model().composition == Span{1, 3});
  session.dispatch(EndComposition{});
  CHECK(!session.model().composition);
  CHECK(text_of(session) == "aê");
  session.dispatch(Undo{});
  CHECK(text_of(session) == "a");
}

TEST_CASE("whatever is opened is a document of its own, and what was there is not stored anew") {
  const std::string linked = [] {
    Session sender = session_with("Un lien");
    sender.dispatch(Share{});
    return std::get<ShareDialog>(*sender.model().dialog).link;
  }();
  const Action openings[] = {OpenFile{"other.md", "autre"},
                             NewDocument{},
                             OpenSample{},
                             OpenLink{linked},
                             RestoreDraft{{"kept"}, "kept.md", "gardé"},
                             RestoreDraft{{}, "copy.md", "copie"}};
  for (const Action& opening : openings) {
    CAPTURE(opening.index());
    Session session = session_with(kRelease);
    type_at_end(session, "x");
    const DocumentId mine = session.model().document;
    const auto typed = session.take_effects();
    REQUIRE(last<StoreDraft>(typed));
    CHECK(last<StoreDraft>(typed)->document == mine);

    session.dispatch(opening);
    CHECK_FALSE(session.model().dialog);
    CHECK(session.model().document != mine);
    CHECK_FALSE(session.model().document.empty());
    const auto effects = session.take_effects();
    REQUIRE(last<HoldDocument>(effects));
    CHECK(last<HoldDocument>(effects)->document == session.model().document);
    for (const Effect& effect : effects) {
      const auto* stored = std::get_if<StoreDraft>(&effect);
      if (stored != nullptr) CHECK(stored->document == session.model().document);
    }
    session.dispatch(Undo{});  // does not lead into the other
    CHECK(session.model().document != mine);
    CHECK(text_of(session) != std::string(kRelease) + "x");
  }
}

TEST_CASE("who leaves unsaved work is told that it is kept; nobody else is") {
  Session unsaved = session_with(kRelease);
  type_at_end(unsaved, "x");
  unsaved.dispatch(NewDocument{});
  CHECK(notice_of(unsaved) == "app/former-kept");
  unsaved.dispatch(OpenFile{"other.md", "autre"});  // in the place of a new release
  CHECK(notice_of(unsaved).empty());
  unsaved.dispatch(OpenSample{});  // in the place of a file
  CHECK(notice_of(unsaved).empty());
}

TEST_CASE("what is nobody's own is stored with its first change, a file when it is opened") {
  for (const Action& opening : {Action{NewDocument{}}, Action{OpenSample{}}}) {
    Session session = session_with("");
    session.dispatch(opening);
    CHECK(session.model().is_template());
    CHECK(session.model().is_stored());  // there is nothing to lose
    CHECK_FALSE(session.model().is_saved());
    CHECK(last<StoreDraft>(session.take_effects()) == nullptr);
    type_at_end(session, "x");
    CHECK_FALSE(session.model().is_template());
    CHECK_FALSE(session.model().is_stored());
    CHECK(last<StoreDraft>(session.take_effects()));
    session.dispatch(Undo{});  // the text with the x may be on its way
    CHECK(session.model().is_template());
    CHECK(last<StoreDraft>(session.take_effects()));
  }
  Session session(initial_model());
  CHECK(session.model().is_template());
  session.dispatch(OpenFile{"cp.md", std::string(kRelease)});
  CHECK(last<StoreDraft>(session.take_effects()));
}

TEST_CASE("the browser is asked to keep what it has at the first change of one's own, once") {
  Session session(initial_model());
  session.dispatch(OpenFile{"cp.md", std::string(kRelease)});
  session.dispatch(RestoreDraft{{"kept"}, "kept.md", "gardé"});
  CHECK(last<AskForStorage>(session.take_effects()) == nullptr);
  type_at_end(session, "x");
  CHECK(last<AskForStorage>(session.take_effects()));
  type_at_end(session, "y");
  session.dispatch(NewDocument{});
  type_at_end(session, "z");
  CHECK(last<AskForStorage>(session.take_effects()) == nullptr);
}

TEST_CASE("a whole document pasted opens where nothing is the person's own, and is text elsewhere") {
  const std::string other = "---\ntitle: Autre\n---\n\nTexte.\n";
  Session sample(initial_model());
  sample.dispatch(PasteText{other});
  CHECK(text_of(sample) == other);
  CHECK(sample.model().file_name == "communique.md");
  CHECK_FALSE(sample.model().is_saved());  // nobody has it as a file

  Session fresh = session_with("");
  fresh.dispatch(NewDocument{});
  fresh.dispatch(PasteText{other});
  CHECK(text_of(fresh) == other);

  Session saved = session_with("a");
  saved.dispatch(PasteText{other});
  CHECK(text_of(saved) == other + "a");
  CHECK(saved.model().file_name == "cp.md");

  Session text = session_with("");
  text.dispatch(PasteText{"---\nsans seconde ligne"});
  CHECK(text_of(text) == "---\nsans seconde ligne");
  CHECK(text.model().file_name == "cp.md");
}

// As Ctrl+A, Delete does.
void empty_out(Session& session) {
  session.dispatch(Edit{*editor::select_all(session.model().editor)});
  session.dispatch(Edit{*editor::delete_selection(session.model().editor)});
  REQUIRE(text_of(session).empty());
}

TEST_CASE("what is pasted into a document that was emptied is an edit: undo leads back to the work") {
  const std::string other = "---\ntitle: Autre\n---\n\nTexte.\n";
  const std::string link = "https://a.fr/#" + share::encode_fragment(other).value();
  for (const Action& paste : {Action{PasteText{other}}, Action{PasteHtml{"<p>" + other, other}},
                              Action{PasteText{link}}, Action{PasteHtml{"<p>" + link, link}}}) {
    CAPTURE(paste.index());
    Session session = session_with(kRelease);
    const DocumentId mine = session.model().document;
    empty_out(session);
    session.dispatch(paste);
    CHECK(text_of(session) == other);
    CHECK(session.model().document == mine);
    CHECK(session.model().editor.selection == Selection::caret(first_caret(Text(other))));
    CHECK(notice_of(session) != "app/former-kept");
    session.dispatch(Undo{});
    CHECK(text_of(session).empty());
    session.dispatch(Undo{});
    CHECK(text_of(session) == kRelease);
  }
  Session written_and_erased(initial_model());
  written_and_erased.dispatch(NewDocument{});
  type_at_end(written_and_erased, "x");
  written_and_erased.dispatch(Edit{*editor::delete_text(
      written_and_erased.model().editor, editor::Unit::kGrapheme, editor::Direction::kBackward)});
  written_and_erased.dispatch(PasteText{other});
  CHECK(text_of(written_and_erased) == other);  // and not within the new release's header
}

TEST_CASE("who leaves a document that was emptied finds what was there in the list of drafts") {
  const std::string linked = "https://a.fr/#" + share::encode_fragment("Un lien").value();
  const Action openings[] = {OpenFile{"other.md", "autre"}, NewDocument{}, OpenSample{}, OpenLink{linked},
                             RestoreDraft{{"kept"}, "kept.md", "gardé"}};
  for (const Action& opening : openings) {
    CAPTURE(opening.index());
    Session session(initial_model());
    session.dispatch(NewDocument{});
    session.dispatch(PasteText{std::string(kRelease)});
    const DocumentId mine = session.model().document;
    empty_out(session);
    SUBCASE("at once") {}
    SUBCASE("after a try that was erased, too") {
      type_at_end(session, "essai");
      empty_out(session);
    }
    session.take_effects();
    session.dispatch(opening);
    const std::vector<Effect> effects = session.take_effects();
    const auto kept = std::find_if(effects.begin(), effects.end(), [&](const Effect& effect) {
      const auto* stored = std::get_if<StoreDraft>(&effect);
      return stored != nullptr && stored->document == mine;
    });
    REQUIRE(kept != effects.end());
    CHECK(std::get<StoreDraft>(*kept).text.bytes() == kRelease);
    if (as<RestoreDraft>(opening) == nullptr) CHECK(notice_of(session) == "app/former-kept");
  }
}

TEST_CASE("nobody is told that nothing is kept") {
  Session emptied(initial_model());
  empty_out(emptied);  // the sample
  emptied.take_effects();
  emptied.dispatch(NewDocument{});
  CHECK(notice_of(emptied).empty());
  CHECK(last<StoreDraft>(emptied.take_effects()) == nullptr);

  Session restored(initial_model());
  restored.dispatch(RestoreDraft{{"kept"}, "kept.md", ""});
  restored.dispatch(PasteText{std::string(kRelease)});
  CHECK(text_of(restored) == kRelease);
  CHECK(notice_of(restored).empty());

  Session saved = session_with(kRelease);
  empty_out(saved);
  saved.take_effects();
  saved.dispatch(NewDocument{});
  CHECK(notice_of(saved).empty());  // it is in its file
  const auto effects = saved.take_effects();
  REQUIRE(last<StoreDraft>(effects));
  CHECK(last<StoreDraft>(effects)->text.bytes() == kRelease);
  CHECK(last<StoreDraft>(effects)->saved);
}

TEST_CASE("a bad file is refused with a message and the draft stays") {
  Session session = session_with(kRelease);
  session.dispatch(OpenFile{"cp.pdf", "%PDF-1.7"});
  CHECK(notice_of(session) == "app/file-not-markdown");
  CHECK(text_of(session) == kRelease);
}

TEST_CASE("the address keeps its draft until that lies in the store") {
  Session sender = session_with(kRelease);
  sender.dispatch(Share{});
  const std::string fragment = std::get<ShareDialog>(*sender.model().dialog).link;

  Session session(initial_model());
  session.dispatch(OpenLink{fragment});
  const DocumentId linked = session.model().document;
  auto effects = session.take_effects();
  CHECK(last<ClearFragment>(effects) == nullptr);
  REQUIRE(last<StoreDraft>(effects));
  CHECK_FALSE(session.model().is_saved());  // nobody has it as a file
  const std::uint64_t revision = last<StoreDraft>(effects)->revision;

  session.dispatch(NewDocument{});  // before it was stored
  session.dispatch(DraftStored{{"another"}, 1});
  CHECK(last<ClearFragment>(session.take_effects()) == nullptr);
  session.dispatch(DraftStored{linked, revision});
  CHECK(last<ClearFragment>(session.take_effects()));
  session.dispatch(DraftStored{linked, revision});
  CHECK(last<ClearFragment>(session.take_effects()) == nullptr);
}

TEST_CASE("only what is stored of the open document counts for it") {
  Session session = session_with(kRelease);
  const auto [document, revision] = std::pair(session.model().document, session.model().editor.revision);
  session.dispatch(DraftStored{{"another"}, revision});
  CHECK_FALSE(session.model().is_stored());
  session.dispatch(DraftStored{document, revision});
  CHECK(session.model().is_stored());
}

TEST_CASE("a draft that could not be kept is tried again when it is opened anew") {
  Session session(initial_model());
  session.dispatch(RestoreDraft{{"kept"}, "cp.md", "Gardé", false, false});
  CHECK_FALSE(session.model().is_stored());
  const auto effects = session.take_effects();
  REQUIRE(last<StoreDraft>(effects));
  CHECK(last<StoreDraft>(effects)->document == DocumentId{"kept"});
}

TEST_CASE("a restored draft is unsaved unless it was saved") {
  for (const bool saved : {false, true}) {
    Session session(initial_model());
    session.dispatch(RestoreDraft{{"kept"}, "cp.md", std::string(kRelease), saved});
    CHECK(session.model().document == DocumentId{"kept"});
    CHECK(text_of(session) == kRelease);
    CHECK(session.model().is_saved() == saved);
  }
}

TEST_CASE("any draft that could be made is restored") {
  for (const std::string& draft : {std::string("a\0b", 3), std::string(kMaximumDocumentSize + 1, 'a')}) {
    Session session = session_with("");
    session.dispatch(Edit{*editor::insert_text(session.model().editor, draft)});
    const auto effects = session.take_effects();
    const auto* stored = last<StoreDraft>(effects);
    REQUIRE(stored);

    Session reloaded(initial_model());
    reloaded.dispatch(
        RestoreDraft{stored->document, stored->name, std::string(stored->text.bytes()), stored->saved});
    CHECK(text_of(reloaded) == draft);
    CHECK(reloaded.model().file_name == "cp.md");
  }
}

TEST_CASE("what undo leads back to is stored, though it was before: a later text may be on its way") {
  Session session = session_with(kRelease);
  session.dispatch(DraftStored{session.model().document, session.model().editor.revision});
  type_at_end(session, "x");
  session.take_effects();
  session.dispatch(Undo{});
  const auto effects = session.take_effects();
  REQUIRE(last<StoreDraft>(effects));
  CHECK(last<StoreDraft>(effects)->text.bytes() == kRelease);
}

// Kept drafts

namespace {

std::vector<KeptDraft> two_drafts() {
  return {{{"one"}, "un.md", "Un", 10, {}, DraftPlace::kHere},
          {{"two"}, "deux.md", "Deux", 20, {}, DraftPlace::kNowhere}};
}

const DraftsDialog* drafts_of(const Session& session) {
  return session.model().dialog ? std::get_if<DraftsDialog>(&*session.model().dialog) : nullptr;
}

}  // namespace

TEST_CASE("the list of drafts is asked for, shown when it comes, and nobody's who has closed it") {
  Session session = session_with(kRelease);
  session.dispatch(ShowDrafts{});
  CHECK(last<ListDrafts>(session.take_effects()));
  REQUIRE(drafts_of(session));
  CHECK_FALSE(drafts_of(session)->listed);
  session.dispatch(DraftsListed{two_drafts()});
  REQUIRE(drafts_of(session));
  CHECK(drafts_of(session)->drafts.size() == 2);
  session.dispatch(CloseDialog{});
  session.dispatch(DraftsListed{two_drafts()});
  CHECK_FALSE(session.model().dialog);
}

TEST_CASE("a kept draft is opened in the place of the one at hand, and its own time stays") {
  Session session = session_with(kRelease);
  type_at_end(session, "x");
  session.dispatch(ShowDrafts{});
  session.dispatch(DraftsListed{two_drafts()});
  session.dispatch(OpenDraft{{"two"}});
  const auto effects = session.take_effects();
  REQUIRE(last<FetchDraft>(effects));
  CHECK(last<FetchDraft>(effects)->id == DocumentId{"two"});

  session.dispatch(RestoreDraft{{"two"}, "deux.md", "Deux", false});
  CHECK_FALSE(session.model().dialog);
  CHECK(session.model().document == DocumentId{"two"});
  CHECK(text_of(session) == "Deux");
  CHECK(last<StoreDraft>(session.take_effects()) == nullptr);
}

TEST_CASE("drafts are deleted when the person agrees") {
  Session session = session_with(kRelease);
  session.dispatch(ShowDrafts{});
  session.dispatch(DraftsListed{two_drafts()});
  session.dispatch(DeleteDrafts{{{"two"}}});
  session.dispatch(CloseDialog{});  // no: back to the list
  REQUIRE(drafts_of(session));
  CHECK(last<ForgetDrafts>(session.take_effects()) == nullptr);
  session.dispatch(AcceptDialog{});  // of nothing
  CHECK(last<ForgetDrafts>(session.take_effects()) == nullptr);

  session.dispatch(DeleteDrafts{{{"two"}, {"gone"}}});
  session.dispatch(DraftsListed{two_drafts()});  // late: the question stays, of what is there
  session.dispatch(AcceptDialog{});
  const auto effects = session.take_effects();
  REQUIRE(last<ForgetDrafts>(effects));
  CHECK(last<ForgetDrafts>(effects)->ids == std::vector<DocumentId>{{"two"}});
  REQUIRE(drafts_of(session));
  CHECK(drafts_of(session)->to_delete.empty());
}

TEST_CASE("a failure with the drafts is told where it can be seen") {
  Session session = session_with(kRelease);
  session.dispatch(ShowDrafts{});
  session.dispatch(DraftsFailed{{"drafts/unreadable", {}}});
  CHECK_FALSE(session.model().dialog);
  CHECK(notice_of(session) == "drafts/unreadable");
}

TEST_CASE("a failure that is not about the drafts leaves their list open") {
  Session session = session_with(kRelease);
  session.dispatch(ShowDrafts{});
  session.dispatch(EffectFailed{{"ui/copy-failed", {}}});
  CHECK(drafts_of(session));
  CHECK(notice_of(session) == "ui/copy-failed");
}

TEST_CASE("the title of a draft is that of its front matter") {
  const std::pair<std::string_view, std::string_view> rows[] = {
      {kRelease, "Un titre"},
      {"---\ntitle: >\n  Sur\n  deux lignes\n---\n", "Sur deux lignes"},
      {"", ""},
      {"Pas d’en-tête", ""},
      {"---\ntitle:\n---\n", ""},
      {"---\ntitle: [a]\n---\n", ""},
      {"---\ntitle: coupé", ""}};
  for (const auto& [document, title] : rows) {
    CAPTURE(document);
    CHECK(title_of(document) == title);
  }
}

TEST_CASE("going to a problem selects its place") {
  Session session = session_with("---\ntitle: T\ndate: pas une date\n---\n\nTexte.\n");
  const std::vector<Diagnostic> diagnostics = session.derived().diagnostics(session.model());
  REQUIRE(!diagnostics.empty());
  const std::uint64_t reveal = session.model().reveal;
  session.dispatch(GoTo{diagnostics.front().span});
  CHECK(session.model().editor.selection.span() == diagnostics.front().span);
  CHECK(session.model().reveal > reveal);
}

TEST_CASE("a fix is applied as one undo step") {
  Session session = session_with("---\ntitle: T\ndate: 2026-01-02\n---\n\nEn \\*\\*gras\\*\\* ici.\n");
  const std::vector<Diagnostic> diagnostics = session.derived().diagnostics(session.model());
  std::size_t index = 0;
  while (index < diagnostics.size() && diagnostics[index].fixes.empty()) ++index;
  REQUIRE(index < diagnostics.size());
  const Fix fix = diagnostics[index].fixes.front();
  const std::uint64_t revision = session.model().editor.revision;
  session.dispatch(ApplyFix{revision, fix});
  CHECK(text_of(session).find("**gras**") != std::string::npos);
  const std::string fixed = text_of(session);
  session.dispatch(ApplyFix{revision, fix});  // of a text that is no longer
  CHECK(text_of(session) == fixed);
  session.dispatch(ApplyFix{session.model().editor.revision, fix});  // which nobody offers any more
  CHECK(text_of(session) == fixed);
  session.dispatch(Undo{});
  CHECK(text_of(session).find("\\*\\*gras\\*\\*") != std::string::npos);
}

TEST_CASE("an update hands out each change that it made, from one revision to the next") {
  Session session = session_with("Un mot.\n");
  Derived derived;
  const std::uint64_t before = session.model().editor.revision;
  const Text text = session.model().editor.text;
  const Update typed = update(session.model(), TypeText{{3, 6}, "autre", Selection::caret(8)}, derived);
  REQUIRE(typed.changes.size() == 1);
  CHECK(typed.changes[0].before == before);
  CHECK(typed.changes[0].after == typed.model.editor.revision);
  CHECK(typed.changes[0].change.apply(text).bytes() == typed.model.editor.text.bytes());

  const Update undone = update(typed.model, Undo{}, derived);
  REQUIRE(undone.changes.size() == 1);
  CHECK(undone.changes[0].before == typed.model.editor.revision);
  CHECK(undone.changes[0].after == before);
  CHECK(undone.changes[0].change.apply(typed.model.editor.text).bytes() == text.bytes());

  CHECK(update(undone.model, GoTo{{0, 2}}, derived).changes.empty());
  CHECK(update(undone.model, OpenFile{"autre.md", "Autre.\n"}, derived).changes.empty());
}

TEST_CASE("a field is set without touching another byte") {
  Session session = session_with(kRelease);
  session.dispatch(SetField{"title", "Un autre titre"});
  std::string expected(kRelease);
  expected.replace(expected.find("Un titre"), 8, "Un autre titre");
  CHECK(text_of(session) == expected);
}

TEST_CASE("exports carry the file's name") {
  Session session = session_with(kRelease);
  session.dispatch(ExportJson{});
  auto effects = session.take_effects();
  REQUIRE(last<Download>(effects));
  CHECK(last<Download>(effects)->name == "cp.json");
  session.dispatch(ExportPage{});
  effects = session.take_effects();
  REQUIRE(last<SavePage>(effects));
  CHECK(last<SavePage>(effects)->name == "cp.html");
  CHECK(last<SavePage>(effects)->html.starts_with("<!DOCTYPE html>"));
}

TEST_CASE("printing is the system's") {
  Session session = session_with(kRelease);
  session.dispatch(Print{});
  CHECK(last<PrintPage>(session.take_effects()));
}

TEST_CASE("the JSON export says what the site says, whatever is ticked") {
  Session session = session_with("---\ntitle: T\ndate: 2026-01-02\n---\n\nTexte\n{: .a}\n\n[a]()\n");
  session.dispatch(CheckPortability{true});
  session.dispatch(ExportJson{});
  const auto effects = session.take_effects();
  REQUIRE(last<Download>(effects));
  CHECK(last<Download>(effects)->bytes.find("link/missing-target") != std::string::npos);
  CHECK(last<Download>(effects)->bytes.find("portability/") == std::string::npos);
}

TEST_CASE("only addresses that a browser may open safely leave") {
  Session session = session_with(kRelease);
  for (const char* url : {"javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", " https://x"}) {
    session.dispatch(OpenUrl{url});
    CHECK_MESSAGE(last<Navigate>(session.take_effects()) == nullptr, url);
  }
  session.dispatch(OpenUrl{"https://example.org/"});
  CHECK(last<Navigate>(session.take_effects()) != nullptr);
}

TEST_CASE("a revision is read once, however often it is asked for") {
  Session session = session_with(kRelease);
  session.derived().release(session.model());
  const std::uint64_t reads = session.derived().reads();
  session.derived().diagnostics(session.model());
  session.dispatch(ToggleProblems{});
  session.derived().release(session.model());
  CHECK(session.derived().reads() == reads);
  type_at_end(session, "x");
  session.derived().release(session.model());
  CHECK(session.derived().reads() == reads + 1);
}

TEST_CASE("in a large document the rules wait for a pause, and what they said moves with the text") {
  std::string document = "[]()\n\n";
  while (document.size() < Derived::kLarge) document += "Un paragraphe qui dit quelque chose.\n\n";
  const auto end = static_cast<Offset>(document.size());
  Session session = session_with(document + "[]()\n");
  Derived& derived = session.derived();
  const auto shown = [&](double time) { return derived.shown_diagnostics(session.model(), time); };
  const auto type = [&](Offset at, std::string text) {
    const Offset behind = at + static_cast<Offset>(text.size());
    session.dispatch(TypeText{{at, at}, std::move(text), Selection::caret(behind)});
  };
  const std::vector<Diagnostic> at_first = shown(0);
  REQUIRE(at_first.size() >= 2);
  const std::uint64_t checks = derived.checks();

  type(6, "[]() ");
  CHECK(shown(1).size() == at_first.size());
  CHECK(shown(1).front().span == at_first.front().span);
  CHECK(shown(1).back().span.begin == at_first.back().span.begin + 5);
  type(11, "x");
  shown(1.2);
  CHECK(shown(1.4).back().span.begin == at_first.back().span.begin + 6);
  CHECK(derived.checks() == checks);
  CHECK(derived.due_in(1.4) == doctest::Approx(0.1));

  CHECK(shown(1.6).size() > at_first.size());
  CHECK(derived.checks() == checks + 1);
  CHECK(derived.due_in(1.6) > 1e9);
  CHECK(shown(1.6) == Derived().diagnostics(session.model()));

  // Whoever needs them exact has them at once.
  type(end, "[]() ");
  shown(2);
  CHECK(derived.diagnostics(session.model()) == Derived().diagnostics(session.model()));
}

TEST_CASE("where undo leads back before the rules were asked, they are asked again") {
  const std::string header = "---\ntitle: T\ndate: 2026-01-02\n---\n\n";
  const auto begin = static_cast<Offset>(header.size());
  std::string document = header + "[le dossier]()\n\n";
  while (document.size() < Derived::kLarge) document += "Un paragraphe qui dit quelque chose.\n\n";
  for (const std::string& text : {document, header + "[le dossier]()\n\nTexte.\n"}) {
    CAPTURE(text.size());
    Session session = session_with(text);
    Derived& derived = session.derived();
    const std::vector<Diagnostic> at_first = derived.shown_diagnostics(session.model(), 0);
    REQUIRE(at_first.size() == 1);
    REQUIRE(!at_first.front().fixes.empty());
    const auto exact = [&] { return Derived().diagnostics(session.model()); };
    // The words of a finding go, and come back: what was moved to nothing with them is not what there is.
    session.dispatch(TypeText{{begin, begin + 14}, "", Selection::caret(begin)});
    derived.release(session.model());
    derived.shown_diagnostics(session.model(), 0.1);
    session.dispatch(Undo{});
    derived.release(session.model());
    derived.shown_diagnostics(session.model(), 0.2);
    CHECK(derived.shown_diagnostics(session.model(), 0.6) == exact());
    session.dispatch(Redo{});
    derived.release(session.model());
    session.dispatch(Undo{});
    CHECK(derived.diagnostics(session.model()) == exact());

    session.dispatch(Redo{});
    derived.release(session.model());
    session.dispatch(Undo{});
    session.dispatch(ApplyFix{session.model().editor.revision, at_first.front().fixes.front()});
    CHECK(text_of(session).starts_with(header + "le dossier\n"));
  }
}

TEST_CASE("the comparison with other programs waits in documents of some size, too") {
  std::string document = "---\ntitle: T\ndate: 2026-01-02\n---\n\n";
  while (document.size() < Derived::kLargeToCompare) document += "Un paragraphe.\n{: .a}\n\n";
  Session session = session_with(document);
  Derived& derived = session.derived();
  session.dispatch(CheckPortability{true});
  const std::size_t found = derived.shown_diagnostics(session.model(), 0).size();
  CHECK(found > 1000);
  const std::uint64_t checks = derived.checks();
  for (int key = 0; key < 10; ++key) {
    type_at_end(session, "x");
    CHECK(derived.shown_diagnostics(session.model(), 1 + 0.1 * key).size() == found);
  }
  CHECK(derived.checks() == checks);
  derived.shown_diagnostics(session.model(), 5);
  CHECK(derived.checks() == checks + 1);
}

TEST_CASE("what reads otherwise elsewhere is told when asked, without reading the release again") {
  Session session = session_with("Texte\n{: .a}\n");
  const auto found = [&] { return session.derived().diagnostics(session.model()).size(); };
  const std::size_t usual = found();
  const std::uint64_t reads = session.derived().reads();
  session.dispatch(CheckPortability{true});
  CHECK(found() == usual + 1);
  CHECK(session.model().problems_open);
  session.dispatch(CheckPortability{false});
  CHECK(found() == usual);
  CHECK(session.derived().reads() == reads);
}

TEST_CASE("how the source is shown is remembered") {
  Session session = session_with(kRelease);
  const auto preference = [&] {
    const std::vector<Effect> effects = session.take_effects();
    REQUIRE(effects.size() == 1);
    const auto& stored = std::get<StorePreference>(effects.front());
    return stored.name + "=" + stored.value;
  };
  session.dispatch(SetMonospaced{true});
  CHECK(session.model().preferences.monospaced);
  CHECK(preference() == "monospaced=yes");
  session.dispatch(ShowInvisibles{true});
  CHECK(session.model().preferences.invisibles_shown);
  CHECK(preference() == "invisibles=yes");
  session.dispatch(SetMonospaced{false});
  CHECK(preference() == "monospaced=no");
  session.dispatch(SetPanes{Panes::kPage});
  CHECK(preference() == "panes=page");
  session.dispatch(SwapPanes{});
  CHECK(preference() == "swapped=yes");
}

TEST_CASE("going to a place brings the source into sight") {
  Session session = session_with(kRelease);
  session.dispatch(SetPanes{Panes::kPage});
  session.dispatch(GoTo{{5, 5}});
  CHECK(session.model().preferences.panes == Panes::kBoth);
}

TEST_CASE("a picture that the browser keeps is named by the release, once") {
  Session session = session_with("Un texte.\n");
  session.dispatch(KeepPicture{"gare.png"});
  CHECK(text_of(session) == "![](/uploads/gare.png)\n\nUn texte.\n");
  CHECK(notice_of(session) == "app/picture-kept");
  session.dispatch(KeepPicture{"gare.png"});
  CHECK(text_of(session) == "![](/uploads/gare.png)\n\nUn texte.\n");
  session.dispatch(
      GoTo{{static_cast<Offset>(text_of(session).size()), static_cast<Offset>(text_of(session).size())}});
  session.dispatch(KeepPicture{"carte.png"});
  CHECK(text_of(session) == "![](/uploads/gare.png)\n\nUn texte.\n\n![](/uploads/carte.png)");
  session.dispatch(ChooseFolder{});
  CHECK(last<PickFolder>(session.take_effects()) != nullptr);
}

TEST_CASE("a picture keeps the name of its file, under which it comes to the site") {
  const auto after = [](std::string_view text, const char* name) {
    Session session = session_with(text);
    session.dispatch(KeepPicture{name});
    return text_of(session);
  };
  CHECK(after("a\n", "IMG 2034.png") == "![](/uploads/IMG%202034.png)\n\na\n");
  CHECK(after("a\n", "été n°1 (1).jpg") == "![](/uploads/été%20n%C2%B01%20%281%29.jpg)\n\na\n");
  CHECK(after("a\n", "a|b&copy;{{x}}_c.png") == "![](/uploads/a%7Cb%26copy%3B%7B%7Bx%7D%7D_c.png)\n\na\n");
  CHECK(after("a\n", "50%.png") == "![](/uploads/50%25.png)\n\na\n");
  for (const std::string_view named :
       {"---\nimage: \"/uploads/Photo du ministre.png\"\n---\na\n",
        "![x](/uploads/Photo%20du%20ministre.png)\n",
        "---\nune-ou-diaporama:\n- image: /autre/Photo%20du%20ministre.png\n---\na\n",
        "<img src=\"Photo du ministre.png\">\n"}) {
    CAPTURE(named);
    CHECK(after(named, "Photo du ministre.png") == named);
  }
  CHECK(after("Voir data.png\n", "a.png").starts_with("![](/uploads/a.png)"));
}

TEST_CASE("the alternative of a new picture can be typed at once, and of several that of the last") {
  Session session = session_with("Un texte.\n");
  for (const char* name : {"a.png", "b.png"}) session.dispatch(KeepPicture{name});
  const Selection caret = session.model().editor.selection;
  session.dispatch(TypeText{caret.span(), "Une gare", Selection::caret(caret.head + 8)});
  CHECK(text_of(session) == "![](/uploads/a.png)\n\n![Une gare](/uploads/b.png)\n\nUn texte.\n");
}

TEST_CASE("a picture is a paragraph of its own, and never in the front matter") {
  struct Row {
    std::string_view before, after;  // "^" begins the selection, "|" ends it
  };
  constexpr Row kRows[] = {
      {"|---\ntitle: T\n---\n\nUn.\n", "---\ntitle: T\n---\n\n![|](/uploads/a.png)\n\nUn.\n"},
      {"---\ntit|le: T\n---\n\nUn.\n", "---\ntitle: T\n---\n\n![|](/uploads/a.png)\n\nUn.\n"},
      {"---\ntitle: T\n---\n|\nUn.\n", "---\ntitle: T\n---\n\n![|](/uploads/a.png)\n\nUn.\n"},
      {"---\ntitle: T\n---\n\n|Un.\n", "---\ntitle: T\n---\n\n![|](/uploads/a.png)\n\nUn.\n"},
      {"|---\ntitle: T\n---\nUn.\n", "---\ntitle: T\n---\n\n![|](/uploads/a.png)\n\nUn.\n"},
      {"|---\ntitle: T\n---\n", "---\ntitle: T\n---\n\n![|](/uploads/a.png)"},
      {"|---\ntitle: T\n---", "---\ntitle: T\n---\n\n![|](/uploads/a.png)"},
      {"|---\r\ntitle: T\r\n---\r\nUn.\r\n",
       "---\r\ntitle: T\r\n---\r\n\r\n![|](/uploads/a.png)\r\n\r\nUn.\r\n"},
      {"^---\ntitle: T\n---\n\nUn.|\n", "---\ntitle: T\n---\n\nUn.\n\n![|](/uploads/a.png)\n"},
      {"Un ^texte| long\nde deux lignes.\n\nSuite.",
       "Un texte long\nde deux lignes.\n\n![|](/uploads/a.png)\n\nSuite."},
      {"Un.\n|\nDeux.", "Un.\n\n![|](/uploads/a.png)\n\nDeux."},
      {"Un.\n\n|Deux.", "Un.\n\n![|](/uploads/a.png)\n\nDeux."},
      {"|", "![|](/uploads/a.png)"},
      {"\xEF\xBB\xBF|Un.", "\xEF\xBB\xBF![|](/uploads/a.png)\n\nUn."},
  };
  for (const Row& row : kRows) {
    CAPTURE(row.before);
    std::string text(row.before);
    const auto take = [&](char mark) {
      const std::size_t at = text.find(mark);
      if (at != std::string::npos) text.erase(at, 1);
      return at;
    };
    const std::size_t anchor = take('^');
    const auto head = static_cast<Offset>(take('|'));
    Session session(initial_model());
    session.dispatch(RestoreDraft{{"kept"}, "cp.md", text, true});
    session.dispatch(GoTo{{anchor == std::string::npos ? head : static_cast<Offset>(anchor), head}});
    session.dispatch(KeepPicture{"a.png"});
    std::string after = text_of(session);
    after.insert(session.model().editor.selection.head, 1, '|');
    CHECK(after == row.after);
  }
}

TEST_CASE("a paste that would make the document one that cannot be opened is refused") {
  const std::string half(kMaximumDocumentSize / 2, 'x');
  Session session = session_with("");
  session.dispatch(PasteText{half});
  CHECK(text_of(session).size() == half.size());
  session.dispatch(PasteText{half + "x"});
  CHECK(text_of(session).size() == half.size());
  CHECK(notice_of(session) == "app/paste-too-large");
  session.dispatch(PasteHtml{"<p>" + half + "<p>x", ""});
  CHECK(text_of(session).size() == half.size());
  session.dispatch(GoTo{{0, static_cast<Offset>(half.size())}});
  session.dispatch(PasteText{half + half});
  CHECK(text_of(session).size() == kMaximumDocumentSize);
}

TEST_CASE("what came of pasted pictures is told") {
  struct Row {
    std::string html, key, argument;
  };
  const Row rows[] = {
      {"<p>a", "", ""},
      {"<p>a<img src='https://exemple.fr/a.png' alt=b>", "app/pasted-picture-elsewhere", "exemple.fr"},
      {"<img src='https://exemple.fr/a.png'><img src='https://exemple.fr/b.png'>",
       "app/pasted-pictures-elsewhere", "2"},
      {"<p>a<img src='file:///b'><img src='https://exemple.fr/a.png'>", "app/picture-not-pasted", ""},
      {"<img src='file:///b'>", "app/picture-not-pasted", ""},
      {"<img src='cid:b'><img src='blob:b' alt=c>", "app/pictures-not-pasted", "2"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.html);
    Session session = session_with("");
    session.dispatch(PasteHtml{row.html, ""});
    CHECK(notice_of(session) == row.key);
    if (!row.argument.empty()) CHECK(session.model().notice->message.arguments.at(0) == row.argument);
  }
}

TEST_CASE("a file that was converted is told, and is not saved yet") {
  using namespace std::string_literals;
  Session session(initial_model());
  session.dispatch(OpenFile{"cp.md", "\xFF\xFE\xE9\0"s});
  CHECK(text_of(session) == "\u00E9");
  CHECK(notice_of(session) == "app/file-was-utf16");
  CHECK_FALSE(session.model().is_saved());
}

TEST_CASE("random actions keep the text equal to a plain string's") {
  std::mt19937 random(7);
  const auto below = [&](Offset limit) {
    return limit == 0 ? Offset{0} : static_cast<Offset>(random() % limit);
  };
  Session session = session_with("");
  std::vector<std::string> states = {""};
  for (int step = 0; step < 2000; ++step) {
    const std::string before = text_of(session);
    const auto size = static_cast<Offset>(before.size());
    const Offset begin = below(size + 1);
    const Offset end = begin + below(std::min<Offset>(size - begin, 4) + 1);
    const std::string inserted = std::string(below(3), static_cast<char>('a' + below(26)));
    session.dispatch(
        TypeText{{begin, end}, inserted, Selection::caret(begin + static_cast<Offset>(inserted.size()))});
    std::string expected = before;
    expected.replace(begin, end - begin, inserted);
    REQUIRE(text_of(session) == expected);
  }
  const std::string finally = text_of(session);
  while (session.model().editor.history.undoable()) session.dispatch(Undo{});
  CHECK(text_of(session).empty());
  while (session.model().editor.history.redoable()) session.dispatch(Redo{});
  CHECK(text_of(session) == finally);
}

}  // namespace
}  // namespace depeche::app
