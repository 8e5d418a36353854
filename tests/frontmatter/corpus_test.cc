// Every real front matter reads as Ruby reads it for Jekyll.
#include "tests/frontmatter/corpus.h"

#include <iostream>

#include "doctest/doctest.h"
#include "frontmatter/front_matter.h"
#include "tests/frontmatter/value_json.h"

using namespace depeche;
using namespace depeche::frontmatter;

TEST_CASE("the corpus' front matter reads as Jekyll reads it") {
  std::filesystem::path shared = shared_folder();
  if (shared.empty()) return;
  std::filesystem::path documents = shared / "corpus/documents";
  int count = 0;
  int equal = 0;
  for (const auto& file : files_below(documents)) {
    std::filesystem::path expected_file =
        shared / "corpus/front-matter" / std::filesystem::relative(file, documents);
    expected_file += ".json";
    ++count;
    auto expected = nlohmann::ordered_json::parse(read_file(expected_file));
    FrontMatter front_matter = read_front_matter(Text(read_file(file)));
    auto found = to_json(front_matter.root);
    equal += found == expected;
    CAPTURE(file.string());
    CHECK(found.dump(2) == expected.dump(2));
    CHECK(front_matter.diagnostics.empty());
  }
  std::cout << "front matter equal to Jekyll's: " << equal << " of " << count << "\n";
}
