// Reading front matter: the values and their places, what is refused and how it is told.
#include <cstdlib>
#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

#include "base/utf8.h"
#include "doctest/doctest.h"
#include "frontmatter/front_matter.h"
#include "tests/frontmatter/corpus.h"
#include "tests/frontmatter/value_json.h"

using namespace depeche;
using namespace depeche::frontmatter;

namespace {

struct Document {
  explicit Document(const std::string& yaml)
      : bytes("---\n" + yaml + "---\nBody\n"), front_matter(read_front_matter(Text(bytes))) {}

  // What stands at the value of a path, or at its key.
  std::string at(std::string_view path) const {
    const Value* value = front_matter.find(path);
    return value ? std::string(value->span.of(bytes)) : "(none)";
  }
  std::string key_at(std::string_view path) const {
    const Value* value = front_matter.find(path);
    return value ? std::string(value->key_span.of(bytes)) : "(none)";
  }
  std::string json() const { return to_json(front_matter.root).dump(); }

  std::string bytes;
  FrontMatter front_matter;
};

}  // namespace

// tests/cases/frontmatter: NAME.md, and NAME.json with the values (null where it is broken), the keys of the
// diagnostics and what they stand at.
TEST_CASE("cases") {
  int count = 0;
  for (const auto& file : files_below(DEPECHE_TESTS "/cases/frontmatter")) {
    if (file.extension() != ".md") continue;
    ++count;
    CAPTURE(file.string());
    std::string bytes = read_file(file);
    FrontMatter front_matter = read_front_matter(Text(bytes));
    nlohmann::ordered_json found;
    found["values"] = to_json(front_matter.root);
    for (const Diagnostic& diagnostic : front_matter.diagnostics) {
      found["diagnostics"].push_back({diagnostic.message.key, diagnostic.span.of(bytes)});
    }
    for (const DuplicateKey& duplicate : front_matter.duplicate_keys) {
      found["duplicates"].push_back({duplicate.key, duplicate.first.begin, duplicate.repeat.begin});
    }
    found["body"] = front_matter.body.of(bytes);
    std::filesystem::path expected = file;
    expected.replace_extension(".json");
    if (std::getenv("DEPECHE_UPDATE")) std::ofstream(expected) << found.dump(2) << "\n";
    CHECK(found.dump(2) + "\n" == read_file(expected));
  }
  CHECK(count > 0);
}

TEST_CASE("every value knows its place") {
  Document d(
      "title: One\n  two # why\n"
      "'quoted key' : \"a \\\" b\" # c\n"
      "literal: |+\n  x\n\n  y\n\n"
      "folded: >-  # note\n  z\n"
      "tags: [a, 'b, c', {d: e}, [f]] # g\n"
      "files:\n- file: \"/a\"\n  nom: L'été\n-   - deep\n    - er\n"
      "empty:\nspaced: # nothing\nnull: ~\n"
      "anchor: &x !!str 12\nalias: *x\n"
      "? asked\n: answered\n"
      "last: 'it''s'\n");
  CHECK(d.front_matter.diagnostics.empty());
  CHECK(d.at("title") == "One\n  two");
  CHECK(d.key_at("title") == "title");
  CHECK(d.at("quoted key") == "\"a \\\" b\"");
  CHECK(d.key_at("quoted key") == "'quoted key'");
  CHECK(d.at("literal") == "|+\n  x\n\n  y\n");
  CHECK(d.at("folded") == ">-  # note\n  z");
  CHECK(d.at("tags") == "[a, 'b, c', {d: e}, [f]]");
  CHECK(d.at("tags[0]") == "a");
  CHECK(d.at("tags[1]") == "'b, c'");
  CHECK(d.at("tags[2]") == "{d: e}");
  CHECK(d.at("tags[2].d") == "e");
  CHECK(d.at("tags[3]") == "[f]");
  CHECK(d.at("files[0]") == "file: \"/a\"\n  nom: L'été");
  CHECK(d.at("files[0].nom") == "L'été");
  CHECK(d.at("files[1][1]") == "er");
  CHECK(d.at("files") == "- file: \"/a\"\n  nom: L'été\n-   - deep\n    - er");
  CHECK(d.at("empty") == "");
  CHECK(d.front_matter.find("empty")->span.begin == d.bytes.find("empty:") + 6);
  CHECK(d.front_matter.find("spaced")->span.begin == d.bytes.find("spaced:") + 7);
  CHECK(d.front_matter.find("null") == nullptr);  // the key is Ruby's nil, whose to_s is ""
  CHECK(d.at("") == "~");
  CHECK(d.at("anchor") == "12");
  CHECK(*d.front_matter.find("anchor")->string() == "12");
  CHECK(d.at("alias") == "*x");
  CHECK(d.at("asked") == "answered");
  CHECK(d.at("last") == "'it''s'");
}

TEST_CASE("aliases and merged keys have the alias's place") {
  Document d("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3\ne: *x\n");
  CHECK(d.json() == R"({"a":{"b":1,"c":2},"d":{"b":1,"c":3},"e":{"b":1,"c":2}})");
  CHECK(d.at("d.b") == "*x");
  CHECK(d.at("d.c") == "3");
  CHECK(d.at("e.b") == "*x");
}

TEST_CASE("what is hostile is refused in bounded time and stack") {
  auto nested = [](std::size_t depth) {
    return std::string("a: ").append(depth, '[').append(depth, ']').append("\n");
  };
  CHECK_FALSE(Document(nested(60)).front_matter.broken);
  for (std::size_t depth : {70, 1000, 100'000}) {
    Document d(nested(depth));
    REQUIRE(d.front_matter.diagnostics.size() == 1);
    CHECK(d.front_matter.diagnostics[0].message.key == "front-matter/too-deep");
  }

  // a1: &a1 [*a0, *a0, …], a2: &a2 [*a1, *a1, …] and so on.
  auto references = [](int width) {
    std::ostringstream yaml;
    yaml << "a0: &a0 [x]\n";
    for (int i = 1; i < 100; ++i) {
      yaml << "a" << i << ": &a" << i << " [";
      for (int k = 0; k < width; ++k) yaml << "*a" << i - 1 << ", ";
      yaml << "]\n";
    }
    return yaml.str();
  };
  Document many(references(9));
  REQUIRE(many.front_matter.diagnostics.size() == 1);
  CHECK(many.front_matter.diagnostics[0].message.key == "front-matter/too-many-aliases");
  Document deep(references(1));
  REQUIRE(deep.front_matter.diagnostics.size() == 1);
  CHECK(deep.front_matter.diagnostics[0].message.key == "front-matter/too-deep");
  CHECK(Document("a: &x [*x]\n").front_matter.broken);
}

TEST_CASE("what Jekyll's reader refuses is refused") {
  const std::pair<std::string, std::string> rows[] = {
      {"k: [a,,b]\n", "empty-entry"},
      {"k: [,]\n", "empty-entry"},
      {"k: [, a]\n", "empty-entry"},
      {"k: [a,\n  , b]\n", "empty-entry"},
      {"k: {a: 1,, b: 2}\n", "empty-entry"},
      {"k: !\"texte\"\n", "reserved-sign"},
      {"k: !Étoile\n", "reserved-sign"},
      {"k: !a!b c\n", "reserved-sign"},
      {"k: !! c\n", "reserved-sign"},
      {"k: !<a c\n", "reserved-sign"},
      {"k: [!a[b]\n", "reserved-sign"},
      {"k: &étoile c\n", "reserved-sign"},
      {"k: & c\n", "reserved-sign"},
      {"&titre: a\n", "reserved-sign"},
      {"\t\nk: a\n", "tab-indentation"},
      {" \t\nk: a\n", "tab-indentation"},
      {"\tk: a\n", "tab-indentation"},
      {"k: a\n\t\n", "tab-indentation"},
      {"k:\n  a: &b {c: 1}\n  d:\n    <<: [*b, *b]\n", "bad-merge"},
      {"k:\n  <<: x\n", "bad-merge"},
      {"k:\n  <<: ~\n", "bad-merge"},
      {"a: &b [1]\nk:\n  <<: *b\n", "bad-merge"},
  };
  for (const auto& [yaml, message] : rows) {
    CAPTURE(yaml);
    Document d(yaml);
    CHECK(d.front_matter.broken);
    REQUIRE_FALSE(d.front_matter.diagnostics.empty());
    CHECK(d.front_matter.diagnostics[0].message.key == "front-matter/" + message);
  }
  for (const std::string yaml :
       {"k: [a,b,]\n", "k: [a, ]\n", "k: {a: 1, }\n", "k: [!t , b]\n", "k: [&x , b]\n", "k: ! texte\n",
        "k: !t texte\n", "k: !!str 12\n", "k: !<tag:yaml.org,2002:str> 12\n", "k: !\n", "k: !t\n",
        "k: &a-1 b\nj: *a-1\n", "k: &a !t b\n", "k: !t &a b\n", "a: &b {c: 1}\nk:\n  <<: *b\n",
        "k:\n  <<: {x: 1}\n", "k: &a\n  b: c\n"}) {
    CAPTURE(yaml);
    Document d(yaml);
    CHECK_FALSE(d.front_matter.broken);
  }
}

TEST_CASE("a sign that begins no anchor, alias or tag is named, and the value is what is quoted") {
  const std::tuple<std::string, std::string, std::string> rows[] = {
      {"title: & suite\n", "&", "title: \"& suite\"\n"}, {"title: * suite\n", "*", "title: \"* suite\"\n"},
      {"title: &étoile\n", "&", "title: \"&étoile\"\n"}, {"title: !! suite\n", "!", "title: \"!! suite\"\n"},
      {"title: @ suite\n", "@", "title: \"@ suite\"\n"}, {"title: %suite\n", "%", "title: \"%suite\"\n"},
  };
  for (const auto& [yaml, sign, mended] : rows) {
    CAPTURE(yaml);
    Document d(yaml);
    REQUIRE(d.front_matter.diagnostics.size() == 1);
    const Diagnostic& found = d.front_matter.diagnostics[0];
    CHECK(found.message == Message{"front-matter/reserved-sign", {sign}});
    REQUIRE(found.fixes.size() == 1);
    const Replacement& edit = found.fixes[0].edits.at(0);
    CHECK(d.bytes.substr(0, edit.span.begin) + edit.text + d.bytes.substr(edit.span.end) ==
          Document(mended).bytes);
  }
}

TEST_CASE("a colon with no blank behind it, and a value that goes on behind its bracket, are told as that") {
  const std::tuple<std::string, std::string, std::string> rows[] = {
      {"lang: fr\ntitle:\u00A0Plan\n", "glued-colon", "lang: fr\ntitle: Plan\n"},
      {"lang: fr\ntitle:Plan\ndate: 2026-01-01\n", "glued-colon",
       "lang: fr\ntitle: Plan\ndate: 2026-01-01\n"},
      {"title: [Embargo] Plan\nlang: fr\n", "text-after-bracket", "title: \"[Embargo] Plan\"\nlang: fr\n"},
      {"title: {a} b\n", "text-after-bracket", "title: \"{a} b\"\n"},
      {"lang: fr\ntitle\n", "missing-colon", ""},
      {"lang: fr\nhttps://exemple.fr\n", "missing-colon", ""},
  };
  for (const auto& [yaml, message, mended] : rows) {
    CAPTURE(yaml);
    Document d(yaml);
    REQUIRE_FALSE(d.front_matter.diagnostics.empty());
    const Diagnostic& found = d.front_matter.diagnostics[0];
    CHECK(found.message.key == "front-matter/" + message);
    REQUIRE(found.fixes.empty() == mended.empty());
    if (mended.empty()) continue;
    const Replacement& edit = found.fixes[0].edits.at(0);
    CHECK(d.bytes.substr(0, edit.span.begin) + edit.text + d.bytes.substr(edit.span.end) ==
          Document(mended).bytes);
  }
}

TEST_CASE("a fix mends what it is for") {
  for (std::string yaml :
       {"title: Plan : la suite\n", "title: 'L'État agit'\n", "title: \"Il dit \"oui\"\"\n",
        "title: *gras*\n", "title: @nom\n", "title: `x`\n", "title: \"Plan\ndate: 2018-01-01\n",
        "title: a\x0B"
        "b\n",
        "title: a\xE2\x80\xA8"
        "b\n",
        "tags:\n\t- a\n", "title: !\"texte\"\n", "title: !Étoile du nord\n", "tags: [a,,b]\n",
        "tags: [, a]\n", "\t\ntitle: a\n"}) {
    CAPTURE(yaml);
    Document d(yaml);
    REQUIRE(d.front_matter.diagnostics.size() == 1);
    const Diagnostic& diagnostic = d.front_matter.diagnostics[0];
    CHECK(diagnostic.rule == "front-matter/broken-yaml");
    REQUIRE(diagnostic.fixes.size() == 1);
    const Replacement& edit = diagnostic.fixes[0].edits.at(0);
    std::string mended = d.bytes;
    mended.replace(edit.span.begin, edit.span.size(), edit.text);
    CHECK_FALSE(read_front_matter(Text(mended)).broken);
  }
}

namespace {

void check_spans(const std::string& bytes, const Value& value, Span outer) {
  CHECK(outer.contains(value.span));
  CHECK(is_code_point_boundary(bytes, value.span.begin));
  CHECK(is_code_point_boundary(bytes, value.span.end));
  if (const auto* items = value.sequence()) {
    Offset end = value.span.begin;
    for (const Value& item : *items) {
      CHECK(item.span.begin >= end);
      end = item.span.end;
      check_spans(bytes, item, value.span);
    }
  } else if (const auto* entries = value.mapping()) {
    for (const auto& [key, entry] : *entries) {
      CHECK(value.span.contains(entry.key_span));
      CHECK(entry.key_span.end <= entry.span.begin);
      check_spans(bytes, entry, value.span);
    }
  } else if (!value.span.empty()) {
    // The span alone, as a front matter of one field, reads as the same value. One more blank before each
    // line keeps block scalars and folded ones below their key.
    std::string lines = "key: ";
    for (char c : value.span.of(bytes)) {
      lines.push_back(c);
      if (c == '\n') lines.push_back(' ');
    }
    Document alone(lines.append("\n"));
    REQUIRE(alone.front_matter.find("key") != nullptr);
    CHECK(to_json(*alone.front_matter.find("key")) == to_json(value));
  }
}

}  // namespace

TEST_CASE("the corpus' spans nest, and hold just their values") {
  std::filesystem::path shared = shared_folder();
  if (shared.empty()) return;
  for (const auto& file : files_below(shared / "corpus/documents")) {
    CAPTURE(file.string());
    std::string bytes = read_file(file);
    FrontMatter front_matter = read_front_matter(Text(bytes));
    check_spans(bytes, front_matter.root, front_matter.yaml);
  }
}

TEST_CASE("damaged documents keep their spans inside the YAML, and their body") {
  std::filesystem::path shared = shared_folder();
  if (shared.empty()) return;
  std::mt19937 random(2);
  const std::string signs = ":-?,[]{}#&*!|>'\"%@`\\ \n\t\r";
  for (const auto& file : files_below(shared / "corpus/documents")) {
    std::string bytes = read_file(file);
    FrontMatter whole = read_front_matter(Text(bytes));
    if (whole.yaml.empty()) continue;
    for (int i = 0; i < 3; ++i) {
      Offset place = whole.yaml.begin + static_cast<Offset>(random() % whole.yaml.size());
      bytes[place] = signs[random() % signs.size()];
    }
    CAPTURE(file.string());
    FrontMatter front_matter = read_front_matter(Text(bytes));
    const Span home = front_matter.present ? front_matter.span : Span{0, static_cast<Offset>(bytes.size())};
    for (const Diagnostic& diagnostic : front_matter.diagnostics) {
      CHECK(home.contains(diagnostic.span));
      CHECK_FALSE(diagnostic.span.empty());
    }
    CHECK(front_matter.body.end == bytes.size());
  }
}
