// The examples of the CommonMark and GFM specifications, byte for byte.
#include <nlohmann/json.hpp>

#include <map>
#include <string>

#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "tests/support/files.h"
#include "tests/support/tree_check.h"
#include "writers/html_fragment.h"

namespace depeche {
namespace {

using markdown::Dialect;

std::string render(const std::string& source, Dialect dialect) {
  const Text text(source);
  const markdown::Tree tree = markdown::parse(text, {0, text.size()}, dialect);
  CHECK(problem_with_spans(tree) == "");
  return writers::html_fragment(tree, dialect);
}

struct Example {
  int number = 0;
  std::string extension;  // "table"; empty for plain CommonMark
  std::string source;
  std::string html;
};

std::string replaced(std::string_view text, std::string_view from, std::string_view to) {
  std::string result;
  while (true) {
    const std::size_t at = std::min(text.find(from), text.size());
    result.append(text.substr(0, at));
    if (at == text.size()) return result;
    result.append(to);
    text.remove_prefix(at + from.size());
  }
}

std::string with_tabs(std::string_view text) {
  return replaced(text, "→", "\t");
}

// The examples of a specification's text: between lines of 32 backticks, Markdown and HTML parted by a line
// ".".
std::vector<Example> read_examples(const std::string& specification) {
  const std::string fence(32, '`');
  const std::string closing_fence = std::string("\n").append(fence).append("\n");
  std::vector<Example> examples;
  for (std::size_t at = specification.find(fence + " example"); at != std::string::npos;
       at = specification.find(fence + " example", at)) {
    const std::size_t line_end = specification.find('\n', at);
    const std::size_t end = specification.find(closing_fence, line_end - 1);
    const std::size_t middle = specification.find("\n.\n", line_end - 1);
    Example example;
    example.number = static_cast<int>(examples.size()) + 1;
    example.extension = specification.substr(at + fence.size() + 8, line_end - at - fence.size() - 8);
    if (!example.extension.empty()) example.extension.erase(0, 1);
    example.source = with_tabs(specification.substr(line_end + 1, std::max(middle, line_end) - line_end));
    example.html = with_tabs(specification.substr(middle + 3, std::max(end + 1, middle + 3) - middle - 3));
    examples.push_back(std::move(example));
    at = end;
  }
  return examples;
}

// The order of a check box's attributes is no matter.
std::string with_ordered_check_boxes(std::string html) {
  html = replaced(html, "<input checked=\"\" disabled=\"\" type=\"checkbox\">",
                  "<input type=\"checkbox\" checked=\"\" disabled=\"\" />");
  return replaced(html, "<input disabled=\"\" type=\"checkbox\">",
                  "<input type=\"checkbox\" disabled=\"\" />");
}

TEST_CASE("every example of CommonMark 0.31.2") {
  const auto path = shared_material("suites/commonmark/spec.json");
  if (!path) return;
  const nlohmann::json examples = nlohmann::json::parse(read_file(*path));
  CHECK(examples.size() >= 652);
  for (const nlohmann::json& example : examples) {
    const int number = example["example"];
    CAPTURE(number);
    const std::string source = example["markdown"];
    CAPTURE(source);
    const std::string html = example["html"];
    CHECK(render(source, Dialect::kCommonMark) == html);
  }
}

TEST_CASE("the examples of GFM, those apart that md4c reads in another way") {
  const auto path = shared_material("suites/gfm/spec.txt");
  if (!path) return;
  const std::map<int, std::string_view> known = {
      {625, "autolink: parentheses that do not match end the link"},
      {626, "autolink: a character reference at the end makes it text"},
      {627, "autolink: so does a '<'"},
      {645, "CommonMark 0.31 takes more comments than 0.29, on which GFM stands"},
      {646, "likewise"},
      {653, "tagfilter: raw HTML is the safe mode's matter (writers/html_safe.h)"},
  };
  const std::vector<Example> examples = read_examples(read_file(*path));
  CHECK(examples.size() == 673);
  for (const Example& example : examples) {
    CAPTURE(example.number);
    CAPTURE(example.source);
    const Dialect dialect = example.extension.empty() ? Dialect::kCommonMark : Dialect::kGfm;
    const std::string html = with_ordered_check_boxes(example.html);
    const bool equal = render(example.source, dialect) == html;
    if (known.contains(example.number)) {
      CHECK_MESSAGE(!equal, "no longer differs");
    } else {
      CHECK(render(example.source, dialect) == html);
    }
  }
}

TEST_CASE("the project's own cases: NAME.md gives NAME.html and the tree NAME.tree, in GFM") {
  const auto cases = files_below(std::filesystem::path(DEPECHE_TESTS) / "cases/commonmark", ".md");
  CHECK(cases.size() >= 10);
  for (const std::filesystem::path& path : cases) {
    const std::string name = path.filename().string();
    CAPTURE(name);
    const std::string source = read_file(path);
    const auto expected = [&](std::string_view extension) {
      return read_file(std::filesystem::path(path).replace_extension(extension));
    };
    const Text text(source);
    const markdown::Tree tree = markdown::parse(text, {0, text.size()}, Dialect::kGfm);
    CHECK(writers::html_fragment(tree, Dialect::kGfm) == expected(".html"));
    CHECK(outline_of(tree) == expected(".tree"));
  }
}

}  // namespace
}  // namespace depeche
