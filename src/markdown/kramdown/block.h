// What the block parser finds: a tree of blocks whose text has not been read for spans yet, and the
// definitions that spans refer to.
//
// Spans are read in a second pass, since a link may come before its definition.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <map>
#include <memory_resource>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "markdown/kramdown/attribute_list.h"
#include "markdown/kramdown/passage.h"
#include "markdown/node.h"

namespace depeche::markdown::kramdown {

using BlockId = std::uint32_t;

// How the text of a block is to be read.
enum class TextUse : std::uint8_t {
  kNone,
  kSpans,    // Markdown's spans
  kHtml,     // text inside a raw HTML element: only character references mean something
  kLiteral,  // as it is
};

struct Block {
  using allocator_type = std::pmr::polymorphic_allocator<>;
  explicit Block(allocator_type allocator) : children(allocator) {}

  Kind kind = Kind::kDocument;
  TextUse text_use = TextUse::kNone;
  std::uint8_t detail = 0;  // level, alignment or content model, by kind
  bool is_tight = false;
  bool is_self_closed = false;    // an HTML element written `<name/>`
  bool end_tag_is_apart = false;  // Tree::end_tag_is_apart()
  bool ends_block = false;        // no block continues across it
  bool is_boundary = false;      // an end-of-block marker, or what acts as one: the next block may begin here
  bool takes_attributes = true;  // an attribute list that follows is meant for this block
  Span span;
  Span content;
  const Passage* passage = nullptr;  // of text
  Range text;
  std::pmr::vector<BlockId> children;
  RareAttributeList own;         // written in the block itself: HTML attributes, `{#id}`
  RareAttributeList attributes;  // from attribute lists beside it
  std::string_view name, label;  // of a passage, of the document's definitions, or of the program
};

struct LinkDefinition {
  std::string url;
  std::optional<std::string> title;
  AttributeList attributes;
};

struct AbbreviationDefinition {
  std::string title;
  AttributeList attributes;
};

// What spans anywhere in the document may refer to.
struct Definitions {
  std::unordered_map<std::string, LinkDefinition> links;  // by normal_link_id()
  std::unordered_set<std::string> footnotes;              // their labels
  std::unordered_map<std::string, AttributeList> attribute_lists;
  std::map<std::string, AbbreviationDefinition, std::less<>> abbreviations;
};

// What `{::options … /}` may set, with Jekyll's defaults.
struct Options {
  bool auto_ids = true;
  std::string auto_id_prefix;
  bool parse_block_html = false;
  bool parse_span_html = true;
  bool hard_wrap = false;
  std::array<std::string, 4> smart_quotes = {"‘", "’", "“", "”"};

  bool operator==(const Options&) const = default;
};

struct Document {
  // Blocks and passages are many and are freed together, with what they hold.
  std::pmr::monotonic_buffer_resource arena;
  std::pmr::deque<Passage> passages{&arena};  // at stable addresses
  std::pmr::deque<Block> blocks{&arena};      // likewise
  Options options;
  bool sets_options = false;  // an extension changed them
  Definitions definitions;
};

// Link identifiers are compared without case, and runs of white space count as one space.
std::string normal_link_id(std::string_view id);

}  // namespace depeche::markdown::kramdown
