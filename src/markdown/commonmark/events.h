// What md4c says of a text, as plain data: blocks and spans that open and close, and the text between them.
//
// md4c tells where in the source texts are, but not where blocks and marks are; tree_maker.h finds those. Only
// events.cc includes its header.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "markdown/node.h"

namespace depeche::markdown::commonmark {

struct Event {
  enum class Type : std::uint8_t {
    kOpenBlock,
    kCloseBlock,
    kOpenSpan,
    kCloseSpan,
    kText,     // `source`, taken as it is; of kind kText, kEntity or kHtmlRaw
    kNewline,  // the end of a line, without its place: kText, kCodeSpan (shows as a space), kHtmlRaw, kLineBreak
    kIndentation,  // `size` columns at the start of a line of code, without their place
    kNul,          // a NUL, which shows as U+FFFD, without its place
  };
  Type type = Type::kText;
  Kind kind = Kind::kText;
  Span source = {};                    // of a text; of a task marker in its list item, else empty
  std::uint32_t size = 0;              // of an indentation
  std::uint32_t details = 0xFFFFFFFF;  // its place in Events::details
};

inline constexpr std::uint32_t kNoDetails = 0xFFFFFFFF;

// What few events have; character references and escapes resolved.
struct EventDetails {
  int level = 0;             // of a heading
  unsigned start = 1;        // of an ordered list
  bool is_fenced = false;    // a block of code
  bool is_autolink = false;  // a link without brackets
  bool is_task = false;      // of a list item; Event::source is its `[x]`
  bool is_checked = false;
  Alignment alignment = Alignment::kNone;
  std::string text = {};   // what an entity stands for; a fenced block's language; a link's or image's target
  std::string title = {};  // of a link or an image
  bool has_title = false;
  Span target =
      {};  // where a link's or image's target is: in the link, or in its definition; empty when not known
};

struct Events {
  std::vector<Event> events;
  std::vector<EventDetails> details;
  // Reading stopped, since the links, each with the target of its definition written out, would take
  // many times the input's size (a definition of half a text, and a thousand links to it). To be
  // read again without definitions.
  bool unfolds_too_far = false;
};

// The events of `input`, which begins at `origin` in the whole text. Offsets are of the whole text.
Events read_events(std::string_view input, Offset origin, Dialect dialect);

}  // namespace depeche::markdown::commonmark
