// How a document comes in: from a file, a link, a paste. Hostile until read.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "base/result.h"
#include "text/text.h"

namespace depeche::app {

// What the editor opens, in bytes; larger is refused with a message.
inline constexpr std::size_t kMaximumDocumentSize = std::size_t{16} << 20;

struct IncomingDocument {
  std::string name;  // without folders; never empty
  Text text;         // byte for byte as it came
  bool is_valid_utf8 = true;
};

// The document in `bytes`, or why it can't be opened: app/file-too-large, app/file-not-text (a picture, a
// PDF, a word processor's file).
Result<IncomingDocument> receive_document(std::string_view name, std::string bytes);

// Where writing begins in a document that comes in: behind an empty title, else where the body does; in a text
// without header at its begin. Never where a letter would make the header none.
Offset first_caret(const Text& text);

// "communique" of "communique.md": without the ending of a text file, if it has one.
std::string file_name_without_ending(std::string_view name);

}  // namespace depeche::app
