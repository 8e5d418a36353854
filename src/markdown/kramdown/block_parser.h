// The blocks of kramdown with GFM input, a file for each kind: block_parser.cc has paragraphs,
// headings, code, quotes, rules and math; list.cc lists; definition_list.cc, table.cc and html_block.cc
// what their names say; definitions.cc what other text refers to, or what acts on it (attribute lists,
// links, footnotes, abbreviations, extensions).
//
// Kinds of blocks are tried in kramdown's order; a try that fails leaves no trace. The inside of a quote or a
// list item becomes a Passage of its own and is parsed in turn, down to kMaximumDepth; deeper it is text.
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/kramdown/block.h"
#include "markdown/kramdown/extension_tag.h"
#include "markdown/kramdown/fence_index.h"
#include "markdown/kramdown/html_tag.h"
#include "markdown/kramdown/lines.h"
#include "markdown/kramdown/section.h"

namespace depeche::markdown::kramdown {

inline constexpr int kMaximumDepth = 64;
inline constexpr std::string_view kEndOfBlock = "end-of-block";  // the name of `^` as an extension

struct TableCell;  // table.cc
struct TableGrid;

class BlockParser {
 public:
  // Reads `passage` into the children of `parent`, section by section: read_section() reads the next one, until
  // at_end(). It sets all of the Section but first_node. All that is passed must outlive the parser.
  BlockParser(Document& document, BlockId parent, const Passage& passage);
  bool at_end() const { return cursor_.at >= cursor_.end; }
  PassageOffset position() const { return cursor_.at; }
  Section read_section();

 private:
  // Where reading is: a passage, a position in it, and the block that takes what is found.
  struct Cursor {
    const Passage* passage = nullptr;
    Lines lines;
    PassageOffset at;
    PassageOffset end;
    BlockId parent = 0;
    AttributeList pending;  // an attribute list that waits for the block behind it
    bool has_pending = false;
    std::optional<FenceIndex> fences;  // once one is met
    // For each extension, from where on it has no end tag; 0 if not known.
    std::array<PassageOffset, kExtensions> unclosed_extensions{};
    // What last_child() found: among how many children, and how many of them there are up to that one.
    struct LastChild {
      std::size_t children = 0, last = 0;
    };
    mutable LastChild last_child;
  };

  // -- The loop
  bool begins_section() const;
  Offset source_reach() const;
  void settle_definitions(Section& section);
  void read_blocks();
  void read_block();
  bool after_boundary() const;
  bool before_boundary() const;

  // -- The tree
  Block& block(BlockId id) { return document_.blocks[id]; }
  const Block& block(BlockId id) const { return document_.blocks[id]; }
  Block& parent() { return block(cursor_.parent); }
  const Block* last_child() const;
  Block* last_child();
  bool is_paragraph(BlockId id) const { return block(id).kind == Kind::kParagraph; }
  // An attribute list, the end of a list, or a comment `{::comment /}`: kramdown's tree holds no node for it.
  bool is_mark(BlockId id) const {
    const Block& mark = block(id);
    return (mark.kind == Kind::kAttributeList && mark.label.empty()) ||
           (mark.kind == Kind::kExtension && mark.name == kEndOfBlock && !mark.is_boundary) ||
           (mark.kind == Kind::kExtension && mark.name == "comment" && mark.is_self_closed);
  }
  std::optional<BlockId> first_visible_child(BlockId id) const;
  // A new child of the parent that takes the pending attribute list.
  BlockId add_block(Kind kind, Range range);
  // A block that belongs to no parent yet.
  BlockId make_block(Kind kind, Range range);
  void append(BlockId parent, BlockId child) { block(parent).children.push_back(child); }
  void set_text(BlockId id, const Passage& passage, Range text, TextUse use);
  Passage& new_passage() { return document_.passages.emplace_back(); }
  // Parses `passage` into `parent` with a cursor of its own. `breaks`, in order, cut it into parts that are
  // parsed one by one.
  void parse_nested(BlockId parent, const Passage& passage, const std::vector<PassageOffset>& breaks = {});

  // -- block_parser.cc
  bool read_blank_lines();
  bool read_code();
  bool read_fence();
  bool read_quote();
  bool read_atx_heading();
  bool read_setext_heading();
  bool read_thematic_break();
  bool read_math();
  bool read_end_of_block();
  void read_paragraph();
  void add_heading(int level, Range text, Range whole);
  PassageOffset code_end(PassageOffset line) const;
  void append_code(Passage& code, Range range) const;
  bool ends_paragraph(PassageOffset line) const;

  // -- list.cc
  bool read_list();
  class ItemReader;  // item_reader.h
  // The position behind an attribute list at the beginning of an item's text and the white space that follows;
  // `text` if there is no list.
  PassageOffset item_attributes_end(PassageOffset text, PassageOffset line_end) const;
  // Takes an attribute list at the beginning of an item's text; returns where the text goes on.
  PassageOffset read_item_attributes(BlockId item, PassageOffset text, PassageOffset line_end);
  void settle_item(BlockId list, BlockId item, bool is_last, bool end_of_block_found);
  void take_trailing_blank(BlockId id, std::optional<BlockId>& blank);
  void make_tight(BlockId paragraph, bool is_followed);
  void mark_tasks(BlockId list);

  // -- definition_list.cc
  bool read_definition_list();
  bool find_terms(BlockId& paragraph, std::optional<BlockId>& blank) const;
  BlockId begin_definition_list(BlockId paragraph, std::optional<BlockId> blank);
  void add_terms(BlockId list, const Block& paragraph);
  void join_definition_list(BlockId list);

  // -- table.cc
  bool read_table();
  void add_table(const TableGrid& grid, Range span);
  void add_table_cell(BlockId row, const TableCell& cell);

  // -- html_block.cc
  bool read_html();
  class RawContent;
  void read_element(const StartTag& tag, PassageOffset begin);
  BlockId add_element(const StartTag& tag, PassageOffset begin);
  ContentModel model_of(BlockId element) const;
  void read_raw_content(BlockId element);
  void read_markdown_content(BlockId element);
  PassageOffset read_block_content(BlockId element);
  PassageOffset read_span_content(BlockId element);
  void skip_line_rest(PassageOffset position);
  void read_code_element(BlockId element, std::string_view name);

  // -- definitions.cc
  bool read_attribute_line();
  bool read_extension();
  PassageOffset extension_block_end(const ExtensionTag& tag, PassageOffset body);
  bool read_footnote_definition();
  bool read_link_definition();
  bool read_abbreviation_definition();

  // A definition whose attributes are known only at the section's end: they are those of `block`.
  struct Definition {
    BlockId block;
    AttributeList* attributes;
  };
  // Notes in Section::definitions that something of this kind is defined. `parts` tell it from any other.
  void note_definition(char kind, std::initializer_list<std::string_view> parts);

  Document& document_;
  Cursor cursor_;
  std::string section_definitions_;   // Section::definitions
  bool section_is_singular_ = false;  // Section::is_singular
  std::vector<Definition> unsettled_;
  int depth_ = 0;
  bool element_closed_ = false;  // the end tag of the element that is read was found
};

}  // namespace depeche::markdown::kramdown
