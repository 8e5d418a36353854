// The safe mode: known attacks by a table, unknown ones by properties.
#include "writers/html_safe.h"

#include <random>
#include <sstream>

#include "doctest/doctest.h"
#include "html/safe_url.h"
#include "tests/support/files.h"
#include "tests/support/safe_check.h"

namespace depeche::writers {
namespace {

TEST_CASE("what is left of known attacks: tests/cases/html_safe/vectors.txt") {
  std::istringstream lines(read_file(std::filesystem::path(DEPECHE_TESTS) / "cases/html_safe/vectors.txt"));
  std::string line;
  std::string attack;
  int count = 0;
  while (std::getline(lines, line)) {
    if (!line.starts_with("=>")) {
      if (!line.starts_with("# ")) attack = line;
      continue;
    }
    ++count;
    CAPTURE(attack);
    const std::string safe = safe_html(attack);
    CHECK(safe == line.substr(3));
    CHECK(SafeCheck::problem_with(safe) == "");
    CHECK(safe_html(safe) == safe);
  }
  CHECK(count >= 150);
}

TEST_CASE("the check itself sees what is not safe") {
  for (std::string_view bad :
       {"<script>", "<p", "<p>", "</p>", "<p onclick=\"a\">a</p>", "<p title=a>b</p>", "a > b", "&copy;",
        "<a href=\"javascript:a\">b</a>", "<p style=\"color: red\">a</p>", "<img name=\"a\" />", "<!-- a -->",
        "\xFF", "<b><i></b></i>"}) {
    CAPTURE(bad);
    CHECK(SafeCheck::problem_with(bad) != "");
  }
}

// HTML in pieces, any of which may come anywhere.
std::string random_html(std::mt19937& engine, std::size_t most_pieces) {
  using namespace std::string_view_literals;
  static constexpr std::string_view kPieces[] = {"<"sv,           ">"sv,
                                                 "/"sv,           "</"sv,
                                                 "<!--"sv,        "-->"sv,
                                                 "--!>"sv,        "<!"sv,
                                                 "<?"sv,          "="sv,
                                                 "\""sv,          "'"sv,
                                                 "`"sv,           " "sv,
                                                 "\n"sv,          "\t"sv,
                                                 "\r"sv,          "\f"sv,
                                                 "\0"sv,          "\xC3"sv,
                                                 "\xA9"sv,        "\xF0\x9F"sv,
                                                 "é"sv,           "a"sv,
                                                 "b"sv,           "&"sv,
                                                 "&amp"sv,        "&lt;"sv,
                                                 "&gt"sv,         "&colon;"sv,
                                                 "&Tab;"sv,       "&#106;"sv,
                                                 "&#x6A"sv,       "&#13;"sv,
                                                 "&#0"sv,         ";"sv,
                                                 "javascript:"sv, "data:"sv,
                                                 "image/png,"sv,  "http:"sv,
                                                 "href"sv,        "src"sv,
                                                 "style"sv,       "text-align"sv,
                                                 ":"sv,           "center"sv,
                                                 "onerror"sv,     "id"sv,
                                                 "class"sv,       "target=_blank"sv,
                                                 "rel"sv,         "script"sv,
                                                 "style"sv,       "textarea"sv,
                                                 "title"sv,       "svg"sv,
                                                 "math"sv,        "iframe"sv,
                                                 "plaintext"sv,   "noscript"sv,
                                                 "template"sv,    "p"sv,
                                                 "div"sv,         "table"sv,
                                                 "tr"sv,          "td"sv,
                                                 "ul"sv,          "li"sv,
                                                 "dl"sv,          "dd"sv,
                                                 "img"sv,         "br"sv,
                                                 "input"sv,       "type=checkbox"sv,
                                                 "<p>"sv,         "</p>"sv,
                                                 "<a "sv,         "</a>"sv,
                                                 "<b>"sv,         "</b>"sv,
                                                 "<table>"sv,     "<td>"sv,
                                                 "</table>"sv,    "<li>"sv,
                                                 "</ul>"sv,       "<img "sv,
                                                 "<script>"sv,    "</script>"sv,
                                                 "<svg>"sv,       "</svg>"sv,
                                                 "<style>"sv,     "</style>"sv,
                                                 "/>"sv,          "]]>"sv,
                                                 "<![CDATA["sv};
  std::string html;
  for (std::size_t pieces = engine() % (most_pieces + 1); pieces > 0; --pieces)
    html += kPieces[engine() % std::size(kPieces)];
  return html;
}

TEST_CASE("any bytes give a safe fragment, which stays as it is") {
  std::mt19937 engine(80);
  for (int round = 0; round < 100000; ++round) {
    const std::string html = random_html(engine, 30);
    CAPTURE(html);
    const std::string safe = safe_html(html);
    REQUIRE(SafeCheck::problem_with(safe) == "");
    REQUIRE(safe_html(safe) == safe);
  }
}

TEST_CASE("elements too deep lose their tags, not their text") {
  std::string html;
  for (int depth = 0; depth < 1000; ++depth) html += "<div>" + std::to_string(depth);
  for (int depth = 0; depth < 1000; ++depth) html += "</div>";
  html += "<p>after</p>";
  const std::string safe = safe_html(html);
  CHECK(SafeCheck::problem_with(safe) == "");
  CHECK(safe.find("999") != std::string::npos);
  CHECK(safe.ends_with("</div><p>after</p>"));
}

TEST_CASE("the corpus as Jekyll renders it") {
  const auto folder = shared_material("corpus/html");
  if (!folder) return;
  for (const std::filesystem::path& path : files_below(*folder, ".html")) {
    CAPTURE(path);
    const std::string safe = safe_html(read_file(path));
    CHECK(SafeCheck::problem_with(safe) == "");
    CHECK(safe_html(safe) == safe);
  }
}

TEST_CASE("URLs as browsers read them") {
  struct Row {
    std::string_view url;
    std::string_view link;  // "-": none
    std::string_view image;
  };
  using namespace std::string_view_literals;
  const Row rows[] = {
      {"https://x.fr/", "https://x.fr/", "https://x.fr/"},
      {"HTTP://x.fr", "HTTP://x.fr", "HTTP://x.fr"},
      {" /a b ", "/a b", "/a b"},
      {"a\n\tb", "ab", "ab"},
      {"mailto:a@b.fr", "mailto:a@b.fr", "-"},
      {"tel:1", "tel:1", "-"},
      {"javascript:a", "-", "-"},
      {"\x01java\nscript\t:a", "-", "-"},
      {"data:image/png,a", "-", "data:image/png,a"},
      {"data:image/gif;base64,a", "-", "data:image/gif;base64,a"},
      {"data:image/svg+xml,a", "-", "-"},
      {"data:image/png", "-", "-"},
      {"data:,a", "-", "-"},
      {"1x:y", "1x:y", "1x:y"},  // no scheme begins with a digit
      {"x\0:y"sv, "x\0:y"sv, "x\0:y"sv},
      {"x y:z", "x y:z", "x y:z"},
      {"", "", ""},
  };
  for (const Row& row : rows) {
    CAPTURE(row.url);
    CHECK(html::safe_link_url(row.url).value_or("-") == row.link);
    CHECK(html::safe_image_url(row.url).value_or("-") == row.image);
  }
}

}  // namespace
}  // namespace depeche::writers
