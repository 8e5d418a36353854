#include "writers/masthead.h"

#include <initializer_list>

#include "writers/language.h"

namespace depeche::writers {
namespace {

using frontmatter::FrontMatter;
using frontmatter::Value;
using messages::Catalog;

// A scalar as text; empty for null, lists and mappings.
std::string text_of(const Value* value, const Catalog& catalog) {
  if (value == nullptr) return {};
  if (const std::string* text = value->string()) return *text;
  if (const auto* number = std::get_if<std::int64_t>(&value->data)) return std::to_string(*number);
  if (const auto date = shown_date(*value, catalog)) return date->words;
  return {};
}

// A list of texts, or one text that stands for a list of one; what is empty is left out.
std::vector<std::string> texts_of(const Value* value, const Catalog& catalog) {
  std::vector<std::string> texts;
  const auto add = [&](const Value* item) {
    std::string text = text_of(item, catalog);
    if (!text.empty()) texts.push_back(std::move(text));
  };
  if (value == nullptr) return texts;
  if (value->sequence() == nullptr) {
    add(value);
  } else {
    for (const Value& item : *value->sequence()) add(&item);
  }
  return texts;
}

// The first of the keys that has a value in a mapping.
std::string field(const Value& mapping, std::initializer_list<std::string_view> keys,
                  const Catalog& catalog) {
  for (const std::string_view key : keys)
    if (std::string text = text_of(mapping.find(key), catalog); !text.empty()) return text;
  return {};
}

// The items of a list of maps; a lone text is its own path.
template <typename Visitor>
void for_each_item(const Value* value, Visitor visit) {
  if (value == nullptr) return;
  if (value->sequence() == nullptr) return visit(*value);
  for (const Value& item : *value->sequence()) visit(item);
}

void add_pictures(const Value* value, const Catalog& catalog, std::vector<Picture>& pictures) {
  for_each_item(value, [&](const Value& item) {
    Picture picture;
    picture.path = item.mapping() != nullptr ? field(item, {"image", "file", "src", "path"}, catalog)
                                             : text_of(&item, catalog);
    picture.alternative = field(item, {"alt", "alternative"}, catalog);
    picture.caption = field(item, {"legende", "légende", "caption", "credit"}, catalog);
    if (!picture.path.empty()) pictures.push_back(std::move(picture));
  });
}

void add_attachments(const Value* value, const Catalog& catalog, std::vector<Attachment>& attachments) {
  for_each_item(value, [&](const Value& item) {
    Attachment attachment;
    attachment.path =
        item.mapping() != nullptr ? field(item, {"file", "path", "url"}, catalog) : text_of(&item, catalog);
    attachment.label = field(item, {"nom", "name", "title"}, catalog);
    if (attachment.label.empty()) attachment.label = file_name(attachment.path);
    if (!attachment.path.empty()) attachments.push_back(std::move(attachment));
  });
}

void add_contacts(const Value* value, const Catalog& catalog, std::vector<Contact>& contacts) {
  for_each_item(value, [&](const Value& item) {
    Contact contact;
    contact.name =
        item.mapping() != nullptr ? field(item, {"nom", "name"}, catalog) : text_of(&item, catalog);
    contact.role = field(item, {"fonction", "service", "role", "title"}, catalog);
    contact.telephone = field(item, {"telephone", "téléphone", "tel", "phone"}, catalog);
    contact.email = field(item, {"email", "courriel", "mail"}, catalog);
    const bool is_empty =
        contact.name.empty() && contact.role.empty() && contact.telephone.empty() && contact.email.empty();
    if (!is_empty) contacts.push_back(std::move(contact));
  });
}

}  // namespace

std::string_view file_name(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);
}

Masthead masthead(const Release& release, const Catalog& catalog) {
  const FrontMatter& fields = release.front_matter;
  Masthead head;
  head.title = text_of(fields.find("title"), catalog);
  if (const Value* date = fields.find("date")) {
    head.date = shown_date(*date, catalog);
    if (!head.date) head.written_date = text_of(date, catalog);
  }
  for (const char* key : {"categories", "category"})
    if (head.categories.empty()) head.categories = texts_of(fields.find(key), catalog);
  head.lead = text_of(fields.find("chapeau"), catalog);
  head.tags = texts_of(fields.find("tags"), catalog);
  add_pictures(fields.find("une-ou-diaporama"), catalog, head.pictures);
  add_pictures(fields.find("image"), catalog, head.pictures);
  add_attachments(fields.find("files"), catalog, head.attachments);
  for (const char* key : {"contacts", "contact"})
    if (head.contacts.empty()) add_contacts(fields.find(key), catalog, head.contacts);
  head.language = language_tag_of(release, catalog.language());
  return head;
}

}  // namespace depeche::writers
