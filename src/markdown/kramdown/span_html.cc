// HTML in a line of text: elements whose content is Markdown again, comments. An element that nothing closes
// ends with the text.
#include <utility>

#include "html/elements.h"
#include "markdown/kramdown/characters.h"
#include "markdown/kramdown/entities.h"
#include "markdown/kramdown/html_elements.h"
#include "markdown/kramdown/span_parser.h"

namespace depeche::markdown::kramdown {
namespace {

// Runs of line ends are one space.
std::string on_one_line(std::string_view value) {
  std::string out;
  for (std::size_t at = 0; at < value.size(); ++at) {
    if (value[at] != '\n') {
      out += value[at];
    } else if (at == 0 || value[at - 1] != '\n') {
      out += ' ';
    }
  }
  return out;
}

}  // namespace

bool SpanParser::read_html() {
  const PassageOffset begin = run_.at;
  if (starts_with("<!--")) {
    const std::size_t close = run_.lines.find("-->", begin + 4);
    if (close >= run_.end) return false;
    const PassageOffset end = PassageOffset(close) + 3;
    const NodeId node = add(Kind::kHtmlComment, begin, end);
    builder_.set_text(node, run_.passage->text({begin, end}));
    return true;
  }
  if (const auto end_tag = scan_end_tag(run_.text, begin)) {
    take_text(end_tag->end);
    return true;
  }
  const auto tag = scan_start_tag(run_.text, begin);
  if (!tag) return false;
  if (is_block_element(tag->name) || run_.depth >= kMaximumSpanDepth) {
    take_text(tag->end);
    return true;
  }
  read_element(*tag, begin);
  return true;
}

void SpanParser::read_element(const StartTag& tag, PassageOffset begin) {
  const NodeId node = open(Kind::kHtmlSpan, begin);
  builder_.set_name(node, tag.name);
  const bool has_body = !tag.is_closed && !html::is_any(tag.name, html::kVoid);
  bool is_raw =
      is_in(kInRawHtml) || content_model(tag.name) == ContentModel::kRaw || !options_.parse_span_html;
  for (const TagAttribute& attribute : tag.attributes) {
    if (attribute.name == "markdown") {
      if (attribute.value == "0") is_raw = true;
      if (attribute.value == "1") is_raw = content_model(tag.name) == ContentModel::kRaw;
      if (attribute.value == "span" || attribute.value == "block") is_raw = false;
      continue;
    }
    builder_.set_attribute(node, attribute.name, resolve_references(on_one_line(attribute.value)),
                           source(attribute.range.begin, attribute.range.end));
  }
  builder_.set_content_model(node, is_raw ? ContentModel::kRaw : ContentModel::kSpan);
  builder_.set_self_closed(node, tag.is_closed);
  go_on(tag.end);
  if (!has_body) {
    close(node, tag.end);
    return;
  }
  const std::uint32_t outer_context = run_.context;
  const Kind outer_kind = run_.kind;
  run_.context = is_raw ? run_.context | kInRawHtml : run_.context & ~std::uint32_t{kInRawHtml};
  run_.kind = Kind::kHtmlSpan;
  Element element;
  element.stop = Stop::kEndTag;
  element.mark = tag.name;
  element.begin = tag.end;
  const bool outer_reads_abbreviations =
      std::exchange(run_.reads_abbreviations, run_.reads_abbreviations && !is_raw);
  ++run_.depth;
  enter_html();
  const bool is_closed = read_until(element);
  leave_html();
  --run_.depth;
  run_.context = outer_context;
  run_.kind = outer_kind;
  const PassageOffset content_end = run_.at;
  flush_text(content_end);
  run_.reads_abbreviations = outer_reads_abbreviations;
  builder_.set_content(node, source(tag.end, content_end));
  close(node, is_closed ? scan_end_tag(run_.text, content_end)->end : content_end);
}

}  // namespace depeche::markdown::kramdown
