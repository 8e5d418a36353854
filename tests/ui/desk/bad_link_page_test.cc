// The page in the place of the panes while the link in the address does not open.
#include <string>

#include "doctest/doctest.h"
#include "share/link.h"
#include "tests/ui/bench.h"

namespace depeche::ui {
namespace {

std::string cut_link() {
  const std::string fragment = *share::encode_fragment("---\ntitle: Un titre\n---\n\nUn texte.\n");
  const std::string link = "#" + fragment;
  return link.substr(0, link.size() - 5);
}

// What of the list is the page's.
bool is_of_page(const SemanticNode& node) {
  return node.id.starts_with("bad-link/") || node.role == Role::kMain;
}

TEST_CASE("a bad link shows its page and no document, at every size") {
  struct Size {
    float width, height;
  };
  for (const auto [width, height] : {Size{1280, 800}, Size{683, 320}, Size{390, 844}, Size{320, 256}}) {
    CAPTURE(width);
    Bench bench(width, height);
    bench.settle();
    bench.dispatch(app::OpenLink{cut_link()});
    bench.frame();
    CHECK(bench.last().focus == "bad-link/paste");
    bench.desk().reach("bad-link/paste");
    bench.settle();
    REQUIRE(bench.find("heading", "incomplet") != nullptr);
    CHECK(bench.find("paragraph", "Une partie du lien manque") != nullptr);
    CHECK(bench.find("paragraph", "joindre le communiqué") != nullptr);
    CHECK_FALSE(bench.last().field.active);
    for (const SemanticNode& node : bench.desk().semantics().nodes()) {
      CAPTURE(node.id);
      CHECK(is_of_page(node));
      CHECK(node.bounds.x >= 0);
      CHECK(node.bounds.x + node.bounds.width <= width + 0.5F);
    }
    for (const char* id : {"bad-link/paste", "bad-link/drafts", "bad-link/new"}) {
      CAPTURE(id);
      bench.desk().reach(id);
      bench.settle();
      REQUIRE(bench.find(id) != nullptr);
      CHECK(bench.find(id)->bounds.height >= 24);
    }
    bench.click(*bench.find("bad-link/new"));
    CHECK_FALSE(bench.model().bad_link.has_value());
    CHECK(bench.find("source") != nullptr);
  }
}

TEST_CASE("the page comes at its top, also where its buttons are below what shows") {
  Bench bench(320, 256);
  bench.settle();
  bench.dispatch(app::OpenLink{cut_link()});
  bench.frame();
  bench.desk().reach(bench.last().focus);
  bench.settle();
  REQUIRE(bench.find("heading", "incomplet") != nullptr);
  CHECK(bench.find("heading", "incomplet")->bounds.height >= 24);
  bench.desk().reach("");
  bench.desk().reach("bad-link/paste");
  bench.settle();
  CHECK(bench.find("bad-link/paste")->bounds.height >= 24);
}

TEST_CASE("nothing is typed into a document that does not show") {
  Bench bench;
  bench.open("Mon texte");
  bench.dispatch(app::OpenLink{cut_link()});
  bench.settle();
  CHECK(bench.find("paragraph", "n’a pas changé") != nullptr);
  bench.type({{0, 0}, "x", Selection::caret(1), false});
  press_keys(bench, {{Key::kCharacter, U'a', {.control = true}}});
  press_keys(bench, {key(Key::kEscape)});
  CHECK(text_of(bench) == "Mon texte");
  CHECK(bench.model().bad_link.has_value());
  CHECK_FALSE(bench.desk().takes_text({200, 300}));
  bench.click(*bench.find("bad-link/back"));
  CHECK(bench.find("source") != nullptr);
  CHECK(text_of(bench) == "Mon texte");
}

TEST_CASE("the page gives way to its dialogs and has the keyboard back") {
  Bench bench;
  bench.dispatch(app::OpenLink{cut_link()});
  bench.settle();
  bench.click(*bench.find("bad-link/paste"));
  REQUIRE(bench.find("dialog", "lien") != nullptr);
  Input escape;
  escape.key = key(Key::kEscape);
  bench.frame(escape);
  CHECK(bench.last().focus == "bad-link/paste");
  bench.click(*bench.find("bad-link/drafts"));
  CHECK(bench.action<app::ShowDrafts>() != nullptr);
}

TEST_CASE("the share dialog shows the whole link, however long, to be copied by hand") {
  Bench bench;
  bench.dispatch(app::SetShareAddress{"https://site.example/depeche/?#"});
  std::string text = "---\ntitle: Un titre\n---\n\n";
  for (int i = 0; i < 2000; ++i) text += std::to_string(i * 7919) + " ";
  bench.open(text);
  bench.click(*bench.find("toolbar/share"));
  const SemanticNode* field = bench.find("share/link");
  REQUIRE(field != nullptr);
  CHECK(field->role == Role::kTextBox);
  CHECK(field->state.is_read_only);
  CHECK(field->value.size() > 5000);
  CHECK(field->value == std::string("https://site.example/depeche/?#") + *share::encode_fragment(text));
  CHECK(bench.find("paragraph", std::to_string(field->value.size()) + " caractères") != nullptr);
  bench.dispatch(app::EffectFailed{{"ui/link-failed", {}}});
  bench.frame();
  CHECK(bench.last().focus == "share/link");
  CHECK(bench.find("paragraph", "Ctrl+C") != nullptr);
}

}  // namespace
}  // namespace depeche::ui
