// The dialog with the drafts that the browser keeps.
#include <string>

#include "doctest/doctest.h"
#include "tests/ui/bench.h"

namespace depeche::ui {
namespace {

app::KeptDraft draft(std::string id, std::string title, app::DraftPlace place) {
  return {{std::move(id)}, "cp.md", std::move(title), 12'345, {{2026, 11, 27}, 22, 34}, place};
}

void show(Bench& bench, std::vector<app::KeptDraft> drafts) {
  bench.dispatch(app::ShowDrafts{});
  bench.settle();
  bench.dispatch(app::DraftsListed{std::move(drafts)});
  bench.frame();
}

std::vector<app::KeptDraft> three() {
  return {draft("a", "Ouvert", app::DraftPlace::kHere), draft("b", "Ailleurs", app::DraftPlace::kOtherTab),
          draft("c", "Rangé", app::DraftPlace::kNowhere)};
}

TEST_CASE("each draft says its title, place, time, size and file; what is open cannot be opened or deleted") {
  Bench bench;
  show(bench, three());
  CHECK(bench.last().focus == "drafts/c");
  REQUIRE(bench.find("dialog", "Brouillons") != nullptr);
  const SemanticNode* here = bench.find("drafts/a");
  REQUIRE(here != nullptr);
  CHECK(here->name == "Ouvert, Ouvert ici · 27\u00A0novembre 2026 à 22\u00A0h\u00A034 · 12\u00A0Ko · cp.md");
  CHECK(here->action == NodeAction::kNone);
  CHECK(bench.find("drafts/b")->action == NodeAction::kNone);
  CHECK(bench.find("drafts/a/delete") == nullptr);
  CHECK(bench.find("drafts/b/delete") == nullptr);
  CHECK(bench.find("drafts/delete-all") == nullptr);  // there is but one

  bench.click(*bench.find("drafts/c"));
  REQUIRE(bench.action<app::OpenDraft>() != nullptr);
  CHECK(bench.action<app::OpenDraft>()->id == app::DocumentId{"c"});
}

TEST_CASE("deleting asks first; no leads back to the list") {
  Bench bench;
  show(bench, three());
  bench.settle();
  bench.click(*bench.find("drafts/c/delete"));
  REQUIRE(bench.find("dialog", "Supprimer ce brouillon") != nullptr);
  CHECK(bench.find("paragraph", "Rangé") != nullptr);
  bench.click(*bench.find("delete/keep"));
  REQUIRE(bench.find("dialog", "Brouillons") != nullptr);
  bench.click(*bench.find("drafts/c/delete"));
  press_keys(bench, {key(Key::kEscape)});
  REQUIRE(bench.find("dialog", "Brouillons") != nullptr);
  CHECK(bench.action<app::AcceptDialog>() == nullptr);
  bench.click(*bench.find("drafts/c/delete"));
  bench.click(*bench.find("delete/accept"));
  CHECK(bench.action<app::AcceptDialog>() != nullptr);
  press_keys(bench, {key(Key::kEscape)});
  CHECK_FALSE(bench.model().dialog.has_value());
}

TEST_CASE("many drafts scroll, and the one that the keyboard reaches comes into view") {
  for (const float width : {1280.0F, 390.0F}) {
    Bench bench(width, 844);
    std::vector<app::KeptDraft> many;
    for (int i = 0; i < 40; ++i) {
      const std::string number = std::to_string(i);
      many.push_back(draft("d" + number, "Titre " + number, app::DraftPlace::kNowhere));
    }
    show(bench, many);
    bench.settle();
    CHECK(bench.find("drafts/d0")->bounds.height > 40);
    CHECK(bench.find("drafts/d39")->bounds.height < 1);  // below
    const CssRect close = bench.find("drafts/close")->bounds;
    CHECK(close.y + close.height < 844);
    bench.desk().reach("drafts/d39/delete");
    bench.settle();
    CHECK(bench.find("drafts/d39")->bounds.height > 40);
    bench.desk().reach("drafts/d0");
    bench.settle();
    CHECK(bench.find("drafts/d0")->bounds.height > 40);
    bench.click(*bench.find("drafts/delete-all"));
    REQUIRE(bench.action<app::DeleteDrafts>() != nullptr);
    CHECK(bench.action<app::DeleteDrafts>()->ids.size() == 40);
  }
}

}  // namespace
}  // namespace depeche::ui
