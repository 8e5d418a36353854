// A long definition that is used many times: the tree and what is written of it stay within some times the
// text's size.
#include <algorithm>
#include <chrono>
#include <string>
#include <string_view>
#include <utility>

#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "markdown/reading.h"
#include "tests/support/cpu_clock.h"
#include "tests/support/tree_check.h"
#include "writers/html_fragment.h"
#include "writers/html_safe.h"

namespace depeche::markdown {
namespace {

constexpr std::size_t kUses = 100'000;
const std::string kLong(10'000, 'x');

std::string times(std::size_t count, std::string_view unit) {
  std::string text;
  text.reserve(count * unit.size());
  for (std::size_t i = 0; i < count; ++i) text += unit;
  return text;
}

std::size_t count(const Tree& tree, Kind kind) {
  std::size_t found = 0;
  for (NodeId node = 0; node < tree.size(); ++node) found += tree.kind(node) == kind;
  return found;
}

Tree parsed(const std::string& source, Dialect dialect) {
  const Text text(source);
  return parse(text, {0, text.size()}, dialect);
}

}  // namespace

TEST_CASE("abbreviations are marked beside what comes to nothing, however often that is tried") {
  for (const std::string_view piece :
       {"[AFP] ", "*AFP ", "*[AFP] dit ", "\"AFP [", "{{ AFP ", "<b>AFP [x"}) {
    CAPTURE(piece);
    const Tree tree = parsed("*[AFP]: agence\n\nMot " + times(5000, piece), Dialect::kKramdown);
    CHECK(count(tree, Kind::kAbbreviation) == 5000);
  }
}

TEST_CASE("an abbreviation may be longer than what it was first taken for, and stand beside any sign") {
  const auto html = [](std::string_view source) {
    const Tree tree = parsed(std::string(source), Dialect::kKramdown);
    return writers::html_fragment(tree, Dialect::kKramdown);
  };
  CHECK(html("*[A]: a\n*[A [b]]: ab\n\nA [c et A\n").find("<abbr title=\"a\">A</abbr> [c et <abbr") !=
        std::string::npos);
  CHECK(html("*[M*A*S]: m\n*[M]: n\n\nM*A*S et M*A\n").find("<abbr title=\"n\">M</abbr>*A") !=
        std::string::npos);
  CHECK(html("*[R_D]: r\n*[R]: s\n\nR_D [x, R_ [y, R [z\n")
            .find("<abbr title=\"r\">R_D</abbr> [x, R_ [y, <abbr title=\"s\">R</abbr> [z") !=
        std::string::npos);
}

TEST_CASE("a long definition used many times stays within bounds") {
  struct Row {
    std::string_view what;
    std::string source;
  };
  const std::string url = "http://" + kLong;
  const std::string name = kLong.substr(0, 2000);
  const Row rows[] = {
      {"link", "[a]: " + url + "\n\n" + times(kUses, "[a], ")},
      {"link, each in a paragraph", "[a]: " + url + "\n\n" + times(kUses, "[a]\n\n")},
      {"link with a title", "[a]: b \"" + kLong + "\"\n\n" + times(kUses, "[c][a] ")},
      {"link of ampersands", "[a]: " + times(10'000, "&") + "\n\n" + times(kUses, "[a], ")},
      {"link with attributes", "[a]: b\n{: title=\"" + kLong + "\"}\n\n" + times(kUses, "[a], ")},
      {"image", "[a]: " + url + "\n\n" + times(kUses, "![a] ")},
      {"abbreviation", times(kUses, "ab ") + "\n\n*[ab]: " + kLong + "\n"},
      {"abbreviation with attributes", times(kUses, "ab ") + "\n\n*[ab]: b\n{: lang=\"" + kLong + "\"}\n"},
      {"attribute list of spans", "{:a: title=\"" + kLong + "\"}\n\n" + times(kUses, "*b*{:a} ")},
      {"attribute list of blocks", "{:a: title=\"" + kLong + "\"}\n\n" + times(kUses, "b\n{:a}\n\n")},
      {"footnote", "[^a]: " + kLong + "\n\n" + times(kUses, "b[^a] ")},
      {"footnotes in a circle", "[^a]: [^b] " + kLong + "\n\n[^b]: [^a]\n\n" + times(kUses, "[^a][^b] ")},
      {"footnote with a long name", "[^" + name + "]: b\n\n" + times(kUses / 200, "c[^" + name + "] ")},
      {"contents", times(20'000, "# a\n\n") + times(20'000, "* b\n{:toc}\n\n")},
  };
  for (const Dialect dialect : {Dialect::kKramdown, Dialect::kCommonMark, Dialect::kGfm}) {
    for (const Row& row : rows) {
      CAPTURE(row.what);
      CAPTURE(static_cast<int>(dialect));
      const auto begin = CpuClock::now();
      const Tree tree = parsed(row.source, dialect);
      const std::string html = writers::html_fragment(tree, dialect);
      const std::string safe = writers::safe_html(html);
      const double seconds = std::chrono::duration<double>(CpuClock::now() - begin).count();
      CHECK(tree.memory() < (std::size_t{100} << 20));
      CHECK(html.size() < (std::size_t{64} << 20));
      CHECK(safe.size() < (std::size_t{64} << 20));
      CHECK(seconds < 20);
    }
  }
}

TEST_CASE("what people write is far from the bounds") {
  const std::string source =
      "[a]: https://www.exemple.fr/communiques/un-titre-assez-long-pour-un-lien \"Le communiqué\"\n\n" +
      times(5'000, "[a], ") + "\n\n" + times(5'000, "![b][a], ") + "\n\n" + times(5'000, "[c][a]\n\n");
  for (const Dialect dialect : {Dialect::kKramdown, Dialect::kCommonMark, Dialect::kGfm}) {
    const Tree tree = parsed(source, dialect);
    CHECK(count(tree, Kind::kLink) == 10'000);
    CHECK(count(tree, Kind::kImage) == 5'000);
  }
}

TEST_CASE("what is used beyond the bounds is text, as if it were not defined") {
  const std::string source = "[a]: http://" + kLong + "\n\n" + times(1'000, "[a], ");
  const Tree tree = parsed(source, Dialect::kKramdown);
  const std::size_t links = count(tree, Kind::kLink);
  CHECK(links > 100);
  CHECK(links < 200);
  CHECK(tree.plain_text(tree.root()).ends_with("[a], [a],"));
}

TEST_CASE("a change that goes beyond the bounds is followed, and so is one that comes back") {
  const std::string definition = "[a]: http://" + kLong + "\n\n";
  const std::string uses = times(50, "[a]\n\n");
  Text text(definition + uses + "b\n\n" + uses);
  Reading reading = read(text, {0, text.size()}, Dialect::kKramdown);
  const auto place = static_cast<Offset>(definition.size() + uses.size());
  std::size_t most = 0;
  for (const bool adds : {true, true, true, false, false, true, true, false, false}) {
    const std::string piece = times(20, "[a]\n\n");
    const Span replaced{place, adds ? place : place + static_cast<Offset>(piece.size())};
    const Change change = *Change::of(text.size(), {{replaced, adds ? piece : ""}});
    text = change.apply(text);
    reading = reread(std::move(reading), change, text, {0, text.size()}, Dialect::kKramdown);
    const Tree whole = parse(text, {0, text.size()}, Dialect::kKramdown);
    CHECK(difference_between(whole, reading.tree) == "");
    most = std::max(most, count(whole, Kind::kLink));
  }
  CHECK(most < 150);  // the bound was met
  CHECK(most > 100);
}

}  // namespace depeche::markdown
