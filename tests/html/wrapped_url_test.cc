// Addresses in the manner of each wrapper. The names are invented.
#include "html/wrapped_url.h"

#include <chrono>
#include <random>

#include "base/utf8.h"
#include "doctest/doctest.h"
#include "html/safe_url.h"
#include "tests/support/cpu_clock.h"

namespace depeche::html {
namespace {

struct Row {
  std::string_view url, target;  // no target: it is none
};

void check_rows(std::initializer_list<Row> rows) {
  for (const Row& row : rows) {
    CAPTURE(row.url);
    CHECK(unwrapped_url(row.url).value_or("") == row.target);
  }
}

TEST_CASE("each wrapper gives its target") {
  check_rows({
      {"https://www.google.com/url?q=https://exemple.fr/agenda?a%3D1%26b%3D2&sa=D&source=editors",
       "https://exemple.fr/agenda?a=1&b=2"},
      {"https://www.google.fr/url?sa=t&url=https%3A%2F%2Fexemple.fr%2F&usg=x", "https://exemple.fr/"},
      {"http://google.co.uk/url?q=http://exemple.fr", "http://exemple.fr"},
      {"https://www.youtube.com/redirect?event=x&q=https%3A%2F%2Fexemple.fr%2Fa%2Bb",
       "https://exemple.fr/a+b"},
      {"https://eur03.safelinks.protection.outlook.com/"
       "?url=https%3A%2F%2Fexemple.fr%2Fdossier%3Fa%3D1%26b%3D%25C3%25A9"
       "&data=05%7C02%7Cprenom.nom%40ministere.example%7Cabc&sdata=xyz%3D&reserved=0",
       "https://exemple.fr/dossier?a=1&b=%C3%A9"},
      {"https://NAM02.SafeLinks.protection.Outlook.com/ap/w-1/?url=https%3A%2F%2Fexemple.fr%2F%23ici&data=x",
       "https://exemple.fr/#ici"},
      {"https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexemple.fr&amp;data=x",
       "https://exemple.fr"},
      {"https://outlook.office.com/mail/safelink.html?url=https%3A%2F%2Fexemple.fr%2Fagenda&corid=0",
       "https://exemple.fr/agenda"},
      {"https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html"
       "?url=https%3A%2F%2Fexemple.fr%2F&locale=fr-fr&dest=https%3A%2F%2Fteams.microsoft.com%2Fapi",
       "https://exemple.fr/"},
      {"https://urldefense.proofpoint.com/v1/url?u=http://exemple.fr/a&k=x", "http://exemple.fr/a"},
      {"https://urldefense.proofpoint.com/v2/url?u=https-3A__exemple.fr_a-2Db-5Fc-3Fd-3De&d=DwMF&c=x",
       "https://exemple.fr/a-b_c?d=e"},
      {"https://urldefense.com/v3/__https://exemple.fr/a?b=c__;!!AbC!xyz$", "https://exemple.fr/a?b=c"},
      {"https://urldefense.com/v3/__https://exemple.fr/*a*__;I8Op!!AbC!xyz$", "https://exemple.fr/#a\u00E9"},
      {"https://urldefense.com/v3/__https://exemple.fr/**Bx__;Kysr!!AbC!xyz$", "https://exemple.fr/+++x"},
      {"https://urldefense.com/v3/__https:/exemple.fr/a__;!!AbC!xyz$", "https://exemple.fr/a"},
      {"https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fexemple.fr%2fa&c=E,1,x&typo=1",
       "https://exemple.fr/a"},
      {"https://protect2.fireeye.com/v1/url?k=x&q=1&e=y&u=https%3A%2F%2Fexemple.fr%2F",
       "https://exemple.fr/"},
      {"https://eu-west-1.protection.sophos.com/?d=exemple.fr&u=aHR0cHM6Ly9leGVtcGxlLmZyL2E_Yj1j&i=x",
       "https://exemple.fr/a?b=c"},
      {"https://l.facebook.com/l.php?u=https%3A%2F%2Fexemple.fr%2F%3Ffbclid%3Dx&h=AT0",
       "https://exemple.fr/?fbclid=x"},
      {"https://l.instagram.com/?u=https%3A%2F%2Fexemple.fr&e=x", "https://exemple.fr"},
      {"https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fexemple%2Efr&urlhash=x",
       "https://exemple.fr"},
  });
}

TEST_CASE("wrappers inside wrappers, up to a depth") {
  std::string url = "https://exemple.fr/";
  const auto wrap = [](std::string_view inner) {
    std::string outer = "https://www.google.com/url?q=";
    for (const char c : inner) outer += c == '%' ? "%25" : c == '&' ? "%26" : std::string(1, c);
    return outer + "&sa=D";
  };
  for (int i = 0; i < kDeepestWrapper; ++i) url = wrap(url);
  CHECK(unwrapped_url(url) == "https://exemple.fr/");
  CHECK(unwrapped_url(wrap(url)) == wrap("https://exemple.fr/"));
}

TEST_CASE("what is no wrapper, or holds no whole safe address, stays") {
  check_rows({
      {"", ""},
      {"https://exemple.fr/url?q=https://autre.example", ""},
      {"https://www.google.com/search?q=https://exemple.fr", ""},
      {"https://www.google.com/url?q=exemple.fr", ""},
      {"https://www.google.com/url?q=/search", ""},
      {"https://www.google.com/url", ""},
      {"https://www.google.com/url?q=javascript:alert(1)", ""},
      {"https://www.google.com/url?q=java%0Ascript:alert(1)", ""},
      {"https://www.google.com/url?q=data:text/html,x", ""},
      {"https://www.google.com/url?q=https://", ""},
      {"https://www.google.com/url?q=https:///a", ""},
      {"https://www.google.com/url?q=https://a.example%5C@evil.example", ""},
      {"https://www.google.com/url?q=https://a%20b.example/", ""},
      {"https://www.google.com/url?q=https://%00.example/", ""},
      {"https://www.google.com/url?q=https://exemple.fr/%FF", ""},
      {"https://www.google.evil.example/url?q=https://exemple.fr", ""},
      {"https://www.google.com.evil.example/url?q=https://exemple.fr", ""},
      {"https://google.com@evil.example/url?q=https://exemple.fr", ""},
      {"https://evil.example\\.safelinks.protection.outlook.com/?url=https://exemple.fr", ""},
      {"https://notsafelinks.protection.outlook.com/?url=https://exemple.fr", ""},
      {"mailto:a@www.google.com?q=https://exemple.fr", ""},
      {"https://protect-eu.mimecast.com/s/AbCdEf?domain=exemple.fr", ""},
      {"https://urldefense.com/v3/__https://exemple.fr/*__;!!AbC!x$", ""},     // a star too many
      {"https://urldefense.com/v3/__https://exemple.fr/a__;w6k!!AbC!x$", ""},  // one too few
      {"https://urldefense.com/v3/__https://exemple.fr/*__;%%!!AbC!x$", ""},
      {"https://urldefense.com/v3/__", ""},
  });
}

TEST_CASE("a target cannot end where it stands") {
  check_rows({
      {"https://www.google.com/url?q=https://exemple.fr/(a)%20%22b%22%3E%3C%60%7C%5B%5D%27",
       "https://exemple.fr/%28a%29%20%22b%22%3E%3C%60%7C%5B%5D%27"},
      {"https://www.google.com/url?q=https://exemple.fr/?a%26copy%3Bb", "https://exemple.fr/?a&copy%3Bb"},
      {"https://www.google.com/url?q=https://exemple.fr/%0Aa", "https://exemple.fr/a"},
      {"https://www.google.com/url?q=https://exemple.fr/_a_/b_c", "https://exemple.fr/%5Fa_/b_c"},
      {"https://www.google.com/url?q=https://exemple.fr/~a~~b~~$c$$d$$",
       "https://exemple.fr/~a%7E%7Eb%7E%7E$c%24%24d%24%24"},
      {"https://www.google.com/url?q=https%3A%2F%2Fexemple.fr%2Fa%3Ab%3A", "https://exemple.fr/a:b%3A"},
      {"https://www.google.com/url?q=https://exemple.fr/%C2%A0a%E2%80%AEb%E2%80%8Bc%C3%A9",
       "https://exemple.fr/%C2%A0a%E2%80%AEb%E2%80%8Bcé"},
      {"https://www.google.com/url?q=https://exemple%E2%80%AE.fr/a", ""},
  });
}

TEST_CASE("in a text") {
  const auto in = [](std::string_view text) { return with_unwrapped_urls(text); };
  CHECK(in("") == "");
  CHECK(in("a:// http:// https://exemple.fr, b") == "a:// http:// https://exemple.fr, b");
  CHECK(in("Voir (https://www.google.com/url?q=https://a.example) et "
           "HTTPS://www.google.com/url?q=https://b.example/x, puis.") ==
        "Voir (https://a.example) et https://b.example/x, puis.");
  CHECK(in("(https://www.google.com/url?q=https://a.example/b_(c)&sa=D) "
           "https://www.google.com/url?q=https://l'a.example") ==
        "(https://a.example/b_%28c%29) https://www.google.com/url?q=https://l'a.example");
  CHECK(in("'https://www.google.com/url?q=https://a.example' "
           "_https://www.google.com/url?q=https://b.example_") == "'https://a.example' _https://b.example_");
  CHECK(in("https://www.google.com/url?q=https://a.example/b\\_c") ==
        "https://www.google.com/url?q=https://a.example/b\\_c");
  CHECK(in("«\u00A0https://www.google.com/url?q=https://a.example\u00A0»") ==
        "«\u00A0https://a.example\u00A0»");
  CHECK(in("Sauf : https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F"
           "&data=05|02|prenom.nom@ministere.example|x&reserved=0.\nFin") ==
        "Sauf : https://a.example/.\nFin");
}

TEST_CASE("any bytes give a safe address or none, in linear time") {
  constexpr std::string_view kPieces[] = {"https://",
                                          "www.google.com",
                                          "/url?q=",
                                          "https%3A%2F%2F",
                                          ".safelinks.protection.outlook.com",
                                          "?url=",
                                          "&",
                                          "%",
                                          "%25",
                                          "urldefense.com",
                                          "/v3/__",
                                          "__;",
                                          "*",
                                          "**A",
                                          "!!",
                                          "w6k",
                                          "javascript:",
                                          "@",
                                          "\\",
                                          "#",
                                          " ",
                                          "\xFF",
                                          "\u00E9",
                                          "a.example"};
  constexpr std::string_view kStarts[] = {"", "https://www.google.com/url?q=https://",
                                          "https://eur01.safelinks.protection.outlook.com/?url=",
                                          "https://urldefense.com/v3/__https://a.example/"};
  std::mt19937 engine(3);
  int targets = 0;
  for (int round = 0; round < 50000; ++round) {
    std::string url(kStarts[engine() % std::size(kStarts)]);
    for (auto i = engine() % 14; i > 0; --i) url += kPieces[engine() % std::size(kPieces)];
    CAPTURE(url);
    for (const WrappedUrl& found : wrapped_urls(url)) REQUIRE(found.span.end <= url.size());
    const auto target = unwrapped_url(url);
    if (!target) continue;
    ++targets;
    REQUIRE(is_valid_utf8(*target));
    REQUIRE(safe_link_url(*target) == *target);
    REQUIRE(host_of(*target) != "");
    REQUIRE(target->find_first_of(" \"'()<>[]\\`{|}*\n") == std::string::npos);
  }
  CHECK(targets > 1000);
  for (const std::string_view piece : kPieces) {
    std::string text;
    while (text.size() < 300'000) text.append("https://www.google.com/url?q=").append(piece);
    std::string run = "https://www.google.com/url?q=https://";
    while (run.size() < 300'000) run += piece;
    const auto begin = CpuClock::now();
    with_unwrapped_urls(text);
    with_unwrapped_urls(run);
    unwrapped_url(run);
    const std::chrono::duration<double> taken = CpuClock::now() - begin;
    CAPTURE(piece);
    CHECK(taken.count() < 2);
  }
}

}  // namespace
}  // namespace depeche::html
