// The family portability/ on real documents, held against the HTML of both readings: it is to speak where
// they look different and to be silent where they do not.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "portability/filling.h"
#include "tests/rules/rows.h"
#include "tests/support/files.h"
#include "tests/support/mutation.h"
#include "tests/support/visible_html.h"
#include "writers/html_fragment.h"

namespace depeche::rules {
namespace {

std::string html(const Text& text, Span body, markdown::Dialect dialect) {
  return writers::html_fragment(markdown::parse(text, body, dialect), dialect);
}

// As Jekyll reads a document: what it fills in stands there.
bool look_alike(const Release& release) {
  const Text filled = portability::filled(release.text, release.body);
  return looks_alike(html(filled, release.body, markdown::Dialect::kKramdown),
                     html(filled, release.body, markdown::Dialect::kGfm));
}

std::vector<Diagnostic> found_in(const Release& release) {
  std::vector<Diagnostic> found = check(release, {.portability = true});
  std::erase_if(found, [](const Diagnostic& each) { return !each.rule.starts_with("portability/"); });
  return found;
}

// What stands between empty lines.
std::vector<std::string> passages_of(std::string_view body) {
  std::vector<std::string> passages;
  for (std::size_t begin = 0; begin < body.size();) {
    const std::size_t end = std::min(body.find("\n\n", begin), body.size() - 1) + 1;
    passages.emplace_back(body.substr(begin, end - begin));
    begin = end;
  }
  return passages;
}

TEST_CASE("portability on the corpus: no false alarm, no difference missed") {
  const auto documents = shared_material("corpus/documents");
  if (!documents) return;
  int alike = 0, told = 0, fixes = 0, helping = 0;
  std::vector<std::string> false_alarms, missed;
  std::map<std::string, int> findings;
  for (const std::filesystem::path& path : files_below(*documents, "")) {
    const std::string document = read_file(path);
    const Release release = read_release(Text(std::string(document)));
    const std::vector<Diagnostic> found = found_in(release);
    const bool is_alike = look_alike(release);
    alike += is_alike ? 1 : 0;
    told += !is_alike && !found.empty() ? 1 : 0;
    if (is_alike && !found.empty()) false_alarms.push_back(path.filename().string());
    if (!is_alike && found.empty()) missed.push_back(path.filename().string());
    for (const Diagnostic& diagnostic : found) {
      ++findings[diagnostic.rule];
      CHECK(release.body.contains(diagnostic.span));
      for (const Fix& fix : diagnostic.fixes) {
        ++fixes;
        const Release fixed = read_release(Text(applied(document, fix)));
        helping += found_in(fixed).size() < found.size() ? 1 : 0;
      }
    }
  }
  MESSAGE(alike << " look alike, " << told << " differ and are told; " << false_alarms.size()
                << " false alarms, " << missed.size() << " missed; " << helping << " of " << fixes
                << " fixes help");
  for (const auto& [rule, count] : findings) MESSAGE(count << " " << rule);
  CHECK(false_alarms == std::vector<std::string>());
  CHECK(missed == std::vector<std::string>());
  CHECK(helping * 10 >= fixes * 9);
}

// A finer sieve: each passage between empty lines as a document of its own, so that one finding cannot cover
// for another.
TEST_CASE("portability on the corpus's passages") {
  const auto documents = shared_material("corpus/documents");
  if (!documents) return;
  int passages = 0, told = 0, false_alarms = 0, missed = 0;
  for (const std::filesystem::path& path : files_below(*documents, "")) {
    const Text text(read_file(path));
    for (std::string& passage : passages_of(text.bytes(read_release(text).body))) {
      const Release release = read_release(Text(std::move(passage)));
      const bool speaks = !found_in(release).empty();
      const bool is_alike = look_alike(release);
      ++passages;
      told += !is_alike && speaks ? 1 : 0;
      false_alarms += is_alike && speaks ? 1 : 0;
      missed += !is_alike && !speaks ? 1 : 0;
      const std::string error = speaks ? "false alarm: " : "missed: ";
      if (is_alike == speaks) MESSAGE(error << std::string(release.text.bytes()));
    }
  }
  MESSAGE(passages << " passages, " << told << " differ and are told; " << false_alarms << " false alarms, "
                   << missed << " missed");
  CHECK(false_alarms == 0);
  CHECK(missed <= 2);  // attributes of HTML that was cut in two
}

// Documents that nobody has written yet: passages after an accident or two of editing.
TEST_CASE("portability on mutated passages of the corpus") {
  const auto documents = shared_material("corpus/documents");
  if (!documents) return;
  std::vector<std::string> passages;
  for (const std::filesystem::path& path : files_below(*documents, "")) {
    const Text text(read_file(path));
    for (std::string& passage : passages_of(text.bytes(read_release(text).body)))
      if (passage.size() < 600) passages.push_back(std::move(passage));
  }
  Mutator mutator(7);
  constexpr int kRounds = 8000;
  int told = 0, false_alarms = 0, missed = 0;
  for (int round = 0; round < kRounds; ++round) {
    const Release release = read_release(Text(mutator.mutate(passages)));
    const bool speaks = !found_in(release).empty();
    const bool is_alike = look_alike(release);
    told += !is_alike && speaks ? 1 : 0;
    false_alarms += is_alike && speaks ? 1 : 0;
    missed += !is_alike && !speaks ? 1 : 0;
  }
  MESSAGE(kRounds << " mutations, " << told << " differ and are told; " << false_alarms << " false alarms, "
                  << missed << " missed");
  CHECK(false_alarms * 200 <= kRounds);  // HTML in a script that never ends
  CHECK(missed * 20 <= told);            // tags that are never closed, alternative texts
}

}  // namespace
}  // namespace depeche::rules
