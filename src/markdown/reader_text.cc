#include "markdown/reader_text.h"

#include <algorithm>

#include "base/ascii.h"

namespace depeche::markdown {
namespace {

bool is_white(char byte) {
  return byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
}

// Whether the bytes are the same but for white space.
bool reads_as_written(std::string_view text, std::string_view written) {
  return std::ranges::equal(
      text, written, [](char one, char other) { return one == other || (is_white(one) && is_white(other)); });
}

// Collects the text; one node after another, without recursion.
class Collector {
 public:
  Collector(const Tree& tree, const FootnoteNumbers& footnotes) : tree_(tree), footnotes_(footnotes) {}

  ReaderText collect(NodeId block) {
    const NodeId end = tree_.subtree_end(block);
    const bool is_leaf = end == block + 1;  // text of its own, or nothing
    for (NodeId node = is_leaf ? block : block + 1; node < end;) {
      while (!open_.empty() && node >= open_.back().end) open_.pop_back();
      if (result_.text.size() > kLongestReaderText) {
        add_words("…", tree_.span(node), current());
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
    TextMarks marks;
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
      case Kind::kCodeBlock:
      case Kind::kMathBlock:
        add_text(tree_.text(node), source, inner);
        return inner.end;
      case Kind::kEntity:
      case Kind::kSmartQuote:
      case Kind::kTypographicSymbol:
        add_words(tree_.text(node), source, inner);
        return inner.end;
      case Kind::kAbbreviation:
        inner.marks.abbreviation = true;
        inner.link = inner.link == kNoNode ? node : inner.link;
        add_text(tree_.text(node), source, inner);
        return inner.end;
      case Kind::kEmphasis:
        inner.marks.emphasis = true;
        break;
      case Kind::kStrong:
        inner.marks.strong = true;
        break;
      case Kind::kStrikethrough:
        inner.marks.struck = true;
        break;
      case Kind::kCodeSpan:
      case Kind::kMathSpan:
        inner.marks.code = true;
        add_text(tree_.text(node), source, inner);
        return inner.end;
      case Kind::kLink:
        enter_link(node, inner);
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
        inner.marks.liquid = true;
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
        add_words(" ", {source.begin, source.begin}, inner);
        break;
    }
    open_.push_back(inner);
    return node + 1;
  }

  static void enter_link(NodeId node, Open& inner) {
    inner.link = node;
    inner.marks.link = true;
  }

  // False when nothing of the element is read.
  bool enter_element(NodeId node, Open& inner) {
    const std::string_view name = tree_.name(node);
    TextMarks& marks = inner.marks;
    if (has_word("script style template head title noscript", name)) return false;
    if (name == "br") add_line_break(tree_.span(node));
    if (name == "img") add_image(node, inner);
    if (name == "a" && tree_.attribute(node, "href")) enter_link(node, inner);
    if (has_word("b strong th", name)) marks.strong = true;
    if (has_word("i em cite var dfn", name)) marks.emphasis = true;
    if (has_word("u ins", name)) marks.inserted = true;
    if (has_word("s del strike", name)) marks.struck = true;
    if (has_word("code kbd samp tt", name)) marks.code = true;
    if (name == "small") marks.small = true;
    if (name == "mark") marks.marked = true;
    if (name == "sup") marks.script = 1;
    if (name == "sub") marks.script = -1;
    if (name == "abbr" && tree_.attribute(node, "title")) {
      marks.abbreviation = true;
      if (inner.link == kNoNode) inner.link = node;
    }
    return true;
  }

  void add_image(NodeId node, Open inner) {
    inner.marks.image = true;
    inner.image = node;
    std::string_view words = tree_.attribute(node, "alt").value_or("");
    if (words.empty()) words = tree_.attribute(node, "src").value_or("");
    add_words(words, tree_.span(node), inner);
  }

  void add_footnote_reference(NodeId node, Open inner) {
    const auto number = footnotes_.find(tree_.label(node));
    if (number == footnotes_.end()) return;
    inner.link = node;
    inner.marks.footnote = true;
    inner.marks.script = 1;
    add_words(std::to_string(number->second), tree_.span(node), inner);
  }

  // Markup that passes through: tags show nothing, a line break breaks, text inside raw elements shows.
  void add_raw(NodeId node, const Open& inner) {
    const std::string_view raw = tree_.text(node);
    if (!raw.starts_with('<')) return add_text(raw, tree_.span(node), inner);
    if (raw.starts_with("<br")) add_line_break(tree_.span(node));
  }

  void add_line_break(Span source) {
    while (!result_.text.empty() && result_.text.back() == ' ') drop_last_byte();
    push({"\n", source, false}, {0, {}, kNoNode});
  }

  void drop_last_byte() {
    result_.text.pop_back();
    ReaderPiece& last = result_.pieces.back();
    --last.range.end;
    if (last.verbatim) --last.source.end;
    if (last.range.empty()) result_.pieces.pop_back();
  }

  // Adds text of the source.
  void add_text(std::string_view text, Span source, const Open& inner) {
    const bool verbatim = reads_as_written(text, source.of(tree_.source().bytes()));
    add({text.substr(0, kLongestReaderText), source, verbatim}, inner);
  }

  // Adds what stands for its source.
  void add_words(std::string_view words, Span source, const Open& inner) {
    add({words.substr(0, kLongestReaderText), source, false}, inner);
  }

  struct Added {
    std::string_view text;
    Span source;
    bool verbatim;

    // The part from `begin` up to `end`.
    Added part(std::size_t begin, std::size_t end) const {
      const std::string_view bytes = text.substr(begin, end - begin);
      if (!verbatim) return {bytes, source, false};
      return {
          bytes, {source.begin + static_cast<Offset>(begin), source.begin + static_cast<Offset>(end)}, true};
    }
  };

  // With its white space collapsed; pieces end where that makes it shorter than its source.
  void add(const Added& added, const Open& inner) {
    for (std::size_t at = 0; at < added.text.size();) {
      const bool is_space = is_white(added.text[at]);
      std::size_t end = at;
      while (end < added.text.size() && is_white(added.text[end]) == is_space) ++end;
      if (!is_space) {
        push(added.part(at, end), inner);
      } else if (!result_.text.empty() && !is_white(result_.text.back())) {
        Added space = added.part(at, at + 1);
        space.text = " ";
        push(space, inner);
      }
      at = end;
    }
  }

  void push(const Added& added, const Open& inner) {
    const auto begin = static_cast<Offset>(result_.text.size());
    result_.text += added.text;
    const auto end = static_cast<Offset>(result_.text.size());
    if (!result_.pieces.empty()) {
      ReaderPiece& last = result_.pieces.back();
      const bool follows = last.verbatim && added.verbatim && last.source.end == added.source.begin;
      const bool is_same_source = !last.verbatim && !added.verbatim && last.source == added.source;
      if ((follows || is_same_source) && last.marks == inner.marks && last.link == inner.link &&
          last.image == inner.image) {
        last.range.end = end;
        last.source.end = added.source.end;
        return;
      }
    }
    result_.pieces.push_back(
        {{begin, end}, inner.marks, added.source, added.verbatim, inner.link, inner.image});
  }

  const Tree& tree_;
  const FootnoteNumbers& footnotes_;
  std::vector<Open> open_;
  ReaderText result_;
};

}  // namespace

FootnoteNumbers number_footnotes(const Tree& tree) {
  FootnoteNumbers numbers;
  for (NodeId node = 0; node < tree.size(); ++node) {
    if (tree.kind(node) != Kind::kFootnoteReference) continue;
    numbers.emplace(tree.label(node), static_cast<int>(numbers.size()) + 1);
  }
  return numbers;
}

Offset ReaderText::source_at(Offset offset) const {
  const auto after =
      std::upper_bound(pieces.begin(), pieces.end(), offset,
                       [](Offset value, const ReaderPiece& piece) { return value < piece.range.begin; });
  if (after == pieces.begin()) return 0;
  const ReaderPiece& piece = *std::prev(after);
  if (!piece.verbatim) return piece.source.begin;
  return piece.source.begin + std::min(offset - piece.range.begin, piece.source.size());
}

bool is_decorative(const Tree& tree, NodeId image) {
  return tree.kind(image) != Kind::kImage && tree.attribute(image, "alt") == "";
}

ReaderText reader_text(const Tree& tree, NodeId node, const FootnoteNumbers& footnotes) {
  return Collector(tree, footnotes).collect(node);
}

}  // namespace depeche::markdown
