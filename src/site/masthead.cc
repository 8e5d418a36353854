#include "site/masthead.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "site/names/fields.h"

namespace depeche::site {
namespace {

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

// The first text that a mapping has under a name of the field.
FieldText text_of(const Value& mapping, Field field, const Catalog& catalog) {
  for (const std::string_view name : names_of(field))
    if (FieldText text = text_of(mapping.find(name), catalog); !text.empty()) return text;
  return {};
}

// What an item is about: a field of it, or all of one that is a lone text.
FieldText subject(const Value& item, Field field, const Catalog& catalog) {
  return item.mapping() != nullptr ? text_of(item, field, catalog) : text_of(&item, catalog);
}

// What `read` makes of each item of a list; items of which nothing is known are left out.
template <typename Item, typename Read>
std::vector<Item> items_of(const Value* value, Read read) {
  std::vector<Item> items;
  for_each_item(value, [&](const Value& of) {
    Item item;
    item.source = of.span;
    if (read(of, item)) items.push_back(std::move(item));
  });
  return items;
}

std::vector<Picture> pictures_of(const Value* value, const Catalog& catalog) {
  return items_of<Picture>(value, [&](const Value& item, Picture& picture) {
    picture.path = subject(item, Field::kPicturePath, catalog);
    picture.alternative = text_of(item, Field::kPictureAlternative, catalog);
    picture.caption = text_of(item, Field::kPictureCaption, catalog);
    return !picture.path.empty();
  });
}

std::vector<Attachment> attachments_of(const Value* value, const Catalog& catalog) {
  return items_of<Attachment>(value, [&](const Value& item, Attachment& attachment) {
    attachment.path = subject(item, Field::kAttachmentPath, catalog);
    attachment.label = text_of(item, Field::kAttachmentLabel, catalog);
    if (attachment.label.empty())
      attachment.label = {std::string(file_name(attachment.path.text)), attachment.path.source};
    return !attachment.path.empty();
  });
}

std::vector<Contact> contacts_of(const Value* value, const Catalog& catalog) {
  return items_of<Contact>(value, [&](const Value& item, Contact& contact) {
    contact.name = subject(item, Field::kContactName, catalog);
    contact.role = text_of(item, Field::kContactRole, catalog);
    contact.telephone = text_of(item, Field::kContactTelephone, catalog);
    contact.email = text_of(item, Field::kContactEmail, catalog);
    return !contact.name.empty() || !contact.details().empty();
  });
}

// What `read` makes of the first name of the field under which there is something.
template <typename Read>
auto first_of(const Value& header, Field field, const Catalog& catalog, Read read) {
  auto found = read(nullptr, catalog);
  for (const std::string_view name : names_of(field))
    if (found.empty()) found = read(header.find(name), catalog);
  return found;
}

// Of every name of the field.
std::vector<Picture> all_pictures(const Value& header, const Catalog& catalog) {
  std::vector<Picture> pictures;
  for (const std::string_view name : names_of(Field::kPictures))
    std::ranges::move(pictures_of(header.find(name), catalog), std::back_inserter(pictures));
  return pictures;
}

void read_date(const Value* date, const Catalog& catalog, Masthead& head) {
  head.date = text_of(date, catalog);
  if (date == nullptr) return;
  if (const auto shown = shown_date(*date, catalog)) {
    head.date.text = shown->words;
    head.iso_date = shown->iso;
  }
}

}  // namespace

std::vector<FieldText> Contact::details() const {
  std::vector<FieldText> known;
  for (const FieldText& detail : {role, telephone, email})
    if (!detail.empty()) known.push_back(detail);
  return known;
}

Masthead masthead(const Release& release, const Catalog& catalog) {
  const Value& header = release.front_matter.root;
  Masthead head;
  head.title = text_of(header, Field::kTitle, catalog);
  read_date(header.find(name_of(Field::kDate)), catalog, head);
  head.categories = first_of(header, Field::kCategories, catalog, texts_of);
  head.lead = text_of(header, Field::kLead, catalog);
  head.tags = first_of(header, Field::kTags, catalog, texts_of);
  head.pictures = all_pictures(header, catalog);
  head.attachments = first_of(header, Field::kAttachments, catalog, attachments_of);
  head.contacts = first_of(header, Field::kContacts, catalog, contacts_of);
  return head;
}

std::string published(const Masthead& head, const Catalog& catalog) {
  return head.iso_date.empty() ? head.date.text : catalog.text({"page/published", {head.date.text}});
}

std::string_view text_alternative(const Picture& picture) {
  if (!picture.alternative.empty()) return picture.alternative.text;
  return picture.caption.empty() ? file_name(picture.path.text) : std::string_view(picture.caption.text);
}

std::string_view file_name(std::string_view path) {
  return path.substr(path.find_last_of('/') + 1);
}

}  // namespace depeche::site
