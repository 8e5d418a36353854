// What the page tells of its host is hostile until it is read.
#include "app/host.h"

#include <string>
#include <utility>

#include "doctest/doctest.h"

namespace depeche::app {
namespace {

Host host_of(std::string_view name, std::string_view value) {
  Host host;
  read_host_detail(name, value, host);
  return host;
}

Host with(std::string Host::*detail, std::string value) {
  Host host;
  host.*detail = std::move(value);
  return host;
}

TEST_CASE("each detail goes to its place") {
  CHECK(host_of("version", "0.1.0") == with(&Host::version, "0.1.0"));
  CHECK(host_of("host", "Ministère de l’Exemple") == with(&Host::name, "Ministère de l’Exemple"));
  CHECK(host_of("accessibility", "non conforme").conformity == Conformity::kNone);
  CHECK(host_of("accessibility", "partiellement conforme").conformity == Conformity::kPartial);
  CHECK(host_of("accessibility", "totalement conforme").conformity == Conformity::kFull);
  CHECK(host_of("accessibility-page", "https://a.example/") ==
        with(&Host::accessibility, "https://a.example/"));
  CHECK(host_of("legal", "http://a.example/l") == with(&Host::legal, "http://a.example/l"));
  CHECK(host_of("privacy", "https://a.example/p") == with(&Host::privacy, "https://a.example/p"));
  CHECK(host_of("contact", "https://a.example/c") == with(&Host::contact, "https://a.example/c"));
  CHECK(host_of("licences", "https://a.example/t") == with(&Host::licences, "https://a.example/t"));
}

TEST_CASE("what is not of its kind changes nothing") {
  struct Row {
    std::string_view name;
    std::string value;
  };
  const Row rows[] = {{"legal", "javascript:alert(1)"},
                      {"legal", "JAVASCRIPT:alert(1)"},
                      {"legal", "data:text/html,a"},
                      {"legal", "mentions.html"},
                      {"legal", "//a.example/"},
                      {"legal", "mailto:a@b.example"},
                      {"legal", "https://a.example/\n"},
                      {"legal", "https://a.example/" + std::string(kLongestHostAddress, 'a')},
                      {"legal", ""},
                      {"host", std::string(kLongestHostName + 1, 'a')},
                      {"host", "a\nb"},
                      {"host", std::string("a\0b", 3)},
                      {"version", "1\t2"},
                      {"accessibility", "conforme"},
                      {"accessibility", "Partiellement conforme"},
                      {"accessibility", ""},
                      {"unknown", "https://a.example/"},
                      {"", ""}};
  for (const auto& [name, value] : rows) {
    CAPTURE(name);
    CAPTURE(value);
    CHECK(host_of(name, value) == Host{});
    Host known = with(&Host::legal, "https://known.example/");
    known.conformity = Conformity::kFull;
    const Host before = known;
    read_host_detail(name, value, known);
    CHECK(known == before);
  }
}

TEST_CASE("the longest that is allowed is taken, and words are words whatever they hold") {
  const std::string name(kLongestHostName, 'a');
  CHECK(host_of("host", name).name == name);
  CHECK(host_of("host", "<b>A</b> & {0}").name == "<b>A</b> & {0}");
  const std::string address = "https://" + std::string(kLongestHostAddress - 8, 'a');
  CHECK(host_of("legal", address).legal == address);
}

}  // namespace
}  // namespace depeche::app
