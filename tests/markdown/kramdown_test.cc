// The kramdown dialect: cases of our own (tests/cases/kramdown), the properties of the tree on any input,
// and, where the shared material is, documents as Jekyll publishes them.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "tests/conformance/jekyll_body.h"
#include "writers/html_kramdown.h"

using namespace depeche;
using namespace depeche::markdown;
namespace fs = std::filesystem;

namespace {

std::string read(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::vector<fs::path> files_below(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (entry.is_regular_file() && (extension.empty() || entry.path().extension() == extension)) {
      files.push_back(entry.path());
    }
  }
  std::sort(files.begin(), files.end());
  return files;
}

Tree parse_all(const Text& text) {
  return parse(text, {0, text.size()}, Dialect::kKramdown).tree;
}

std::string html(const std::string& markdown) {
  return writers::html_kramdown(parse_all(Text(markdown)));
}

// What is wrong with the tree's spans; empty if nothing.
std::string span_fault(const Tree& tree) {
  const std::string_view bytes = tree.source().bytes();
  for (NodeId node = 0; node < tree.size(); ++node) {
    const Span span = tree.span(node);
    const Span content = tree.content(node);
    const auto fault = [&](std::string_view what) {
      return std::string(name(tree.kind(node))) + " at " + std::to_string(span.begin) + ": " +
             std::string(what);
    };
    if (span.begin > span.end || span.end > bytes.size()) return fault("span outside of the text");
    if (!span.contains(content)) return fault("content outside of the span");
    const NodeId parent = tree.parent(node);
    if (parent != kNoNode && !tree.span(parent).contains(span)) return fault("span outside of the parent's");
    const NodeId next = tree.next_sibling(node);
    if (next != kNoNode && tree.span(next).begin < span.end) return fault("overlaps its sibling");
    for (const Offset offset : {span.begin, span.end, content.begin, content.end}) {
      if (!is_code_point_boundary(bytes, offset)) return fault("not on a code point boundary");
    }
    if (tree.node_at(span.begin) < node && !span.empty()) return fault("not found at its begin");
  }
  return "";
}

std::string random_markdown(std::mt19937& random) {
  static constexpr std::string_view kPieces[] = {"*",
                                                 "**",
                                                 "_",
                                                 "__",
                                                 "`",
                                                 "``",
                                                 "```\n",
                                                 "~~~\n",
                                                 "~~",
                                                 "[",
                                                 "]",
                                                 "(",
                                                 ")",
                                                 "![",
                                                 "](u)",
                                                 "](u \"t\")",
                                                 "<b>",
                                                 "</b>",
                                                 "<div>",
                                                 "</div>",
                                                 "<br>",
                                                 "<!-- ",
                                                 " -->",
                                                 "{:.a}",
                                                 "\n{: .b}\n",
                                                 "{:x: .c}\n",
                                                 "{::comment}",
                                                 "{:/}",
                                                 "\n",
                                                 "\n\n",
                                                 "  \n",
                                                 "    ",
                                                 "\t",
                                                 "> ",
                                                 "- ",
                                                 "* ",
                                                 "1. ",
                                                 "\n: ",
                                                 "# ",
                                                 "===\n",
                                                 "---\n",
                                                 "| ",
                                                 "|-\n",
                                                 "a",
                                                 "b c",
                                                 "é",
                                                 "’",
                                                 "\"",
                                                 "'",
                                                 "--",
                                                 "...",
                                                 "<<",
                                                 ">>",
                                                 "&eacute;",
                                                 "&",
                                                 "$$",
                                                 "\\",
                                                 "^\n",
                                                 "[^1]",
                                                 "\n[^1]: ",
                                                 "\n[a]: u\n",
                                                 "\n*[b]: c\n",
                                                 "{{ x }}",
                                                 "\r\n",
                                                 "\xFF",
                                                 "<http://e.org>",
                                                 "- [ ] ",
                                                 "<script>",
                                                 "\n<div markdown=\"1\">\n",
                                                 "* toc\n{:toc}\n",
                                                 "  "};
  std::string text;
  for (std::size_t count = random() % 40; count > 0; --count) text += kPieces[random() % std::size(kPieces)];
  return text;
}

std::string repeated(std::string_view unit, std::size_t bytes) {
  std::string text;
  while (text.size() < bytes) text += unit;
  return text;
}

}  // namespace

TEST_CASE("each rule of the dialect has its case") {
  for (const fs::path& path : files_below(fs::path(DEPECHE_TESTS) / "cases/kramdown", ".md")) {
    CAPTURE(path.filename().string());
    fs::path expected = path;
    CHECK(html(read(path)) == read(expected.replace_extension(".html")));
  }
}

TEST_CASE("spans nest, do not overlap and lie on code points, whatever the text") {
  for (const fs::path& path : files_below(fs::path(DEPECHE_TESTS) / "cases", ".md")) {
    CAPTURE(path.string());
    CHECK(span_fault(parse_all(Text(read(path)))) == "");
  }
  std::mt19937 random(20261124);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = random_markdown(random);
    CAPTURE(text);
    REQUIRE(span_fault(parse_all(Text(text))) == "");
  }
}

TEST_CASE("nothing makes the time more than linear") {
  const std::string units[] = {"> ",
                               "[",
                               "![",
                               "*",
                               "**a ",
                               "*a _b ",
                               "`",
                               "`a``",
                               "- ",
                               "* a\n  ",
                               "<b>",
                               "<div>",
                               "<div markdown=\"1\">\n",
                               "<!--",
                               "{::comment}\n",
                               "{:",
                               "{:\n",
                               "$$",
                               "```\n",
                               "````x\n",
                               "~~a ",
                               "[a](",
                               "[a](b \"",
                               "&",
                               "<a ",
                               "| a ",
                               "|\n",
                               "[^1]: ",
                               "\n: a",
                               "a\n: b\n",
                               "\"'",
                               "</b>",
                               "[a]: b\n",
                               "<b>*",
                               "*[",
                               "*[a",
                               "1. ",
                               "  - a\n"};
  for (const std::string& unit : units) {
    CAPTURE(unit);
    const auto seconds = [&](std::size_t bytes) {
      const Text text(repeated(unit, bytes));
      const auto begin = std::chrono::steady_clock::now();
      writers::html_kramdown(parse_all(text));
      return std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count();
    };
    // 16 times the text; quadratic time would be 256 times as long.
    const double small = seconds(20'000);
    const double large = seconds(320'000);
    CHECK_MESSAGE(large < 100 * small + 0.5, "20 KB: ", small, " s, 320 KB: ", large, " s");
  }
}

TEST_CASE("documents read as Jekyll publishes them") {
  const char* given = std::getenv("DEPECHE_SHARED");
  const fs::path shared = given ? fs::path(given) : fs::path(DEPECHE_ROOT) / "../shared";
  if (!fs::exists(shared / "corpus/documents")) {
    MESSAGE("skipped: no shared corpus");
    return;
  }
  int equal = 0, total = 0;
  for (const fs::path& path : files_below(shared / "corpus/documents", "")) {
    const Text text(read(path));
    const Tree tree = parse(text, tests::jekyll_body(text.bytes()), Dialect::kKramdown).tree;
    CAPTURE(path.string());
    CHECK(span_fault(tree) == "");
    fs::path expected = shared / "corpus/html" / fs::relative(path, shared / "corpus/documents");
    expected += ".html";
    ++total;
    equal += writers::html_kramdown(tree) == read(expected) ? 1 : 0;
  }
  // To the byte, but for one where an attribute of raw HTML holds `&nbsp;`, which we write as the character.
  CHECK(equal >= total - 1);
}
