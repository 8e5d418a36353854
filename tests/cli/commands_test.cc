// The commands in memory: what they print, what they say, what they write, and their exit code.
#include "cli/commands.h"

#include <algorithm>

#include "doctest/doctest.h"
#include "messages/catalog.h"
#include "tests/cli/memory_system.h"

namespace depeche::cli {
namespace {

constexpr std::string_view kClean = "---\ntitle: Un car\ndate: 2026-09-14\n---\nDouze lignes.\n";
constexpr std::string_view kWrong = "---\ndate: demain\n---\nDouze lignes.\n";

struct Desk : MemorySystem {
  int run(const std::vector<std::string>& words) {
    printed.clear();
    complaints.clear();
    return cli::run(*this, messages::Catalog::of(messages::Language::kEnglish), words);
  }
};

Desk desk() {
  Desk desk;
  desk.files["clean.md"] = kClean;
  desk.files["wrong.md"] = kWrong;
  return desk;
}

bool contains(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

TEST_CASE("help and version") {
  Desk d = desk();
  for (const std::vector<std::string>& words : {std::vector<std::string>{"--help"},
                                                {"-h"},
                                                {"help"},
                                                {"check", "--help"},
                                                {"help", "set"},
                                                {"open", "-h"}}) {
    CAPTURE(words);
    CHECK(d.run(words) == kFine);
    CHECK(contains(d.printed, "Usage: depeche"));
    CHECK(d.complaints.empty());
  }
  CHECK(d.run({"--version"}) == kFine);
  CHECK(d.printed.starts_with("depeche "));
}

TEST_CASE("every command has its help") {
  Desk d = desk();
  for (const char* command : {"check", "html", "json", "set", "link", "open"}) {
    CHECK(d.run({command, "--help"}) == kFine);
    CHECK(d.printed.starts_with(std::string("Usage: depeche ") + command));
  }
}

TEST_CASE("bad usage: 2, a sentence on standard error, nothing on standard output") {
  Desk d = desk();
  const std::vector<std::string> rows[] = {
      {},
      {"chek", "clean.md"},
      {"check"},
      {"check", "--unknown", "clean.md"},
      {"check", "--format", "xml", "clean.md"},
      {"check", "missing.md"},
      {"html", "clean.md", "wrong.md"},
      {"html", "--dialect", "textile", "clean.md"},
      {"json", "missing.md"},
      {"set", "clean.md", "title"},
      {"set", "missing.md", "title", "x"},
      {"link", "clean.md", "wrong.md"},
      {"open"},
  };
  for (const std::vector<std::string>& words : rows) {
    CAPTURE(words);
    CHECK(d.run(words) == kBadUsage);
    CHECK(d.printed.empty());
    CHECK(!d.complaints.empty());
  }
}

TEST_CASE("check: text, with line and column") {
  Desk d = desk();
  CHECK(d.run({"check", "clean.md"}) == kFine);
  CHECK(d.printed.empty());
  CHECK(d.complaints.empty());

  CHECK(d.run({"check", "clean.md", "wrong.md"}) == kProblems);
  CHECK(contains(d.printed, "wrong.md:1:1: error: "));
  CHECK(contains(d.printed, "[front-matter/missing-title]\n"));
  CHECK(contains(d.printed, "wrong.md:2:7: error: "));
  CHECK(contains(d.complaints, "2 error(s)"));
}

TEST_CASE("check: one line a finding, and no control characters from files or their names") {
  Desk d = desk();
  d.files["a\nb.md"] =
      "---\ntitle: a\ndate: 2026-09-14\n\"x\\e[31m\\ny\": 1\n\"x\\e[31m\\ny\": 2\n---\nText\n";
  CHECK(d.run({"check", "a\nb.md"}) == kFine);
  CHECK(d.printed.starts_with("a\uFFFDb.md:5:1: warning: The field “x\uFFFD[31m\uFFFDy” stands twice"));
  CHECK(std::ranges::count(d.printed, '\n') == 1);
  CHECK(d.run({"check", "no\u009Bne.md"}) == kBadUsage);
  CHECK(d.complaints.starts_with("no\uFFFDne.md: "));
}

TEST_CASE("check: warnings and hints are no errors") {
  Desk d = desk();
  d.files["undated.md"] = "---\ntitle: Un car\n---\nTexte\n";
  CHECK(d.run({"check", "undated.md"}) == kFine);
  CHECK(contains(d.printed, "hint: "));
}

TEST_CASE("check: what reads otherwise elsewhere, when asked") {
  Desk d = desk();
  d.files["listed.md"] = std::string(kClean) + "{: .citation}\n";
  CHECK(d.run({"check", "listed.md"}) == kFine);
  CHECK(d.printed.empty());
  CHECK(d.run({"check", "--portability", "listed.md", "clean.md"}) == kFine);
  CHECK(contains(d.printed, "listed.md:6:1: hint: "));
  CHECK(contains(d.printed, "[portability/attribute-list]\n"));
  CHECK(!contains(d.printed, "clean.md"));
}

TEST_CASE("check: a file that cannot be read does not hide the others") {
  Desk d = desk();
  CHECK(d.run({"check", "missing.md", "wrong.md"}) == kBadUsage);
  CHECK(contains(d.complaints, "missing.md: this file could not be read"));
  CHECK(contains(d.printed, "wrong.md:2:7"));
}

TEST_CASE("a folder without releases does not hide the others") {
  Desk d = desk();
  d.files["pictures/a.jpg"] = "";
  CHECK(d.run({"check", "pictures", "wrong.md"}) == kBadUsage);
  CHECK(contains(d.printed, "wrong.md:2:7"));
  CHECK(contains(d.complaints, "pictures"));
  CHECK(d.run({"html", "pictures", "clean.md"}) == kBadUsage);
  CHECK(d.printed == "<p>Douze lignes.</p>\n");
}

TEST_CASE("check reads standard input") {
  Desk d = desk();
  d.input = kWrong;
  CHECK(d.run({"check", "-"}) == kProblems);
  CHECK(contains(d.printed, "-:2:7: error: "));
}

TEST_CASE("check: JSON") {
  Desk d = desk();
  CHECK(d.run({"check", "--format", "json", "clean.md"}) == kFine);
  CHECK(d.printed == R"({
  "format": 1,
  "files": [
    {
      "path": "clean.md",
      "diagnostics": []
    }
  ]
}
)");
  CHECK(d.run({"check", "--format=json", "wrong.md"}) == kProblems);
  CHECK(contains(d.printed, "\"rule\": \"front-matter/unreadable-date\""));
}

TEST_CASE("check: SARIF") {
  Desk d = desk();
  d.files["années/état 1.md"] = kWrong;
  CHECK(d.run({"check", "--format", "sarif", "années"}) == kProblems);
  for (const char* part :
       {"\"version\": \"2.1.0\"", "\"columnKind\": \"unicodeCodePoints\"",
        "\"ruleId\": \"front-matter/unreadable-date\"", "\"uri\": \"ann%C3%A9es/%C3%A9tat%201.md\"",
        "\"startLine\": 2", "\"startColumn\": 7", "\"endColumn\": 13", "\"level\": \"error\""}) {
    CAPTURE(part);
    CHECK(contains(d.printed, part));
  }
}

TEST_CASE("html: one file to standard output, several below a folder") {
  Desk d = desk();
  d.files["posts/a.md"] = kClean;
  CHECK(d.run({"html", "clean.md"}) == kFine);
  CHECK(d.printed == "<p>Douze lignes.</p>\n");
  CHECK(d.run({"html", "-o", "out", "clean.md", "posts"}) == kFine);
  CHECK(d.printed.empty());
  CHECK(d.files["out/clean.md.html"] == "<p>Douze lignes.</p>\n");
  CHECK(d.files["out/posts/a.md.html"] == "<p>Douze lignes.</p>\n");
}

TEST_CASE("html: --safe and --page") {
  Desk d = desk();
  d.files["script.md"] = "<script>alert(1)</script>\n\nTexte\n";
  CHECK(d.run({"html", "script.md"}) == kFine);
  CHECK(contains(d.printed, "<script>"));
  CHECK(d.run({"html", "--safe", "script.md"}) == kFine);
  CHECK(!contains(d.printed, "<script"));
  CHECK(d.run({"html", "--page", "script.md"}) == kFine);
  CHECK(d.printed.starts_with("<!DOCTYPE html>"));
  CHECK(!contains(d.printed, "<script"));
}

TEST_CASE("html: dialects") {
  Desk d = desk();
  d.files["task.md"] = "- [x] fait\n";
  CHECK(d.run({"html", "--dialect", "commonmark", "task.md"}) == kFine);
  CHECK(d.printed == "<ul>\n<li>[x] fait</li>\n</ul>\n");
  CHECK(d.run({"html", "--dialect", "gfm", "task.md"}) == kFine);
  CHECK(contains(d.printed, "checkbox"));
}

TEST_CASE(
    "results that would collide, leave the folder or cannot be written are reported; the others are made") {
  Desk d = desk();
  d.files["/clean.md"] = kClean;
  d.files["../above.md"] = kClean;
  d.files["locked.md"] = kClean;
  d.read_only = {"out/locked.md.html"};
  CHECK(d.run({"html", "-o", "out", "/clean.md", "clean.md", "../above.md", "locked.md", "wrong.md"}) ==
        kBadUsage);
  CHECK(contains(d.complaints, "clean.md: out/clean.md.html is already the result of another file"));
  CHECK(contains(d.complaints, "../above.md: this path would leave the folder out"));
  CHECK(contains(d.complaints, "out/locked.md.html: this file could not be written"));
  CHECK(d.files.contains("out/wrong.md.html"));
}

TEST_CASE("json: to standard output, or a file each") {
  Desk d = desk();
  CHECK(d.run({"json", "clean.md"}) == kFine);
  CHECK(contains(d.printed, "\"title\": \"Un car\""));
  CHECK(d.run({"json", "-o", "out", "clean.md", "wrong.md"}) == kFine);
  CHECK(contains(d.files["out/wrong.md.json"], "front-matter/unreadable-date"));
}

TEST_CASE("set: one field, in place or elsewhere") {
  Desk d = desk();
  CHECK(d.run({"set", "clean.md", "title", "Un train"}) == kFine);
  CHECK(d.files["clean.md"] == "---\ntitle: Un train\ndate: 2026-09-14\n---\nDouze lignes.\n");
  CHECK(d.run({"set", "clean.md", "tags[0]", "rail", "-o", "other.md"}) == kFine);
  CHECK(contains(d.files["other.md"], "- rail\n"));
  CHECK(!contains(d.files["clean.md"], "rail"));

  d.input = kClean;
  CHECK(d.run({"set", "-", "title", "--", "-5 %"}) == kFine);
  CHECK(contains(d.printed, "-5 %"));
}

TEST_CASE("set: a path that is no path changes nothing") {
  Desk d = desk();
  CHECK(d.run({"set", "clean.md", "title[", "x"}) == kProblems);
  CHECK(d.files["clean.md"] == kClean);
  CHECK(!d.complaints.empty());
}

TEST_CASE("link and open: there and back, byte for byte") {
  Desk d = desk();
  d.files["crlf.md"] = "\xEF\xBB\xBF---\r\ntitle: a\r\n---\r\n\xFF";
  CHECK(d.run({"link", "crlf.md"}) == kFine);
  const std::string link = d.printed;
  CHECK(d.run({"open", link}) == kFine);
  CHECK(d.printed == d.files["crlf.md"]);
  CHECK(d.run({"open", "https://site.example/#" + link}) == kFine);
  CHECK(d.run({"open", "Voir #2 : <https://site.example/?#" + link + ">. Merci"}) == kFine);
  d.input = link;
  CHECK(d.run({"open", "-"}) == kFine);
  CHECK(d.printed == d.files["crlf.md"]);

  CHECK(d.run({"open", link.substr(0, 20)}) == kProblems);
  CHECK(d.printed.empty());
  CHECK(contains(d.complaints, "incomplete"));
}

}  // namespace
}  // namespace depeche::cli
