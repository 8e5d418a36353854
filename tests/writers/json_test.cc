#include "writers/json.h"

#include <random>

#include "base/utf8.h"

#include "doctest/doctest.h"
#include "rules/rules.h"

namespace depeche::writers {
namespace {

std::string exported(const std::string& document) {
  const Release release = read_release(Text(document), markdown::Dialect::kGfm);
  return json(release, rules::check(release), messages::Catalog::of(messages::Language::kEnglish));
}

TEST_CASE("a release, its fields in the document's order and with their types") {
  CHECK(exported(
            "---\ntitle: Un car\ndate: 2026-09-14 10:30:00 +02:00\nday: 2026-09-14\ncount: 12\nratio: 0.5\n"
            "draft: no\nnone:\ntags:\n- rail\n- 8\nfiles:\n- file: \"/a.pdf\"\n---\nDouze **lignes**.\n") ==
        R"({
  "format": 1,
  "front_matter": {
    "title": "Un car",
    "date": "2026-09-14T10:30:00+02:00",
    "day": "2026-09-14",
    "count": 12,
    "ratio": 0.5,
    "draft": false,
    "none": null,
    "tags": [
      "rail",
      8
    ],
    "files": [
      {
        "file": "/a.pdf"
      }
    ]
  },
  "body": "Douze **lignes**.\n",
  "html": "<p>Douze <strong>lignes</strong>.</p>\n",
  "diagnostics": []
}
)");
}

TEST_CASE("nothing at all, and what is found in it") {
  CHECK(exported("") == R"({
  "format": 1,
  "front_matter": {},
  "body": "",
  "html": "",
  "diagnostics": [
    {
      "rule": "front-matter/missing-title",
      "severity": "error",
      "message": "The release has no title. Add one to the header, on the line “title:”.",
      "start": {
        "line": 1,
        "column": 1,
        "offset": 0
      },
      "end": {
        "line": 1,
        "column": 1,
        "offset": 0
      }
    },
    {
      "rule": "front-matter/missing-date",
      "severity": "hint",
      "message": "The header gives no date; the site will take that of the file’s name, if it has one. Add a line “date:”, for example 2026-09-14 10:30:00 +02:00.",
      "start": {
        "line": 1,
        "column": 1,
        "offset": 0
      },
      "end": {
        "line": 1,
        "column": 1,
        "offset": 0
      }
    },
    {
      "rule": "body/empty",
      "severity": "warning",
      "message": "The release has no text yet. Write it below the header.",
      "start": {
        "line": 1,
        "column": 1,
        "offset": 0
      },
      "end": {
        "line": 1,
        "column": 1,
        "offset": 0
      }
    }
  ]
}
)");
}

TEST_CASE("the HTML is safe") {
  const std::string text =
      exported("---\ntitle: a\n---\n<script>alert(1)</script>\n\n[x](javascript:alert)\n");
  const std::string html = text.substr(text.find("\"html\""));
  CHECK(html.find("script") == std::string::npos);
}

TEST_CASE("any bytes give JSON in UTF-8 without control characters") {
  std::mt19937 random(3);
  for (int round = 0; round < 200; ++round) {
    std::string document = round % 2 == 0 ? "---\n" : "";
    for (std::size_t i = random() % 300; i > 0; --i) document.push_back(static_cast<char>(random() & 0xFF));
    if (round % 4 == 0) document += "\n---\ntext";
    const std::string text = exported(document);
    CHECK(is_valid_utf8(text));
    for (const char c : text) CHECK((static_cast<unsigned char>(c) >= 0x20 || c == '\n'));
  }
}

}  // namespace
}  // namespace depeche::writers
