// What a release shows around its body, read from the fields of its header (site/names/fields.h): title, date,
// categories, tags, lead, pictures, attachments, contacts.
//
// Each text comes with the place where it is written, so that whoever shows it can lead there.
#pragma once

#include <string>
#include <vector>

#include "messages/catalog.h"
#include "release/release.h"
#include "site/dates.h"

namespace depeche::site {

// What a field says, as plain text, and where its value is in the document. Integers and dates count as text.
// Empty, with an empty span at 0, if the field is missing or holds anything else.
struct FieldText {
  std::string text;
  Span source = {};
  bool empty() const { return text.empty(); }
};

// The `source` of a picture, an attachment or a contact is its item in the list, or the value of the field if
// that is not a list.
struct Picture {
  FieldText path;         // as written, e.g. /uploads/photo.jpg; never empty
  FieldText alternative;  // may be empty
  FieldText caption;      // may be empty
  Span source;
};

struct Attachment {
  FieldText path;   // never empty
  FieldText label;  // what the link says: its name, else the file's name, with the source of the path
  Span source;
};

// Whom the press may call. What is not known is empty, but at least one text is not.
struct Contact {
  FieldText name;
  FieldText role;  // their function or service
  FieldText telephone;
  FieldText email;
  Span source;

  // What is known besides the name, in the order in which it is shown.
  std::vector<FieldText> details() const;
};

// Plain text throughout, never HTML.
struct Masthead {
  FieldText title;       // may be empty
  FieldText lead;        // may be empty
  FieldText date;        // in words; as written when it cannot be read as a date
  std::string iso_date;  // for machines; empty if it cannot be read as a date
  std::vector<FieldText> categories;
  std::vector<FieldText> tags;
  std::vector<Picture> pictures;
  std::vector<Attachment> attachments;
  std::vector<Contact> contacts;
};

// Dates are in the words of `catalog`.
Masthead masthead(const Release& release, const messages::Catalog& catalog);

// "Publié le 9 septembre 2018"; a date that cannot be read, as it is written; empty if there is none.
std::string published(const Masthead& head, const messages::Catalog& catalog);

// What a picture shows, for those who do not see it: its alternative, else its caption, else its file's name
// (Siteleaf has no field for an alternative: no fault of the person who writes).
std::string_view text_alternative(const Picture& picture);

// "document.pdf" of "/uploads/document.pdf".
std::string_view file_name(std::string_view path);

// The span from the first to the last of `items`, each of which has a `source`; empty if there are none.
template <typename Items>
Span source_of_all(const Items& items) {
  if (items.empty()) return {};
  return {items.front().source.begin, items.back().source.end};
}

}  // namespace depeche::site
