// Plain scalars, typed as Ruby's Psych types them (asked of Psych 4.0.3).
#include "frontmatter/scalar.h"

#include <string>
#include <vector>

#include "doctest/doctest.h"
#include "tests/frontmatter/value_json.h"

using namespace depeche::frontmatter;

TEST_CASE("plain scalars have Psych's types") {
  struct Case {
    std::string text;
    std::string json;
  };
  const std::vector<Case> cases = {
      {"", "null"},
      {"~", "null"},
      {"Null", "null"},
      {"yes", "true"},
      {"On", "true"},
      {"TRUE", "true"},
      {"no", "false"},
      {"off", "false"},
      {"False", "false"},
      {"y", R"("y")"},
      {"n", R"("n")"},
      {"oui", R"("oui")"},
      {"0", "0"},
      {"12", "12"},
      {"-12", "-12"},
      {"+12", "12"},
      {"010", "8"},
      {"08", R"("08")"},
      {"0_", "0"},
      {"0x1F", "31"},
      {"-0x1f", "-31"},
      {"0b101", "5"},
      {"0o17", R"("0o17")"},
      {"1_000", "1000"},
      {"1,000", "1000"},
      {"1__0", R"("1__0")"},
      {"1_", R"("1_")"},
      {"9223372036854775807", "9223372036854775807"},
      {"9223372036854775808", "9.223372036854775808e18"},
      {"1.5", "1.5"},
      {".5", "0.5"},
      {"1.", "1.0"},
      {"-1.5e+3", "-1500.0"},
      {"1e3", R"("1e3")"},
      {"1.5e3", R"("1.5e3")"},
      {"1.2.3", R"("1.2.3")"},
      {".", R"(".")"},
      {"-.", R"("-.")"},
      {"-", R"("-")"},
      {".inf", R"("Infinity")"},
      {"-.INF", R"("-Infinity")"},
      {".NaN", R"("NaN")"},
      {"12:30", "45000"},
      {"1:30:15", "5415"},
      {"12:60", R"("12:60")"},
      {"1:30.5", "5430.0"},
      {":word", R"("word")"},
      {":\"a word\"", R"("a word")"},
      {":", R"(":")"},
      {"2018-09-09", R"("2018-09-09")"},
      {"2018-9-9", R"("2018-09-09")"},
      {"2018-02-30", R"("2018-02-30")"},
      {"2018-13-01", R"("2018-13-01")"},
      {"2018-09-09 11:18:00 +02:00", R"("2018-09-09T11:18:00+02:00")"},
      {"2018-09-09T11:18:00Z", R"("2018-09-09T11:18:00+00:00")"},
      {"2018-09-09t1:18:00.25 -5", R"("2018-09-09T01:18:00-05:00")"},
      {"2018-09-09 11:18:00 +0200", R"("2018-09-09T11:18:00+02:00")"},
      {"2018-09-09 11:18:00 -00:30", R"("2018-09-09T11:18:00+00:30")"},
      {"2018-09-09 11:18:00", R"("2018-09-09T11:18:00+00:00")"},
      {"2018-09-09 11:18", R"("2018-09-09 11:18")"},
      {"2018-09-09 25:18:00", R"("2018-09-09 25:18:00")"},
      {"2018-02-30 10:00:00", R"("2018-03-02T10:00:00+00:00")"},
      {"2018-12-31 24:00:00", R"("2019-01-01T00:00:00+00:00")"},
      {"2018-01-01 10:00:60 +02:00", R"("2018-01-01T10:01:00+02:00")"},
      {"2018-01-01 10:00:00 +25:00", R"("2018-01-01 10:00:00 +25:00")"},
  };
  for (const Case& c : cases) {
    CAPTURE(c.text);
    CHECK(to_json({resolve_plain_scalar(c.text), {}, {}}) == nlohmann::ordered_json::parse(c.json));
  }
}

TEST_CASE("a date is not text, though the JSON of both is alike") {
  CHECK(std::holds_alternative<Date>(resolve_plain_scalar("2018-9-9")));
  CHECK(std::holds_alternative<std::string>(resolve_plain_scalar("2018-02-30")));
  CHECK(std::get<DateTime>(resolve_plain_scalar("2018-09-09 11:18:00.25")).nanosecond == 250'000'000);
  CHECK(std::get<DateTime>(resolve_plain_scalar("2018-09-09 11:18:00")).zone == Zone::kUnstated);
  CHECK(std::get<DateTime>(resolve_plain_scalar("2018-09-09 11:18:00 Z")).zone == Zone::kUtc);
}

TEST_CASE("keys are written as Ruby writes them") {
  for (auto [written, key] :
       std::vector<std::pair<std::string, std::string>>{{"12", "12"},
                                                        {"yes", "true"},
                                                        {"~", ""},
                                                        {"1.0", "1.0"},
                                                        {"100000000000000000000.0", "1.0e+20"},
                                                        {"2018-9-9", "2018-09-09"}}) {
    CHECK(key_text(resolve_plain_scalar(written)) == key);
  }
}
