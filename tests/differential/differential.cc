// Looks for documents that this parser and real kramdown read in two ways.
//
//   differential [--minutes N] [--seed S] [--from cases|corpus|both] [--out FOLDER]
//
// Mutates the project's own cases and the shared corpus, compares both renderers' HTML as a browser sees it,
// and writes each difference, made as small as it gets, to FOLDER/NNN.md beside kramdown's reading of it,
// FOLDER/NNN.html, so that it can move to tests/cases/kramdown. Exits 1 when there was any.
#include <chrono>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "frontmatter/fences.h"
#include "markdown/parse.h"
#include "tests/differential/minimize.h"
#include "tests/differential/oracle.h"
#include "tests/support/html_compare.h"
#include "tests/support/mutation.h"
#include "writers/html_fragment.h"

namespace {

namespace fs = std::filesystem;
using namespace depeche;

struct Settings {
  int minutes = 15;
  unsigned seed = 1;
  std::string from = "both";
  fs::path out = "build/differential";
};

Settings read_settings(int count, char** arguments) {
  Settings settings;
  for (int at = 1; at + 1 < count; at += 2) {
    const std::string name = arguments[at];
    if (name == "--minutes") settings.minutes = std::stoi(arguments[at + 1]);
    if (name == "--seed") settings.seed = static_cast<unsigned>(std::stoul(arguments[at + 1]));
    if (name == "--from") settings.from = arguments[at + 1];
    if (name == "--out") settings.out = arguments[at + 1];
  }
  return settings;
}

// The bodies of all files below a folder whose names end in `extension`.
std::vector<std::string> bodies_below(const fs::path& folder, std::string_view extension) {
  std::vector<std::string> bodies;
  if (!fs::is_directory(folder)) return bodies;
  std::set<fs::path> paths;
  for (const auto& entry : fs::recursive_directory_iterator(folder))
    if (entry.is_regular_file() && entry.path().string().ends_with(extension)) paths.insert(entry.path());
  for (const fs::path& path : paths) {
    std::ifstream stream(path, std::ios::binary);
    const std::string text((std::istreambuf_iterator<char>(stream)), {});
    bodies.emplace_back(frontmatter::find_fences(text).body.of(text));
  }
  return bodies;
}

std::string our_html(const std::string& source) {
  try {
    const Text text(source);
    const markdown::Tree tree = markdown::parse(text, {0, text.size()}, markdown::Dialect::kKramdown);
    return writers::html_fragment(tree, markdown::Dialect::kKramdown);
  } catch (const std::exception& error) {
    return std::string("threw ") + error.what();
  }
}

// What is left of a text when one letter is as good as another: two differences of one shape have one cause.
std::string shape_of(const std::string& text) {
  std::string shape;
  for (const char c : text) {
    const bool is_letter =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
    const bool is_digit = c >= '0' && c <= '9';
    const char sort = is_letter ? 'a' : is_digit ? '1' : c;
    if (sort != 'a' || !shape.ends_with('a')) shape += sort;
  }
  return shape;
}

class Search {
 public:
  Search(const Settings& settings, Oracle& oracle)
      : oracle_(oracle), from_(settings.from), out_(settings.out), mutator_(settings.seed) {
    fs::create_directories(out_);
  }

  // Returns the number of differences found.
  std::size_t run(std::chrono::minutes duration) {
    const std::vector<std::string> cases = bodies_below(DEPECHE_TESTS "/cases/kramdown", ".md");
    const char* shared = std::getenv("DEPECHE_SHARED");
    const std::vector<std::string> corpus =
        bodies_below(fs::path(shared ? shared : DEPECHE_ROOT "/../shared") / "corpus/documents", "");
    const auto end = std::chrono::steady_clock::now() + duration;
    // Cases are small and hold one rule each: most rounds go to them, unless the corpus is asked for.
    for (; std::chrono::steady_clock::now() < end; ++rounds_) {
      const bool is_turn = from_ == "corpus" || (from_ == "both" && rounds_ % 16 == 0);
      const bool takes_corpus = is_turn && !corpus.empty();
      examine(mutator_.mutate(takes_corpus ? corpus : cases));
    }
    std::cout << rounds_ << " documents, " << shapes_.size() << " differences, " << unread_
              << " times kramdown could not read one\n";
    return shapes_.size();
  }

 private:
  std::string difference(const std::string& source) {
    const auto expected = oracle_.html(source);
    if (!expected) ++unread_;
    return expected ? html_difference(*expected, our_html(source)) : "";
  }

  void examine(const std::string& source) {
    if (difference(source).empty()) return;
    const std::string smallest =
        minimized(source, [&](const std::string& part) { return !difference(part).empty(); });
    if (!shapes_.insert(shape_of(smallest)).second) return;
    const fs::path stem = out_ / std::to_string(1000 + shapes_.size()).substr(1);
    std::ofstream(fs::path(stem).concat(".md"), std::ios::binary) << smallest;
    std::ofstream(fs::path(stem).concat(".html"), std::ios::binary) << oracle_.html(smallest).value_or("");
    std::cout << stem.string() << ".md\n" << smallest << '\n' << difference(smallest) << std::endl;
  }

  Oracle& oracle_;
  std::string from_;
  fs::path out_;
  Mutator mutator_;
  std::set<std::string> shapes_;  // of the differences found
  std::size_t rounds_ = 0;
  std::size_t unread_ = 0;
};

}  // namespace

int main(int count, char** arguments) {
  const Settings settings = read_settings(count, arguments);
  Oracle oracle(DEPECHE_TESTS "/differential/kramdown_server.rb");
  return Search(settings, oracle).run(std::chrono::minutes(settings.minutes)) == 0 ? 0 : 1;
}
