// What holds for the tree of any text, in every dialect: parsing ends, spans nest, siblings do not overlap,
// all lie on code point boundaries and inside the body.
#include <random>
#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "tests/support/files.h"
#include "tests/support/mutation.h"
#include "tests/support/random_markdown.h"
#include "tests/support/tree_check.h"

namespace depeche {
namespace {

using markdown::Dialect;
using markdown::NodeId;
using markdown::Tree;

// Where looking up `offset` leads: the node holds it, and so do all above it.
std::string problem_with_lookup(const Tree& tree, Offset offset) {
  const NodeId found = tree.node_at(offset);
  const Span span = tree.span(found);
  if (found == tree.root() || (span.begin <= offset && offset <= span.end)) return "";
  return "node_at(" + std::to_string(offset) + ") gives a node elsewhere";
}

void check_tree(const Text& text, Span body) {
  for (const Dialect dialect : {Dialect::kKramdown, Dialect::kCommonMark, Dialect::kGfm}) {
    const Tree tree = markdown::parse(text, body, dialect);
    CAPTURE(static_cast<int>(dialect));
    CAPTURE(text.bytes());
    REQUIRE(problem_with_spans(tree) == "");
    REQUIRE(body.contains(tree.span(tree.root())));
    for (const Offset offset : {body.begin, body.begin + body.size() / 2, body.end})
      REQUIRE(problem_with_lookup(tree, offset) == "");
  }
}

void check_tree(std::string source) {
  const Text text(std::move(source));
  check_tree(text, {0, text.size()});
}

std::vector<std::string> own_cases() {
  std::vector<std::string> sources;
  for (const auto& path : files_below(std::filesystem::path(DEPECHE_TESTS) / "cases/kramdown", ".md"))
    sources.push_back(read_file(path));
  return sources;
}

TEST_CASE("the cases") {
  for (const std::string& source : own_cases()) check_tree(source);
}

TEST_CASE("random pieces of Markdown") {
  RandomMarkdown random(1905);
  for (int round = 0; round < 10000; ++round) check_tree(random.text(24));
}

TEST_CASE("mutations of the cases") {
  const std::vector<std::string> sources = own_cases();
  Mutator mutator(1881);
  for (int round = 0; round < 10000; ++round) check_tree(mutator.mutate(sources));
}

TEST_CASE("a body in the middle of a text keeps to itself") {
  const std::vector<std::string> sources = own_cases();
  const std::string before = "---\ntitle: \"*a* [b\n---\n";
  Mutator mutator(1789);
  for (int round = 0; round < 2000; ++round) {
    const std::string body = mutator.mutate(sources);
    const Text text(before + body + "*fin*\n");
    const auto begin = static_cast<Offset>(before.size());
    check_tree(text, {begin, begin + static_cast<Offset>(body.size())});
  }
}

TEST_CASE("the corpus, as it is and mutated") {
  const auto folder = shared_material("corpus/documents");
  if (!folder) return;
  std::vector<std::string> sources;
  for (const std::filesystem::path& path : files_below(*folder, "")) sources.push_back(read_file(path));
  for (const std::string& source : sources) check_tree(source);
  Mutator mutator(1944);
  for (int round = 0; round < 300; ++round) check_tree(mutator.mutate(sources));
}

}  // namespace
}  // namespace depeche
