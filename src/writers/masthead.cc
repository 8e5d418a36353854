#include "writers/masthead.h"

#include <initializer_list>
#include <utility>

namespace depeche::writers {
namespace {

using frontmatter::FrontMatter;
using frontmatter::Value;
using messages::Catalog;

// A scalar as text; empty for null, lists and mappings.
FieldText text_of(const Value* value, const Catalog& catalog) {
  if (value == nullptr) return {};
  if (const std::string* text = value->string()) return {*text, value->span};
  if (const auto* number = std::get_if<std::int64_t>(&value->data))
    return {std::to_string(*number), value->span};
  if (const auto date = shown_date(*value, catalog)) return {date->words, value->span};
  return {};
}

// The items of a list; what is no list stands for a list of one.
template <typename Visitor>
void for_each_item(const Value* value, Visitor visit) {
  if (value == nullptr) return;
  if (value->sequence() == nullptr) return visit(*value);
  for (const Value& item : *value->sequence()) visit(item);
}

// The texts of a list; what is empty is left out.
std::vector<FieldText> texts_of(const Value* value, const Catalog& catalog) {
  std::vector<FieldText> texts;
  for_each_item(value, [&](const Value& item) {
    FieldText text = text_of(&item, catalog);
    if (!text.empty()) texts.push_back(std::move(text));
  });
  return texts;
}

using Keys = std::initializer_list<std::string_view>;

// The first of the keys that has a text in a mapping.
FieldText field(const Value& mapping, Keys keys, const Catalog& catalog) {
  for (const std::string_view key : keys)
    if (FieldText text = text_of(mapping.find(key), catalog); !text.empty()) return text;
  return {};
}

// What an item is about: a field of it, or all of one that is a lone text.
FieldText subject(const Value& item, Keys keys, const Catalog& catalog) {
  return item.mapping() != nullptr ? field(item, keys, catalog) : text_of(&item, catalog);
}

void add_pictures(const Value* value, const Catalog& catalog, std::vector<Picture>& pictures) {
  for_each_item(value, [&](const Value& item) {
    Picture picture;
    picture.path = subject(item, {"image", "file", "src", "path"}, catalog).text;
    picture.alternative = field(item, {"alt", "alternative"}, catalog).text;
    picture.caption = field(item, {"legende", "légende", "caption", "credit"}, catalog).text;
    picture.source = item.span;
    if (!picture.path.empty()) pictures.push_back(std::move(picture));
  });
}

void add_attachments(const Value* value, const Catalog& catalog, std::vector<Attachment>& attachments) {
  for_each_item(value, [&](const Value& item) {
    Attachment attachment;
    attachment.path = subject(item, {"file", "path", "url"}, catalog).text;
    attachment.label = field(item, {"nom", "name", "title"}, catalog).text;
    if (attachment.label.empty()) attachment.label = file_name(attachment.path);
    attachment.source = item.span;
    if (!attachment.path.empty()) attachments.push_back(std::move(attachment));
  });
}

void add_contacts(const Value* value, const Catalog& catalog, std::vector<Contact>& contacts) {
  for_each_item(value, [&](const Value& item) {
    Contact contact;
    contact.name = subject(item, {"nom", "name"}, catalog);
    contact.role = field(item, {"fonction", "service", "role", "title"}, catalog);
    contact.telephone = field(item, {"telephone", "téléphone", "tel", "phone"}, catalog);
    contact.email = field(item, {"email", "courriel", "mail"}, catalog);
    contact.source = item.span;
    if (!contact.name.empty() || !contact.details().empty()) contacts.push_back(std::move(contact));
  });
}

}  // namespace

std::vector<FieldText> Contact::details() const {
  std::vector<FieldText> known;
  for (const FieldText& detail : {role, telephone, email})
    if (!detail.empty()) known.push_back(detail);
  return known;
}

Masthead masthead(const Release& release, const Catalog& catalog) {
  const FrontMatter& fields = release.front_matter;
  Masthead head;
  head.title = text_of(fields.find("title"), catalog);
  if (const Value* date = fields.find("date")) {
    head.date = text_of(date, catalog);
    if (const auto shown = shown_date(*date, catalog)) {
      head.date.text = shown->words;
      head.iso_date = shown->iso;
    }
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
  return head;
}

std::string published(const Masthead& head, const Catalog& catalog) {
  return head.iso_date.empty() ? head.date.text : catalog.text({"page/published", {head.date.text}});
}

std::string_view says(const Picture& picture) {
  if (!picture.alternative.empty()) return picture.alternative;
  return picture.caption.empty() ? file_name(picture.path) : std::string_view(picture.caption);
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);
}

}  // namespace depeche::writers
