// docs/markdown-tree.md tells of every kind of node.
#include <string>

#include "doctest/doctest.h"
#include "markdown/node.h"
#include "tests/support/files.h"

using namespace depeche;
using markdown::Kind;

TEST_CASE("every kind has its row in docs/markdown-tree.md") {
  const std::string page = read_file(std::filesystem::path(DEPECHE_ROOT) / "docs/markdown-tree.md");
  for (int kind = 0; kind <= static_cast<int>(Kind::kLiquid); ++kind) {
    const std::string name(markdown::name(static_cast<Kind>(kind)));
    CAPTURE(name);
    CHECK_FALSE(name.empty());
    CHECK(page.find("\n| `" + name + "` |") != std::string::npos);
  }
}
