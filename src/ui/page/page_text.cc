#include "ui/page/page_text.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"

namespace depeche::ui {
namespace {

using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;
using markdown::Tree;

bool is_white(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Collects the text; one node after another, without recursion.
class Collector {
 public:
  Collector(const Tree& tree, const FootnoteNumbers& footnotes) : tree_(tree), footnotes_(footnotes) {}

  PageText collect(NodeId block) {
    const NodeId end = tree_.subtree_end(block);
    const bool is_leaf = end == block + 1;  // text of its own, or nothing
    for (NodeId node = is_leaf ? block : block + 1; node < end;) {
      while (!open_.empty() && node >= open_.back().end) open_.pop_back();
      if (result_.text.size() > kLongestPageText) {
        add_text("…", tree_.span(node), current());
        break;
      }
      node = visit(node);
    }
    while (!result_.text.empty() && result_.text.back() == ' ') drop_last_byte();
    return std::move(result_);
  }

 private:
  struct Open {
    NodeId end;
    TextLook look;
    NodeId link;
    NodeId image = kNoNode;
  };

  Open current() const { return open_.empty() ? Open{0, {}, kNoNode} : open_.back(); }

  // Adds what the node says and returns the node to visit next.
  NodeId visit(NodeId node) {
    Open inner = current();
    inner.end = tree_.subtree_end(node);
    const Span source = tree_.span(node);
    switch (tree_.kind(node)) {
      case Kind::kText:
      case Kind::kEntity:
      case Kind::kSmartQuote:
      case Kind::kTypographicSymbol:
        add_text(tree_.text(node), source, inner);
        return inner.end;
      case Kind::kAbbreviation:
        inner.look.dotted = true;
        inner.link = inner.link == kNoNode ? node : inner.link;
        add_text(tree_.text(node), source, inner);
        return inner.end;
      case Kind::kEmphasis:
        inner.look.italic = true;
        break;
      case Kind::kStrong:
        inner.look.bold = true;
        break;
      case Kind::kStrikethrough:
        inner.look.struck = true;
        break;
      case Kind::kCodeSpan:
      case Kind::kMathSpan:
        inner.look.code = true;
        add_text(tree_.text(node), source, inner);
        return inner.end;
      case Kind::kLink:
        make_link(inner, node);
        break;
      case Kind::kImage:
        add_image(node, inner);
        return inner.end;
      case Kind::kLineBreak:
        add_line_break(source);
        return inner.end;
      case Kind::kFootnoteReference:
        add_footnote_reference(node, inner);
        return inner.end;
      case Kind::kHtmlSpan:
      case Kind::kHtmlBlock:
        if (!enter_element(node, inner)) return inner.end;
        break;
      case Kind::kHtmlRaw:
        add_raw(node, inner);
        return inner.end;
      case Kind::kLiquid:
        inner.look.chip = true;
        inner.look.small = true;
        inner.look.ink = Ink::kQuiet;
        add_text(tree_.text(node), source, inner);
        return inner.end;
      case Kind::kHtmlEndTag:
      case Kind::kHtmlComment:
      case Kind::kAttributeList:
      case Kind::kExtension:
      case Kind::kTaskMarker:
      case Kind::kBlankLine:
      case Kind::kLinkDefinition:
      case Kind::kAbbreviationDefinition:
      case Kind::kFootnoteDefinition:
        return inner.end;
      case Kind::kDocument:
      case Kind::kParagraph:
      case Kind::kHeading:
      case Kind::kBlockQuote:
      case Kind::kUnorderedList:
      case Kind::kOrderedList:
      case Kind::kListItem:
      case Kind::kDefinitionList:
      case Kind::kDefinitionTerm:
      case Kind::kDefinitionDescription:
      case Kind::kTable:
      case Kind::kTableHead:
      case Kind::kTableBody:
      case Kind::kTableFoot:
      case Kind::kTableRow:
      case Kind::kTableCell:
      case Kind::kTableOfContents:
      case Kind::kThematicBreak:
        add_text(" ", {source.begin, source.begin}, inner);
        break;
      case Kind::kCodeBlock:
      case Kind::kMathBlock:
        add_text(tree_.text(node), source, inner);
        return inner.end;
    }
    open_.push_back(inner);
    return node + 1;
  }

  void make_link(Open& inner, NodeId node) {
    inner.link = node;
    inner.look.underlined = true;
    inner.look.ink = Ink::kAccent;
  }

  // False when nothing of the element shows.
  bool enter_element(NodeId node, Open& inner) {
    const std::string_view name = tree_.name(node);
    TextLook& look = inner.look;
    if (is_one_of(name, {"script", "style", "template", "head", "title", "noscript"})) return false;
    if (name == "br") add_line_break(tree_.span(node));
    if (name == "img") add_image(node, inner);
    if (name == "a" && tree_.attribute(node, "href")) make_link(inner, node);
    if (is_one_of(name, {"b", "strong", "th"})) look.bold = true;
    if (is_one_of(name, {"i", "em", "cite", "var", "dfn"})) look.italic = true;
    if (is_one_of(name, {"u", "ins"})) look.underlined = true;
    if (is_one_of(name, {"s", "del", "strike"})) look.struck = true;
    if (is_one_of(name, {"code", "kbd", "samp", "tt"})) look.code = true;
    if (is_one_of(name, {"small", "sub", "sup"})) look.small = true;
    if (name == "mark") look.marked = true;
    if (name == "abbr" && tree_.attribute(node, "title")) {
      look.dotted = true;
      if (inner.link == kNoNode) inner.link = node;
    }
    if (name == "sup") look.script = 1;
    if (name == "sub") look.script = -1;
    return true;
  }

  void add_image(NodeId node, Open inner) {
    inner.look.chip = true;
    inner.look.small = true;
    inner.look.ink = Ink::kQuiet;
    inner.image = node;
    std::string_view words = tree_.attribute(node, "alt").value_or("");
    if (words.empty()) words = tree_.attribute(node, "src").value_or("");
    add_text(words, tree_.span(node), inner);
  }

  void add_footnote_reference(NodeId node, Open inner) {
    const auto number = footnotes_.find(tree_.label(node));
    if (number == footnotes_.end()) return;
    make_link(inner, node);
    inner.look.underlined = false;
    inner.look.small = true;
    inner.look.script = 1;
    add_text(std::to_string(number->second), tree_.span(node), inner);
  }

  // Markup that passes through: tags show nothing, a line break breaks, text inside raw elements shows.
  void add_raw(NodeId node, const Open& inner) {
    const std::string_view raw = tree_.text(node);
    if (!raw.starts_with('<')) return add_text(raw, tree_.span(node), inner);
    if (raw.starts_with("<br")) add_line_break(tree_.span(node));
  }

  void add_line_break(Span source) {
    while (!result_.text.empty() && result_.text.back() == ' ') drop_last_byte();
    push({source, "\n"}, {0, {}, kNoNode});
  }

  void drop_last_byte() {
    result_.text.pop_back();
    PagePiece& last = result_.pieces.back();
    --last.range.end;
    if (last.range.empty()) result_.pieces.pop_back();
  }

  struct Verbatim {
    Span source;
    std::string_view text;
  };

  // Adds text with its white space collapsed; pieces end where that makes it shorter than its source.
  void add_text(std::string_view text, Span source, const Open& inner) {
    const bool exact = text.size() == source.size();
    text = text.substr(0, kLongestPageText);
    std::size_t at = 0;
    while (at < text.size()) {
      std::size_t end = at;
      const auto from = [&](std::size_t begin, std::size_t to) {
        if (!exact) return source;
        return Span{source.begin + static_cast<Offset>(begin), source.begin + static_cast<Offset>(to)};
      };
      if (is_white(text[at])) {
        while (end < text.size() && is_white(text[end])) ++end;
        const bool shows = !result_.text.empty() && !is_white(result_.text.back());
        if (shows) push({from(at, at + 1), " "}, inner);
      } else {
        while (end < text.size() && !is_white(text[end])) ++end;
        push({from(at, end), text.substr(at, end - at)}, inner);
      }
      at = end;
    }
  }

  void push(const Verbatim& added, const Open& inner) {
    const auto begin = static_cast<Offset>(result_.text.size());
    result_.text += added.text;
    const auto end = static_cast<Offset>(result_.text.size());
    if (!result_.pieces.empty()) {
      PagePiece& last = result_.pieces.back();
      const bool follows = last.source.end == added.source.begin && last.source.size() == last.range.size() &&
                           added.source.size() == added.text.size();
      const bool inexact = last.source == added.source;
      if ((follows || inexact) && last.look == inner.look && last.link == inner.link &&
          last.image == inner.image) {
        last.range.end = end;
        last.source.end = added.source.end;
        return;
      }
    }
    result_.pieces.push_back({{begin, end}, inner.look, added.source, inner.link, inner.image});
  }

  const Tree& tree_;
  const FootnoteNumbers& footnotes_;
  std::vector<Open> open_;
  PageText result_;
};

const PagePiece* piece_at(const PageText& text, Offset offset) {
  const auto after =
      std::upper_bound(text.pieces.begin(), text.pieces.end(), offset,
                       [](Offset value, const PagePiece& piece) { return value < piece.range.begin; });
  return after == text.pieces.begin() ? nullptr : &*std::prev(after);
}

}  // namespace

FootnoteNumbers number_footnotes(const Tree& tree) {
  FootnoteNumbers numbers;
  for (NodeId node = 0; node < tree.size(); ++node) {
    if (tree.kind(node) != Kind::kFootnoteReference) continue;
    numbers.emplace(tree.label(node), static_cast<int>(numbers.size()) + 1);
  }
  return numbers;
}

Offset PageText::source_at(Offset offset) const {
  const PagePiece* piece = piece_at(*this, offset);
  if (piece == nullptr) return 0;
  const bool exact = piece->source.size() == piece->range.size();
  return exact ? piece->source.begin + std::min(offset - piece->range.begin, piece->source.size())
               : piece->source.begin;
}

void PageText::append_link(std::string_view words, markdown::NodeId node) {
  const auto begin = static_cast<Offset>(text.size());
  const Offset source = pieces.empty() ? 0 : pieces.back().source.end;
  text += words;
  PagePiece piece;
  piece.range = {begin, static_cast<Offset>(text.size())};
  piece.look.ink = Ink::kAccent;
  piece.source = {source, source};
  piece.link = node;
  pieces.push_back(piece);
}

markdown::NodeId PageText::link_at(Offset offset) const {
  const PagePiece* piece = piece_at(*this, offset);
  return piece != nullptr && piece->range.contains(offset) ? piece->link : kNoNode;
}

bool is_decorative(const Tree& tree, NodeId image) {
  return tree.kind(image) != Kind::kImage && tree.attribute(image, "alt") == "";
}

PageText page_text(const Tree& tree, NodeId node, const FootnoteNumbers& footnotes) {
  return Collector(tree, footnotes).collect(node);
}

}  // namespace depeche::ui
