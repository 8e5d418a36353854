#include "app/form.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>

#include "app/place.h"
#include "base/ascii.h"
#include "editor/block.h"
#include "editor/commands.h"
#include "frontmatter/front_matter.h"
#include "site/names/fields.h"

namespace depeche::app {
namespace {

using site::Field;

constexpr std::array kLinkFields = {FormField{"form/link-text", ""},
                                    FormField{"form/address", "form/address-hint"}};
constexpr std::array kImageFields = {FormField{"form/image-path", "form/image-path-hint"},
                                     FormField{"form/alternative", "form/alternative-hint"},
                                     FormField{"form/caption", "form/caption-hint"}};
constexpr std::array kAttachmentFields = {FormField{"form/attachment-path", "form/attachment-path-hint"},
                                          FormField{"form/attachment-name", ""}};
constexpr std::array kSharedDraftFields = {FormField{"form/share-link", "form/share-link-hint"}};
constexpr std::array kTableFields = {FormField{"form/rows", "", true}, FormField{"form/columns", "", true}};

// "https", "mailto"… before a colon; empty where there is none.
std::string scheme_of(std::string_view address) {
  const std::size_t colon = address.find(':');
  if (colon == std::string_view::npos ||
      address.substr(0, colon).find_first_of("/?#.@ ") != std::string_view::npos) {
    return "";
  }
  std::string scheme(address.substr(0, colon));
  std::transform(scheme.begin(), scheme.end(), scheme.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::tolower(letter)); });
  return scheme;
}

// A file of the site, not a host, whose name ends much alike.
bool is_file(std::string_view address) {
  constexpr std::array<std::string_view, 17> kEndings = {"pdf",  "png", "jpg",  "jpeg", "gif", "svg",
                                                         "webp", "htm", "html", "md",   "doc", "docx",
                                                         "odt",  "xls", "xlsx", "ods",  "zip"};
  const std::string_view ending = address.substr(address.rfind('.') + 1);
  return std::find(kEndings.begin(), kEndings.end(), ending) != kEndings.end();
}

// The link or image that the form is about, from the tree; none when it makes a new one.
std::optional<editor::LinkParts> parts_at(FormKind kind, const editor::EditorState& state,
                                          const Release& release) {
  const Place place = place_at(release, state.selection);
  const markdown::NodeId node = kind == FormKind::kImage ? place.image : place.link;
  if (node == markdown::kNoNode) return std::nullopt;
  return parts_of(release.tree, node);
}

std::string attribute_of(const Release& release, markdown::NodeId node, std::string_view name) {
  return std::string(release.tree.attribute(node, name).value_or(""));
}

// `span` with the blank that would be left over beside it, were it taken out of its line.
Span with_blank(const editor::Line& line, Span span) {
  const std::string_view before = line.bytes.substr(0, span.begin - line.span.begin);
  const std::string_view after = line.bytes.substr(span.end - line.span.begin);
  if (before.ends_with(' ') && span.begin > line.content_begin()) return {span.begin - 1, span.end};
  if (after.starts_with(' ') && span.begin == line.content_begin()) return {span.begin, span.end + 1};
  return span;
}

// What the block of an important link is made of, which is not to stay in the text as well: the link, what is
// selected, or the word of the caret as long as the label is that word. Empty for nothing.
Span taken_for_block(const editor::EditorState& state, const std::optional<editor::LinkParts>& parts,
                     std::string_view label) {
  if (parts) return parts->whole;
  const std::vector<Span> texts = editor::selected_texts(state.text, state.selection.span());
  if (texts.size() != 1 || texts.front().empty()) return {};
  const bool is_word = state.selection.empty() && label != state.text.bytes(texts.front());
  return is_word ? Span{} : texts.front();
}

std::optional<editor::Transaction> make_important_link(const editor::EditorState& state, Span taken,
                                                       std::string_view address, std::string_view label) {
  if (taken.empty()) return editor::insert_important_link(state, {}, address, label);
  const editor::Line line(state.text, state.text.line_at(taken.begin));
  const Span rest = with_blank(line, taken);
  const bool is_whole_line = rest.begin == line.content_begin() && rest.end >= line.span.end;
  if (is_whole_line) return editor::insert_important_link(state, line.span, address, label);
  const auto removal = editor::replace(state, {{rest, ""}});
  if (!removal) return std::nullopt;
  const editor::EditorState without = editor::apply(state, *removal);
  auto insertion = editor::insert_important_link(without, {}, address, label);
  if (!insertion) return std::nullopt;
  insertion->change = removal->change.compose(insertion->change);
  return insertion;
}

std::optional<std::size_t> number_in(std::string_view text, std::size_t most) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  std::size_t number = 0;
  for (const char digit : text) {
    if (digit < '0' || digit > '9') return std::nullopt;
    number = number * 10 + static_cast<std::size_t>(digit - '0');
  }
  return number >= 1 && number <= most ? std::optional(number) : std::nullopt;
}

Message wrong(FormDialog& form, std::size_t field, Message problem) {
  form.wrong = field;
  form.problem = problem;
  return problem;
}

// Nothing to change is a change too: of nothing.
editor::Transaction or_nothing(std::optional<editor::Transaction> transaction,
                               const editor::EditorState& state) {
  if (transaction) return *std::move(transaction);
  return {Change(state.text.size()), state.selection, editor::UserEvent::kSelect, {}};
}

Result<editor::Transaction> complete_link(FormDialog& form, const editor::EditorState& state,
                                          const Release& release) {
  Result<std::string> address = complete_address(form.values[1]);
  if (!address.ok()) return wrong(form, 1, address.problem());
  const std::string label(trimmed(form.values[0]));
  const auto parts = parts_at(form.kind, state, release);
  if (form.kind == FormKind::kImportantLink) {
    const Span taken = taken_for_block(state, parts, label);
    return or_nothing(make_important_link(state, taken, *address, label), state);
  }
  if (parts) return or_nothing(editor::change_link(state, *parts, *address, label), state);
  std::vector<Span> texts = editor::selected_texts(state.text, state.selection.span());
  const Span place = texts.size() == 1 && !form.values[0].empty() ? texts.front() : state.selection.span();
  return or_nothing(editor::insert_link(state, place, *address, label), state);
}

Result<editor::Transaction> complete_image(FormDialog& form, const editor::EditorState& state,
                                           const Release& release) {
  const std::string path(trimmed(form.values[0]));
  if (path.empty()) return wrong(form, 0, {"form/no-path", {}});
  Result<std::string> address = complete_address(path);
  if (!address.ok()) return wrong(form, 0, address.problem());
  const std::string alternative(trimmed(form.values[1]));
  if (alternative.empty()) return wrong(form, 1, {"form/no-alternative", {}});
  const std::string image = editor::image_markdown(*address, alternative, trimmed(form.values[2]));
  const auto size = static_cast<Offset>(image.size());
  if (const auto parts = parts_at(form.kind, state, release)) {
    auto transaction = editor::replace(state, {{parts->whole, image}});
    if (transaction) transaction->selection = Selection::caret(parts->whole.begin + size);
    return or_nothing(std::move(transaction), state);
  }
  return or_nothing(editor::insert_block(state, image, Selection::caret(size)), state);
}

// "files[2]": the path to an item of a list (frontmatter/path.h).
std::string item_path(Field list, std::size_t index) {
  return std::string(site::name_of(list)).append("[").append(std::to_string(index)).append("]");
}

// One more attachment in the front matter: its path, and what its link says.
Result<editor::Transaction> complete_attachment(FormDialog& form, const editor::EditorState& state,
                                                const Release& release) {
  const std::string path(trimmed(form.values[0]));
  if (path.empty()) return wrong(form, 0, {"form/no-path", {}});
  std::size_t count = 0;
  while (release.front_matter.find(item_path(Field::kAttachments, count)) != nullptr) ++count;
  const auto field_of_item = [&](Field field) {
    return item_path(Field::kAttachments, count).append(".").append(site::name_of(field));
  };

  Result<std::vector<Replacement>> first =
      frontmatter::set_field(state.text, field_of_item(Field::kAttachmentPath), path);
  if (!first.ok()) return first.problem();
  std::optional<Change> change = Change::of(state.text.size(), *first);
  if (!change) return Message{"form/too-large", {}};
  const Text with_file = change->apply(state.text);
  const std::string name(trimmed(form.values[1]));
  if (!name.empty()) {
    Result<std::vector<Replacement>> second =
        frontmatter::set_field(with_file, field_of_item(Field::kAttachmentLabel), name);
    if (!second.ok()) return second.problem();
    if (auto named = Change::of(with_file.size(), *second)) change = change->compose(*named);
  }
  const Selection selection = state.selection.map(*change);
  return editor::Transaction{*std::move(change), selection, editor::UserEvent::kCommand, {}};
}

Result<editor::Transaction> complete_table(FormDialog& form, const editor::EditorState& state) {
  const auto rows = number_in(trimmed(form.values[0]), editor::kMaxTableRows);
  if (!rows) return wrong(form, 0, {"form/bad-number", {std::to_string(editor::kMaxTableRows)}});
  const auto columns = number_in(trimmed(form.values[1]), editor::kMaxTableColumns);
  if (!columns) return wrong(form, 1, {"form/bad-number", {std::to_string(editor::kMaxTableColumns)}});
  return or_nothing(editor::insert_table(state, *rows, *columns), state);
}

}  // namespace

std::span<const FormField> fields_of(FormKind kind) {
  switch (kind) {
    case FormKind::kLink:
    case FormKind::kImportantLink:
      return kLinkFields;
    case FormKind::kImage:
      return kImageFields;
    case FormKind::kAttachment:
      return kAttachmentFields;
    case FormKind::kTable:
      return kTableFields;
    case FormKind::kSharedDraft:
      return kSharedDraftFields;
  }
  return {};
}

FormDialog open_form(FormKind kind, const editor::EditorState& state, const Release& release) {
  FormDialog form;
  form.kind = kind;
  form.values.resize(fields_of(kind).size());
  const Place place = place_at(release, state.selection);
  if (kind == FormKind::kLink || kind == FormKind::kImportantLink) {
    if (place.link != markdown::kNoNode) {
      form.values[0] = state.text.bytes(release.tree.content(place.link));
      form.values[1] = attribute_of(release, place.link, "href");
      form.edits = kind == FormKind::kLink;
    } else {
      const std::vector<Span> texts = editor::selected_texts(state.text, state.selection.span());
      if (texts.size() == 1) form.values[0] = state.text.bytes(texts.front());
    }
  } else if (kind == FormKind::kImage && place.image != markdown::kNoNode) {
    form.values[0] = attribute_of(release, place.image, "src");
    form.values[1] = attribute_of(release, place.image, "alt");
    form.values[2] = attribute_of(release, place.image, "title");
    form.edits = true;
  } else if (kind == FormKind::kTable) {
    form.values = {"3", "2"};
  }
  return form;
}

Result<editor::Transaction> complete_form(FormDialog& form, const editor::EditorState& state,
                                          const Release& release) {
  form.wrong.reset();
  switch (form.kind) {
    case FormKind::kLink:
    case FormKind::kImportantLink:
      return complete_link(form, state, release);
    case FormKind::kImage:
      return complete_image(form, state, release);
    case FormKind::kAttachment:
      return complete_attachment(form, state, release);
    case FormKind::kTable:
      return complete_table(form, state);
    case FormKind::kSharedDraft:
      break;
  }
  return Message{};
}

Result<std::string> complete_address(std::string_view typed) {
  std::string address(trimmed(typed));
  if (address.empty() || address == "https://" || address == "http://") return Message{"form/no-address", {}};
  const std::string scheme = scheme_of(address);
  constexpr std::array<std::string_view, 4> kSchemes = {"https", "http", "mailto", "tel"};
  if (!scheme.empty()) {
    const bool known = std::find(kSchemes.begin(), kSchemes.end(), scheme) != kSchemes.end();
    if (!known || address.size() == scheme.size() + 1) return Message{"form/bad-address", {address}};
    return address;
  }
  if (address[0] == '/' || address[0] == '#' || address[0] == '?' || address[0] == '.') return address;
  if (address[0] == '{') return address;  // Liquid
  const std::size_t at = address.find('@');
  const std::size_t slash = address.find('/');
  if (at != std::string::npos && slash == std::string::npos) return "mailto:" + address;
  const std::string host = address.substr(0, slash);
  const std::size_t dot = host.rfind('.');
  const bool is_host =
      dot != std::string::npos && dot > 0 && dot + 2 < host.size() && host.find(' ') == std::string::npos;
  if (is_host && is_file(address) && slash == std::string::npos) return address;
  if (is_host) return "https://" + address;
  return Message{"form/bad-address", {address}};
}

}  // namespace depeche::app
