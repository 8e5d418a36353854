// Makes md4c's events and the source they came from into a tree in which every node knows where it is.
//
// How places are found: a cursor runs over the source. Texts say where they are, and move it. Everything else is
// read from the source at the cursor, which is at the construct's marks, since all before them has been taken:
//
// - A block begins at the first character that is neither white space nor the mark of a block quote around it;
//   link definitions before it, of which md4c says nothing, become nodes on the way.
// - A quote's or an item's mark is read there; a leaf block ends with its last line, a fenced one with its
//   closing fence, a heading with its closing marks or its underline, a container with its last block. No line
//   ending after a block belongs to it.
// - A span's marks stand right before its first and after its last content; a link ends with its target or
//   label.
//
// Should a guess be wrong, TreeBuilder still makes spans nest.
//
// tree_maker.cc has the loop over the events and finds places; tree_blocks.cc, tree_spans.cc and
// tree_text.cc make the nodes.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "markdown/commonmark/events.h"
#include "markdown/commonmark/source_scanner.h"
#include "markdown/tree.h"
#include "markdown/tree_builder.h"
#include "text/text.h"

namespace depeche::markdown::commonmark {

// Containers and spans nested deeper get no node; their content goes to the deepest one.
inline constexpr std::size_t kDeepestNode = 200;

struct MadeTree {
  Tree tree;
  // The delimiter rows of what is no table in GFM, since the row before has another number of cells: where they
  // begin, counted from the body's begin. md4c takes these for tables.
  std::vector<Offset> false_tables;
};

class TreeMaker {
 public:
  // `events` are of the part `body` of `text`; all outlive it.
  TreeMaker(const Text& text, Span body, const Events& events);

  // To be called once.
  MadeTree make();

 private:
  // An open block or span.
  struct OpenNode {
    Kind kind;
    NodeId node = kNoNode;  // none when it is too deep or in an image
    std::uint32_t details = kNoDetails;
    bool is_implicit = false;     // the paragraph of a tight list item, which md4c does not report
    bool is_atx = false;          // a heading marked by '#'
    Offset content_begin = 0;     // after the opening mark
    Offset mark_size = 0;         // of a fence, a code span's or a strikethrough's mark
    unsigned content_column = 0;  // of a list item
  };

  // Text that is being collected: a part of the source as long as it reads the same, else a copy.
  struct PendingText {
    Kind kind = Kind::kText;
    Span span;
    bool is_source = true;
    std::string copy = {};
  };

  // -- tree_maker.cc
  void take(const Event& event);
  const EventDetails& details_of(std::uint32_t index) const;
  Offset next_text();
  bool is_deep_kind(Kind kind) const;
  OpenNode& push(Kind kind, Offset begin, std::uint32_t details);
  void pop(Offset end);
  Offset next_content() const;
  std::optional<Offset> content_inside(Offset line_start) const;
  std::optional<LinkDefinition> definition_at(Offset offset);
  void add_definition(Offset begin, const LinkDefinition& definition);
  void seek_block();
  void take_rest_of_container(Kind kind);
  // So deep that lines are no longer looked at once for each container, which would take quadratic time.
  bool is_too_deep() const { return open_.size() > kDeepestNode; }

  // -- tree_blocks.cc
  void open_block(const Event& event);
  void open_list(const Event& event);
  void open_list_item(const Event& event);
  unsigned content_column() const;
  void open_heading(const Event& event);
  void open_code_block(const Event& event);
  void open_table_cell(const Event& event);
  void close_block();
  void check_head(const OpenNode& head);
  void close_heading(const OpenNode& heading);
  void close_code_block(const OpenNode& block);
  std::optional<Offset> closing_fence(const OpenNode& block) const;
  void open_implicit_paragraph();
  void close_implicit_paragraph();

  // -- tree_spans.cc
  bool in_image() const { return images_ > 0; }
  void leave_line_start();
  void open_span(const Event& event);
  Offset opening_mark_size(Kind kind, const EventDetails& details) const;
  void close_span();
  void close_code_span(const OpenNode& span);
  void unescape_pipes(PendingText& text) const;
  void close_link(const OpenNode& span);
  LinkTarget link_tail(const EventDetails& details) const;

  // -- tree_text.cc
  Kind text_kind() const;
  void take_text(const Event& event);
  void add_missing_newline(Offset next);
  void trim_end_of_text(Kind block);
  void take_entity(const Event& event);
  void take_newline(Kind kind);
  void append_source(Kind kind, Span span, Offset begin);
  void append_copy(Kind kind, Span span, std::string_view text);
  void set_text(NodeId node, const PendingText& text);
  void flush_text();

  std::string_view source_;
  Offset body_begin_;
  SourceScanner scanner_;
  TreeBuilder builder_;
  const Events& events_;
  std::size_t index_ = 0;
  std::size_t next_text_index_ = 0;
  Offset cursor_;
  Offset no_definition_at_ = 0xFFFFFFFF;
  std::vector<OpenNode> open_;
  std::optional<PendingText> pending_;
  std::vector<Offset> false_tables_;
  bool in_cell_ = false;
  unsigned quotes_ = 0;  // block quotes that are open
  unsigned images_ = 0;  // images that are open, one in another's label
  bool at_line_start_ = false;
  std::string alternative_text_;
};

}  // namespace depeche::markdown::commonmark
