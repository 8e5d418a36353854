// How html_kramdown() writes a tree: what kramdown 2.4 writes, down to line breaks and indentation.
//
// Each part has its own file: html_kramdown.cc has the switch over the kinds, and the spans; kramdown_blocks.cc,
// kramdown_footnotes.cc and kramdown_contents.cc have the rest.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "markdown/tree.h"
#include "writers/html_blocks.h"

namespace depeche::writers {

class KramdownConverter {
 public:
  // The tree must outlive it.
  explicit KramdownConverter(const markdown::Tree& tree) : tree_(tree) {}

  // To be called once.
  HtmlBlocks convert();

 private:
  using Attribute = markdown::Attribute;
  using NodeId = markdown::NodeId;
  static constexpr std::size_t kNowhere = std::string::npos;
  static constexpr std::string_view kNoBreakSpace = "\u00A0";

  struct Definition {
    NodeId node = markdown::kNoNode;
    std::size_t footnote = kNowhere;  // in footnotes_, once referred to
  };
  struct Footnote {
    std::string_view label;
    NodeId definition;
    int references;  // beside the first
  };

  // -- Pieces
  template <typename... Pieces>
  void put(const Pieces&... pieces) {
    (html_.append(std::string_view(pieces)), ...);
  }
  void indent(int columns) { html_.append(static_cast<std::size_t>(columns), ' '); }
  static std::string_view value_of(const Attribute& attribute) {
    return attribute.value ? std::string_view(*attribute.value) : "";
  }
  void write_attribute(std::string_view name, std::string_view value);
  void write_attributes(std::span<const Attribute> attributes);
  void write_attributes(NodeId node) { write_attributes(tree_.attributes(node)); }
  void open_tag(std::string_view name, NodeId node);
  void close_tag(std::string_view name) { put("</", name, ">"); }

  // -- html_kramdown.cc
  // `columns`: how far lines are indented.
  void read_options(NodeId node);
  void add_footnotes(HtmlBlocks& written) const;
  void write(NodeId node, int columns);
  void write_children(NodeId node, int columns);
  bool is_invisible(NodeId node) const;
  void write_span(std::string_view name, NodeId node, int columns);
  bool is_in_raw_html(NodeId node) const;
  void write_html_span(NodeId node, int columns);
  void write_task_box(NodeId node);
  void write_math(NodeId node, std::string_view element, std::string_view begin, std::string_view end);

  // -- kramdown_blocks.cc
  void write_block(std::string_view name, NodeId node, int columns);
  void write_indented_block(std::string_view name, NodeId node, int columns);
  NodeId first_visible_child(NodeId node) const;
  void write_paragraph(NodeId node, int columns);
  void write_figure(NodeId image, int columns);
  void write_item(std::string_view name, NodeId node, int columns);
  void write_list(std::string_view name, NodeId node, int columns);
  void write_code_block(NodeId node, int columns);
  void write_visible_spaces(std::string_view code);
  void write_table_cell(NodeId node, int columns);
  void write_html_block(NodeId node, int columns);
  void write_verbatim(NodeId node, int columns);
  bool is_among_blocks(NodeId node) const;
  void write_extension(NodeId node, int columns);

  // -- kramdown_footnotes.cc
  void write_footnote_reference(NodeId node);
  void write_footnotes(int columns);
  void write_footnote_content(std::size_t index, int columns);
  void write_back_links(const Footnote& footnote);

  // -- kramdown_contents.cc
  void write_contents(NodeId node, int columns);

  const markdown::Tree& tree_;
  std::string html_;
  std::vector<HtmlBlocks::Block> blocks_;
  std::unordered_map<std::string_view, Definition> definitions_;
  std::vector<Footnote> footnotes_;         // in the order of their first reference
  std::size_t footnotes_place_ = kNowhere;  // where a list with `{:footnotes}` asked for them
  int footnotes_columns_ = 0;
  int first_footnote_ = 1;
  bool is_in_contents_ = false;  // a heading's text is written again for the table of contents
};

}  // namespace depeche::writers
