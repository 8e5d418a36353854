#include "ui/page/page_head.h"

#include <string>
#include <utility>
#include <vector>

namespace depeche::ui {
namespace {

std::vector<PageWords> words_of(const std::vector<site::FieldText>& fields) {
  std::vector<PageWords> words;
  for (const site::FieldText& field : fields) words.push_back({field.text, field.source});
  return words;
}

void add_line(BlockList& list, LineLook look, std::string text, Span source, float margin) {
  list.push({.content = PageLine{look, std::move(text)}, .source = source, .margin = margin});
}

void add_field(BlockList& list, LineLook look, const site::FieldText& field, float margin) {
  if (!field.empty()) add_line(list, look, field.text, field.source, margin);
}

void add_categories(BlockList& list, const std::vector<site::FieldText>& categories) {
  if (categories.empty()) return;
  PageCategories content{{}, words_of(categories)};
  for (const PageWords& category : content.words) {
    if (!content.text.empty()) content.text += kBetweenCategories;
    content.text += category.text;
  }
  list.push({.content = std::move(content), .source = site::source_of_all(categories)});
}

void add_tags(BlockList& list, const std::vector<site::FieldText>& tags) {
  if (tags.empty()) return;
  list.push({.content = PageTags{words_of(tags)}, .source = site::source_of_all(tags), .margin = 16});
}

// Several pictures are a slide show on the site.
void add_pictures(BlockList& list, const std::vector<site::Picture>& pictures) {
  if (pictures.empty()) return;
  PagePictures content;
  content.of_header = true;
  for (const site::Picture& picture : pictures) {
    PagePicture shown;
    shown.path = picture.path.text;
    shown.says = site::text_alternative(picture);
    shown.caption = picture.caption.text;
    shown.source = picture.source;
    content.pictures.push_back(std::move(shown));
  }
  list.push({.content = std::move(content), .source = site::source_of_all(pictures), .margin = 28});
}

void add_attachments(BlockList& list, const std::vector<site::Attachment>& attachments,
                     const messages::Catalog& words) {
  if (attachments.empty()) return;
  add_line(list, LineLook::kLabel, std::string(words.label("page/attachments")),
           site::source_of_all(attachments), 44);
  for (const site::Attachment& attachment : attachments)
    list.push({.content = PageFile{attachment.label.text, attachment.path.text},
               .source = attachment.source,
               .margin = 8});
}

void add_contacts(BlockList& list, const std::vector<site::Contact>& contacts,
                  const messages::Catalog& words) {
  if (contacts.empty()) return;
  add_line(list, LineLook::kLabel, std::string(words.label("page/contacts")), site::source_of_all(contacts),
           36);
  for (const site::Contact& contact : contacts)
    list.push({.content = PageContact{contact.name.text, words_of(contact.details())},
               .source = contact.source,
               .margin = 8});
}

}  // namespace

void add_head(BlockList& list, const site::Masthead& masthead, const messages::Catalog& words) {
  add_categories(list, masthead.categories);
  add_field(list, LineLook::kTitle, masthead.title, 8);
  const std::string date = site::published(masthead, words);
  if (!date.empty()) add_line(list, LineLook::kDate, date, masthead.date.source, 12);
  add_tags(list, masthead.tags);
  add_field(list, LineLook::kLead, masthead.lead, 24);
  add_pictures(list, masthead.pictures);
}

void add_foot(BlockList& list, const site::Masthead& masthead, const messages::Catalog& words) {
  add_attachments(list, masthead.attachments, words);
  add_contacts(list, masthead.contacts, words);
}

}  // namespace depeche::ui
