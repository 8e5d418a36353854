// The fields of a release's header: how Jekyll and the ministries' sites name them, what each means and what it
// holds. They are in one table (fields.cc); no field's name is written anywhere else.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace depeche::site {

enum class Field : std::uint8_t {
  // What a page shows
  kTitle,
  kDate,
  kCategories,
  kTags,
  kLead,
  kPictures,
  kAttachments,
  kContacts,
  // What a site does with the page
  kLanguage,
  kPublished,
  kDraft,
  kLayout,
  kPermalink,
  kSlug,
  // Of a picture
  kPicturePath,
  kPictureAlternative,
  kPictureCaption,
  // Of an attachment
  kAttachmentPath,
  kAttachmentLabel,
  // Of a contact
  kContactName,
  kContactRole,
  kContactTelephone,
  kContactEmail,
};

// What a field holds.
enum class FieldKind : std::uint8_t {
  kText,
  kMoment,  // a date, or a date and a time
  kSwitch,  // true or false
  kWords,   // a list of texts; a text is a list of one
  kItems,   // a list of items with fields of their own; anything else is the only item
};

// A row of the table.
struct FieldRow {
  Field field;
  FieldKind kind;
  std::span<const std::string_view> names;  // in the order in which they are looked for; the first is written
  std::optional<Field> item_of;    // the list whose items have this field; none for a field of the header
  std::string_view mistaken_name;  // what people write instead and no site reads; may be empty
  bool tells_header;               // no line of ordinary text begins with this name and a colon
};

// All fields, in the order of the enum.
std::span<const FieldRow> fields();
const FieldRow& row_of(Field field);

// All names under which a field is read.
std::span<const std::string_view> names_of(Field field);

// The name under which a field is written.
std::string_view name_of(Field field);

// Whether a line that begins with this name and a colon surely belongs to a header, unlike one with "chapeau",
// which may begin a sentence.
bool tells_header(std::string_view name);

// Where the sites keep pictures and attachments: their paths begin so.
inline constexpr std::string_view kUploads = "/uploads/";

}  // namespace depeche::site
