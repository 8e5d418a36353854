#include "ui/source/highlight.h"

#include <algorithm>

namespace depeche::ui {
namespace {

using markdown::Kind;
using markdown::NodeId;
using markdown::Tree;

// The looks of a part, byte by byte, until they are gathered into stretches.
class Canvas {
 public:
  explicit Canvas(Span part) : part_(part), looks_(part.size()) {}

  template <typename Alter>
  void paint(Span span, Alter alter) {
    const Offset begin = std::max(span.begin, part_.begin);
    const Offset end = std::min(span.end, part_.end);
    for (Offset i = begin; i < end; ++i) alter(looks_[i - part_.begin]);
  }

  void paint_ink(Span span, Ink ink) {
    paint(span, [ink](TextLook& look) { look.ink = ink; });
  }

  std::vector<Highlight> stretches() const {
    std::vector<Highlight> result;
    for (Offset i = 0; i < part_.size(); ++i) {
      if (result.empty() || result.back().look != looks_[i]) {
        result.push_back({{part_.begin + i, part_.begin + i}, looks_[i]});
      }
      result.back().span.end = part_.begin + i + 1;
    }
    return result;
  }

 private:
  Span part_;
  std::vector<TextLook> looks_;
};

// Whether what stands at `offset` goes on with a text that begins before it: a line of a block, say.
// Recursion is bounded by the depth of front matter.
bool goes_on_with_text(const frontmatter::Value& value, Offset offset) {
  if (offset <= value.span.begin || offset >= value.span.end) return false;
  const auto goes_on = [offset](const frontmatter::Value& inner) { return goes_on_with_text(inner, offset); };
  if (const frontmatter::Sequence* items = value.sequence()) return std::ranges::any_of(*items, goes_on);
  if (const frontmatter::Mapping* entries = value.mapping())
    return std::ranges::any_of(*entries, goes_on, &frontmatter::Entry::value);
  return true;
}

// Front matter, as far as one line tells: comments, the key up to its colon, the dash of an item.
void paint_yaml(Canvas& canvas, std::string_view line, Offset begin) {
  std::size_t at = line.find_first_not_of(" \t");
  if (at == std::string_view::npos) return;
  const auto here = [begin](std::size_t from, std::size_t to) {
    return Span{begin + static_cast<Offset>(from), begin + static_cast<Offset>(to)};
  };
  if (line[at] == '#') return canvas.paint_ink(here(at, line.size()), Ink::kFaint);
  if (line[at] == '-' && (at + 1 == line.size() || line[at + 1] == ' ')) {
    canvas.paint_ink(here(at, at + 1), Ink::kFaint);
    at += 1;
  }
  const std::size_t colon = line.find(':', at);
  if (colon == std::string_view::npos || line.find_first_of("\"'", at) < colon) return;
  if (colon + 1 < line.size() && line[colon + 1] != ' ') return;
  canvas.paint_ink(here(at, colon + 1), Ink::kQuiet);
}

// What stands around the content of a construct: its marks.
void step_back(Canvas& canvas, const Tree& tree, NodeId node) {
  const Span whole = tree.span(node);
  const Span content = tree.content(node);
  canvas.paint_ink({whole.begin, content.begin}, Ink::kFaint);
  canvas.paint_ink({content.end, whole.end}, Ink::kFaint);
}

void make_chip(Canvas& canvas, Span span) {
  canvas.paint(span, [](TextLook& look) {
    look = {};
    look.chip = true;
    look.small = true;
    look.ink = Ink::kQuiet;
  });
}

void paint_node(Canvas& canvas, const Tree& tree, NodeId node) {
  const Span whole = tree.span(node);
  switch (tree.kind(node)) {
    case Kind::kHeading: {
      const auto level = static_cast<std::uint8_t>(std::clamp(tree.level(node), 1, 6));
      canvas.paint(whole, [level](TextLook& look) {
        look.bold = true;
        look.heading = level;
      });
      return step_back(canvas, tree, node);
    }
    case Kind::kStrong:
      canvas.paint(whole, [](TextLook& look) { look.bold = true; });
      return step_back(canvas, tree, node);
    case Kind::kEmphasis:
      canvas.paint(whole, [](TextLook& look) { look.italic = true; });
      return step_back(canvas, tree, node);
    case Kind::kStrikethrough:
      canvas.paint(tree.content(node), [](TextLook& look) { look.struck = true; });
      return step_back(canvas, tree, node);
    case Kind::kCodeSpan:
    case Kind::kMathSpan:
      canvas.paint(whole, [](TextLook& look) { look.code = true; });
      return step_back(canvas, tree, node);
    case Kind::kCodeBlock:
    case Kind::kMathBlock:
      return canvas.paint(whole, [](TextLook& look) { look.code = true; });
    case Kind::kLink:
      canvas.paint_ink(whole, Ink::kAccent);
      return step_back(canvas, tree, node);
    case Kind::kImage:
      canvas.paint_ink(whole, Ink::kQuiet);
      return step_back(canvas, tree, node);
    case Kind::kListItem:
    case Kind::kFootnoteDefinition:
    case Kind::kDefinitionDescription: {
      const NodeId child = tree.first_child(node);
      const Offset content = child == markdown::kNoNode ? whole.end : tree.span(child).begin;
      return canvas.paint_ink({whole.begin, content}, Ink::kQuiet);
    }
    case Kind::kTable:
    case Kind::kThematicBreak:
    case Kind::kHtmlEndTag:
    case Kind::kHtmlComment:
    case Kind::kHtmlRaw:
    case Kind::kLinkDefinition:
    case Kind::kAbbreviationDefinition:
    case Kind::kTableOfContents:
    case Kind::kExtension:
    case Kind::kLineBreak:
      return canvas.paint_ink(whole, Ink::kFaint);
    case Kind::kTableCell:
      return canvas.paint_ink(tree.content(node), Ink::kInk);
    case Kind::kHtmlBlock:
    case Kind::kHtmlSpan:
      return step_back(canvas, tree, node);
    case Kind::kFootnoteReference:
    case Kind::kTaskMarker:
      return canvas.paint_ink(whole, Ink::kAccent);
    case Kind::kEntity:
      return canvas.paint_ink(whole, Ink::kQuiet);
    case Kind::kAttributeList:
    case Kind::kLiquid:
      return make_chip(canvas, whole);
    case Kind::kDocument:
    case Kind::kParagraph:
    case Kind::kBlockQuote:
    case Kind::kUnorderedList:
    case Kind::kOrderedList:
    case Kind::kDefinitionList:
    case Kind::kDefinitionTerm:
    case Kind::kTableHead:
    case Kind::kTableBody:
    case Kind::kTableFoot:
    case Kind::kTableRow:
    case Kind::kBlankLine:
    case Kind::kText:
    case Kind::kSmartQuote:
    case Kind::kTypographicSymbol:
    case Kind::kAbbreviation:
      return;
  }
}

// The marks of quotes stand before the content of each line; the tree keeps no span for them.
void paint_quote_marks(Canvas& canvas, std::string_view line, Offset begin) {
  for (std::size_t i = 0; i < line.size() && (line[i] == '>' || line[i] == ' '); ++i) {
    const Offset at = begin + static_cast<Offset>(i);
    if (line[i] == '>') canvas.paint_ink({at, at + 1}, Ink::kFaint);
  }
}

void paint_body(Canvas& canvas, const Tree& tree, std::string_view bytes, Span part) {
  std::vector<NodeId> around;  // from the innermost to the root
  for (NodeId node = tree.node_at(part.begin); node != markdown::kNoNode; node = tree.parent(node)) {
    around.push_back(node);
  }
  bool quoted = false;
  for (auto node = around.rbegin(); node != around.rend(); ++node) {
    quoted = quoted || tree.kind(*node) == Kind::kBlockQuote;
    paint_node(canvas, tree, *node);
  }
  for (auto node = around.front() + 1; node < tree.size() && tree.span(node).begin < part.end; ++node) {
    quoted = quoted || tree.kind(node) == Kind::kBlockQuote;
    paint_node(canvas, tree, node);
  }
  if (quoted) paint_quote_marks(canvas, part.of(bytes), part.begin);
}

}  // namespace

std::vector<Highlight> highlight(const Release& release, Span part) {
  Canvas canvas(part);
  const std::string_view bytes = release.text.bytes();
  const frontmatter::FrontMatter& front = release.front_matter;
  if (front.present && part.begin < front.span.end) {
    if (front.yaml.contains(part.begin)) {
      if (!goes_on_with_text(front.root, part.begin)) paint_yaml(canvas, part.of(bytes), part.begin);
    } else {
      canvas.paint_ink(part, Ink::kFaint);  // a fence
    }
  } else {
    paint_body(canvas, release.tree, bytes, part);
  }
  return canvas.stretches();
}

}  // namespace depeche::ui
