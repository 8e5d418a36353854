// What a release shows around its body, read from the fields of its front matter as the ministries' sites
// name them: title, date, categories, tags, lead (chapeau), images (une-ou-diaporama, image), attachments
// (files), contacts.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "messages/catalog.h"
#include "release/release.h"
#include "writers/dates.h"

namespace depeche::writers {

struct Picture {
  std::string path;         // as written, e.g. /uploads/photo.jpg
  std::string alternative;  // may be empty
  std::string caption;      // may be empty
};

struct Attachment {
  std::string path;
  std::string label;  // what the link says: its `nom`, else the file's name
};

// Whom the press may call. What is not known is empty; one of them at least is not.
struct Contact {
  std::string name;
  std::string role;  // their function or service
  std::string telephone;
  std::string email;
};

// Plain text throughout, never HTML.
struct Masthead {
  std::string title;  // may be empty
  std::string lead;   // may be empty
  std::optional<ShownDate> date;
  std::string written_date;  // as written, when it is there but cannot be read as a date
  std::vector<std::string> categories;
  std::vector<std::string> tags;
  std::vector<Picture> pictures;
  std::vector<Attachment> attachments;
  std::vector<Contact> contacts;
  std::string language;  // a tag, as writers/language.h finds it
};

// Dates are in the words of `catalog`.
Masthead masthead(const Release& release, const messages::Catalog& catalog);

// "document.pdf" of "/uploads/document.pdf".
std::string_view file_name(std::string_view path);

}  // namespace depeche::writers
