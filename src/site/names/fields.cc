#include "site/names/fields.h"

#include <algorithm>
#include <array>
#include <cstddef>

namespace depeche::site {
namespace {

template <std::size_t kCount>
using Names = std::array<std::string_view, kCount>;

constexpr Names<1> kTitle = {"title"};
constexpr Names<1> kDate = {"date"};
constexpr Names<2> kCategories = {"categories", "category"};
constexpr Names<1> kTags = {"tags"};
constexpr Names<1> kLead = {"chapeau"};
constexpr Names<2> kPictures = {"une-ou-diaporama", "image"};  // of both, a page shows all
constexpr Names<1> kAttachments = {"files"};
constexpr Names<2> kContacts = {"contacts", "contact"};

constexpr Names<1> kLanguage = {"lang"};
constexpr Names<1> kPublished = {"published"};
constexpr Names<1> kDraft = {"draft"};  // which holds nothing back
constexpr Names<1> kLayout = {"layout"};
constexpr Names<1> kPermalink = {"permalink"};
constexpr Names<1> kSlug = {"slug"};

constexpr Names<4> kPicturePath = {"image", "file", "src", "path"};
constexpr Names<2> kPictureAlternative = {"alt", "alternative"};
constexpr Names<4> kPictureCaption = {"legende", "légende", "caption", "credit"};

constexpr Names<3> kAttachmentPath = {"file", "path", "url"};
constexpr Names<3> kAttachmentLabel = {"nom", "name", "title"};

constexpr Names<2> kContactName = {"nom", "name"};
constexpr Names<4> kContactRole = {"fonction", "service", "role", "title"};
constexpr Names<4> kContactTelephone = {"telephone", "téléphone", "tel", "phone"};
constexpr Names<3> kContactEmail = {"email", "courriel", "mail"};

constexpr FieldRow of_header(Field field, FieldKind kind, std::span<const std::string_view> names,
                             bool tells_header, std::string_view mistaken_name = {}) {
  return {field, kind, names, std::nullopt, mistaken_name, tells_header};
}

constexpr FieldRow of_item(Field list, Field field, std::span<const std::string_view> names) {
  return {field, FieldKind::kText, names, list, {}, false};
}

// clang-format off
constexpr std::array kFields = {
    of_header(Field::kTitle,       FieldKind::kText,   kTitle,       true, "titre"),
    of_header(Field::kDate,        FieldKind::kMoment, kDate,        true),
    of_header(Field::kCategories,  FieldKind::kWords,  kCategories,  true),
    of_header(Field::kTags,        FieldKind::kWords,  kTags,        true),
    of_header(Field::kLead,        FieldKind::kText,   kLead,        false),
    of_header(Field::kPictures,    FieldKind::kItems,  kPictures,    false),
    of_header(Field::kAttachments, FieldKind::kItems,  kAttachments, false),
    of_header(Field::kContacts,    FieldKind::kItems,  kContacts,    false),
    of_header(Field::kLanguage,    FieldKind::kText,   kLanguage,    true),
    of_header(Field::kPublished,   FieldKind::kSwitch, kPublished,   true),
    of_header(Field::kDraft,       FieldKind::kSwitch, kDraft,       false),
    of_header(Field::kLayout,      FieldKind::kText,   kLayout,      true),
    of_header(Field::kPermalink,   FieldKind::kText,   kPermalink,   true),
    of_header(Field::kSlug,        FieldKind::kText,   kSlug,        true),
    of_item(Field::kPictures,    Field::kPicturePath,        kPicturePath),
    of_item(Field::kPictures,    Field::kPictureAlternative, kPictureAlternative),
    of_item(Field::kPictures,    Field::kPictureCaption,     kPictureCaption),
    of_item(Field::kAttachments, Field::kAttachmentPath,     kAttachmentPath),
    of_item(Field::kAttachments, Field::kAttachmentLabel,    kAttachmentLabel),
    of_item(Field::kContacts,    Field::kContactName,        kContactName),
    of_item(Field::kContacts,    Field::kContactRole,        kContactRole),
    of_item(Field::kContacts,    Field::kContactTelephone,   kContactTelephone),
    of_item(Field::kContacts,    Field::kContactEmail,       kContactEmail),
};
// clang-format on

constexpr bool is_in_order() {
  for (std::size_t i = 0; i < kFields.size(); ++i)
    if (kFields[i].field != static_cast<Field>(i)) return false;
  return true;
}
static_assert(is_in_order() && kFields.back().field == Field::kContactEmail);

}  // namespace

std::span<const FieldRow> fields() {
  return kFields;
}

const FieldRow& row_of(Field field) {
  return kFields[static_cast<std::size_t>(field)];
}

std::span<const std::string_view> names_of(Field field) {
  return row_of(field).names;
}

std::string_view name_of(Field field) {
  return names_of(field).front();
}

bool tells_header(std::string_view name) {
  return std::ranges::any_of(kFields, [&](const FieldRow& row) {
    return row.tells_header && std::ranges::find(row.names, name) != row.names.end();
  });
}

}  // namespace depeche::site
