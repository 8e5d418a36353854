// Plain fields are read as yaml-cpp reads them, or not at all.
#include "frontmatter/plain_fields.h"

#include <random>
#include <string>
#include <string_view>

#include "doctest/doctest.h"
#include "frontmatter/source.h"

using namespace depeche;
using namespace depeche::frontmatter;

namespace {

const std::string kFields[] = {
    "title: L’État recrute\n",
    "title: Un titre\n  qui va à la ligne\n   deux fois  \ndate: 2018-09-09 11:18:00 +02:00\n",
    "image:\ntags:\n- un\n- deux mots\n",
    "tags:\n  - un\n  - \"deux\"\nlayout: page\n",
    "files:\n- file: \"/uploads/a.pdf\"\n  nom: Le communiqué\n- file: ''\n  nom:\n",
    "a:\n  b:\n    c: d\n  e: http://example.org/?f=1,2\ng: h\n",
    "a: b\n\n\nc: (d) [e] {f} #g\n",
    "a:    \n   \nb : c",
    "  a: b\n  c: d\n",
};

// Whether both readings agree, where there are two.
void check_same(const std::string& yaml) {
  const std::string document = "---\n" + yaml;
  const PreparedSource source = prepare_source(document, 0);
  const auto quick = read_plain_fields(source.bytes, 0);
  if (!quick) return;
  const YamlEvents slow = read_yaml_events({source.bytes, std::nullopt}, 0);
  CAPTURE(yaml);
  CHECK(!slow.problem);
  CHECK((*quick == slow.events));
}

bool is_plain(std::string_view yaml) {
  return read_plain_fields("---\n" + std::string(yaml), 0).has_value();
}

}  // namespace

TEST_CASE("plain fields give the events that yaml-cpp gives") {
  for (const std::string& fields : kFields) check_same(fields);
  CHECK(is_plain(kFields[1]));
  CHECK(is_plain(kFields[4]));
  CHECK(is_plain(kFields[5]));
}

TEST_CASE("fields with something changed in them, too") {
  constexpr std::string_view kSigns = "\n\n -:?'\"#,[]{}&*!|>%@`~.\t\\<=an";
  std::mt19937 random(1);
  const auto below = [&](std::size_t limit) { return static_cast<std::size_t>(random()) % limit; };
  for (int round = 0; round < 5'000; ++round) {
    std::string yaml = kFields[below(std::size(kFields))] + kFields[below(std::size(kFields))];
    for (std::size_t changes = below(4); changes > 0; --changes) {
      const std::size_t at = below(yaml.size());
      if (below(2) == 0) {
        yaml.insert(at, 1, kSigns[below(kSigns.size())]);
      } else {
        yaml[at] = kSigns[below(kSigns.size())];
      }
    }
    check_same(yaml);
  }
}

TEST_CASE("what is more than plain fields is left to yaml-cpp") {
  for (std::string_view yaml : {"",
                                "text\n",
                                "- a\n",
                                "a: [b]\n",
                                "a: {b: c}\n",
                                "a: |\n  b\n",
                                "a: &b c\n",
                                "a: !str b\n",
                                "a: b # c\n",
                                "# a\nb: c\n",
                                "a:\tb\n",
                                "a: b\r\n",
                                "a: \"b\\n\"\n",
                                "a: 'b''c'\n",
                                "a: \"b\n  c\"\n",
                                "a: b: c\n",
                                "a: ~\n",
                                "null: a\n",
                                "? a\n",
                                "a: b\n...\n",
                                "a: b\n  c: d\n",
                                "a: b\n\n  c\n",
                                "a:\n  b\n",
                                "a:\n    b: c\n  d: e\n",
                                "a: \"b\" c\n",
                                "\"a\": b\n"}) {
    CAPTURE(yaml);
    CHECK(!is_plain(yaml));
  }
}
