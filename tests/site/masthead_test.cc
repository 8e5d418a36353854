// What the fields of a front matter say, in the shapes that sites give them, and where each is written.
#include "site/masthead.h"

#include <algorithm>
#include <string>

#include "doctest/doctest.h"

namespace depeche::site {
namespace {

using messages::Catalog;
using messages::Language;

// A line for each thing that is shown: what it is, what is said of it, and the source that it leads to.
class Description {
 public:
  explicit Description(const std::string& fields)
      : release_(read_release(Text("---\n" + fields + "---\n"))),
        head_(masthead(release_, Catalog::of(Language::kFrench))) {}

  std::string lines() {
    add("title", head_.title);
    add("lead", head_.lead);
    add(head_.iso_date.empty() ? "date" : head_.iso_date, head_.date);
    for (const FieldText& category : head_.categories) add("category", category);
    for (const FieldText& tag : head_.tags) add("tag", tag);
    for (const Picture& picture : head_.pictures)
      add("picture", picture.path.text + "|" + picture.alternative.text + "|" + picture.caption.text,
          picture.source);
    for (const Attachment& attachment : head_.attachments)
      add("attachment", attachment.path.text + "|" + attachment.label.text, attachment.source);
    for (const Contact& contact : head_.contacts) {
      add("contact", "", contact.source);
      add("name", contact.name);
      for (const FieldText& detail : contact.details()) add("detail", detail);
    }
    return std::move(lines_);
  }

 private:
  void add(std::string_view kind, const FieldText& field) {
    if (!field.empty()) add(kind, field.text, field.source);
  }
  void add(std::string_view kind, const std::string& said, Span source) {
    std::string written(release_.text.bytes(source));
    std::ranges::replace(written, '\n', '/');
    lines_.append(kind).append(" ").append(said).append(" <- ").append(written).append("\n");
  }

  Release release_;
  Masthead head_;
  std::string lines_;
};

TEST_CASE("each thing that a masthead shows is known with its place") {
  struct Row {
    const char* fields;
    const char* shown;
  };
  for (const Row& row : {
           Row{"title: Un titre\n", "title Un titre <- Un titre\n"},
           Row{"title: 'Un titre'\nchapeau: \"En bref\"\n",
               "title Un titre <- 'Un titre'\nlead En bref <- \"En bref\"\n"},
           Row{"title: 2026\n", "title 2026 <- 2026\n"},
           Row{"title: [a]\nchapeau:\n  a: b\n", ""},
           Row{"title:\nchapeau: ~\ndate:\n", ""},
           // Dates
           Row{"date: 2018-09-09\n", "2018-09-09 9\u00A0septembre 2018 <- 2018-09-09\n"},
           Row{"date: \"2018-09-09\"\n", "2018-09-09 9\u00A0septembre 2018 <- \"2018-09-09\"\n"},
           Row{"date: bientôt\n", "date bientôt <- bientôt\n"},
           // Categories and tags: one or many, under either key
           Row{"categories: [a, 2, ~, b]\n", "category a <- a\ncategory 2 <- 2\ncategory b <- b\n"},
           Row{"category: Discours\n", "category Discours <- Discours\n"},
           Row{"categories:\ncategory: Discours\n", "category Discours <- Discours\n"},
           Row{"categories:\n-\n- 'Un'\n", "category Un <- 'Un'\n"},
           Row{"tags: un seul\n", "tag un seul <- un seul\n"},
           Row{"tags:\n- \n- a\n- {x: y}\n- b\n", "tag a <- a\ntag b <- b\n"},
           // Pictures: what lacks a path is no picture, and those behind it keep their places
           Row{"une-ou-diaporama:\n- image: /a.png\n  legende: Une gare\n- image:\n- image: /b.png\n  alt: "
               "Un car\n"
               "image: /c.png\n",
               "picture /a.png||Une gare <- image: /a.png/  legende: Une gare\n"
               "picture /b.png|Un car| <- image: /b.png/  alt: Un car\n"
               "picture /c.png|| <- /c.png\n"},
           Row{"une-ou-diaporama:\n-\n- /a.png\n- alt: seul\n- {src: /b.png}\n",
               "picture /a.png|| <- /a.png\npicture /b.png|| <- {src: /b.png}\n"},
           Row{"une-ou-diaporama: /a.png\n", "picture /a.png|| <- /a.png\n"},
           Row{"image:\n  path: /a.png\n  caption: Dijon\n",
               "picture /a.png||Dijon <- path: /a.png/  caption: Dijon\n"},
           Row{"image:\n", ""},
           // Attachments
           Row{"files:\n- file:\n  nom: Rien\n- file: /x/a.pdf\n- /b.pdf\n- file: /c.pdf\n  nom: Dossier\n",
               "attachment /x/a.pdf|a.pdf <- file: /x/a.pdf\nattachment /b.pdf|b.pdf <- /b.pdf\n"
               "attachment /c.pdf|Dossier <- file: /c.pdf/  nom: Dossier\n"},
           Row{"files:\n- \n- file: /a.pdf\n", "attachment /a.pdf|a.pdf <- file: /a.pdf\n"},
           Row{"files: /a.pdf\n", "attachment /a.pdf|a.pdf <- /a.pdf\n"},
           Row{"files:\n  url: /a.pdf\n", "attachment /a.pdf|a.pdf <- url: /a.pdf\n"},
           // Contacts
           Row{"contacts:\n- fonction:\n- nom: Camille\n  tel: 01 99\n- Le standard\n",
               "contact  <- nom: Camille/  tel: 01 99\nname Camille <- Camille\ndetail 01 99 <- 01 99\n"
               "contact  <- Le standard\nname Le standard <- Le standard\n"},
           Row{"contacts:\ncontact:\n  email: c@x.fr\n  service: Presse\n",
               "contact  <- email: c@x.fr/  service: Presse\ndetail Presse <- Presse\ndetail c@x.fr <- "
               "c@x.fr\n"},
           Row{"contact: Camille\n", "contact  <- Camille\nname Camille <- Camille\n"},
       }) {
    CAPTURE(row.fields);
    CHECK(Description(row.fields).lines() == row.shown);
  }
}

TEST_CASE("what a picture shows, for those who do not see it") {
  CHECK(text_alternative({{"/u/a.png"}, {"Une gare"}, {"Dijon"}, {}}) == "Une gare");
  CHECK(text_alternative({{"/u/a.png"}, {}, {"Dijon"}, {}}) == "Dijon");
  CHECK(text_alternative({{"/u/a.png"}, {}, {}, {}}) == "a.png");
}

}  // namespace
}  // namespace depeche::site
