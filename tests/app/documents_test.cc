#include "app/documents.h"

#include "doctest/doctest.h"

namespace depeche::app {
namespace {

using namespace std::string_literals;

TEST_CASE("a document keeps its bytes, and its name loses its folders") {
  struct Row {
    std::string name;
    std::string bytes;
    std::string kept_name;
    bool is_valid_utf8;
  };
  const Row rows[] = {
      {"communique.md", "\xEF\xBB\xBF---\r\ntitle: é\r\n---\r\n", "communique.md", true},
      {"C:\\Users\\presse\\cp.md", "a", "cp.md", true},
      {"/srv/../cp\n.md", "", "cp.md", true},
      {"", "a", "communique.md", true},
      {"latin1.md", "caf\xE9", "latin1.md", false},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    const auto document = receive_document(row.name, row.bytes);
    REQUIRE(document.ok());
    CHECK(document->name == row.kept_name);
    CHECK(document->text.bytes() == row.bytes);
    CHECK(document->is_valid_utf8 == row.is_valid_utf8);
  }
}

TEST_CASE("the caret starts where writing begins") {
  for (const std::string& marked : {
           "---\ntitle: |\ndate: \n---\n\n"s,
           "---\r\ntitle:|\r\n---\r\n\r\nTexte\r\n"s,
           "---\ndate: 2026-01-01\ntitle:  |\n---\nTexte\n"s,
           "---\ntitle: Un titre\n---\n\n|Texte\n"s,
           "---\ntitle: \"\"\n---\n\n|Texte\n"s,
           "---\ntitle: ~\n---\n|Texte\n"s,
           "---\ntitle: # à venir\n---\n|Texte\n"s,
           "\xEF\xBB\xBF---\ntitle: Un titre\n---\n|Texte\n"s,
           "---\ntitle: Un titre\n---\n|"s,
           "---\ntitle: Un titre|\n---"s,
           "---\n---|"s,
           "|Texte\n"s,
           "|\n---\ntitle: a\n---\n"s,
           "\xEF\xBB\xBF|Texte"s,
           "|"s,
       }) {
    CAPTURE(marked);
    const std::size_t mark = marked.find('|');
    CHECK(first_caret(Text(std::string(marked).erase(mark, 1))) == mark);
  }
}

TEST_CASE("what is no text, or too much of it, is refused with a reason") {
  CHECK(receive_document("photo.jpg", "\xFF\xD8\xFF\xE0\0\x10JFIF"s).problem().key == "app/file-not-text");
  for (const std::string& start : {"%PDF-1.7\n"s, "PK\x03\x04\x14\0"s, "\xD0\xCF\x11\xE0\xA1"s, "{\\rtf1"s})
    CHECK(receive_document("cp.pdf", start).problem().key == "app/file-not-markdown");
  CHECK(receive_document("x.md", std::string(kMaximumDocumentSize + 1, 'a')).problem().key ==
        "app/file-too-large");
}

TEST_CASE("UTF-16 is converted, and that is told") {
  const auto document = receive_document("cp.md", "\xFF\xFE-\0-\0-\0\n\0\xE9\0"s);
  REQUIRE(document.ok());
  CHECK(document->text.bytes() == "---\n\u00E9");
  CHECK(document->is_valid_utf8);
  CHECK(document->converted->key == "app/file-was-utf16");
  CHECK(receive_document("x", "\xFF\xFE\0\xD8"s).problem().key == "app/file-not-text");
  CHECK_FALSE(receive_document("cp.md", "a")->converted);
}

TEST_CASE("a web page comes as Markdown, and that is told") {
  const auto page = receive_document("Page.HTM",
                                     "<h2>D\xE9"
                                     "but</h2><p>a <b>b</b><img src='file:///c'>");
  REQUIRE(page.ok());
  CHECK(page->name == "Page.md");
  CHECK(page->text.bytes() == "## D\u00E9but\n\na **b**\n");
  CHECK(page->converted->key == "app/file-was-web-page");
  const auto of_site = receive_document("index.html", "---\ntitle: a\n---\n<p>b</p>\n");
  CHECK(of_site->name == "index.html");
  CHECK(of_site->text.bytes() == "---\ntitle: a\n---\n<p>b</p>\n");
  CHECK_FALSE(of_site->converted);
}

TEST_CASE("file_name_without_ending") {
  CHECK(file_name_without_ending("cp.md") == "cp");
  CHECK(file_name_without_ending("2018-09-09-cp.markdown") == "2018-09-09-cp");
  CHECK(file_name_without_ending(".md") == ".md");
  CHECK(file_name_without_ending("cp.v2") == "cp.v2");
}

}  // namespace
}  // namespace depeche::app
