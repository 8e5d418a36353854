#include "portability/reading.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <unordered_set>
#include <utility>

#include "base/ascii.h"

namespace depeche::portability {
namespace {

using markdown::Kind;
using markdown::NodeId;

constexpr Offset kNowhere = 0xFFFFFFFF;

bool is_space(char c) {
  return static_cast<unsigned char>(c) <= ' ';
}

std::uint64_t hash(std::string_view text) {
  return std::hash<std::string_view>{}(text);
}

// An address without its percent signs, since one of the two writes `é` as `%C3%A9`.
std::uint64_t hash_of_address(std::optional<std::string_view> address) {
  std::string decoded;
  const std::string_view text = address.value_or("");
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool is_escaped = text[at] == '%' && at + 2 < text.size() && hexadecimal(text[at + 1]) >= 0 &&
                            hexadecimal(text[at + 2]) >= 0;
    if (is_escaped) {
      decoded += static_cast<char>(hexadecimal(text[at + 1]) * 16 + hexadecimal(text[at + 2]));
      at += 2;
    } else {
      decoded += text[at];
    }
  }
  return hash(decoded);
}

// Code with its white space, but for the empty lines around it and the kind of line ends.
std::uint64_t hash_of_code(std::string_view code) {
  std::string text(code.substr(std::min(code.find_first_not_of("\r\n"), code.size())));
  std::erase(text, '\r');
  while (text.ends_with('\n')) text.pop_back();
  return hash(text);
}

// Finds the ends of tags, comments and declarations in HTML as it is written; linear over all calls, which go
// from left to right.
class MarkupScanner {
 public:
  explicit MarkupScanner(std::string_view html) : html_(html) {}

  // One past the markup that begins at `at`; `at` where none does.
  std::size_t end_of_markup(std::size_t at) {
    if (html_[at] != '<' || at + 1 == html_.size()) return at;
    const char next = html_[at + 1];
    if (html_.substr(at).starts_with("<!--")) return past("-->", at, comments_close_);
    if (is_letter(next) && quotes_close_) {
      if (const auto end = end_of_tag(at)) return *end;
      quotes_close_ = false;
    }
    return is_letter(next) || next == '/' || next == '!' || next == '?' ? past(">", at, tags_close_) : at;
  }

 private:
  std::size_t past(std::string_view close, std::size_t at, bool& closes) const {
    const std::size_t found = closes ? html_.find(close, at) : html_.npos;
    closes = found != html_.npos;
    return closes ? found + close.size() : at;
  }

  // Past the first '>' that is not in a quoted value.
  std::optional<std::size_t> end_of_tag(std::size_t at) const {
    for (; at < html_.size() && html_[at] != '>'; ++at) {
      if (html_[at] != '=' || at + 1 == html_.size()) continue;
      const char quote = html_[at + 1];
      if (quote == '"' || quote == '\'') at = std::min(html_.find(quote, at + 2), html_.size());
    }
    if (at >= html_.size()) return std::nullopt;
    return at + 1;
  }

  std::string_view html_;
  bool comments_close_ = true, tags_close_ = true, quotes_close_ = true;  // as far as is known
};

std::string name_of_tag(std::string_view tag) {
  return in_lower_case(tag.substr(1, tag.find_first_of(" \t\r\n/>", 1) - 1));
}

class Reader {
 public:
  Reader(markdown::Tree tree, Span body) : bytes_(tree.source().bytes()), body_(body) {
    reading_.tree = std::move(tree);
    reading_.shows.resize(body.size());
    reading_.owner_of.resize(reading_.tree.size(), kNoMark);
  }

  Reading run() {
    const markdown::Tree& tree = reading_.tree;
    for (NodeId node = tree.root(); node < tree.size(); ++node)
      if (tree.kind(node) == Kind::kFootnoteReference) referenced_.insert(tree.label(node));
    for (NodeId node = tree.root(); node < tree.size(); ++node) {
      if (node != tree.root()) reading_.owner_of[node] = reading_.owner_of[tree.parent(node)];
      if (!is_in_unseen_footnote(node)) take(node);
    }
    return std::move(reading_);
  }

 private:
  void take(NodeId node) {
    const markdown::Tree& tree = reading_.tree;
    switch (tree.kind(node)) {
      case Kind::kDocument:
      case Kind::kBlankLine:
      case Kind::kHtmlComment:
      case Kind::kLiquid:
      case Kind::kFootnoteReference:  // told with its definition
        break;
      case Kind::kParagraph:
        begin_block(node);
        break;
      case Kind::kHeading:
        begin_block(node);
        mark(node, Construct::kHeading, static_cast<std::uint64_t>(tree.level(node)));
        break;
      case Kind::kBlockQuote:
        begin_block(node);
        mark(node, Construct::kQuote);
        break;
      case Kind::kUnorderedList:
        mark(node, Construct::kList, 1);
        break;
      case Kind::kOrderedList:
        mark(node, Construct::kListNumber, hash(tree.attribute(node, "start").value_or("1")));
        reading_.marks.back().span.end = end_of_number(tree.span(node));
        mark(node, Construct::kList, 2);
        break;
      case Kind::kListItem:
        begin_block(node);
        mark(node, Construct::kList, 3);
        break;
      case Kind::kTaskMarker:
        mark(node, Construct::kList, tree.checked(node) ? 4 : 5);
        break;
      case Kind::kTable:
        mark(node, Construct::kTable, 1);
        break;
      case Kind::kTableHead:
      case Kind::kTableBody:
      case Kind::kTableFoot:
        break;
      case Kind::kTableRow:
        mark(node, Construct::kTable, 2);
        break;
      case Kind::kTableCell:
        begin_block(node);
        mark(node, Construct::kTable, is_head_cell(node) ? 3 : 4);
        break;
      case Kind::kCodeBlock:
        begin_block(node);
        mark(node, Construct::kCode, hash_of_code(tree.text(node)));
        show_text(node);
        break;
      case Kind::kCodeSpan:
        mark(node, Construct::kCode);
        show_text(node);
        break;
      case Kind::kThematicBreak:
        begin_block(node);
        mark(node, Construct::kThematicBreak);
        break;
      case Kind::kHtmlBlock:
      case Kind::kHtmlSpan:
        mark(node, Construct::kHtml, hash(in_lower_case(tree.name(node))));
        reading_.marks.back().span.end = tree.content(node).begin;  // the opening tag
        reading_.tags.push_back(tree.span(node).begin);
        if (!tree.end_tag_is_apart(node)) reading_.tags.push_back(tree.content(node).end);
        break;
      case Kind::kHtmlEndTag:
        reading_.tags.push_back(tree.span(node).begin);
        break;
      case Kind::kHtmlRaw:
        show_raw(node);
        break;
      case Kind::kDefinitionList:
        mark(node, Construct::kDefinitionList);
        break;
      case Kind::kDefinitionTerm:
      case Kind::kDefinitionDescription:
        begin_block(node);
        break;
      case Kind::kMathBlock:
        begin_block(node);
        mark(node, Construct::kMath);
        show_text(node);
        break;
      case Kind::kMathSpan:
        mark(node, Construct::kMath);
        show_text(node);
        break;
      case Kind::kTableOfContents:
        begin_block(node);
        mark_table_of_contents(node);
        break;
      case Kind::kFootnoteDefinition:
        mark_footnote(node);
        break;
      case Kind::kAbbreviationDefinition:
        mark_unseen(node, Construct::kAbbreviation);
        break;
      case Kind::kLinkDefinition:
        mark_unseen(node, Construct::kLink);
        break;
      case Kind::kAttributeList:
        mark_attribute_list(node);
        break;
      case Kind::kExtension:
        mark_unseen(node, Construct::kExtension);
        break;
      case Kind::kText:
      case Kind::kAbbreviation:
        show_text(node);
        break;
      case Kind::kEntity:
      case Kind::kSmartQuote:
      case Kind::kTypographicSymbol:
        show_source(tree.span(node));
        break;
      case Kind::kEmphasis:
        mark(node, Construct::kEmphasis, 1);
        break;
      case Kind::kStrong:
        mark(node, Construct::kEmphasis, 2);
        break;
      case Kind::kStrikethrough:
        mark(node, Construct::kEmphasis, 3);
        break;
      case Kind::kLink:
        mark(node, Construct::kLink, hash_of_address(tree.attribute(node, "href")));
        break;
      case Kind::kImage:
        mark(node, Construct::kImage, hash_of_address(tree.attribute(node, "src")));
        show(tree.span(node).begin);  // as the picture, which has a place though it may hold no text
        break;
      case Kind::kLineBreak:
        mark(node, Construct::kLineBreak);
        break;
    }
  }

  void begin_block(NodeId node) { reading_.block_begins.push_back(reading_.tree.span(node).begin); }

  void mark(NodeId node, Construct construct, std::uint64_t detail = 0) {
    reading_.owner_of[node] = static_cast<std::uint32_t>(reading_.marks.size());
    reading_.marks.push_back({construct, detail, reading_.tree.span(node), node});
  }

  void mark_unseen(NodeId node, Construct construct) {
    mark(node, construct);
    reading_.marks.back().shows_nothing = true;
  }

  // A note that nothing refers to is not on the page.
  void mark_footnote(NodeId node) {
    if (!referenced_.contains(reading_.tree.label(node))) return mark_unseen(node, Construct::kFootnote);
    begin_block(node);
    mark(node, Construct::kFootnote);
  }

  bool is_in_unseen_footnote(NodeId node) const {
    const std::uint32_t owner = reading_.owner_of[node];
    if (owner == kNoMark) return false;
    return reading_.marks[owner].construct == Construct::kFootnote && reading_.marks[owner].shows_nothing;
  }

  // With the `{:toc}` that makes it one.
  void mark_table_of_contents(NodeId node) {
    mark(node, Construct::kTableOfContents);
    table_of_contents_ = reading_.owner_of[node];
    const NodeId next = reading_.tree.next_sibling(node);
    if (next != markdown::kNoNode && reading_.tree.kind(next) == Kind::kAttributeList)
      reading_.marks.back().span.end = reading_.tree.span(next).end;
  }

  void mark_attribute_list(NodeId node) {
    const bool makes_contents = table_of_contents_ != kNoMark &&
                                reading_.marks[table_of_contents_].span.contains(reading_.tree.span(node));
    if (makes_contents) {
      reading_.owner_of[node] = table_of_contents_;
    } else {
      mark_unseen(node, Construct::kAttributeList);
    }
  }

  // Past the digits that a list begins with and the sign after them.
  Offset end_of_number(Span list) const {
    Offset end = list.begin;
    while (end < list.end && is_digit(bytes_[end])) ++end;
    return std::min(end + 1, list.end);
  }

  bool is_head_cell(NodeId cell) const {
    const markdown::Tree& tree = reading_.tree;
    return tree.kind(tree.parent(tree.parent(cell))) == Kind::kTableHead;
  }

  void show(Offset at) {
    if (body_.contains(at) && !is_space(bytes_[at])) reading_.shows[at - body_.begin] = true;
  }

  // What shows as other characters than are written, but for the backslash of `\<<`.
  void show_source(Span span) {
    if (span.of(bytes_).starts_with('\\')) ++span.begin;
    for (Offset at = span.begin; at < span.end; ++at) show(at);
  }

  // Where each byte of a node's text stands in the source: text is the source with some bytes left out
  // (backslashes, the marks of quotes around). White space, and what the parser made, stands nowhere.
  std::vector<Offset> places_of_text(NodeId node) const {
    const std::string_view text = reading_.tree.text(node);
    const Span source = reading_.tree.content(node);
    std::vector<Offset> places(text.size(), kNowhere);
    Offset at = source.begin;
    for (std::size_t i = 0; i < text.size();) {
      if (is_space(text[i])) {
        ++i;
        continue;
      }
      while (at < source.end && bytes_[at] != text[i]) ++at;
      if (at == source.end) break;
      if (text[i] != '\\') {
        places[i++] = at++;
        continue;
      }
      // A run of them is shown whole, or every second of it where they are escaped.
      const std::uint32_t shown = count_backslashes(text.substr(i));
      const std::uint32_t written = count_backslashes(bytes_.substr(at, source.end - at));
      for (std::uint32_t k = 0; k < shown; ++k)
        places[i + k] = at + std::min(shown < written ? 2 * k + 1 : k, written - 1);
      i += shown;
      at += written;
    }
    return places;
  }

  // That `text` begins with.
  static std::uint32_t count_backslashes(std::string_view text) {
    return static_cast<std::uint32_t>(std::min(text.find_first_not_of('\\'), text.size()));
  }

  void show_text(NodeId node) {
    const Span source = reading_.tree.content(node);
    if (source.of(bytes_) == reading_.tree.text(node)) {
      for (Offset at = source.begin; at < source.end; ++at) show(at);
    } else {
      for (const Offset at : places_of_text(node)) show(at);
    }
  }

  // HTML as it is written: what stands between its tags is shown.
  void show_raw(NodeId node) {
    const std::vector<Offset> places = places_of_text(node);
    const std::string_view html = reading_.tree.text(node);
    if (markdown::is_block(reading_.tree.kind(reading_.tree.parent(node)))) begin_block(node);
    MarkupScanner scanner(html);
    for (std::size_t at = 0; at < html.size();) {
      const std::size_t end = scanner.end_of_markup(at);
      if (end == at) {
        show(places[at++]);
        continue;
      }
      if (places[end - 1] != kNowhere)
        add_tag({places[at], places[end - 1] + 1}, html.substr(at, end - at), node);
      at = end;
    }
  }

  void add_tag(Span span, std::string_view tag, NodeId node) {
    reading_.tags.push_back(span.begin);
    if (is_letter(tag[1])) reading_.marks.push_back({Construct::kHtml, hash(name_of_tag(tag)), span, node});
  }

  std::string_view bytes_;
  Span body_;
  Reading reading_;
  std::unordered_set<std::string_view> referenced_;  // labels of footnotes
  std::uint32_t table_of_contents_ = kNoMark;
};

}  // namespace

Reading make_reading(markdown::Tree tree, Span body) {
  return Reader(std::move(tree), body).run();
}

}  // namespace depeche::portability
