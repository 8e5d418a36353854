// How often each rule speaks on real documents: a rule that speaks where nothing is wrong is no help.
#include <map>

#include "doctest/doctest.h"
#include "rules/rules.h"
#include "tests/support/files.h"

namespace depeche::rules {
namespace {

TEST_CASE("findings on the corpus, by rule") {
  const auto documents = shared_material("corpus/documents");
  if (!documents) return;
  std::map<std::string, int> findings;
  for (const std::filesystem::path& path : files_below(*documents, "")) {
    const Text text(read_file(path));
    for (const Diagnostic& diagnostic : check(read_release(text))) {
      ++findings[diagnostic.rule];
      CHECK(diagnostic.span.end <= text.size());
    }
  }
  for (const auto& [rule, count] : findings) MESSAGE(count << " " << rule);
}

}  // namespace
}  // namespace depeche::rules
