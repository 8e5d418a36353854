// How often each rule speaks on real documents: a rule that speaks where nothing is wrong is no help.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>

#include "doctest/doctest.h"
#include "rules/rules.h"

namespace depeche::rules {
namespace {

TEST_CASE("findings on the corpus, by rule") {
  const char* shared = std::getenv("DEPECHE_SHARED");
  const std::filesystem::path documents =
      std::filesystem::path(shared != nullptr ? shared : DEPECHE_ROOT "/../shared") / "corpus/documents";
  if (!std::filesystem::exists(documents)) {
    MESSAGE("skipped: no " << documents.string());
    return;
  }
  std::map<std::string, int> findings;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(documents)) {
    if (!entry.is_regular_file()) continue;
    std::ifstream stream(entry.path(), std::ios::binary);
    const Text text(std::string(std::istreambuf_iterator<char>(stream), {}));
    for (const Diagnostic& diagnostic : check(read_release(text))) {
      ++findings[diagnostic.rule];
      CHECK(diagnostic.span.end <= text.size());
    }
  }
  for (const auto& [rule, count] : findings) MESSAGE(count << " " << rule);
}

}  // namespace
}  // namespace depeche::rules
