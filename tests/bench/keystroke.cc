// The cost of a keystroke, stage by stage: one character typed in the middle of a document, from the change
// of its text to the frame that shows it, on a screen that nobody sees; beside it what the find bar does,
// which may take several frames: their sum, and the longest. Run by `./dev bench --keystroke`; what a browser
// makes of it, tests/bench/typing.mjs measures.
//
// Processor time, so that what else the machine does does not count.
//
//   keystroke [FILE…]     documents of 4 KB, 100 KB, 1 MB and 10 MB made from corpus/1mb.md where
//                         DEPECHE_SHARED (or ../shared) has it; DEPECHE_KEYS says how many keys, by default
//                         60
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/update.h"
#include "frontmatter/front_matter.h"
#include "markdown/parse.h"
#include "platform/headless/browser.h"
#include "platform/headless/screen.h"
#include "platform/tab.h"
#include "rules/rules.h"
#include "tests/support/cpu_clock.h"
#include "ui/page/page_blocks.h"
#include "ui/source/source_rows.h"

namespace {

using namespace depeche;

double milliseconds(const std::function<void()>& work) {
  const auto start = CpuClock::now();
  work();
  return std::chrono::duration<double, std::milli>(CpuClock::now() - start).count();
}

double percentile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values[static_cast<std::size_t>(share * static_cast<double>(values.size() - 1))];
}

void stage(const char* name, const std::function<void()>& work) {
  std::vector<double> times;
  for (int i = 0; i < 7; ++i) times.push_back(milliseconds(work));
  std::printf("    %-28s %8.3f ms\n", name, percentile(times, 0.5));
}

// What each stage costs when it does all of the document's work.
void report_stages(const std::string& document) {
  const Text text{std::string(document)};
  const Release release = read_release(text);
  const messages::Catalog& words = messages::Catalog::of(messages::Language::kFrench);
  const auto change = Change::of(text.size(), {{{text.size() / 2, text.size() / 2}, "a"}});
  stage("apply the change", [&] { change->apply(text); });
  stage("front matter", [&] { frontmatter::read_front_matter(text); });
  stage("parse", [&] { markdown::parse(text, release.body, release.dialect); });
  stage("release", [&] { read_release(text); });
  stage("rules", [&] { rules::check(release); });
  stage("blocks of the page", [&] { ui::page_blocks(release, words); });
  stage("rows of the source", [&] { ui::SourceRows rows(text); });
}

class Desk {
 public:
  explicit Desk(std::string document) : screen_({1280, 800}), tab_(app::initial_model(), screen_, browser_) {
    tab_.dispatch(app::OpenFile{"essai.md", std::move(document)});
  }

  void frame() {
    time_ += 0.1;
    tab_.draw(time_);
  }

  // In the browser's field, at the caret.
  void type(std::string text) {
    const Utf16Offset at = browser_.field().head;
    const Utf16Offset after{static_cast<std::uint32_t>(at) + 1};
    const platform::FieldChange change{at, at, std::move(text), after, after, false};
    browser_.change_field(change);
    tab_.change_field(change, time_);
    frame();
  }

  // An action of the find bar, until nothing waits for it any more.
  struct Cost {
    double sum = 0;  // milliseconds
    double longest_frame = 0;
  };
  Cost find(const app::Action& action) {
    Cost cost;
    for (bool acted = false; !acted || waits(); acted = true) {
      const double frame_time = milliseconds([&] {
        if (!acted) tab_.dispatch(action);
        frame();
      });
      cost.sum += frame_time;
      cost.longest_frame = std::max(cost.longest_frame, frame_time);
    }
    return cost;
  }

  void go_to(Offset offset) {
    tab_.dispatch(app::GoTo{{offset, offset}});
    for (int i = 0; i < 8; ++i) frame();
  }

 private:
  bool waits() { return tab_.model().find.request || !tab_.derived().search(tab_.model()).done(); }

  platform::HeadlessScreen screen_;
  platform::HeadlessBrowser browser_;
  platform::Tab tab_;
  double time_ = 0;
};

int keys() {
  const char* given = std::getenv("DEPECHE_KEYS");
  return given == nullptr ? 60 : std::max(1, std::atoi(given));
}

void report_typing(const std::string& document) {
  std::vector<double> times;
  std::unique_ptr<Desk> desk;
  std::printf("    %-28s %8.3f ms\n", "open and show", milliseconds([&] {
                desk = std::make_unique<Desk>(document);
                desk->frame();
              }));
  desk->go_to(static_cast<Offset>(document.find('\n', document.size() / 2)));
  constexpr std::string_view kTyped = " Le ministre se rend à Lyon.";
  for (int i = 0; i < keys(); ++i) {
    const std::string_view character = kTyped.substr(static_cast<std::size_t>(i) % kTyped.size(), 1);
    times.push_back(milliseconds([&] { desk->type(character[0] < 0 ? "e" : std::string(character)); }));
  }
  std::printf("    keystroke: p50 %.3f ms, p95 %.3f ms, p99 %.3f ms\n", percentile(times, 0.5),
              percentile(times, 0.95), percentile(times, 0.99));
}

void report(const char* name, const std::vector<Desk::Cost>& costs) {
  std::vector<double> sums, longest;
  for (const Desk::Cost& cost : costs) {
    sums.push_back(cost.sum);
    longest.push_back(cost.longest_frame);
  }
  std::printf("    %-28s p50 %.3f ms, longest frame %.3f ms\n", name, percentile(sums, 0.5),
              percentile(longest, 1));
}

// `action` so often, each to its end.
template <typename Action>
void report_finding(Desk& desk, const char* name, Action action, int times) {
  std::vector<Desk::Cost> costs;
  for (int i = 0; i < times; ++i) costs.push_back(desk.find(action));
  report(name, costs);
}

void report_finding(const std::string& document) {
  Desk desk(document);
  desk.go_to(0);
  desk.find(app::OpenFind{true});
  std::vector<Desk::Cost> costs;
  constexpr std::string_view kQuery = "ministre";
  for (std::size_t length = 1; length <= kQuery.size(); ++length)
    costs.push_back(desk.find(app::SetFind{std::string(kQuery.substr(0, length)), "secrétaire", {}}));
  report("find: a key in the field", costs);
  report_finding(desk, "find: next", app::FindNext{}, keys());
  report_finding(desk, "find: previous", app::FindNext{true}, keys());
  report_finding(desk, "find: replace", app::ReplaceMatch{}, keys());
  desk.find(app::SetFind{"(e)(.)", "$2$1", {.regex = true}});
  report_finding(desk, "find: replace, by groups", app::ReplaceMatch{}, keys());
  report_finding(desk, "find: replace all, by groups", app::ReplaceAllMatches{}, 1);
  desk.find(app::SetFind{"la", "le", {}});
  report_finding(desk, "find: replace all", app::ReplaceAllMatches{}, 1);
}

void measure(const std::string& name, const std::string& document) {
  std::printf("%s: %zu bytes\n", name.c_str(), document.size());
  report_stages(document);
  report_typing(document);
  report_finding(document);
}

std::string read_file(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

// The first lines of `source`, or all of it more than once, about `size` bytes.
std::string document_of(const std::string& source, std::size_t size) {
  std::string document;
  while (document.size() + source.size() <= size) document += source;
  const std::size_t rest = size - document.size();
  if (rest > size / 16) document += source.substr(0, source.find('\n', rest) + 1);
  return document;
}

}  // namespace

int main(int argument_count, char** arguments) {
  for (int i = 1; i < argument_count; ++i) measure(arguments[i], read_file(arguments[i]));
  if (argument_count > 1) return 0;
  const char* given = std::getenv("DEPECHE_SHARED");
  const std::filesystem::path root = DEPECHE_ROOT;
  const std::filesystem::path corpus =
      (given ? std::filesystem::path(given) : root / ".." / "shared") / "corpus/1mb.md";
  if (!std::filesystem::exists(corpus)) {
    std::printf("%s: skipped, not there\n", corpus.filename().string().c_str());
    return 0;
  }
  const std::string source = read_file(corpus);
  for (const auto& [name, size] : {std::pair("4 KB", 4'000), std::pair("100 KB", 100'000),
                                   std::pair("1 MB", 1'042'548), std::pair("10 MB", 10'000'000)}) {
    measure(name, document_of(source, static_cast<std::size_t>(size)));
  }
}
