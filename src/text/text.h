// One revision of a document's text: UTF-8 bytes and the index of their lines.
//
// A Text is a value: copying it shares the bytes. It never changes; a Change applied to it gives another Text.
// The bytes are kept exactly as they came (BOM, CRLF, malformed UTF-8), since open then save is the identity.
// line_index.h says what a line is.
//
// Every question has an answer: an offset or a line past the end stands for the end or the last line.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "base/span.h"
#include "text/line_index.h"

namespace depeche {

class Text {
 public:
  Text();
  explicit Text(std::string bytes);  // bytes.size() <= kMaximumTextSize

  // `lines` is the index of `bytes`, known from elsewhere.
  Text(std::string bytes, LineIndex lines);

  // Valid as long as this Text or a copy of it lives.
  std::string_view bytes() const { return content_->bytes; }
  std::string_view bytes(Span span) const;
  Offset size() const { return static_cast<Offset>(content_->bytes.size()); }

  const LineIndex& lines() const { return content_->lines; }
  std::uint32_t line_count() const { return lines().count(); }  // at least 1
  LineNumber line_at(Offset offset) const { return lines().line_at(offset); }
  Span line(LineNumber line) const;  // without its line ending
  Span line_with_ending(LineNumber line) const;

  // How new lines of this text are to end: as its first line does, or with LF. Of static storage.
  std::string_view line_ending() const;

  // Line and column as people read them; columns count code points. `offset` may be size(); one inside a line
  // ending stands for the line's end. Costs the length of the line.
  Position position(Offset offset) const;
  // The offset of a position; a column past the line's end is clamped to it, a line past the last gives size().
  Offset offset(Position position) const;

  bool operator==(const Text& other) const { return content_ == other.content_ || bytes() == other.bytes(); }

 private:
  struct Content {
    std::string bytes;
    LineIndex lines;
  };
  std::shared_ptr<const Content> content_;  // null only in a moved-from Text
};

// `text` with `ending` in the place of each LF, CRLF and CR.
std::string with_line_ending(std::string_view text, std::string_view ending);

}  // namespace depeche
