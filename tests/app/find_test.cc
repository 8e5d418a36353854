// Find and replace as the bar has them: what waits for a search is carried out when it has got there, and no
// action searches for long.
#include <string>

#include "app/session.h"
#include "doctest/doctest.h"
#include "tests/app/sessions.h"

namespace depeche::app {
namespace {

using editor::Search;

// For a text that is too long to be told.
bool holds(const Session& session, const std::string& text) {
  return text_of(session) == text;
}

std::string selected(const Session& session) {
  const editor::EditorState& state = session.model().editor;
  return std::string(state.text.bytes(state.selection.span()));
}

// The bar is open over `text`, the caret at its start.
Session searching(std::string text) {
  Session session(initial_model());
  session.dispatch(OpenFile{"cp.md", std::move(text)});
  session.dispatch(GoTo{{0, 0}});
  session.dispatch(OpenFind{true});
  return session;
}

// As the bar does it in each frame; false when there was nothing to do.
bool frame(Session& session, std::size_t work = Search::kSlice) {
  Find& find = session.derived().find();
  const bool done = find.advance(session.model(), work);
  if (find.is_ready(session.model())) session.dispatch(GoOnFinding{});
  return !done;
}

void settle(Session& session) {
  while (frame(session)) {
  }
}

std::string lines(std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += "Le ministère publie ses chiffres, et l’État répond.\n";
  return text;
}

TEST_CASE("who searches sees the source, where the matches are") {
  Session session(initial_model());
  session.dispatch(SetPanes{Panes::kPage});
  session.dispatch(OpenFind{});
  CHECK(session.model().preferences.panes == Panes::kBoth);
  CHECK(session.model().shown_pane == Pane::kSource);
}

TEST_CASE("the nearest match shows while the query is typed, the next goes around the end") {
  Session session = searching("un deux un trois un");
  session.dispatch(SetFind{"un", "", {}});
  CHECK(session.model().editor.selection.span() == Span{0, 2});
  session.dispatch(FindNext{});
  CHECK(session.model().editor.selection.span() == Span{8, 10});
  session.dispatch(FindNext{});
  session.dispatch(FindNext{});
  CHECK(session.model().editor.selection.span() == Span{0, 2});
  session.dispatch(FindNext{true});
  CHECK(session.model().editor.selection.span() == Span{17, 19});
  session.dispatch(SetFind{"nulle part", "", {}});
  CHECK(session.model().editor.selection.span() == Span{17, 19});
  CHECK_FALSE(session.model().find.request);
}

TEST_CASE("replacing one after the other comes to each once, and around the end") {
  struct Row {
    std::string_view text;
    std::string_view pattern;
    std::string_view replacement;
    editor::SearchOptions options;
    std::vector<std::string_view> steps;  // the text after each
  };
  const Row rows[] = {
      {"a b a", "a", "aa", {}, {"aa b a", "aa b aa", "aaa b aa"}},
      {"aaaa", "aa", "b", {}, {"baa", "bb", "bb"}},
      {"12/05 et 1/6", "(\\d+)/(\\d+)", "$2.$1", {.regex = true}, {"05.12 et 1/6", "05.12 et 6.1"}},
      {"axxb", "x*", "-", {.regex = true}, {"a-b", "a-b"}},
      {"a\nb a\nb", "a\\s+b", "c", {.regex = true}, {"c a\nb", "c c", "c c"}},
      {"un mot", "mot", "", {}, {"un ", "un "}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    Session session = searching(std::string(row.text));
    session.dispatch(SetFind{std::string(row.pattern), std::string(row.replacement), row.options});
    for (const std::string_view step : row.steps) {
      session.dispatch(ReplaceMatch{});
      CHECK(text_of(session) == step);
    }
  }
}

TEST_CASE("replacing a match searches its line alone") {
  Session session = searching(lines(1 << 20) + "chiffres");
  session.dispatch(SetFind{"chiffres", "nombres", {}});
  settle(session);
  Search& search = session.derived().search(session.model());
  const std::size_t found = search.matches().size();
  const std::size_t work = search.work();
  for (int i = 0; i < 20; ++i) session.dispatch(ReplaceMatch{});
  CHECK(session.derived().find().searches() == 1);
  CHECK(&session.derived().search(session.model()) == &search);
  CHECK(search.done());
  CHECK(search.matches().size() == found - 20);
  CHECK(search.work() - work < 20'000);
  CHECK(selected(session) == "chiffres");

  session.dispatch(FindNext{true});  // around the start, to the last
  session.dispatch(FindNext{true});
  session.dispatch(Undo{});
  CHECK(session.derived().find().searches() == 1);
}

TEST_CASE("what is far away is looked for over several frames, and then selected") {
  const std::string text = lines(8 << 20) + "cible";
  for (const editor::SearchOptions options :
       {editor::SearchOptions{}, editor::SearchOptions{.regex = true}}) {
    Session session = searching(text);
    session.dispatch(SetFind{"cible", "", options});
    CHECK(session.model().find.request);
    CHECK(session.model().editor.selection == Selection::caret(0));
    int frames = 0;
    while (session.model().find.request && frames < 1000) {
      frame(session);
      ++frames;
    }
    CHECK(frames > 2);
    CHECK(frames < 1000);
    CHECK(selected(session) == "cible");
    CHECK(text_of(session).size() == text.size());
  }
}

TEST_CASE("what is found goes on being found whatever the slices") {
  for (const std::size_t work : {std::size_t{1}, std::size_t{7}, std::size_t{1000}}) {
    Session session = searching("un deux un trois un deux");
    session.dispatch(SetFind{"deux", "2", {}});
    session.dispatch(FindNext{});
    session.dispatch(ReplaceAllMatches{});
    while (frame(session, work)) {
    }
    CHECK(text_of(session) == "un 2 un trois un 2");
  }
}

TEST_CASE("a request that waits is given up for a newer one, for typing, and with the bar") {
  const std::string text = "proche\n" + lines(8 << 20) + "cible";
  Session session = searching(text);
  session.dispatch(SetFind{"cible", "x", {}});
  REQUIRE(session.model().find.request);

  SUBCASE("a newer one") {
    session.dispatch(ReplaceAllMatches{});
    CHECK(session.model().find.request == FindRequest{FindRequest::Kind::kReplaceAll});
    session.dispatch(FindNext{true});
    CHECK(session.model().find.request == FindRequest{FindRequest::Kind::kPrevious});
  }
  SUBCASE("another query") {
    session.dispatch(SetFind{"proche", "x", {}});
    CHECK_FALSE(session.model().find.request);
    CHECK(selected(session) == "proche");
    return;
  }
  SUBCASE("a key in the text") {
    session.dispatch(ReplaceAllMatches{});
    session.dispatch(TypeText{{0, 0}, "a", Selection::caret(1)});
    CHECK_FALSE(session.model().find.request);
    settle(session);
    CHECK(session.model().editor.selection == Selection::caret(1));
    CHECK(holds(session, "a" + text));
    return;
  }
  SUBCASE("another place") {
    session.dispatch(GoTo{{3, 3}});
    CHECK_FALSE(session.model().find.request);
  }
  SUBCASE("the bar closes") {
    session.dispatch(CloseFind{});
    CHECK_FALSE(session.model().find.request);
    session.dispatch(GoOnFinding{});
    CHECK(session.model().editor.selection == Selection::caret(0));
  }
  SUBCASE("another document") {
    session.dispatch(NewDocument{});
    CHECK_FALSE(session.model().find.request);
  }
}

TEST_CASE("another replacement is not that of the request that waits") {
  Session session = searching(lines(8 << 20));
  session.dispatch(SetFind{"chiffres", "x", {}});
  session.dispatch(ReplaceAllMatches{});
  REQUIRE(session.model().find.request);
  session.dispatch(SetFind{"chiffres", "xy", {}});
  CHECK_FALSE(session.model().find.request);
}

TEST_CASE("ten thousand matches are replaced as one step, when all are found") {
  std::string text, wanted;
  for (int i = 0; i < 10'000; ++i) {
    text +=
        "Le ministère publie 12/05/2019 ce qui suit : un chiffre, puis un autre, et puis encore un "
        "dernier.\n";
    wanted +=
        "Le ministère publie 2019-05-12 ce qui suit : un chiffre, puis un autre, et puis encore un "
        "dernier.\n";
  }
  Session session = searching(text);
  session.dispatch(SetFind{"(\\d+)/(\\d+)/(\\d+)", "$3-$2-$1", {.regex = true}});
  session.dispatch(ReplaceAllMatches{});
  CHECK(session.model().find.request);
  CHECK(holds(session, text));
  settle(session);
  CHECK(holds(session, wanted));
  CHECK(notice_of(session) == "find/replaced-many");
  CHECK(session.model().notice->message.arguments == std::vector<std::string>{"10000"});
  session.dispatch(Undo{});
  CHECK(holds(session, text));
  session.dispatch(ReplaceAllMatches{});
  session.dispatch(SetFind{"nulle part", "", {}});
  session.dispatch(ReplaceAllMatches{});
  settle(session);
  CHECK(notice_of(session) == "find/none");
}

TEST_CASE("no action searches for more than a slice, however hostile the pattern") {
  const Action requests[] = {FindNext{}, FindNext{true}, ReplaceMatch{}, ReplaceAllMatches{}, GoOnFinding{}};
  Session session = searching(std::string(300'000, 'a'));
  session.dispatch(SetFind{"(a|a)*?(aa|a)*b|a", "x", {.whole_word = true, .regex = true}});
  Search& search = session.derived().search(session.model());
  for (const Action& request : requests) {
    const std::size_t before = search.work();
    session.dispatch(request);
    REQUIRE(&session.derived().search(session.model()) == &search);
    CHECK(search.work() - before <= Search::kSlice + 1000);
  }
  session.dispatch(ReplaceAllMatches{});
  settle(session);
  CHECK(search.stopped());
  CHECK(notice_of(session) == "find/too-complex");
}

TEST_CASE("too many matches, and too much in their place, are told") {
  const std::string text(Search::kMaxMatches + 10, 'a');
  Session session = searching(text);
  session.dispatch(SetFind{"a", std::string(10'000, 'b'), {}});
  session.dispatch(ReplaceAllMatches{});
  settle(session);
  CHECK(notice_of(session) == "find/too-much");
  CHECK(holds(session, text));
  session.dispatch(SetFind{"a", "b", {}});
  session.dispatch(ReplaceAllMatches{});
  settle(session);
  CHECK(notice_of(session) == "find/replaced-some");
  session.dispatch(ReplaceAllMatches{});
  settle(session);
  CHECK(holds(session, std::string(text.size(), 'b')));
  CHECK(notice_of(session) == "find/replaced-many");
}

}  // namespace
}  // namespace depeche::app
