// What holds of any clipboard: Markdown that goes through HTML and back says the same, and nothing in an
// input makes the reading slow, deep or malformed.
#include <chrono>
#include <initializer_list>
#include <random>

#include "base/utf8.h"
#include "doctest/doctest.h"
#include "markdown/parse.h"
#include "paste/rich_paste.h"
#include "tests/support/cpu_clock.h"
#include "tests/support/html_compare.h"
#include "writers/html_fragment.h"

namespace depeche::paste {
namespace {

std::string html_of(std::string markdown) {
  const Text text(std::move(markdown));
  constexpr auto kDialect = markdown::Dialect::kKramdown;
  return writers::html_fragment(markdown::parse(text, {0, text.size()}, kDialect), kDialect);
}

std::string joined(std::initializer_list<std::string_view> parts) {
  std::string whole;
  for (const std::string_view part : parts) whole += part;
  return whole;
}

// A release's usual constructs, put together at random.
class RandomRelease {
 public:
  explicit RandomRelease(unsigned seed) : engine_(seed) {}

  std::string text() {
    std::string markdown;
    const int blocks = 1 + pick(6);
    for (int i = 0; i < blocks; ++i) markdown += block() + "\n\n";
    return markdown;
  }

 private:
  int pick(int count) { return static_cast<int>(engine_() % static_cast<unsigned>(count)); }

  std::string word() {
    static constexpr std::string_view kWords[] = {"ministre", "l’État",  "5\u00A0%", "«\u202Foui\u202F»",
                                                  "R&amp;D",  "n\\*x",   "a\\_b",    "1er",
                                                  "2026",     "été",     "\\[x\\]",  "Europe",
                                                  "a < b",    "\\`q\\`", "(voir)",   "C\\\\D",
                                                  "d\\|e",    "fin."};
    return std::string(kWords[static_cast<std::size_t>(pick(static_cast<int>(std::size(kWords))))]);
  }
  std::string words(int most) {
    std::string text = word();
    for (int i = pick(most); i > 0; --i) text += joined({" ", word()});
    return text;
  }
  std::string span() {
    switch (pick(9)) {
      case 0:
        return joined({"**", words(3), "**"});
      case 1:
        return joined({"*", words(3), "*"});
      case 2:
        return joined({"***", words(2), "***"});
      case 3:
        return joined({"**", word(), " *", words(2), "* ", word(), "**"});
      case 4:
        return joined({"[", words(2), "](https://example.org/a_b?c=d)"});
      case 5:
        return joined({"[**", word(), "** ", word(), "](mailto:presse@example.org)"});
      case 6:
        return joined({"`code_", std::to_string(pick(10)), "`"});
      default:
        return words(4);
    }
  }
  std::string line() {
    std::string text = span();
    for (int i = pick(4); i > 0; --i)
      text += joined({" ", word(), " ", span()});  // marks that only a space parts become one
    return text;
  }
  std::string list(const std::string& indent, int depth) {
    const bool ordered = pick(2) == 0;
    std::string markdown;
    const int items = 1 + pick(3);
    for (int i = 0; i < items; ++i) {
      const std::string marker = ordered ? joined({std::to_string(i + 1), ". "}) : "- ";
      markdown += joined({markdown.empty() ? "" : "\n", indent, marker, line()});
      if (depth < 3 && pick(3) == 0)
        markdown += joined({"\n", list(joined({indent, std::string(marker.size(), ' ')}), depth + 1)});
    }
    return markdown;
  }
  std::string block() {
    switch (pick(8)) {
      case 0:
        return joined({std::string(static_cast<std::size_t>(2 + pick(3)), '#'), " ", words(5)});
      case 1:
        return joined({list("", 0), "\n\n", line()});  // two lists in a row would be one
      case 2:
        return joined({"> ", line(), "\n>\n> ", line()});
      case 3:
        return joined({"| ", word(), " ", line(), " | b |\n| --- | --- |\n| ", word(), " | ", line(), " |"});
      case 4:
        return joined({line(), "  \n", line()});
      case 5:
        return "Code :\n\n```\nun * deux\n  <b>\n```";
      default:
        return line();
    }
  }

  std::mt19937 engine_;
};

TEST_CASE("a release copied from a page and pasted is the same page") {
  for (unsigned seed = 0; seed < 1500; ++seed) {
    const std::string markdown = RandomRelease(seed).text();
    const std::string html = html_of(markdown);
    const std::string pasted = read_rich_paste(html).markdown;
    CAPTURE(seed);
    CAPTURE(markdown);
    CAPTURE(pasted);
    const std::string difference = html_difference(html, html_of(pasted));
    REQUIRE(difference == "");
  }
}

TEST_CASE("what was pasted once pastes the same again") {
  for (unsigned seed = 0; seed < 500; ++seed) {
    const std::string once = read_rich_paste(html_of(RandomRelease(seed).text())).markdown;
    CAPTURE(seed);
    CAPTURE(once);
    REQUIRE(read_rich_paste(html_of(once)).markdown == once);
  }
}

std::string random_html(std::mt19937& engine) {
  using namespace std::string_view_literals;
  static constexpr std::string_view kPieces[] = {"<p>"sv,
                                                 "</p>"sv,
                                                 "<b>"sv,
                                                 "</b>"sv,
                                                 "<i>"sv,
                                                 "</i>"sv,
                                                 "<ul>"sv,
                                                 "</ul>"sv,
                                                 "<ol>"sv,
                                                 "<li>"sv,
                                                 "</li>"sv,
                                                 "<table>"sv,
                                                 "<tr>"sv,
                                                 "<td>"sv,
                                                 "<th rowspan=3>"sv,
                                                 "</table>"sv,
                                                 "<br>"sv,
                                                 "<pre>"sv,
                                                 "</pre>"sv,
                                                 "<h2>"sv,
                                                 "</h2>"sv,
                                                 "<script>"sv,
                                                 "</script>"sv,
                                                 "<svg>"sv,
                                                 "</svg>"sv,
                                                 "<blockquote>"sv,
                                                 "</blockquote>"sv,
                                                 "<a href='https://a.fr'>"sv,
                                                 "</a>"sv,
                                                 "<hr>"sv,
                                                 "<p style='mso-list:l0 level2 lfo1'>"sv,
                                                 "<span style='mso-list:Ignore'>"sv,
                                                 "</span>"sv,
                                                 "1. "sv,
                                                 "<code>"sv,
                                                 "</code>"sv,
                                                 " "sv,
                                                 "\n"sv,
                                                 "\0"sv,
                                                 "\xFF"sv,
                                                 "é"sv,
                                                 "a"sv,
                                                 "*"sv,
                                                 "&nbsp;"sv,
                                                 "&"sv,
                                                 "<"sv,
                                                 "<!--"sv,
                                                 "-->"sv,
                                                 "<div>"sv,
                                                 "</div>"sv,
                                                 "<s>"sv,
                                                 "</s>"sv,
                                                 "|"sv,
                                                 "`"sv,
                                                 "<img src='https://a.fr/b.png' alt='c'>"sv,
                                                 "<img src=x>"sv,
                                                 "<style>"sv,
                                                 "</style>"sv,
                                                 ".x{display:none}"sv,
                                                 "<p class=x>"sv,
                                                 "<ol start=3>"sv,
                                                 "<a href='#cmnt_ref1'>"sv,
                                                 "https://www.google.com/url?q=https://a.fr"sv,
                                                 "<td colspan=9>"sv,
                                                 "</td>"sv};
  std::string html;
  for (auto i = engine() % 60; i > 0; --i) html += kPieces[engine() % std::size(kPieces)];
  return html;
}

TEST_CASE("any bytes give clean Markdown") {
  std::mt19937 engine(7);
  for (int round = 0; round < 20000; ++round) {
    const std::string html = random_html(engine);
    CAPTURE(html);
    const std::string markdown = read_rich_paste(html).markdown;
    REQUIRE(is_valid_utf8(markdown));
    REQUIRE(markdown.find('\0') == std::string::npos);
    REQUIRE_FALSE(markdown.starts_with('\n'));
    REQUIRE_FALSE(markdown.ends_with('\n'));
  }
}

std::string repeated(std::string_view piece, std::size_t size) {
  std::string text;
  while (text.size() < size) text += piece;
  return text;
}

TEST_CASE("time and size grow as the input does") {
  constexpr std::string_view kPieces[] = {"<b>",
                                          "<b><i>a",
                                          "<ul><li>a",
                                          "<table><tr><td>a",
                                          "<blockquote>a",
                                          "<p>a",
                                          "<b>a<i>b</b>",
                                          "</b>a",
                                          "a<br>",
                                          "<a href=http:a>b",
                                          "<td>a",
                                          "<tr><td>",
                                          "&nbsp;",
                                          "a&",
                                          "<td colspan=99>a",
                                          "<td rowspan=99>a<tr>",
                                          "<pre>a",
                                          "<!--",
                                          "<script>",
                                          "<a style='",
                                          "a <b>b</b> ",
                                          "*_`[",
                                          "<li>a",
                                          "<div><td>a",
                                          "<img src=http:a alt=b>",
                                          "<style>.a{b:c}",
                                          "</style><style>.a{b:c}",
                                          ".a{",
                                          "/*",
                                          "<p class='a b c'>",
                                          "<a href='#cmnt_ref1'>a",
                                          "<div><p><a href='#cmnt_ref1'>a",
                                          "<ol start=3><li>a",
                                          "<li value=9>a",
                                          "https://www.google.com/url?q=",
                                          "<p style='mso-list:l0 level9 lfo1'>a"};
  constexpr std::size_t kSize = 200'000;
  for (const std::string_view piece : kPieces) {
    CAPTURE(piece);
    const auto begin = CpuClock::now();
    const std::string markdown = read_rich_paste(repeated(piece, kSize)).markdown;
    const std::chrono::duration<double> taken = CpuClock::now() - begin;
    CHECK(taken.count() < 3);
    CHECK(markdown.size() < 40 * kSize);
  }
}

}  // namespace
}  // namespace depeche::paste
