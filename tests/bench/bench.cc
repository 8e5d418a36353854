// The speed of the core, in one run beside md4c's own renderer: parse, parse and HTML, the checks, a whole
// revision (front matter, tree, rules), memory of the tree. Run by `./dev bench`; other renderers follow from
// tests/bench/peers.mjs.
//
//   bench [FILE…]     the sample release, and corpus/1mb.md and the seed where DEPECHE_SHARED (or ../shared)
//   has them
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/parse.h"
#include "md4c-html.h"
#include "release/release.h"
#include "rules/checker.h"
#include "rules/rules.h"
#include "writers/html_fragment.h"

namespace {

using namespace depeche;
using Clock = std::chrono::steady_clock;

double median(std::vector<double> runs) {
  const auto middle = runs.begin() + static_cast<std::ptrdiff_t>(runs.size() / 2);
  std::nth_element(runs.begin(), middle, runs.end());
  return *middle;
}

// Median seconds of one call: at least seven, and a third of a second of them.
double median_seconds(const std::function<void()>& work) {
  std::vector<double> runs;
  double total = 0;
  while (runs.size() < 7 || total < 0.35) {
    const auto start = Clock::now();
    work();
    runs.push_back(std::chrono::duration<double>(Clock::now() - start).count());
    total += runs.back();
  }
  return median(std::move(runs));
}

std::string md4c_html(std::string_view source, unsigned flags) {
  std::string html;
  const auto append = [](const MD_CHAR* bytes, MD_SIZE size, void* out) {
    static_cast<std::string*>(out)->append(bytes, size);
  };
  md_html(source.data(), static_cast<MD_SIZE>(source.size()), append, &html, flags, 0);
  return html;
}

void report(std::string_view what, std::size_t bytes, double seconds, double reference) {
  std::printf("  %-34.*s %9.3f ms %9.1f MB/s %7.2f x\n", static_cast<int>(what.size()), what.data(),
              seconds * 1e3, static_cast<double>(bytes) / seconds / 1e6, seconds / reference);
}

// Median seconds that the checks take after each letter that comes and goes in the middle of the text.
double seconds_after_a_key(Release release) {
  rules::Checker checker;
  checker.check(release);
  const Offset middle = release.text.size() / 2;
  const Offset at = release.text.line(release.text.line_at(middle)).begin;
  std::vector<double> runs;
  for (int key = 0; key < 200; ++key) {
    const bool comes = key % 2 == 0;
    const auto change =
        Change::of(release.text.size(), {comes ? Replacement{{at, at}, "x"} : Replacement{{at, at + 1}, ""}});
    release = reread_release(std::move(release), *change, change->apply(release.text));
    const auto start = Clock::now();
    checker.follow(release, *change);
    runs.push_back(std::chrono::duration<double>(Clock::now() - start).count());
  }
  return median(std::move(runs));
}

void measure(const std::string& name, const std::string& source) {
  const Text text{std::string(source)};
  const Release release = read_release(text);
  const std::string body(text.bytes(release.body));
  std::size_t sink = 0;

  std::printf("%s: %zu bytes, body %zu\n", name.c_str(), source.size(), body.size());
  const double reference = median_seconds([&] { sink += md4c_html(body, MD_DIALECT_COMMONMARK).size(); });
  report("md4c + its HTML, CommonMark", body.size(), reference, reference);
  report("md4c + its HTML, GFM", body.size(),
         median_seconds([&] { sink += md4c_html(body, MD_DIALECT_GITHUB).size(); }), reference);

  struct Row {
    const char* name;
    markdown::Dialect dialect;
  };
  for (const Row& row :
       {Row{"kramdown", markdown::Dialect::kKramdown}, Row{"CommonMark", markdown::Dialect::kCommonMark},
        Row{"GFM", markdown::Dialect::kGfm}}) {
    const double parse =
        median_seconds([&] { sink += markdown::parse(text, release.body, row.dialect).size(); });
    const double both = median_seconds([&] {
      const markdown::Tree tree = markdown::parse(text, release.body, row.dialect);
      sink += writers::html_fragment(tree, row.dialect).size();
    });
    report(std::string("ours, parse, ") + row.name, body.size(), parse, reference);
    report(std::string("ours, parse + HTML, ") + row.name, body.size(), both, reference);
  }
  const double checks = median_seconds([&] { sink += rules::check(release).size(); });
  report("ours, the checks alone", source.size(), checks, reference);
  const double key = seconds_after_a_key(release);
  report("ours, the checks after a key", source.size(), key, reference);
  const double revision = median_seconds([&] { sink += rules::check(read_release(text)).size(); });
  report("ours, whole revision with checks", source.size(), revision, reference);
  const double portable =
      median_seconds([&] { sink += rules::check(read_release(text), {.portability = true}).size(); });
  report("ours, with those of portability", source.size(), portable, reference);
  std::printf("  nodes in the tree: %zu\n\n", release.tree.size());
  if (sink == 0) std::printf("\n");  // what was made was used
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

int main(int argument_count, char** arguments) {
  std::vector<std::filesystem::path> files(arguments + 1, arguments + argument_count);
  if (files.empty()) {
    const char* given = std::getenv("DEPECHE_SHARED");
    const std::filesystem::path root = DEPECHE_ROOT;
    const std::filesystem::path shared = given ? given : root / ".." / "shared";
    files = {root / "assets/sample-release.md", shared / "seed/communique-eig.md", shared / "corpus/1mb.md"};
  }
  for (const auto& file : files) {
    if (!std::filesystem::exists(file)) {
      std::printf("%s: skipped, not there\n", file.filename().string().c_str());
      continue;
    }
    measure(file.filename().string(), read_file(file));
  }
}
