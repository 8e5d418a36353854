// The tree of a Markdown body: closed data, immutable once built, the same for every dialect.
//
// Nodes are in one array in document order, a parent before its children, so that a subtree is a range of ids.
// Every node has the span of its source in the document's whole text; spans nest, siblings do not overlap, and
// all are on code point boundaries. docs/markdown-tree.md describes each kind: usage, content, attributes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/span.h"

namespace depeche::markdown {

enum class Kind : std::uint8_t {
  // Blocks
  kDocument,
  kParagraph,
  kHeading,  // level(), 1 to 6
  kBlockQuote,
  kUnorderedList,
  kOrderedList,
  kListItem,
  kDefinitionList,
  kDefinitionTerm,
  kDefinitionDescription,
  kTable,
  kTableHead,
  kTableBody,
  kTableFoot,
  kTableRow,
  kTableCell,  // alignment()
  kCodeBlock,  // text(); language in the attribute "class" as the dialect writes it
  kThematicBreak,
  kHtmlBlock,    // an element at block level: name(), attributes, content_model(), children
  kHtmlEndTag,   // of an element that end_tag_is_apart(): name(); shows nothing
  kHtmlComment,  // text(): with its delimiters; block or span
  kHtmlRaw,      // text(): passed through as it is (declarations, processing instructions, text inside raw
                 // elements, CommonMark's HTML); block or span
  kMathBlock,    // text()
  kTableOfContents,
  kFootnoteDefinition,      // label(); children are blocks
  kAbbreviationDefinition,  // label(), text(): the expansion
  kLinkDefinition,          // label()
  kAttributeList,           // `{: …}`, or `{:name: …}` with label(); shows nothing
  kExtension,               // `{::comment}`, `{::options}`, `{::nomarkdown}`, `^`: name(), text()
  kBlankLine,
  // Spans
  kText,  // text()
  kEmphasis,
  kStrong,
  kStrikethrough,
  kCodeSpan,  // text()
  kLink,      // attributes href, title; children are the label
  kImage,     // attributes src, alt, title
  kLineBreak,
  kHtmlSpan,           // an element at span level: name(), attributes, content_model(), children
  kEntity,             // text(): what it stands for; source as written
  kSmartQuote,         // text()
  kTypographicSymbol,  // text(): … – — « »
  kFootnoteReference,  // label()
  kAbbreviation,       // attribute title; text()
  kMathSpan,           // text()
  kTaskMarker,         // GFM `[ ]`, `[x]`: checked()
  kLiquid,             // `{{ … }}`, `{% … %}`: text() as written; children are what Markdown makes of it
};

// The name of a kind, e.g. "table_cell".
std::string_view name(Kind kind);
bool is_block(Kind kind);

enum class Alignment : std::uint8_t { kNone, kLeft, kCenter, kRight };

// What stands between the tags of an HTML element: text and elements as they are, spans, or blocks.
enum class ContentModel : std::uint8_t { kRaw, kSpan, kBlock };

enum class Dialect : std::uint8_t { kKramdown, kCommonMark, kGfm };

using NodeId = std::uint32_t;
inline constexpr NodeId kNoNode = 0xFFFFFFFF;

struct Attribute {
  std::string name;
  std::optional<std::string> value;  // none: an HTML attribute without one
  Span span;                         // of its source; empty when the parser made it (an automatic id)
  bool operator==(const Attribute&) const = default;
};

}  // namespace depeche::markdown
