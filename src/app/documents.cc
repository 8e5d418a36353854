#include "app/documents.h"

#include <algorithm>

#include "base/encoding.h"
#include "base/utf8.h"
#include "frontmatter/fences.h"
#include "frontmatter/front_matter.h"
#include "paste/rich_paste.h"
#include "site/names/fields.h"

namespace depeche::app {
namespace {

// Texts hold no NUL; pictures and programs do, within their first bytes.
bool looks_binary(std::string_view bytes) {
  return bytes.substr(0, 4096).find('\0') != std::string_view::npos;
}

// A PDF, or a file of a word processor, a spreadsheet or slides: by their first bytes, since they may have
// any name.
bool is_office_document(std::string_view bytes) {
  constexpr std::string_view kStarts[] = {"%PDF-", "PK\x03\x04", "\xD0\xCF\x11\xE0", "{\\rtf"};
  return std::ranges::any_of(kStarts, [&](std::string_view start) { return bytes.starts_with(start); });
}

// A page with front matter is a document of the site, whatever it is written in.
bool is_web_page(std::string_view name, std::string_view bytes) {
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  const auto ends_in = [&](std::string_view ending) {
    return name.size() > ending.size() &&
           std::ranges::equal(name.substr(name.size() - ending.size()), ending, {}, lower);
  };
  return (ends_in(".html") || ends_in(".htm")) && !frontmatter::find_fences(bytes).present;
}

std::string base_name(std::string_view path) {
  const std::size_t slash = path.find_last_of("/\\");
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  std::string name;
  for (const char character : path) {
    if (static_cast<unsigned char>(character) >= 0x20 && character != 0x7F) name.push_back(character);
  }
  return name.empty() ? "communique.md" : scrub_utf8(name);
}

}  // namespace

Result<IncomingDocument> receive_document(std::string_view name, std::string bytes) {
  IncomingDocument document;
  document.name = base_name(name);
  if (bytes.size() > kMaximumDocumentSize) {
    return Message{"app/file-too-large", {document.name, std::to_string(kMaximumDocumentSize >> 20)}};
  }
  if (is_office_document(bytes)) return Message{"app/file-not-markdown", {document.name}};
  if (auto text = text_of_utf16(bytes)) {
    bytes = *std::move(text);
    document.converted = Message{"app/file-was-utf16", {document.name}};
  }
  if (looks_binary(bytes)) return Message{"app/file-not-text", {document.name}};
  if (is_web_page(document.name, bytes)) {
    document.converted = Message{"app/file-was-web-page", {document.name}};
    document.name = document.name.substr(0, document.name.rfind('.')) + ".md";
    bytes = paste::read_rich_paste(with_windows_1252(bytes)).markdown + "\n";
  }
  document.is_valid_utf8 = is_valid_utf8(bytes);
  document.text = Text(std::move(bytes));
  return document;
}

Offset first_caret(const Text& text) {
  const frontmatter::FrontMatter header = frontmatter::read_front_matter(text);
  const std::string_view bytes = text.bytes();
  if (const frontmatter::Value* title = header.find(site::name_of(site::Field::kTitle));
      title != nullptr && title->span.empty()) {
    const std::size_t end = bytes.find_first_not_of(' ', title->span.begin);
    if (end != bytes.npos && (bytes[end] == '\n' || bytes[end] == '\r')) return static_cast<Offset>(end);
  }
  const Offset body = header.body.begin;
  const bool ends_fence = header.present && bytes[body - 1] != '\n';  // the last line, without a line end
  return ends_fence && !header.yaml.empty() ? text.line(text.line_at(header.yaml.end - 1)).end : body;
}

std::string file_name_without_ending(std::string_view name) {
  for (const std::string_view ending : {".markdown", ".md", ".mkd", ".txt"}) {
    if (name.size() > ending.size() && name.ends_with(ending))
      return std::string(name.substr(0, name.size() - ending.size()));
  }
  return std::string(name);
}

}  // namespace depeche::app
