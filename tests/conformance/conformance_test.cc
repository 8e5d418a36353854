// The kramdown dialect against the shared material: real documents as Jekyll publishes them, kramdown's own
// cases, and the probes. Skipped, with a message, where DEPECHE_SHARED has none.
#include <nlohmann/json.hpp>

#include <map>
#include <sstream>
#include <string>
#include <string_view>

#include "doctest/doctest.h"
#include "frontmatter/fences.h"
#include "markdown/parse.h"
#include "tests/support/files.h"
#include "tests/support/html_compare.h"
#include "tests/support/score.h"
#include "writers/html_fragment.h"

namespace depeche {
namespace {

namespace fs = std::filesystem;

// How many cases of each suite must be equal.
constexpr std::size_t kCorpusFloor = 822;
constexpr std::size_t kProbesFloor = 129;
constexpr std::size_t kKramdownFloor = 117;
constexpr std::size_t kKramdownMiddleFloor = 21;
constexpr std::size_t kGfmFloor = 6;

std::string rendered(const Text& text, Span body) {
  const markdown::Tree tree = markdown::parse(text, body, markdown::Dialect::kKramdown);
  return writers::html_fragment(tree, markdown::Dialect::kKramdown);
}

std::string rendered(std::string source) {
  const Text text(std::move(source));
  return rendered(text, {0, text.size()});
}

// "path/name.text" with another ending.
std::string read_sibling(fs::path path, std::string_view extension) {
  return read_file(path.replace_extension(extension));
}

TEST_CASE("real documents as Jekyll publishes them") {
  const auto documents = shared_material("corpus/documents");
  const auto pages = shared_material("corpus/html");
  if (!documents || !pages) return;
  Score score("corpus");
  for (const fs::path& path : files_below(*documents, "")) {
    const fs::path name = fs::relative(path, *documents);
    const Text text(read_file(path));
    const std::string actual = rendered(text, frontmatter::find_fences(text.bytes()).body);
    score.add(name.string(), html_difference(read_file(*pages / (name.string() + ".html")), actual));
  }
  score.report(kCorpusFloor);
}

// Lines `NAME: "input"`, each followed by a line `K "html"`; both are JSON strings. (`P` is another
// renderer's.)
TEST_CASE("the probes") {
  const auto path = shared_material("suites/kramdown-probes.txt");
  if (!path) return;
  constexpr std::string_view kExpected = "   K ";
  Score score("probes");
  std::istringstream lines(read_file(*path));
  std::string name, source;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(kExpected)) {
      const std::string html = nlohmann::json::parse(line.substr(kExpected.size()));
      score.add(name, html_difference(html, rendered(source)));
    } else if (line.find(": \"") != std::string::npos && !line.starts_with(' ') && !line.starts_with('#')) {
      const std::size_t colon = line.find(": \"");
      name = line.substr(0, colon);
      source = nlohmann::json::parse(line.substr(colon + 2));
    }
  }
  score.report(kProbesFloor);
}

// ---- kramdown's own cases: NAME.text gives NAME.html, with the options of NAME.options

using Options = std::map<std::string, std::string>;

// Lines `:name: value`.
Options read_options(const std::string& yaml) {
  Options options;
  std::istringstream lines(yaml);
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with(' ') || line.find(": ") == std::string::npos) continue;
    const std::size_t colon = line.find(": ");
    options[line.substr(line.starts_with(':') ? 1 : 0, colon - (line.starts_with(':') ? 1 : 0))] =
        line.substr(colon + 2);
  }
  return options;
}

// The case as a document that sets its options itself. Without a file of options, a case has no automatic
// ids.
std::string source_with_options(const fs::path& path) {
  Options options = {{"auto_ids", "false"}};
  const fs::path file = fs::path(path).replace_extension(".options");
  if (fs::exists(file)) options = read_options(read_file(file));
  std::string tag = "{::options";
  for (const auto& [name, value] : options) tag.append(" ").append(name).append("=\"" + value + "\"");
  return (options.empty() ? "" : tag + " /}\n\n") + read_sibling(path, ".text");
}

void score_case(Score& score, const fs::path& root, const std::string& name) {
  const fs::path path = root / (name + ".text");
  score.add(name, html_difference(read_sibling(path, ".html"), rendered(source_with_options(path))));
}

// The cases of RELEVANCE.tsv whose second column begins with `relevance`.
std::vector<std::string> cases_of(const fs::path& table, std::string_view relevance) {
  std::vector<std::string> names;
  std::istringstream lines(read_file(table));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    if (std::string_view(line).substr(std::min(tab + 1, line.size())).starts_with(relevance))
      names.push_back(line.substr(0, tab));
  }
  return names;
}

TEST_CASE("kramdown's own cases that matter to a site on Jekyll") {
  const auto folder = shared_material("suites/kramdown");
  if (!folder) return;
  Score score("kramdown");
  for (const std::string& name : cases_of(*folder / "RELEVANCE.tsv", "relevant"))
    score_case(score, *folder / "cases", name);
  score.report(kKramdownFloor);
}

TEST_CASE("kramdown's own cases that matter to few") {
  const auto folder = shared_material("suites/kramdown");
  if (!folder) return;
  Score score("kramdown-middle");
  for (const std::string& name : cases_of(*folder / "RELEVANCE.tsv", "middle"))
    score_case(score, *folder / "cases", name);
  score.report(kKramdownMiddleFloor);
}

TEST_CASE("the cases of kramdown's GFM input") {
  const auto folder = shared_material("suites/kramdown-gfm/cases");
  if (!folder) return;
  Score score("kramdown-gfm");
  for (const fs::path& path : files_below(*folder, ".text")) score_case(score, *folder, path.stem().string());
  score.report(kGfmFloor);
}

}  // namespace
}  // namespace depeche
