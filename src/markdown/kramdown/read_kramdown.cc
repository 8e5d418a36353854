// The two passes: blocks into a Document, then the document into the tree, with the spans of each block's
// text.
#include "markdown/kramdown/read_kramdown.h"

#include <utility>
#include <vector>

#include "markdown/kramdown/block.h"
#include "markdown/kramdown/block_parser.h"
#include "markdown/kramdown/reread_sections.h"
#include "markdown/kramdown/section.h"
#include "markdown/kramdown/tree_writer.h"
#include "markdown/tree_builder.h"

namespace depeche::markdown {

Reading read_kramdown(const Text& text, Span body) {
  kramdown::Document document;
  kramdown::Passage& passage = document.passages.emplace_back();
  passage.read(text.bytes(), body);
  document.blocks.emplace_back();
  const auto& children = document.blocks[0].children;

  auto sections = std::make_shared<kramdown::Sections>();
  std::vector<std::size_t> ends;  // of each section's children
  for (kramdown::BlockParser blocks(document, 0, passage); !blocks.at_end();) {
    sections->list.push_back(blocks.read_section());
    ends.push_back(children.size());
  }
  sections->list.front().begin = body.begin;  // where a CR may stand, of which the passage knows the LF alone
  sections->definitions = std::move(document.definitions);
  sections->is_plain = passage.is_plain();

  TreeBuilder builder(text, body);
  kramdown::Expansions expansions(body.size());
  kramdown::TreeWriter writer(document, sections->definitions, expansions, builder, sections->headings);
  std::size_t begin = 0;
  for (std::size_t i = 0; i < ends.size(); ++i) {
    writer.write(sections->list[i], std::span(children).subspan(begin, ends[i] - begin));
    begin = ends[i];
  }
  sections->expanded = expansions.used();
  sections->expands_all = !expansions.refused();
  sections->sets_options = document.sets_options || writer.sets_options();
  return {std::move(builder).finish(), std::move(sections)};
}

Reading reread_kramdown(Reading before, const Change& change, const Text& text, Span body) {
  auto result = kramdown::reread_sections(std::move(before), change, text, body);
  return result ? std::move(*result) : read_kramdown(text, body);
}

}  // namespace depeche::markdown
