#include "editor/search.h"

#include <chrono>
#include <random>

#include "base/utf8.h"
#include "doctest/doctest.h"
#include "editor/editing.h"
#include "editor/replacements.h"
#include "tests/editor/notation.h"
#include "tests/support/cpu_clock.h"

namespace depeche::editor {
namespace {

// All matches, each in brackets.
std::string marked(std::string_view text, const SearchQuery& query) {
  Search search(Text(std::string(text)), query);
  search.finish();
  if (search.problem()) return search.problem()->key;
  std::string result(text);
  for (auto match = search.matches().rbegin(); match != search.matches().rend(); ++match) {
    result.insert(match->end, 1, ']');
    result.insert(match->begin, 1, '[');
  }
  return result;
}

std::optional<Transaction> replaced_one(const EditorState& state, const Search& search, Span match,
                                        std::string_view replacement) {
  Replacements replacements(search, std::span(&match, 1), std::string(replacement));
  while (!replacements.advance()) {
  }
  return replace_match(state, replacements);
}

std::optional<Transaction> replaced_all(const EditorState& state, const Search& search,
                                        std::string_view replacement) {
  Replacements replacements(search, search.matches(), std::string(replacement));
  while (!replacements.advance()) {
  }
  return replace_matches(state, replacements);
}

TEST_CASE("what people type finds what was typeset") {
  struct Row {
    std::string_view pattern;
    SearchOptions options;
    std::string_view text;
    std::string_view marked;
  };
  const Row rows[] = {
      {"etat", {}, "L’État, l'ETAT", "L’[État], l'[ETAT]"},
      {"l'etat", {}, "L’État", "[L’État]"},
      {"oeuvre", {}, "L’œuvre, ŒUVRE", "L’[œuvre], [ŒUVRE]"},
      {"o", {}, "œ", "œ"},  // not half a letter
      {"strasse", {}, "Straße", "[Straße]"},
      {"e", {}, "e\u0301t", "[e\u0301]t"},
      {"été", {}, "e\u0301te\u0301", "[e\u0301te\u0301]"},
      {"4 000 €", {}, "4\u202F000\u00A0€", "[4\u202F000\u00A0€]"},
      {"aa", {}, "aaaaa", "[aa][aa]a"},
      {"", {}, "a", "a"},
      {"\u0301", {}, "e\u0301", "e\u0301"},
      {"ŁÓDŹ", {}, "łódź lodz", "[łódź] [lodz]"},
      {"ΑΘΗΝΑ", {}, "Αθήνα", "[Αθήνα]"},
      {"москва", {}, "МОСКВА", "[МОСКВА]"},
      {"Etat", {.match_case = true}, "État etat ETAT", "[État] etat ETAT"},
      {"Œuvre", {.match_case = true}, "Œuvre œuvre Oeuvre", "[Œuvre] œuvre [Oeuvre]"},
      {"été", {.match_accents = true}, "Été ete", "[Été] ete"},
      {"e", {.match_accents = true}, "e\u0301", "e\u0301"},
      {"l'", {.match_accents = true}, "l’ l'", "l’ [l']"},
      {"mot", {.whole_word = true}, "mot motif demot l'mot mot.", "[mot] motif demot l'[mot] [mot]."},
      {"a b", {.whole_word = true}, "a b a bc", "[a b] a bc"},
      {"(", {.whole_word = true}, "a(b", "a[(]b"},
      {"\\d+", {.regex = true}, "1 et 22", "[1] et [22]"},
      {"x*", {.regex = true}, "axxb", "a[xx]b"},  // empty matches are passed over
      {"^", {.regex = true}, "a\nb", "a\nb"},
      {"é.", {.regex = true}, "EA ÉB", "[EA] [ÉB]"},
      {"\\w+", {.whole_word = true, .regex = true}, "ab cd", "[ab] [cd]"},
      {"(", {.regex = true}, "(", "find/unclosed-group"},
  };
  for (const Row& row : rows) {
    CAPTURE(row.pattern);
    CAPTURE(row.text);
    CHECK(marked(row.text, {std::string(row.pattern), row.options}) == row.marked);
  }
}

TEST_CASE("the next and the previous match go around the end") {
  Search search(Text("ab ab ab"), {"ab", {}});
  search.finish();
  CHECK(search.next(0) == 0U);
  CHECK(search.next(1) == 1U);
  CHECK(search.next(7) == 0U);
  CHECK(search.previous(8) == 2U);
  CHECK(search.previous(7) == 1U);
  CHECK(search.previous(1) == 2U);
  CHECK(search.index_of({3, 5}) == 1U);
  CHECK_FALSE(search.index_of({3, 4}));
  Search none(Text("ab"), {"x", {}});
  none.finish();
  CHECK_FALSE(none.next(0));
  CHECK_FALSE(none.previous(0));
}

TEST_CASE("matches are replaced, one or all as one step") {
  const EditorState state = state_of("un ^mot|, deux Mot");
  Search search(state.text, {"mot", {}});
  search.finish();
  CHECK(notation_after(state, replaced_one(state, search, search.matches()[0], "terme")) ==
        "un terme|, deux Mot");
  const auto all = replaced_all(state, search, "terme");
  REQUIRE(all);
  const EditorState after = apply(state, *all);
  CHECK(after.text.bytes() == "un terme, deux terme");
  CHECK(notation_after(after, undo(after)) == notation_of(state));

  const EditorState dates = state_of("12/05/2019 et 01/02/2020|");
  Search search_dates(dates.text, {"(\\d+)/(\\d+)/(\\d+)", {.regex = true}});
  search_dates.finish();
  CHECK(notation_after(dates, replaced_all(dates, search_dates, "$3-$2-$1")) == "2019-05-12 et 2020-02-01|");
  CHECK(notation_after(dates, replaced_all(dates, search_dates, "$$1")) == "$1 et $1|");
}

TEST_CASE("what matches become is found a slice at a time") {
  std::string bytes;
  for (int i = 0; i < 2000; ++i) bytes += "12/05/2019 et aaaa\n";
  const EditorState state = open(Text(bytes));
  const struct {
    SearchQuery query;
    std::string_view replacement;
    std::string_view line;
  } rows[] = {
      {{"(\\d+)/(\\d+)/(\\d+)", {.regex = true}}, "$3-$2-$1", "2019-05-12 et aaaa\n"},
      {{"aa", {}}, "a", "12/05/2019 et aa\n"},
      {{"a*?", {.regex = true}}, "b", "12/05/2019 et aaaa\n"},
      {{"(a|aa)+", {.regex = true}}, "<$1>", "12/05/2019 et <a>\n"},
  };
  for (const auto& [query, replacement, line] : rows) {
    CAPTURE(query.pattern);
    Search search(state.text, query);
    search.finish();
    Replacements replacements(search, search.matches(), std::string(replacement));
    std::size_t slices = 1;
    while (!replacements.advance(100)) ++slices;
    CHECK(slices >= search.matches().size() / 100);
    std::string wanted;
    for (int i = 0; i < 2000; ++i) wanted += line;
    const auto all = replace_matches(state, replacements);
    CHECK((all ? apply(state, *all) : state).text.bytes() == wanted);
  }
}

TEST_CASE("what matches become is bounded, in steps and in bytes") {
  const EditorState state = open(Text(std::string(100'000, 'a')));
  Search whole(state.text, {"a+", {.regex = true}});
  whole.finish();
  std::string replacement;
  for (int i = 0; i < 100'000; ++i) replacement += "$&";
  Replacements too_much(whole, whole.matches(), replacement);
  while (!too_much.advance()) {
  }
  REQUIRE(too_much.problem());
  CHECK(too_much.problem()->key == "find/too-much");
  CHECK_FALSE(replace_match(state, too_much));

  Search each(state.text, {"a", {}});
  each.finish();
  Replacements much(each, each.matches(), std::string(10'000, 'b'));
  while (!much.advance()) {
  }
  REQUIRE(much.problem());
  CHECK(much.problem()->key == "find/too-much");
  CHECK_FALSE(replace_matches(state, much));
}

TEST_CASE("a megabyte is searched in little time") {
  std::string text;
  while (text.size() < (1U << 20)) text += "Le ministère publie ses chiffres et l’État répond. ";
  const Text document(text);
  for (const SearchQuery& query :
       {SearchQuery{"etat", {}}, SearchQuery{"e", {}}, SearchQuery{"introuvable", {}},
        SearchQuery{"\\w+ment", {.regex = true}}, SearchQuery{"r.{1,20}t", {.regex = true}}}) {
    const auto begin = CpuClock::now();
    Search search(document, query);
    search.finish();
    const std::chrono::duration<double, std::milli> took = CpuClock::now() - begin;
    MESSAGE(query.pattern << ": " << search.matches().size() << " matches, " << took.count() << " ms");
    CHECK(took.count() < 5000);
  }
}

TEST_CASE("a search follows its text, wherever it is") {
  const SearchQuery queries[] = {{"ab", {}},
                                 {"a", {.whole_word = true}},
                                 {"^a.*b$", {.regex = true}},
                                 {"\\ba+", {.regex = true}},
                                 {"[ab]+", {.regex = true}},
                                 {"b$", {.regex = true}},
                                 {"a\nb", {}},
                                 {"b\r\n", {.whole_word = true}},
                                 {"e\u0301\na", {}},
                                 {"a\\s+b", {.regex = true}},
                                 {"\\n+", {.regex = true}},
                                 {"(a|b\\s)+$", {.regex = true}},
                                 {"[^a]+\\b", {.regex = true}},
                                 {"^\\s*?a", {.whole_word = true, .regex = true}}};
  constexpr std::string_view kParts[] = {"a", "b", "ab", " ", "\n", "\r", "\r\n", "é", "e\u0301", ""};
  std::mt19937 random(1);
  const auto pick = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
  const auto some = [&](std::size_t parts) {
    std::string text;
    for (std::size_t i = 0; i < parts; ++i) text += kParts[pick(std::size(kParts))];
    return text;
  };
  for (int round = 0; round < 10'000; ++round) {
    const SearchQuery& query = queries[pick(std::size(queries))];
    std::string bytes = some(40);
    Search search(Text(bytes), query);
    search.advance(pick(60) + 1);
    for (int step = 0; step < 4; ++step) {
      const std::string was = bytes;
      const std::size_t begin = pick(bytes.size() + 1);
      bytes.replace(begin, pick(4), some(pick(4)));
      if (first_invalid_utf8(bytes) != std::string_view::npos) bytes = was;
      CAPTURE(query.pattern);
      CAPTURE(was);
      CAPTURE(bytes);
      REQUIRE(search.follow(Change::between(was, bytes), Text(bytes)));
      if (pick(2) == 0) search.advance(pick(60) + 1);
      if (step < 3) continue;
      search.finish();
      Search anew(Text(bytes), query);
      anew.finish();
      REQUIRE(search.matches() == anew.matches());
    }
  }
}

TEST_CASE("a change costs its lines, or where matches cross them what follows the one before it") {
  std::string bytes;
  for (int i = 0; i < 20'000; ++i) bytes += "Le ministère publie\nses chiffres.\n\n";
  struct Row {
    SearchQuery query;
    bool keeps_all;  // that was found
  };
  const Row rows[] = {{{"chiffres", {}}, true},
                      {{"min.*re", {.regex = true}}, true},
                      {{"publie\nses", {}}, false},
                      {{"e\\s+s", {.regex = true}}, false},
                      {{"\\n\\n+", {.regex = true}}, false}};
  for (const auto& [query, keeps_all] : rows) {
    CAPTURE(query.pattern);
    const Text text(bytes);
    Search search(text, query);
    search.finish();
    const std::size_t found = search.matches().size();
    const auto at = static_cast<Offset>(bytes.size() / 2);
    const auto change = Change::of(text.size(), {{{at, at}, "x"}});
    const Text after = change->apply(text);
    REQUIRE(search.follow(*change, after));
    CHECK(search.done() == keeps_all);
    CHECK(search.matches().size() + 1 >= (keeps_all ? found : found / 2));
    search.advance(1000);
    CHECK(search.knows_next(at));
    search.finish();
    Search anew(after, query);
    anew.finish();
    CHECK(search.matches() == anew.matches());
  }
}

TEST_CASE("a line too long to be searched anew at once is gone on with") {
  std::string bytes = "ab\n";
  for (int i = 0; i < 50'000; ++i) bytes += "ab ";
  const Text text(bytes);
  Search search(text, {"ab", {}});
  search.finish();
  const auto change = Change::of(text.size(), {{{100'000, 100'000}, "x"}});
  const Text after = change->apply(text);
  REQUIRE(search.follow(*change, after));
  CHECK_FALSE(search.done());
  CHECK(search.matches().size() == 1);
  search.finish();
  Search anew(after, {"ab", {}});
  anew.finish();
  CHECK(search.matches() == anew.matches());
}

TEST_CASE("a search does not follow another text") {
  Search search(Text("a b"), {"a", {}});
  CHECK_FALSE(search.follow(Change::between("ab", "abc"), Text("abc")));
}

TEST_CASE("a key in ten megabytes costs its line") {
  std::string bytes;
  while (bytes.size() < (10U << 20)) bytes += "Le ministère publie ses chiffres et l’État répond.\n";
  Text text(bytes);
  Search search(text, {"\\w+istère", {.regex = true}});
  search.finish();
  const std::size_t found = search.matches().size();
  const auto begin = CpuClock::now();
  for (int key = 0; key < 100; ++key) {
    const auto change = Change::of(text.size(), {{{5'000'000, 5'000'000}, "x"}});
    text = change->apply(text);
    REQUIRE(search.follow(*change, text));
  }
  const std::chrono::duration<double, std::milli> took = CpuClock::now() - begin;
  MESSAGE(found << " matches; " << took.count() / 100 << " ms a key, the copy of the text included");
  CHECK(search.done());
  CHECK(took.count() < 100 * 100);
}

TEST_CASE("a hostile pattern is stopped") {
  const Text text(std::string(300000, 'a'));
  Search search(text, {"(a|a)*?(aa|a)*b|a", {.regex = true}});
  std::size_t slices = 0;
  while (!search.advance() && slices < 2000) ++slices;
  CHECK(search.done());
  CHECK(search.stopped());

  Search many(text, {"a", {}});
  many.finish();
  CHECK(many.stopped());
  CHECK(many.matches().size() == Search::kMaxMatches);
}

}  // namespace
}  // namespace depeche::editor
