// Setting one field: what is written, table by table, and what must hold for any document.
#include <algorithm>
#include <iostream>
#include <random>
#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "frontmatter/front_matter.h"
#include "frontmatter/path.h"
#include "tests/frontmatter/corpus.h"
#include "tests/frontmatter/value_json.h"

using namespace depeche;
using namespace depeche::frontmatter;

namespace {

std::string apply(std::string text, const std::vector<Replacement>& edits) {
  for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
    text.replace(edit->span.begin, edit->span.size(), edit->text);
  }
  return text;
}

// The text after; or the key of the problem.
std::string set(const std::string& text, std::string_view path, std::string_view value) {
  auto edits = set_field(Text(text), path, value);
  return edits ? apply(text, *edits) : edits.problem().key;
}

struct Case {
  std::string name;
  std::string before;  // the lines between the fences
  std::string path;
  std::string value;
  std::string after;
};

void check(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    CAPTURE(c.name);
    std::string expected =
        c.after.starts_with("front-matter/") ? c.after : "---\n" + c.after + "---\n\nBody\n";
    CHECK(set("---\n" + c.before + "---\n\nBody\n", c.path, c.value) == expected);
  }
}

}  // namespace

TEST_CASE("the scalar's own style is kept when it can hold the value") {
  check({
      {"plain", "title: Old one\n", "title", "New one", "title: New one\n"},
      {"double quotes", "title: \"Old\"\n", "title", "N \"w\" \\", "title: \"N \\\"w\\\" \\\\\"\n"},
      {"single quotes", "title: 'Old'\n", "title", "L'autre", "title: 'L''autre'\n"},
      {"single quotes cannot hold a control", "title: 'Old'\n", "title", "a\x01", "title: \"a\\x01\"\n"},
      {"a comment after stays", "title: Old # seen\nb: c\n", "title", "New", "title: New # seen\nb: c\n"},
      {"a comment keeps a block away", "title: Old # seen\n", "title", "a\nb", "title: \"a\\nb\" # seen\n"},
      {"a folded plain scalar goes whole", "title: One\n  two\n  three\nb: c\n", "title", "Four",
       "title: Four\nb: c\n"},
      {"literal", "t: |\n  a\n  b\nc: d\n", "t", "x\n\n y\n", "t: |\n  x\n\n   y\nc: d\n"},
      {"literal without a last line end", "t: |\n  a\n", "t", "x", "t: |-\n  x\n"},
      {"literal that begins with a blank", "t: |\n  a\n", "t", "  x\n", "t: |2\n    x\n"},
      {"literal keeps its comment", "t: | # note\n  a\n", "t", "x\n", "t: | # note\n  x\n"},
      {"folded", "t: >-\n  a\n  b\nc: d\n", "t", "x y\nz", "t: >-\n  x y\n\n  z\nc: d\n"},
      {"in a list", "tags:\n- a\n- b\n", "tags[1]", "c: d", "tags:\n- a\n- \"c: d\"\n"},
      {"in a list of maps", "files:\n- file: \"/a\"\n  nom: A\n", "files[0].nom", "B",
       "files:\n- file: \"/a\"\n  nom: B\n"},
      {"in brackets", "tags: [a, 'b', \"c\"]\n", "tags[0]", "x, y", "tags: ['x, y', 'b', \"c\"]\n"},
      {"in braces", "m: {a: b, c: d}\n", "m.a", "e", "m: {a: e, c: d}\n"},
      {"with an anchor", "a: &x b\nc: d\n", "a", "e", "a: &x e\nc: d\n"},
      {"a repeated key: the one that counts", "a: b\na: c\n", "a", "d", "a: b\na: d\n"},
      {"a quoted key", "\"a.b\": c\n", "a\\.b", "d", "\"a.b\": d\n"},
  });
}

TEST_CASE("what would read as another type is quoted where the field is text") {
  for (std::string value :
       {"yes",  "No", "12",  "1_000", "0x1F", "1.5", "12:30", "2018-01-01", "~",  "null", "",    " a", "a ",
        "a: b", "a:", "- x", "#x",    "a #b", "@x",  "`x`",   "%x",         "!x", "&x",   "*x",  "[x", "{x",
        "]",    ",x", "|",   ">",     "'x",   "? x", ": x",   ":x",         "-",  "---",  ".inf"}) {
    CAPTURE(value);
    std::string expected = "---\ntitle: \"" + value + "\"\n---\n";
    if (value == "a: b") CHECK(set("---\ntitle: Old\n---\n", "title", value) == expected);
    CHECK(set("---\ntitle: Old\n---\n", "title", value) == expected);
    CHECK(set("---\nb: c\n---\n", "title", value) == "---\nb: c\ntitle: \"" + value + "\"\n---\n");
  }
  check({
      {"in the document's quotes", "a: 'b'\ntitle: Old\n", "title", "12", "a: 'b'\ntitle: '12'\n"},
      {"a path", "a: b\n", "file", "/uploads/x.pdf", "a: b\nfile: \"/uploads/x.pdf\"\n"},
  });
}

TEST_CASE("a field keeps its type") {
  check({
      {"a time", "date: 2018-09-09 11:18:00 +02:00\n", "date", "2019-04-19 02:38:00 +02:00",
       "date: 2019-04-19 02:38:00 +02:00\n"},
      {"a date for a time", "date: 2018-09-09 11:18:00 +02:00\n", "date", "2019-04-19", "date: 2019-04-19\n"},
      {"a new date", "title: a\n", "date", "2019-04-19 02:38:00 +02:00",
       "title: a\ndate: 2019-04-19 02:38:00 +02:00\n"},
      {"an empty date", "date:\n", "date", "2019-04-19", "date: 2019-04-19\n"},
      {"a date that was text", "date: soon\n", "date", "2019-04-19", "date: 2019-04-19\n"},
      {"a date in quotes", "date: '2018-09-09'\n", "date", "2019-04-19", "date: '2019-04-19'\n"},
      {"a date under a text's name", "title: a\n", "lieu", "2019-04-19", "title: a\nlieu: \"2019-04-19\"\n"},
      {"no date any more", "date: 2018-09-09\ntitle: a\n", "date", "", "date: \ntitle: a\n"},
      {"a boolean", "published: true\n", "published", "false", "published: false\n"},
      {"a new boolean", "title: a\n", "published", "false", "title: a\npublished: false\n"},
      {"a number", "ordre: 3\n", "ordre", "12", "ordre: 12\n"},
      {"a negative number", "ordre: -3\n", "ordre", "-4", "ordre: -4\n"},
      {"text for a number", "ordre: 3\n", "ordre", "dernier", "ordre: dernier\n"},
      {"the same in other words", "published: yes\n", "published", "true", "published: yes\n"},
  });
}

TEST_CASE("a missing field comes after its siblings") {
  check({
      {"a key", "a: b\n", "c", "d", "a: b\nc: d\n"},
      {"after a comment", "a: b # x\n\n# end\n", "c", "d", "a: b # x\nc: d\n\n# end\n"},
      {"after a block", "a: |\n  b\n\n", "c", "d", "a: |\n  b\nc: d\n\n"},
      {"after a list", "tags:\n- a\n", "c", "d", "tags:\n- a\nc: d\n"},
      {"in an empty front matter", "", "c", "d", "c: d\n"},
      {"in one of comments", "# x\n", "c", "d", "# x\nc: d\n"},
      {"in an item", "files:\n- file: \"/a\"\n- file: \"/b\"\n", "files[0].nom", "A",
       "files:\n- file: \"/a\"\n  nom: A\n- file: \"/b\"\n"},
      {"in a map", "a:\n    b: c\n", "a.d", "e", "a:\n    b: c\n    d: e\n"},
      {"in braces", "a: {b: c}\n", "a.d", "e, f", "a: {b: c, d: \"e, f\"}\n"},
      {"in empty braces", "a: {}\n", "a.d", "e", "a: {d: e}\n"},
      {"an item", "tags:\n- a\nb: c\n", "tags[1]", "d", "tags:\n- a\n- d\nb: c\n"},
      {"an item further in", "tags:\n  - a\n", "tags[1]", "d", "tags:\n  - a\n  - d\n"},
      {"an item in its siblings' quotes", "tags:\n- \"a\"\n", "tags[1]", "d", "tags:\n- \"a\"\n- \"d\"\n"},
      {"an item in brackets", "tags: [\"a\", \"b\"]\n", "tags[2]", "d", "tags: [\"a\", \"b\", \"d\"]\n"},
      {"an item in empty brackets", "tags: []\n", "tags[0]", "d", "tags: [d]\n"},
      {"a list", "a: b\n", "tags[0]", "d", "a: b\ntags:\n- d\n"},
      {"a list as the others are", "x:\n  - y\n", "tags[0]", "d", "x:\n  - y\ntags:\n  - d\n"},
      {"a list of maps", "a: b\n", "une-ou-diaporama[0].image", "/uploads/x.png",
       "a: b\nune-ou-diaporama:\n- image: \"/uploads/x.png\"\n"},
      {"an item of a list of maps", "files:\n- file: \"/a\"\n", "files[1].file", "/b",
       "files:\n- file: \"/a\"\n- file: \"/b\"\n"},
      {"a list where nothing was", "tags:\nb: c\n", "tags[0]", "d", "tags:\n- d\nb: c\n"},
      {"a map of maps", "a: b\n", "c.d.e", "f", "a: b\nc:\n  d:\n    e: f\n"},
      {"an empty value", "a:\nb: c\n", "a", "d", "a: d\nb: c\n"},
      {"an empty value with a space", "a: \nb: c\n", "a", "d", "a: d\nb: c\n"},
      {"an empty value with a comment", "a: # x\nb: c\n", "a", "d", "a: d # x\nb: c\n"},
      {"an empty item", "a:\n-\n- b\n", "a[0]", "d", "a:\n- d\n- b\n"},
      {"an empty value in braces", "m: {a: , b}\n", "m.b", "c", "m: {a: , b: c}\n"},
      {"a tilde", "a: ~\n", "a", "d", "a: d\n"},
      {"text of several lines", "a: b\n", "c", "d\ne", "a: b\nc: |-\n  d\n  e\n"},
      {"a key that needs quotes", "a: b\n", "yes", "d", "a: b\n\"yes\": d\n"},
  });
}

TEST_CASE("what cannot be set is a problem, not a change") {
  check({
      {"through text", "a: b\n", "a.c", "d", "front-matter/cannot-set-inside"},
      {"past the end of a list", "a:\n- b\n", "a[2]", "d", "front-matter/cannot-set-inside"},
      {"text over a list", "a:\n- b\n", "a", "d", "front-matter/cannot-set-inside"},
      {"an index in a map", "a:\n  b: c\n", "a[0]", "d", "front-matter/cannot-set-inside"},
      {"through an alias", "a: &x\n  b: c\nd: *x\n", "d.b", "e", "front-matter/cannot-set-inside"},
      {"under a name that others take it by", "a: &x b\nd: *x\n", "a", "e", "front-matter/cannot-set-inside"},
      {"broken YAML", "a: \"b\n", "a", "c", "front-matter/cannot-set-broken"},
      {"an open bracket", "a: b\n", "a[", "c", "front-matter/cannot-set-path"},
      {"text after a bracket", "a: b\n", "a[0]b", "c", "front-matter/cannot-set-path"},
      {"no name", "a: b\n", "", "c", "front-matter/cannot-set-path"},
      {"bytes that are no text", "a: b\n", "a", "\xFF", "front-matter/cannot-set-text"},
  });
}

TEST_CASE("line endings, byte order mark and missing front matter") {
  CHECK(set("---\r\na: b\r\n---\r\nBody", "c", "d") == "---\r\na: b\r\nc: d\r\n---\r\nBody");
  CHECK(set("---\r\na: b\r\n---\r\nBody", "a", "d\ne\n") == "---\r\na: |\r\n  d\r\n  e\r\n---\r\nBody");
  CHECK(set("Body\n", "title", "A") == "---\ntitle: A\n---\n\nBody\n");
  CHECK(set("Body\r\n", "title", "A") == "---\r\ntitle: A\r\n---\r\n\r\nBody\r\n");
  CHECK(set("\xEF\xBB\xBF"
            "Body\n",
            "date", "2019-04-19") == "\xEF\xBB\xBF---\ndate: 2019-04-19\n---\n\nBody\n");
  CHECK(set("", "tags[0]", "a") == "---\ntags:\n- a\n---\n");
  CHECK(set("---\nnever closed\n", "title", "A") == "---\ntitle: A\n---\n\n---\nnever closed\n");
}

TEST_CASE("the edit is no larger than what differs") {
  std::string text = "---\ntitle: Le plan d’été\n---\n";
  auto edits = set_field(Text(text), "title", "Le plan d’hiver");
  REQUIRE(edits.ok());
  REQUIRE(edits->size() == 1);
  CHECK(edits->front().text == "hiver");
  CHECK(edits->front().span.of(text) == "été");
}

namespace {

// The path of a key in the mapping at `parent` ("" for the front matter itself), and of an item in a list.
std::string path_of_key(std::string_view parent, std::string_view key) {
  std::string path(parent);
  if (!parent.empty()) path.push_back('.');
  for (char c : key) {
    if (c == '.' || c == '[' || c == '\\') path.push_back('\\');
    path.push_back(c);
  }
  return path;
}

std::string path_of_item(std::string_view parent, std::size_t index) {
  return std::string(parent) + "[" + std::to_string(index) + "]";
}

// Every place of a value, and its path.
void collect_scalars(const Value& value, const std::string& path,
                     std::vector<std::pair<std::string, const Value*>>& found) {
  if (const auto* items = value.sequence()) {
    for (std::size_t i = 0; i < items->size(); ++i)
      collect_scalars((*items)[i], path_of_item(path, i), found);
  } else if (const auto* entries = value.mapping()) {
    for (const auto& [key, entry] : *entries) collect_scalars(entry, path_of_key(path, key), found);
  } else {
    found.emplace_back(path, &value);
  }
}

// Dates with and without a time are of one kind, and so are numbers.
std::size_t kind(const Value& value) {
  if (std::holds_alternative<DateTime>(value.data)) return Value{Date{}, {}, {}}.data.index();
  if (std::holds_alternative<double>(value.data)) return Value{std::int64_t{}, {}, {}}.data.index();
  return value.data.index();
}

const std::vector<std::string>& hostile_values() {
  static const std::vector<std::string> values = {"yes",
                                                  "12",
                                                  "2018-01-01",
                                                  "a: b",
                                                  "- x",
                                                  "#x",
                                                  "",
                                                  " ",
                                                  "a\nb",
                                                  "\n",
                                                  "a\n\n\n",
                                                  " a\n b\n",
                                                  "\ta",
                                                  "\"'\\",
                                                  "---\n",
                                                  "\n---\n",
                                                  "...",
                                                  "é\u2028è",
                                                  "\u00A0",
                                                  "{{ liquid }}",
                                                  "[a](b)",
                                                  "%",
                                                  "a\r\nb",
                                                  "\xEF\xBB\xBF",
                                                  "\x1B[0m",
                                                  "null",
                                                  "🇫🇷 : l’été ?",
                                                  std::string("a\0b", 3),
                                                  "*a",
                                                  "&a b",
                                                  "!!str x",
                                                  "a #b",
                                                  "a:",
                                                  "? a",
                                                  "a, b",
                                                  "]",
                                                  "}",
                                                  ":a",
                                                  "=",
                                                  "<<",
                                                  "~",
                                                  "a\t"};
  return values;
}

}  // namespace

TEST_CASE("every field of the corpus can be set to anything, and nothing else changes") {
  std::filesystem::path shared = shared_folder();
  if (shared.empty()) return;
  std::mt19937 random(20190419);
  int fields = 0;
  int edits_made = 0;
  for (const auto& file : files_below(shared / "corpus/documents")) {
    std::string bytes = read_file(file);
    Text text(bytes);
    FrontMatter before = read_front_matter(text);
    std::vector<std::pair<std::string, const Value*>> scalars;
    collect_scalars(before.root, "", scalars);
    const auto expected = to_json(before.root);
    for (const auto& [path, value] : scalars) {
      CAPTURE(file.string());
      CAPTURE(path);
      ++fields;
      std::string own = value->string() ? *value->string() : std::string(value->span.of(bytes));
      auto none = set_field(text, path, own);
      REQUIRE(none.ok());
      CHECK(none->empty());

      const std::string& hostile = hostile_values()[random() % hostile_values().size()];
      CAPTURE(hostile);
      auto edits = set_field(text, path, hostile);
      REQUIRE(edits.ok());
      if (edits->empty()) continue;
      ++edits_made;
      REQUIRE(edits->size() == 1);
      Span span = edits->front().span;
      bool inside = value->span.empty() ? span.begin <= value->span.end + 1 && span.begin >= value->span.begin
                                        : value->span.contains(span);
      CHECK(inside);

      FrontMatter after = read_front_matter(Text(apply(bytes, *edits)));
      CHECK_FALSE(after.broken);
      const Value* now = after.find(path);
      REQUIRE(now != nullptr);
      if (now->string()) {
        CHECK(*now->string() == hostile);
      } else {  // of the type that the field had
        CHECK((kind(*now) == kind(*value) || std::holds_alternative<Null>(now->data)));
      }
      auto changed = to_json(after.root);
      nlohmann::ordered_json::json_pointer place("");
      Path steps = parse_path(path).value();
      for (const PathStep& step : steps) {
        if (const auto* key = std::get_if<std::string>(&step)) place /= *key;
        if (const auto* index = std::get_if<std::size_t>(&step)) place /= *index;
      }
      changed[place] = expected[place];
      CHECK(changed == expected);
    }
  }
  std::cout << "fields set: " << fields << ", edits read back: " << edits_made << "\n";
}

TEST_CASE("any bytes can be read, and set or refused") {
  std::mt19937 random(1);
  const std::string alphabet = "ab:-?,[]{}#&*!|>'\"%@`\\ \n\r\t0.~<=\xC2\x85\xE2\x80\xA8\xFF\x04";
  for (int round = 0; round < 5000; ++round) {
    std::string yaml;
    for (std::size_t size = random() % 40; size > 0; --size)
      yaml.push_back(alphabet[random() % alphabet.size()]);
    std::string bytes = "---\n" + yaml + "\n---\nBody";
    CAPTURE(yaml);
    Text text(bytes);
    FrontMatter front_matter = read_front_matter(text);
    std::vector<std::pair<std::string, const Value*>> scalars;
    collect_scalars(front_matter.root, "", scalars);
    scalars.emplace_back("new", nullptr);
    for (const auto& [path, value] : scalars) {
      auto edits = set_field(text, path, "v: 1");
      if (!edits) continue;
      CHECK_FALSE(front_matter.broken);
      FrontMatter after = read_front_matter(Text(apply(bytes, *edits)));
      REQUIRE(after.find(path) != nullptr);
      CHECK(to_json(*after.find(path)) == "v: 1");
    }
  }
}
