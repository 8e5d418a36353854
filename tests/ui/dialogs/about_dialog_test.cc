// What the host says of itself: in the menu, and in the dialog about the editor. And the dialog that asks before
// everything is deleted.
#include <set>
#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "tests/ui/bench.h"

namespace depeche::ui {
namespace {

using Details = std::vector<std::pair<std::string, std::string>>;

const Details kFull = {{"version", "0.1.0"},
                       {"host", "Ministère de l’Exemple"},
                       {"accessibility", "partiellement conforme"},
                       {"accessibility-page", "https://a.example/accessibilite"},
                       {"legal", "https://a.example/mentions"},
                       {"privacy", "https://a.example/donnees"},
                       {"contact", "https://a.example/contact"},
                       {"licences", "https://a.example/licences.txt"}};

void tell(Bench& bench, const Details& details) {
  for (const auto& [name, value] : details) bench.dispatch(app::SetHostDetail{name, value});
  bench.settle();
}

std::set<std::string> menu_of(const Details& details) {
  Bench bench;
  tell(bench, details);
  bench.desk().activate("toolbar/more");
  bench.settle();
  const std::set<std::string> of_host = {
      "menu/about", "menu/accessibility", "menu/accessibility-none", "menu/accessibility-partial",
      "menu/legal", "menu/privacy",       "menu/accessibility-full", "menu/contact",
      "menu/forget"};
  std::set<std::string> found;
  for (const SemanticNode& node : bench.desk().semantics().nodes()) {
    if (of_host.contains(node.id)) found.insert(node.id);
  }
  return found;
}

TEST_CASE("the menu has what the host has set, and always what is about the editor") {
  struct Row {
    Details details;
    std::set<std::string> entries;  // besides those that are always there
  };
  const std::string page = "https://a.example/";
  const Row rows[] = {
      {{}, {}},
      {kFull, {"menu/accessibility-partial", "menu/legal", "menu/privacy", "menu/contact"}},
      {{{"legal", page}}, {"menu/legal"}},
      {{{"legal", "javascript:alert(1)"}}, {}},
      {{{"privacy", page}}, {"menu/privacy"}},
      {{{"contact", page}}, {"menu/contact"}},
      {{{"accessibility-page", page}}, {"menu/accessibility"}},
      {{{"accessibility", "non conforme"}}, {"menu/accessibility-none"}},
      {{{"accessibility", "totalement conforme"}, {"accessibility-page", page}}, {"menu/accessibility-full"}},
      {{{"accessibility", "presque conforme"}}, {}},
  };
  for (const auto& [details, entries] : rows) {
    std::set<std::string> wanted = entries;
    wanted.insert({"menu/about", "menu/forget"});
    CHECK(menu_of(details) == wanted);
  }
}

TEST_CASE("an entry opens the host's page; the mention without a page opens the dialog that has it") {
  struct Row {
    Details details;
    std::string entry;
    std::string url;  // empty: the dialog
  };
  const Row rows[] = {{kFull, "menu/legal", "https://a.example/mentions"},
                      {kFull, "menu/privacy", "https://a.example/donnees"},
                      {kFull, "menu/contact", "https://a.example/contact"},
                      {kFull, "menu/accessibility-partial", "https://a.example/accessibilite"},
                      {{{"accessibility", "non conforme"}}, "menu/accessibility-none", ""}};
  for (const auto& [details, entry, url] : rows) {
    CAPTURE(entry);
    Bench bench;
    tell(bench, details);
    bench.desk().activate("toolbar/more");
    bench.settle();
    bench.forget_actions();
    bench.desk().activate(entry);
    bench.settle();
    if (!url.empty()) {
      REQUIRE(bench.action<app::OpenUrl>());
      CHECK(bench.action<app::OpenUrl>()->url == url);
    } else {
      CHECK(bench.action<app::OpenAbout>());
      CHECK(bench.find("paragraph", "non conforme"));
    }
  }
}

TEST_CASE("the dialog about the editor says what it is, where drafts are, and who serves it") {
  Bench bench;
  tell(bench, kFull);
  bench.dispatch(app::OpenAbout{});
  bench.settle();
  REQUIRE(bench.find("dialog", "Dépêche"));
  for (const char* words : {"0.1.0", "communiqué de presse", "ne sont envoyés à aucun serveur",
                            "sous licence MIT", "proposé par Ministère de l’Exemple"}) {
    CAPTURE(words);
    CHECK(bench.find("paragraph", words));
  }
  struct Row {
    const char* name;
    const char* url;
  };
  const Row rows[] = {{"Licences des éléments", "https://a.example/licences.txt"},
                      {"Accessibilité", "https://a.example/accessibilite"},
                      {"Mentions légales", "https://a.example/mentions"},
                      {"Données personnelles", "https://a.example/donnees"},
                      {"Contact", "https://a.example/contact"}};
  for (const auto& [name, url] : rows) {
    CAPTURE(name);
    const SemanticNode* link = bench.find("link", name);
    REQUIRE(link);
    CHECK(link->value == url);
    bench.forget_actions();
    bench.click(*link);
    REQUIRE(bench.action<app::OpenUrl>());
    CHECK(bench.action<app::OpenUrl>()->url == url);
    CHECK(bench.model().dialog);
  }
  bench.desk().activate("about/close");
  bench.settle();
  CHECK_FALSE(bench.model().dialog);
}

TEST_CASE("where drafts are is said as it is") {
  struct Row {
    app::Keeping keeping;
    const char* words;
    const char* status;  // of a text that is stored
  };
  const Row rows[] = {{app::Keeping::kBrowser, "jusqu’à ce que vous les effaciez", "dans ce navigateur"},
                      {app::Keeping::kTab, "jusqu’à la fermeture de l’onglet", "jusqu’à la fermeture"},
                      {app::Keeping::kNowhere, "ne garde plus rien", "non enregistrées"}};
  for (const auto& [keeping, words, status] : rows) {
    Bench bench;
    bench.dispatch(app::RestoreDraft{{"d"}, "cp.md", "Un texte"});
    bench.dispatch(app::SetKeeping{keeping});
    bench.dispatch(app::OpenAbout{});
    bench.settle();
    CAPTURE(words);
    CHECK(bench.find("paragraph", words));
    bench.dispatch(app::CloseDialog{});
    bench.settle();
    REQUIRE(bench.find("toolbar/saved"));
    CHECK(bench.find("toolbar/saved")->name.find(status) != std::string::npos);
  }
}

TEST_CASE(
    "the question whether to erase everything begins at the button that erases nothing, and holds while it "
    "is done") {
  Bench bench;
  bench.dispatch(app::AskToForget{});
  bench.settle();
  CHECK(bench.find("dialog", "Tout effacer"));
  for (const char* words : {"tous les brouillons", "images", "réglages", "sans réseau", "est perdu"}) {
    CAPTURE(words);
    CHECK(bench.find("paragraph", words));
  }
  bench.click(4, 4);  // beside it
  CHECK(bench.model().dialog);
  bench.desk().activate("forget/keep");
  bench.settle();
  CHECK_FALSE(bench.model().dialog);

  bench.dispatch(app::AskToForget{});
  bench.settle();
  bench.desk().activate("forget/accept");
  bench.settle();
  REQUIRE(bench.find("forget/accept"));
  CHECK(bench.find("forget/accept")->name.starts_with("Effacement"));
  bench.desk().activate("forget/keep");
  press_keys(bench, {key(Key::kEscape)});
  CHECK(bench.model().dialog);
  bench.dispatch(app::ForgettingEnded{true});
  bench.settle();
  CHECK_FALSE(bench.model().dialog);
}

}  // namespace
}  // namespace depeche::ui
