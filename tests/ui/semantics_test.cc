#include "ui/semantics.h"

#include "doctest/doctest.h"

namespace depeche::ui {
namespace {

TEST_CASE("nodes come out as JSON, whatever bytes they hold") {
  Semantics semantics;
  CHECK(semantics.to_json() == "[]");
  semantics.add({.id = "a", .role = "button", .name = "dit \"oui\"\n", .bounds = {1, 2.5F, 3, 4}});
  semantics.add({.name = "\xFF\\", .level = 2, .bounds = {0, -1.25F, 0, 0}});
  CHECK(
      semantics.to_json() ==
      "[\n"
      R"({"id":"a","role":"button","name":"dit \"oui\"\u000a","value":"","state":"","action":"","hint":"","level":0,)"
      R"("bounds":{"x":1.00,"y":2.50,"width":3.00,"height":4.00}},)"
      "\n"
      "{\"id\":\"\",\"role\":\"\",\"name\":\"\uFFFD\\\\\",\"value\":\"\",\"state\":\"\",\"action\":\"\","
      "\"hint\":\"\",\"level\":2,"
      R"("bounds":{"x":0.00,"y":-1.25,"width":0.00,"height":0.00}})"
      "\n]");
}

TEST_CASE("the nodes of an earlier frame leave nothing behind") {
  Semantics semantics;
  semantics.add({.id = "a", .name = "un nom qui est plus long", .state = "pressed", .level = 2});
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

}  // namespace
}  // namespace depeche::ui
