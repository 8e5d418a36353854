#include "app/documents.h"

#include <algorithm>

#include "base/utf8.h"

namespace depeche::app {
namespace {

// Texts hold no NUL; pictures, PDFs and office files do, within their first bytes.
bool looks_binary(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, 4096);
  return head.find('\0') != std::string_view::npos || head.starts_with("%PDF-");
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
  if (looks_binary(bytes)) return Message{"app/file-not-text", {document.name}};
  document.is_valid_utf8 = is_valid_utf8(bytes);
  document.text = Text(std::move(bytes));
  return document;
}

std::string file_name_without_ending(std::string_view name) {
  for (const std::string_view ending : {".markdown", ".md", ".mkd", ".txt"}) {
    if (name.size() > ending.size() && name.ends_with(ending))
      return std::string(name.substr(0, name.size() - ending.size()));
  }
  return std::string(name);
}

}  // namespace depeche::app
