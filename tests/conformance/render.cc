// Renders Markdown bodies for comparison with other renderers, as `depeche html -o` does but without front
// matter.
//   render OUT FILE...    each FILE's HTML at OUT/FILE.html; front matter is skipped as Jekyll finds it
//   render -              standard input to standard output
//   render --time FILE    milliseconds to parse, and to parse and write
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "markdown/parse.h"
#include "tests/conformance/jekyll_body.h"
#include "writers/html_fragment.h"

namespace {

using namespace depeche;

std::string read(std::istream& in) {
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string render(const Text& text) {
  const Span body = tests::jekyll_body(text.bytes());
  return writers::html_fragment(markdown::parse(text, body, markdown::Dialect::kKramdown),
                                markdown::Dialect::kKramdown);
}

double milliseconds(auto work) {
  double best = 1e9;
  for (int run = 0; run < 7; ++run) {
    const auto begin = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begin;
    best = std::min(best, taken.count());
  }
  return best;
}

void time(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  const Text text(read(in));
  const Span body{0, text.size()};
  const auto parse = [&] { return markdown::parse(text, body, markdown::Dialect::kKramdown); };
  std::cout << "parse " << milliseconds(parse) << " ms, with HTML "
            << milliseconds([&] { writers::html_fragment(parse(), markdown::Dialect::kKramdown); })
            << " ms, tree " << parse().size() << " nodes, " << parse().memory() << " bytes\n";
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::string(argv[1]) == "-") {
    std::cout << render(Text(read(std::cin)));
    return 0;
  }
  if (argc == 3 && std::string(argv[1]) == "--time") {
    time(argv[2]);
    return 0;
  }
  for (int index = 2; index < argc; ++index) {
    const std::filesystem::path target =
        std::filesystem::path(argv[1]) / (std::string(argv[index]) + ".html");
    std::filesystem::create_directories(target.parent_path());
    std::ifstream in(argv[index], std::ios::binary);
    std::ofstream(target, std::ios::binary) << render(Text(read(in)));
  }
  return 0;
}
