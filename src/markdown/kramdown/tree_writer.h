// The second pass: writes the blocks of a document into the tree, with the spans of each block's text.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "markdown/kramdown/block.h"
#include "markdown/kramdown/expansions.h"
#include "markdown/kramdown/heading_ids.h"
#include "markdown/kramdown/section.h"
#include "markdown/kramdown/span_parser.h"
#include "markdown/tree_builder.h"

namespace depeche::markdown::kramdown {

class TreeWriter {
 public:
  // `definitions` are those of the whole document, of which `document` may be a part. Headings that get an
  // identifier are added to `headings`. All must outlive the writer.
  TreeWriter(const Document& document, const Definitions& definitions, Expansions& expansions,
             TreeBuilder& builder, std::vector<NamedHeading>& headings);

  // Writes the blocks of a section, and sets its first_node and is_singular.
  void write(Section& section, std::span<const BlockId> children);

  // Whether an extension among the spans set options.
  bool sets_options() const { return spans_.sets_options(); }

 private:
  void write(const Block& block);
  void write_children(const Block& block);
  void write_options(const Block& block);
  void write_term_ids(const Block& list);
  void write_attributes(const Block& block, NodeId node);
  void write_properties(const Block& block, NodeId node);
  void write_text(const Block& block, NodeId node);
  void write_spans(const Block& block, NodeId node);

  const Document& document_;
  const Definitions& definitions_;
  Expansions& expansions_;
  TreeBuilder& builder_;
  std::vector<NamedHeading>& headings_;
  SpanParser spans_;
  HeadingIds ids_;
  bool has_contents_ = false;
  bool mentions_contents_ = false;                      // a list of the section that is written asks for them
  std::vector<std::pair<NodeId, const Block*>> terms_;  // of the definition list that is written
};

}  // namespace depeche::markdown::kramdown
