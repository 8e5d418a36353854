#include "editor/emphasis.h"

#include <chrono>

#include "doctest/doctest.h"
#include "tests/support/cpu_clock.h"

namespace depeche::editor {
namespace {

// "i:" or "b:" and the content, for each emphasis, apart by " | ".
std::string emphases_of(std::string_view text) {
  std::string contents;
  for (const Emphasis& emphasis : find_emphases(text, {0, static_cast<Offset>(text.size())})) {
    if (!contents.empty()) contents += " | ";
    contents += (emphasis.bold() ? "b:" : "i:") + std::string(emphasis.content().of(text));
  }
  return contents;
}

TEST_CASE("emphasis is found as it is written") {
  struct Row {
    std::string_view text;
    std::string_view emphases;
  };
  const Row rows[] = {
      {"un *mot* et **deux mots**", "i:mot | b:deux mots"},
      {"_un_ __deux__", "i:un | b:deux"},
      {"***tout***", "b:tout | i:**tout**"},
      {"**un *deux* trois**", "i:deux | b:un *deux* trois"},
      {"**gras :**suite", "b:gras :"},
      {"snake_case_name et 2 * 3 * 4", ""},
      {"in*tra*mot", "i:tra"},
      {"\\*échappé\\* \\*\\*contrat \\*\\*", ""},
      {"`*code*` ``a ` *b*`` *ici*", "i:ici"},
      {"` *sans fin*", "i:sans fin"},
      {"**ouvert", ""},
      {"fermé**", ""},
      {"*a **b* c**", "i:b | i:*b* c | i:a **b* c*"},
      {"****", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.text);
    CHECK(emphases_of(row.text) == row.emphases);
  }
}

TEST_CASE("hostile text is read in linear time") {
  const auto repeat = [](std::string_view piece) {
    std::string text;
    while (text.size() < 1'000'000) text += piece;
    return text;
  };
  std::string backticks;  // runs of every size, none of which has a partner
  for (std::size_t size = 1; backticks.size() < 1'000'000; ++size) backticks += std::string(size, '`') + ' ';
  for (const std::string& text : {repeat("*a "), repeat("*a _b "), repeat("a* b_ "), repeat("`"),
                                  repeat("*a** "), repeat("\\"), backticks}) {
    const auto start = CpuClock::now();
    find_emphases(text, {0, static_cast<Offset>(text.size())});
    CHECK(CpuClock::now() - start < std::chrono::seconds(2));  // under sanitizers too
  }
}

}  // namespace
}  // namespace depeche::editor
