#include "ui/kit/semantics.h"

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "doctest/doctest.h"
#include "tests/support/cpu_clock.h"

namespace depeche::ui {
namespace {

using Nodes = std::vector<SemanticNode>;

// A node for each letter; a capital one says something else than the small one whose id it has.
Nodes nodes_of(std::string_view letters) {
  Nodes nodes;
  for (const char letter : letters) {
    const bool is_capital = letter < 'a';
    nodes.push_back({.id = std::string(1, is_capital ? static_cast<char>(letter - 'A' + 'a') : letter),
                     .name = is_capital ? "autre" : ""});
  }
  return nodes;
}

Nodes apply(const std::vector<SemanticChange>& changes, const Nodes& before, const Nodes& after) {
  Nodes made;
  for (const SemanticChange& change : changes) {
    const Nodes& list = change.kept ? before : after;
    REQUIRE(change.from + change.count <= list.size());
    for (std::size_t i = change.from; i < change.from + change.count; ++i) made.push_back(list[i]);
  }
  return made;
}

TEST_CASE("nodes come out as JSON, whatever bytes they hold") {
  Semantics semantics;
  CHECK(semantics.to_json() == "[]");
  semantics.add({.id = "a", .role = Role::kButton, .name = "dit \"oui\"\n", .bounds = {1, 2.5F, 3, 4}});
  semantics.add({.name = "\xFF\\", .level = 2, .bounds = {0, -1.25F, 0, 0}});
  CHECK(
      semantics.to_json() ==
      "[\n"
      R"({"id":"a","role":"button","name":"dit \"oui\"\n","value":"","state":"","action":"","hint":"","level":0,"depth":0,)"
      R"("bounds":{"x":1.00,"y":2.50,"width":3.00,"height":4.00}},)"
      "\n"
      "{\"id\":\"\",\"role\":\"paragraph\",\"name\":\"\uFFFD\\\\\",\"value\":\"\",\"state\":\"\",\"action\":"
      "\"\","
      "\"hint\":\"\",\"level\":2,\"depth\":0,"
      R"("bounds":{"x":0.00,"y":-1.25,"width":0.00,"height":0.00}})"
      "\n]");
}

TEST_CASE("what one node says is cut where it is too long, and a text field's value never") {
  const auto said = [](const std::string& words, Role role = Role::kParagraph) {
    Semantics semantics;
    semantics.add({.role = role, .name = words, .value = words});
    return semantics.nodes().front();
  };
  const std::string longest(kLongestSaid, 'a');
  const std::string marks = std::string(kLongestSaid - 4, 'a') + "e\u0301\u0301\u0301";
  const std::string heap = [] {
    std::string text = "e";
    for (std::size_t i = 0; i < kLongestSaid; ++i) text += "\u0301";
    return text;
  }();
  struct Row {
    std::string words, expected;
  };
  for (const Row& row : {
           Row{"un mot", "un mot"},
           Row{longest, longest},
           Row{longest + "a", longest + "…"},
           Row{std::string(kLongestSaid - 3, 'a') + " mot de plus", std::string(kLongestSaid - 3, 'a') + "…"},
           Row{std::string(kLongestSaid - 4, 'a') + " mot de plus",
               std::string(kLongestSaid - 4, 'a') + " mot…"},
           Row{"un " + longest, "un " + std::string(kLongestSaid - 3, 'a') + "…"},
           Row{marks, std::string(kLongestSaid - 4, 'a') + "…"},
       }) {
    CAPTURE(row.words.size());
    const bool is_cut = said(row.words).name == row.expected && said(row.words).value == row.expected;
    CHECK(is_cut);
    const bool is_whole = said(row.words, Role::kTextBox).value == row.words;
    CHECK(is_whole);
  }
  CHECK(is_valid_utf8(said(heap).name));
  CHECK(said(heap).name.size() > kLongestSaid / 2);
}

TEST_CASE("nodes that were added later come before others") {
  Semantics semantics;
  for (const SemanticNode& node : nodes_of("abcdef")) semantics.add(node);
  const auto letters = [&] {
    std::string ids;
    for (const SemanticNode& node : semantics.nodes()) ids += node.id;
    return ids;
  };
  semantics.bring_forward(1, 2, 4);
  CHECK(letters() == "acdbef");
  semantics.bring_forward(0, 6, 6);
  CHECK(letters() == "acdbef");
  semantics.bring_forward(2, 5, 6);
  CHECK(letters() == "acfdbe");
}

TEST_CASE("nodes lie in one another") {
  Semantics semantics;
  semantics.add({.id = "toolbar"});
  {
    const SemanticGroup toolbar(semantics);
    semantics.add({.id = "save"});
    const SemanticGroup save(semantics);
    semantics.add(SemanticNode{.id = "hint"}, CssRect{});
  }
  semantics.add({.id = "source"});
  std::string depths;
  for (const SemanticNode& node : semantics.nodes()) depths += std::to_string(node.depth);
  CHECK(depths == "0120");
}

TEST_CASE("states are told in words") {
  CHECK(words({}).empty());
  CHECK(words({.disabled = true, .expanded = false}) == "disabled collapsed");
  CHECK(words({.selected = true, .busy = true, .invalid = true}) == "selected busy invalid");
  CHECK(words({.expanded = true, .pressed = false, .checked = true}) == "expanded released checked");
  CHECK(words({.pressed = true, .checked = false}) == "pressed unchecked");
  CHECK(words({.takes_digits = true, .has_icon = true, .is_read_only = true}) == "number icon readonly");
}

TEST_CASE("the nodes of an earlier frame leave nothing behind") {
  Semantics semantics;
  semantics.add({.id = "a", .name = "un nom qui est plus long", .state = {.pressed = true}, .level = 2});
  semantics.add({.id = "b"});
  semantics.clear();
  CHECK(semantics.nodes().empty());
  const SemanticNode kept{.id = "c", .value = "une valeur qui est plus longue", .bounds = {1, 2, 3, 4}};
  semantics.add(kept, {5, 6, 7, 8});
  SemanticNode wanted = kept;
  wanted.bounds = {5, 6, 7, 8};
  REQUIRE(semantics.nodes().size() == 1);
  CHECK(semantics.nodes().front() == wanted);
  semantics.clear();
  semantics.add({.id = "d"});
  CHECK(semantics.nodes().front() == SemanticNode{.id = "d"});
}

TEST_CASE("a list is told by what has changed") {
  struct Row {
    std::string_view before, after;
    std::vector<SemanticChange> changes;
  };
  constexpr bool kKept = true, kNew = false;
  const Row rows[] = {
      {"", "", {}},
      {"abc", "", {}},
      {"", "abc", {{kNew, 0, 3}}},
      {"abc", "abc", {{kKept, 0, 3}}},
      {"abc", "aBc", {{kKept, 0, 1}, {kNew, 1, 1}, {kKept, 2, 1}}},
      {"abc", "abxyc", {{kKept, 0, 2}, {kNew, 2, 2}, {kKept, 2, 1}}},
      {"abcd", "ad", {{kKept, 0, 1}, {kKept, 3, 1}}},
      {"abcd", "xCd", {{kNew, 0, 2}, {kKept, 3, 1}}},
      {"abcd", "bcda", {{kKept, 1, 3}, {kNew, 3, 1}}},
      {"abcd", "dabc", {{kKept, 3, 1}, {kNew, 1, 3}}},
      {"aab", "aaab", {{kKept, 0, 2}, {kNew, 2, 1}, {kKept, 2, 1}}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.before);
    CAPTURE(row.after);
    CHECK(semantic_changes(nodes_of(row.before), nodes_of(row.after)) == row.changes);
  }
}

TEST_CASE("to tell what has changed costs little, however much is new") {
  Nodes before, after;
  for (int i = 0; i < 100'000; ++i) {
    before.push_back({.id = "before/" + std::to_string(i)});
    after.push_back({.id = "after/" + std::to_string(i)});
  }
  const CpuClock::time_point start = CpuClock::now();
  CHECK(semantic_changes(before, after) == std::vector<SemanticChange>{{false, 0, after.size()}});
  CHECK((CpuClock::now() - start).count() < 5);
}

TEST_CASE("a place that has changed is told") {
  const Nodes before{{.id = "a", .bounds = {1, 2, 3, 4}}};
  const Nodes after{{.id = "a", .bounds = {1, 2, 3, 4.5F}}};
  CHECK(semantic_changes(before, after) == std::vector<SemanticChange>{{false, 0, 1}});
}

TEST_CASE("changes come out as JSON") {
  Semantics semantics;
  CHECK(changes_json({}, {}) == "[]");
  CHECK(changes_json(nodes_of("a"), {}) == "[]");
  for (const SemanticNode& node : nodes_of("abX")) semantics.add(node);
  CHECK(
      changes_json(nodes_of("abc"), semantics.nodes()) ==
      "[\n[0,2],\n"
      R"({"id":"x","role":"paragraph","name":"autre","value":"","state":"","action":"","hint":"","level":0,"depth":0,)"
      R"("bounds":{"x":0.00,"y":0.00,"width":0.00,"height":0.00}})"
      "\n]");
  CHECK(changes_json(semantics.nodes(), semantics.nodes()) == "[\n[0,3]\n]");
  CHECK(changes_json({}, semantics.nodes()) == semantics.to_json());
}

TEST_CASE("what has changed makes the new list of the old, whatever they are") {
  std::mt19937 random(7);
  const auto below = [&](std::size_t end) { return random() % end; };
  std::string letters = "abcdefghijklmnop";
  for (int round = 0; round < 2000; ++round) {
    std::string next = letters;
    for (std::size_t edits = below(5); edits > 0; --edits) {
      const std::size_t at = below(next.size() + 1);
      const char letter = static_cast<char>((below(3) == 0 ? 'A' : 'a') + static_cast<int>(below(26)));
      switch (below(4)) {
        case 0:
          next.insert(at, 1, letter);
          break;
        case 1:
          next.erase(at, below(4));
          break;
        case 2:
          next.replace(at, next.empty() ? 0 : 1, 1, letter);
          break;
        case 3:
          std::rotate(next.begin(), next.begin() + static_cast<std::ptrdiff_t>(at), next.end());
          break;
      }
    }
    CAPTURE(letters);
    CAPTURE(next);
    const Nodes before = nodes_of(letters), after = nodes_of(next);
    CHECK(apply(semantic_changes(before, after), before, after) == after);
    letters = std::move(next);
  }
}

}  // namespace
}  // namespace depeche::ui
