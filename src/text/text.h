// One revision of a document's text: UTF-8 bytes and the index of their lines.
//
// A Text is a value: copying it shares the bytes. It never changes; a Change applied to it gives another
// Text. The bytes are kept exactly as they came (BOM, CRLF, malformed UTF-8), since open then save is the
// identity. Lines end after LF, CRLF or a lone CR; the last line is the one after the last end, and may be
// empty.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace depeche {

class Text {
 public:
  Text();
  explicit Text(std::string bytes);  // bytes.size() <= kMaximumTextSize

  std::string_view bytes() const { return content_->bytes; }
  std::string_view bytes(Span span) const { return span.of(content_->bytes); }
  Offset size() const { return static_cast<Offset>(content_->bytes.size()); }

  std::uint32_t line_count() const;         // at least 1
  LineNumber line_at(Offset offset) const;  // O(log lines)
  Span line(LineNumber line) const;         // without its line ending
  Span line_with_ending(LineNumber line) const;

  // What people read; columns count code points. `offset` may be size().
  Position position(Offset offset) const;
  // The offset of a position; one past a line's end is clamped to it.
  Offset offset(Position position) const;

  bool operator==(const Text& other) const { return bytes() == other.bytes(); }

 private:
  struct Content {
    std::string bytes;
    std::vector<Offset> line_starts;
  };
  std::shared_ptr<const Content> content_;
};

}  // namespace depeche
