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
  CHECK(receive_document("cp.pdf", "%PDF-1.7\n").problem().key == "app/file-not-text");
  CHECK(receive_document("x.md", std::string(kMaximumDocumentSize + 1, 'a')).problem().key ==
        "app/file-too-large");
}

TEST_CASE("file_name_without_ending") {
  CHECK(file_name_without_ending("cp.md") == "cp");
  CHECK(file_name_without_ending("2018-09-09-cp.markdown") == "2018-09-09-cp");
  CHECK(file_name_without_ending(".md") == ".md");
  CHECK(file_name_without_ending("cp.v2") == "cp.v2");
}

}  // namespace
}  // namespace depeche::app
