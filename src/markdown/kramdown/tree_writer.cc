#include "markdown/kramdown/tree_writer.h"

#include <algorithm>
#include <utility>

#include "markdown/kramdown/apply_attributes.h"
#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/entities.h"
#include "markdown/kramdown/extension_tag.h"

namespace depeche::markdown::kramdown {

TreeWriter::TreeWriter(const Document& document, const Definitions& definitions, Expansions& expansions,
                       TreeBuilder& builder, std::vector<NamedHeading>& headings)
    : document_(document),
      definitions_(definitions),
      expansions_(expansions),
      builder_(builder),
      headings_(headings),
      spans_(definitions, document.options, expansions, builder) {}

void TreeWriter::write(Section& section, std::span<const BlockId> children) {
  mentions_contents_ = false;
  section.first_node = builder_.next_id();
  for (const BlockId child : children) write(document_.blocks[child]);
  section.is_singular = section.is_singular || mentions_contents_;
}

void TreeWriter::write_children(const Block& block) {
  for (const BlockId child : block.children) write(document_.blocks[child]);
}

void TreeWriter::write(const Block& block) {
  if (block.kind == Kind::kText) {
    return block.text_use == TextUse::kHtml ? spans_.parse_html_text(*block.passage, block.text)
                                            : spans_.parse(*block.passage, block.text);
  }
  if (block.kind == Kind::kDefinitionList) terms_.clear();
  const bool is_list = block.kind == Kind::kOrderedList || block.kind == Kind::kUnorderedList;
  const bool asks_for_contents = is_list && block.attributes.get().refers_to("toc");
  const bool is_contents = asks_for_contents && !has_contents_;
  mentions_contents_ = mentions_contents_ || asks_for_contents;
  const NodeId node = builder_.open(is_contents ? Kind::kTableOfContents : block.kind, block.span.begin);
  builder_.set_content(node, block.content);
  if (block.kind == Kind::kDefinitionTerm) terms_.emplace_back(node, &block);
  if (block.kind != Kind::kAttributeList) write_attributes(block, node);
  write_properties(block, node);
  if (is_contents) {
    has_contents_ = true;
    builder_.set_name(node, block.kind == Kind::kOrderedList ? "ol" : "ul");
    write_options(block);
  } else {
    if (block.kind == Kind::kHtmlBlock) spans_.enter_html();
    write_children(block);
    write_text(block, node);
    if (block.kind == Kind::kHtmlBlock) spans_.leave_html();
    if (block.kind == Kind::kDefinitionList) write_term_ids(block);
  }
  builder_.close(block.span.end);
}

// A table of contents shows nothing of the list that asks for it, but what options are set in there count.
void TreeWriter::write_options(const Block& block) {
  if (block.kind == Kind::kExtension && block.name == name(Extension::kOptions)) return write(block);
  for (const BlockId child : block.children) write_options(document_.blocks[child]);
  if (block.text_use != TextUse::kSpans) return;
  for (const OptionsTag& options : spans_.read_options(*block.passage, block.text)) {
    const NodeId node = builder_.add(Kind::kExtension, options.span);
    builder_.set_name(node, name(Extension::kOptions));
    builder_.set_self_closed(node, true);
    for (const Attribute& attribute : options.attributes.attributes) builder_.add_attribute(node, attribute);
  }
}

// `{:auto_ids}` or `{:auto_ids-prefix}` of a definition list: an identifier for each term.
void TreeWriter::write_term_ids(const Block& list) {
  const auto& references = list.attributes.get().references;
  const auto wanted = std::find_if(references.begin(), references.end(), [](const std::string& name) {
    return name == "auto_ids" || name.starts_with("auto_ids-");
  });
  if (wanted == references.end()) return;
  const std::string prefix = wanted->size() > 9 ? wanted->substr(9) : "";
  for (const auto& [node, block] : terms_) {
    if (!builder_.has_attribute(node, "id")) {
      builder_.set_attribute(node, "id", prefix + simple_id(block->passage->text(block->text)), {});
    }
  }
}

void TreeWriter::write_attributes(const Block& block, NodeId node) {
  for (const Attribute& attribute : block.own.get().attributes) {
    builder_.set_attribute(node, attribute.name, resolve_references(attribute.value.value_or("")),
                           attribute.span);
  }
  if (block.name == "task-list" || block.name == "task-list-item") builder_.add_class(node, block.name, {});
  apply_attributes(definitions_, block.attributes.get(), expansions_, builder_, node);
}

void TreeWriter::write_properties(const Block& block, NodeId node) {
  if (!block.label.empty()) builder_.set_label(node, block.label);
  switch (block.kind) {
    case Kind::kHeading:
      builder_.set_level(node, block.detail);
      break;
    case Kind::kTableCell:
      builder_.set_alignment(node, static_cast<Alignment>(block.detail));
      break;
    case Kind::kParagraph:
      builder_.set_tight(node, block.is_tight);
      break;
    case Kind::kOrderedList:
    case Kind::kUnorderedList:
      if (block.attributes.get().refers_to("footnotes")) builder_.set_label(node, "footnotes");
      break;
    case Kind::kExtension:
      builder_.set_name(node, block.name);
      builder_.set_self_closed(node, block.is_self_closed);
      break;
    case Kind::kCodeBlock:
      if (!block.name.empty()) builder_.set_name(node, block.name);
      break;
    case Kind::kHtmlBlock:
      builder_.set_name(node, block.name);
      builder_.set_content_model(node, static_cast<ContentModel>(block.detail));
      builder_.set_self_closed(node, block.is_self_closed);
      builder_.set_end_tag_apart(node, block.end_tag_is_apart);
      break;
    case Kind::kHtmlEndTag:
      builder_.set_name(node, block.name);
      break;
    default:
      break;
  }
}

void TreeWriter::write_text(const Block& block, NodeId node) {
  switch (block.text_use) {
    case TextUse::kNone:
      return;
    case TextUse::kSpans:
      return write_spans(block, node);
    case TextUse::kHtml:
      return spans_.parse_html_text(*block.passage, block.text);
    case TextUse::kLiteral:
      if (block.kind == Kind::kHtmlBlock) {
        spans_.add_literal(*block.passage, block.text);
      } else {
        builder_.set_text(node, block.passage->text(block.text));
      }
      return;
  }
}

void TreeWriter::write_spans(const Block& block, NodeId node) {
  Range text = block.text;
  NodeId marker = kNoNode;
  if (block.name == "task" && block.kind == Kind::kParagraph) {
    marker = builder_.add(Kind::kTaskMarker, block.passage->source({text.begin, text.begin + 3}));
    builder_.set_checked(marker, block.passage->text()[text.begin + 1] != ' ');
    text.begin += 3;
    while (!text.empty() && is_space(block.passage->text()[text.begin])) ++text.begin;
  }
  if (block.kind != Kind::kHeading) return spans_.parse(*block.passage, text, nullptr, marker);

  std::string plain;
  plain.reserve(text.size());
  spans_.parse(*block.passage, text, &plain);
  if (!spans_.options().auto_ids || builder_.has_attribute(node, "id")) return;
  const bool in_html = spans_.is_in_html();
  headings_.push_back({node, in_html ? heading_id_in_html(plain) : heading_id(plain), in_html});
  // Even if empty: a table of contents names the heading then, too.
  builder_.set_attribute(node, "id",
                         spans_.options().auto_id_prefix + ids_.give(headings_.back().id, in_html), {});
}

}  // namespace depeche::markdown::kramdown
