// How a document comes in: from a file, a link, a paste. Hostile until read.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "text/text.h"

namespace depeche::app {

// The largest document that the editor opens, in bytes; a larger one is refused with a message.
inline constexpr std::size_t kMaximumDocumentSize = std::size_t{16} << 20;

struct IncomingDocument {
  std::string name;  // without folders; never empty
  Text text;         // byte for byte as it came, unless it is converted
  bool is_valid_utf8 = true;
  // Why the text was converted: app/file-was-utf16, app/file-was-web-page. None when it was not.
  std::optional<Message> converted = {};
};

// The document in `bytes`, or why it can't be opened: app/file-too-large, app/file-not-markdown (a PDF, a
// word processor's file), app/file-not-text (a picture, or anything else). UTF-16 becomes UTF-8; a web page
// (by its name, and without front matter) becomes the Markdown that a paste of it would give.
Result<IncomingDocument> receive_document(std::string_view name, std::string bytes);

// Where the caret stands in a document just opened: after the key of an empty title, else where the body
// begins, or at the start of a text without header. Never where a typed letter would break the header's
// fence.
Offset first_caret(const Text& text);

// "communique" of "communique.md": without the ending of a text file, if it has one.
std::string file_name_without_ending(std::string_view name);

}  // namespace depeche::app
