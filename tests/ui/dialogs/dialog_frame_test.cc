// Dialogs and menus on screens that are too low for them: nothing that can be pressed is out of reach.
#include "ui/dialogs/dialog_frame.h"

#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "tests/ui/bench.h"

namespace depeche::ui {
namespace {

// CSS pixels: a laptop at 100 %, and at 200 %; another at 200 %; 400 %; a phone, and with its keyboard open.
constexpr CssRect kScreens[] = {{0, 0, 1280, 800}, {0, 0, 683, 320}, {0, 0, 640, 400}, {0, 0, 320, 256},
                                {0, 0, 390, 844},  {0, 0, 390, 360}, {0, 0, 375, 360}};

constexpr const char* kText = "---\ntitle: Titre\n---\n\nUn [lien](https://a.example \"t\") ici.\n";

std::vector<app::KeptDraft> drafts(int count) {
  std::vector<app::KeptDraft> drafts;
  for (int i = 0; i < count; ++i) {
    std::string id("d");
    id += std::to_string(i);
    drafts.push_back(
        {id, "cp.md", "Titre " + id, 12'345, {{2026, 11, 27}, 22, 34}, app::DraftPlace::kNowhere});
  }
  return drafts;
}

// Opens one of the dialogs and menus, of which there are as many as it says.
struct Opening {
  const char* name;
  void (*open)(Bench& bench);
};

template <app::FormKind kKind>
void open_form(Bench& bench) {
  bench.dispatch(app::OpenForm{kKind});
}

void open_drafts(Bench& bench) {
  bench.dispatch(app::ShowDrafts{});
  bench.settle();
  bench.dispatch(app::DraftsListed{drafts(12)});
}

void press_if_there(Bench& bench, const char* id) {
  if (bench.find(id) != nullptr) bench.desk().activate(id);
}

constexpr Opening kOpenings[] = {
    {"link", open_form<app::FormKind::kLink>},
    {"link that is there",
     [](Bench& bench) {
       const auto caret = static_cast<Offset>(std::string_view(kText).find("lien") + 1);
       bench.dispatch(app::GoTo{{caret, caret}});
       bench.dispatch(app::OpenForm{app::FormKind::kLink});
     }},
    {"image", open_form<app::FormKind::kImage>},
    {"image with an error",
     [](Bench& bench) {
       bench.dispatch(app::OpenForm{app::FormKind::kImage});
       bench.dispatch(app::AcceptDialog{});
     }},
    {"attachment", open_form<app::FormKind::kAttachment>},
    {"important link", open_form<app::FormKind::kImportantLink>},
    {"table", open_form<app::FormKind::kTable>},
    {"share", [](Bench& bench) { bench.dispatch(app::Share{}); }},
    {"drafts", open_drafts},
    {"deleting drafts",
     [](Bench& bench) {
       open_drafts(bench);
       bench.dispatch(app::DeleteDrafts{{app::DocumentId{"d0"}}});
     }},
    {"about",
     [](Bench& bench) {
       for (const char* name : {"accessibility-page", "legal", "privacy", "contact", "licences"})
         bench.dispatch(app::SetHostDetail{name, "https://a.example/"});
       bench.dispatch(app::OpenAbout{});
     }},
    {"erasing everything", [](Bench& bench) { bench.dispatch(app::AskToForget{}); }},
    {"more of a host",
     [](Bench& bench) {
       for (const char* name : {"accessibility-page", "legal", "privacy", "contact"})
         bench.dispatch(app::SetHostDetail{name, "https://a.example/"});
       press_if_there(bench, "toolbar/more");
     }},
    {"export", [](Bench& bench) { press_if_there(bench, "toolbar/export"); }},
    {"more", [](Bench& bench) { press_if_there(bench, "toolbar/more"); }},
    {"headings", [](Bench& bench) { press_if_there(bench, "format/heading"); }},
    {"formats", [](Bench& bench) { press_if_there(bench, "format/more"); }},
};

bool is_inside(const CssRect& inner, const CssRect& outer) {
  constexpr float kRounding = 0.5F;
  return inner.x >= outer.x - kRounding && inner.y >= outer.y - kRounding &&
         inner.x + inner.width <= outer.x + outer.width + kRounding &&
         inner.y + inner.height <= outer.y + outer.height + kRounding;
}

bool overlap(const CssRect& one, const CssRect& other) {
  return one.x < other.x + other.width && other.x < one.x + one.width && one.y < other.y + other.height &&
         other.y < one.y + one.height;
}

// What can be pressed or typed into, in what lies uppermost.
std::vector<SemanticNode> reachable(const Bench& bench) {
  std::vector<SemanticNode> found;
  for (const SemanticNode& node : bench.desk().semantics().nodes()) {
    if (node.role == Role::kDialog || node.role == Role::kMenu) {
      found.clear();
    } else if (node.action != NodeAction::kNone && node.role != Role::kScrollbar) {
      found.push_back(node);
    }
  }
  return found;
}

TEST_CASE("in every dialog and menu, what gets the keyboard is in sight, whatever the screen") {
  for (const CssRect& screen : kScreens) {
    for (const float scale : {1.0F, 2.0F}) {
      for (const Opening& opening : kOpenings) {
        CAPTURE(screen.width);
        CAPTURE(screen.height);
        CAPTURE(opening.name);
        Bench bench(screen.width, screen.height, scale);
        bench.open(kText);
        opening.open(bench);
        bench.settle();
        for (const SemanticNode& node : reachable(bench)) {
          CAPTURE(node.id);
          bench.desk().reach(node.id);
          bench.settle();
          const SemanticNode* reached = bench.find(node.id);
          REQUIRE(reached != nullptr);
          CHECK(is_inside(reached->bounds, screen));
          CHECK(reached->bounds.height >= 24);
          CHECK(reached->bounds.width >= 24);
          for (const SemanticNode& other : reachable(bench)) {
            CAPTURE(other.id);
            CHECK((other.id == node.id || !overlap(other.bounds, reached->bounds)));
          }
        }
      }
    }
  }
}

TEST_CASE("the wheel and the keys of the scroll bar reach all of a dialog; another one begins at its top") {
  Bench bench(320, 256);
  bench.open(kText);
  bench.dispatch(app::OpenForm{app::FormKind::kImage});
  bench.settle();
  const float field = bench.find("form/0")->bounds.height;
  CHECK(field == 40);
  CHECK(bench.find("form/1")->bounds.height < field);
  bench.move(160, 60);
  for (int i = 0; i < 5; ++i) {
    bench.scroll(-1);
    for (int frame = 0; frame < 20; ++frame) bench.frame();
  }
  CHECK(bench.find("form/0")->bounds.height == 0);
  CHECK(bench.find("form/2")->bounds.height == field);
  CHECK(bench.find("form/0")->whole.height == field);  // where the browser's field stands, cut off
  bench.desk().press("dialog/scrollbar", key(Key::kHome));
  for (int frame = 0; frame < 20; ++frame) bench.frame();
  CHECK(bench.find("form/0")->bounds.height == field);

  bench.desk().press("dialog/scrollbar", key(Key::kEnd));
  for (int frame = 0; frame < 20; ++frame) bench.frame();
  bench.dispatch(app::CloseDialog{});
  bench.settle();
  bench.dispatch(app::OpenForm{app::FormKind::kImage});
  bench.settle();
  CHECK(bench.find("form/0")->bounds.height == field);
}

TEST_CASE("a keyboard that opens on the screen leaves the field in sight that it writes into") {
  Bench high(390, 844);
  high.open(kText);
  high.dispatch(app::OpenForm{app::FormKind::kImage});
  high.settle();
  high.desk().reach("form/1");
  high.settle();
  high.resize(390, 300);
  high.settle();
  CHECK(is_inside(high.find("form/1")->bounds, {0, 0, 390, 300}));
  CHECK(high.find("form/1")->bounds.height == 40);
}

}  // namespace
}  // namespace depeche::ui
