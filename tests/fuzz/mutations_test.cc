// The fuzz target's promises on the project's cases and on mutations of them: what libFuzzer does at length,
// in seconds and everywhere. DEPECHE_FUZZ_ROUNDS sets how many.
#include <cstdlib>

#include "doctest/doctest.h"
#include "tests/fuzz/mutator.h"
#include "tests/fuzz/promises.h"
#include "tests/support/files.h"

namespace depeche::fuzz {
namespace {

std::vector<std::string> seeds() {
  std::vector<std::string> texts;
  for (std::string_view extension : {".md", ".html", ".txt"})
    for (const std::filesystem::path& path :
         files_below(std::filesystem::path(DEPECHE_TESTS) / "cases", extension))
      texts.push_back(read_file(path));
  texts.push_back(
      "---\ntitle: Un titre\ndate: 2026-01-02 10:00:00 +01:00\ntags:\n- a\nfiles:\n- file: "
      "\"/uploads/a.pdf\"\n"
      "  nom: Pièce\n---\n\nTexte **gras :**suite\n\n> citation\n> {: .citation}\n");
  return texts;
}

std::string with_dialect(unsigned dialect, const std::string& text) {
  return static_cast<char>('0' + dialect) + text;
}

int rounds() {
  const char* named = std::getenv("DEPECHE_FUZZ_ROUNDS");
  return named != nullptr ? std::atoi(named) : DEPECHE_FUZZ_ROUNDS;
}

TEST_CASE("every case, in each dialect") {
  for (const std::string& seed : seeds()) {
    for (unsigned dialect = 0; dialect < 3; ++dialect) {
      const std::string input = with_dialect(dialect, seed);
      CAPTURE(input);
      CHECK(broken_promise(input) == "");
    }
  }
}

TEST_CASE("mutations of the cases") {
  Mutator mutator(seeds(), 2018);
  for (int round = 0; round < rounds(); ++round) {
    const std::string input = with_dialect(static_cast<unsigned>(round) % 3, mutator.next());
    CAPTURE(round);
    CAPTURE(input);
    REQUIRE(broken_promise(input) == "");
  }
}

}  // namespace
}  // namespace depeche::fuzz
