#include "markdown/commonmark/events.h"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <utility>

#include "base/utf8.h"
#include "html/character_reference.h"

namespace depeche::markdown::commonmark {
namespace {

// A character reference as CommonMark reads it: an unknown name stays as written.
std::string resolve_reference(std::string_view written) {
  const std::string_view inner = written.substr(1, written.size() - 2);  // without '&' and ';'
  if (!inner.starts_with('#')) return html::named_character_reference(inner).value_or(std::string(written));
  const bool hexadecimal = inner.size() > 1 && (inner[1] == 'x' || inner[1] == 'X');
  char32_t code_point = 0;
  for (const char c : inner.substr(hexadecimal ? 2 : 1)) {
    const int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
    code_point =
        std::min<char32_t>(code_point * (hexadecimal ? 16 : 10) + static_cast<char32_t>(digit), 0x110000);
  }
  std::string text;
  append_utf8(text, code_point == 0 ? kReplacementCharacter : code_point);
  return text;
}

std::string resolve_attribute(const MD_ATTRIBUTE& attribute) {
  std::string text;
  for (std::size_t i = 0; attribute.text != nullptr && attribute.substr_offsets[i] < attribute.size; ++i) {
    const MD_OFFSET begin = attribute.substr_offsets[i];
    const std::string_view piece(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
    switch (attribute.substr_types[i]) {
      case MD_TEXT_NULLCHAR:
        append_utf8(text, kReplacementCharacter);
        break;
      case MD_TEXT_ENTITY:
        text += resolve_reference(piece);
        break;
      default:
        text += piece;
    }
  }
  return text;
}

Kind kind_of(MD_BLOCKTYPE type) {
  switch (type) {
    case MD_BLOCK_DOC:
      return Kind::kDocument;
    case MD_BLOCK_QUOTE:
      return Kind::kBlockQuote;
    case MD_BLOCK_UL:
      return Kind::kUnorderedList;
    case MD_BLOCK_OL:
      return Kind::kOrderedList;
    case MD_BLOCK_LI:
      return Kind::kListItem;
    case MD_BLOCK_HR:
      return Kind::kThematicBreak;
    case MD_BLOCK_H:
      return Kind::kHeading;
    case MD_BLOCK_CODE:
      return Kind::kCodeBlock;
    case MD_BLOCK_HTML:
      return Kind::kHtmlRaw;
    case MD_BLOCK_P:
      return Kind::kParagraph;
    case MD_BLOCK_TABLE:
      return Kind::kTable;
    case MD_BLOCK_THEAD:
      return Kind::kTableHead;
    case MD_BLOCK_TBODY:
      return Kind::kTableBody;
    case MD_BLOCK_TR:
      return Kind::kTableRow;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      return Kind::kTableCell;
  }
  return Kind::kParagraph;
}

Kind kind_of(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_EM:
      return Kind::kEmphasis;
    case MD_SPAN_STRONG:
      return Kind::kStrong;
    case MD_SPAN_A:
      return Kind::kLink;
    case MD_SPAN_IMG:
      return Kind::kImage;
    case MD_SPAN_CODE:
      return Kind::kCodeSpan;
    case MD_SPAN_DEL:
      return Kind::kStrikethrough;
    case MD_SPAN_LATEXMATH:  // the rest needs flags that we do not set
    case MD_SPAN_LATEXMATH_DISPLAY:
    case MD_SPAN_WIKILINK:
    case MD_SPAN_U:
      break;
  }
  return Kind::kEmphasis;
}

Alignment alignment_of(MD_ALIGN alignment) {
  switch (alignment) {
    case MD_ALIGN_DEFAULT:
      return Alignment::kNone;
    case MD_ALIGN_LEFT:
      return Alignment::kLeft;
    case MD_ALIGN_CENTER:
      return Alignment::kCenter;
    case MD_ALIGN_RIGHT:
      return Alignment::kRight;
  }
  return Alignment::kNone;
}

class Recorder {
 public:
  Recorder(std::string_view input, Offset origin) : input_(input), origin_(origin) {}

  Events run(unsigned flags) {
    MD_PARSER parser = {};
    parser.flags = flags;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* recorder) {
      return static_cast<Recorder*>(recorder)->open_block(type, detail);
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* recorder) {
      return static_cast<Recorder*>(recorder)->close_block(kind_of(type));
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* recorder) {
      return static_cast<Recorder*>(recorder)->open_span(type, detail);
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* recorder) {
      return static_cast<Recorder*>(recorder)->close_span(kind_of(type));
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* recorder) {
      return static_cast<Recorder*>(recorder)->add_text(type, {text, size});
    };
    md_parse(input_.data(), static_cast<MD_SIZE>(input_.size()), &parser, this);  // fails only without memory
    return std::move(events_);
  }

 private:
  // Callbacks give 0: go on.
  int add(const Event& event) {
    events_.events.push_back(event);
    return 0;
  }

  int add(Event event, EventDetails details) {
    event.details = static_cast<std::uint32_t>(events_.details.size());
    events_.details.push_back(std::move(details));
    return add(event);
  }

  int open_block(MD_BLOCKTYPE type, const void* detail) {
    in_verbatim_block_ = type == MD_BLOCK_CODE || type == MD_BLOCK_HTML;
    Event event{.type = Event::Type::kOpenBlock, .kind = kind_of(type)};
    switch (type) {
      case MD_BLOCK_OL:
        return add(event, {.start = static_cast<const MD_BLOCK_OL_DETAIL*>(detail)->start});
      case MD_BLOCK_LI:
        return open_list_item(event, *static_cast<const MD_BLOCK_LI_DETAIL*>(detail));
      case MD_BLOCK_H:
        return add(event, {.level = static_cast<int>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level)});
      case MD_BLOCK_CODE: {
        const auto& code = *static_cast<const MD_BLOCK_CODE_DETAIL*>(detail);
        return add(event, {.is_fenced = code.fence_char != 0, .text = resolve_attribute(code.lang)});
      }
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        return add(event, {.alignment = alignment_of(static_cast<const MD_BLOCK_TD_DETAIL*>(detail)->align)});
      default:
        return add(event);
    }
  }

  int open_list_item(Event event, const MD_BLOCK_LI_DETAIL& item) {
    if (item.is_task == 0) return add(event);
    const Offset mark = origin_ + item.task_mark_offset;
    event.source = {mark - 1, mark + 2};
    return add(event, {.is_task = true, .is_checked = item.task_mark != ' '});
  }

  int open_span(MD_SPANTYPE type, const void* detail) {
    const Event event{.type = Event::Type::kOpenSpan, .kind = kind_of(type)};
    if (unfolds_too_far(type, detail)) return -1;  // stop
    open_spans_.push_back(event.kind);
    if (type == MD_SPAN_A) {
      const auto& link = *static_cast<const MD_SPAN_A_DETAIL*>(detail);
      return add(event, {.is_autolink = link.is_autolink != 0,
                         .text = resolve_attribute(link.href),
                         .title = resolve_attribute(link.title),
                         .has_title = link.title.text != nullptr,
                         .target = place_of({link.href.text, link.href.size})});
    }
    if (type == MD_SPAN_IMG) {
      const auto& image = *static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
      return add(event, {.text = resolve_attribute(image.src),
                         .title = resolve_attribute(image.title),
                         .has_title = image.title.text != nullptr,
                         .target = place_of({image.src.text, image.src.size})});
    }
    return add(event);
  }

  // md4c 0.5.2 can close a span that it never opened: of `[](*)*`, it takes the star in the target for the
  // opening one. What leaves here is balanced whatever it says.
  int close_span(Kind kind) {
    const auto open = std::find(open_spans_.rbegin(), open_spans_.rend(), kind);
    if (open != open_spans_.rend()) close_spans(static_cast<std::size_t>(open_spans_.rend() - open) - 1);
    return 0;
  }

  int close_block(Kind kind) {
    close_spans(0);
    return add({.type = Event::Type::kCloseBlock, .kind = kind});
  }

  // Closes the innermost open spans until `kept` are left.
  void close_spans(std::size_t kept) {
    for (; open_spans_.size() > kept; open_spans_.pop_back())
      add({.type = Event::Type::kCloseSpan, .kind = open_spans_.back()});
  }

  bool unfolds_too_far(MD_SPANTYPE type, const void* detail) {
    if (type == MD_SPAN_A) {
      const auto& link = *static_cast<const MD_SPAN_A_DETAIL*>(detail);
      unfolded_ += link.href.size + link.title.size;
    } else if (type == MD_SPAN_IMG) {
      const auto& image = *static_cast<const MD_SPAN_IMG_DETAIL*>(detail);
      unfolded_ += image.src.size + image.title.size;
    }
    constexpr std::size_t kAlwaysAllowed = std::size_t{1} << 20;
    events_.unfolds_too_far = unfolded_ > 8 * input_.size() + kAlwaysAllowed;
    return events_.unfolds_too_far;
  }

  int add_text(MD_TEXTTYPE type, std::string_view text) {
    switch (type) {
      case MD_TEXT_NULLCHAR:
        return add({.type = Event::Type::kNul});
      case MD_TEXT_BR:
        return add({.type = Event::Type::kNewline, .kind = Kind::kLineBreak});
      case MD_TEXT_SOFTBR:
        return add({.type = Event::Type::kNewline});
      case MD_TEXT_ENTITY:
        return add({.type = Event::Type::kText, .kind = Kind::kEntity, .source = place_of(text)},
                   {.text = resolve_reference(text)});
      case MD_TEXT_HTML:
        return add_text_of_kind(Kind::kHtmlRaw, text);
      case MD_TEXT_CODE:
        return add_text_of_kind(Kind::kCodeSpan, text);
      case MD_TEXT_NORMAL:
      case MD_TEXT_LATEXMATH:
        break;
    }
    return add({.type = Event::Type::kText, .source = place_of(text)});
  }

  // Code and HTML: what does not stand in the input is the end of a line or an indentation.
  int add_text_of_kind(Kind kind, std::string_view text) {
    if (stands_in_input(text))
      return add({.type = Event::Type::kText, .kind = kind, .source = place_of(text)});
    const bool is_indentation = in_verbatim_block_ && text.starts_with(' ');
    if (is_indentation)
      return add(
          {.type = Event::Type::kIndentation, .kind = kind, .size = static_cast<std::uint32_t>(text.size())});
    return add({.type = Event::Type::kNewline, .kind = kind});
  }

  bool stands_in_input(std::string_view text) const {
    const std::less_equal<const char*> not_after;
    return not_after(input_.data(), text.data()) &&
           not_after(text.data() + text.size(), input_.data() + input_.size());
  }

  Span place_of(std::string_view text) const {
    if (!stands_in_input(text)) return {origin_, origin_};
    const auto begin = static_cast<Offset>(text.data() - input_.data()) + origin_;
    return {begin, begin + static_cast<Offset>(text.size())};
  }

  std::string_view input_;
  Offset origin_;
  Events events_;
  std::vector<Kind> open_spans_;  // of the block that is being read, innermost last
  std::size_t unfolded_ = 0;      // bytes of all targets and titles so far
  bool in_verbatim_block_ = false;
};

}  // namespace

Events read_events(std::string_view input, Offset origin, Dialect dialect) {
  return Recorder(input, origin).run(dialect == Dialect::kGfm ? MD_DIALECT_GITHUB : MD_DIALECT_COMMONMARK);
}

}  // namespace depeche::markdown::commonmark
