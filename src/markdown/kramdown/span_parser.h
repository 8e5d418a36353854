// The spans of kramdown with GFM input: what stands in the text of a paragraph, a heading, a cell.
//
// Constructs are tried where they begin, in kramdown's order; one that is not completed is taken back, and
// its first characters are text. Since kramdown allows no emphasis within emphasis of its kind and no link in
// a link, attempts nest only so deep; what cannot be closed is remembered, and the work on attempts that fail
// is bounded, so that the time stays linear.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "base/byte_set.h"
#include "base/diagnostic.h"
#include "markdown/kramdown/block.h"
#include "markdown/kramdown/code_span.h"
#include "markdown/kramdown/expansions.h"
#include "markdown/kramdown/html_tag.h"
#include "markdown/kramdown/lines.h"
#include "markdown/tree_builder.h"

namespace depeche::markdown::kramdown {

// How deep HTML elements and images nest in a line of text; deeper they are text.
inline constexpr int kMaximumSpanDepth = 32;

// Whether a backslash before the character makes it plain.
bool is_escapable(char c);

// `{::options … /}` in a line of text.
struct OptionsTag {
  Span span;
  AttributeList attributes;
};

class SpanParser {
 public:
  // Outlives none of them.
  SpanParser(const Definitions& definitions, const Options& options, Expansions& expansions,
             TreeBuilder& builder);

  // Writes the spans of `range` into the builder's open node. `plain` gets the text without markup, if
  // wanted. An attribute list at the beginning is for the element `before`, if there is one.
  void parse(const Passage& passage, Range range, std::string* plain = nullptr, NodeId before = kNoNode);
  // The options that extensions in `range` set. Nothing of it is written.
  std::vector<OptionsTag> read_options(const Passage& passage, Range range);
  // Writes text in which only character references mean something.
  void parse_html_text(const Passage& passage, Range range);
  // The document's options with those that the text read so far has set.
  const Options& options() const { return options_; }
  // Whether an extension in the text read so far did.
  bool sets_options() const { return sets_options_; }

  // Around what stands inside an HTML element.
  void enter_html() { ++html_depth_; }
  void leave_html() { --html_depth_; }
  bool is_in_html() const { return html_depth_ > 0; }

  // Writes text as it is.
  void add_literal(const Passage& passage, Range range);

 private:
  // What the open elements are: a set of these.
  enum Context : std::uint32_t {
    kInEmphasis = 1,
    kInStrong = 2,
    kInLink = 4,
    kInImage = 8,
    kInStrikethrough = 16,
    kInRawHtml = 32,
  };
  // What ends the element that is read.
  enum class Stop : std::uint8_t { kEnd, kMarks, kBracket, kEndTag };
  struct Element {
    Stop stop = Stop::kEnd;
    std::string_view mark;  // kMarks: the delimiter; kEndTag: the element's name
    Kind kind = Kind::kParagraph;
    Position begin = 0;             // of the content
    std::size_t first_bracket = 0;  // kBracket: those open within are brackets_ from here on
  };
  // What an attempt may have to bring back.
  struct State {
    TreeBuilder::Mark mark;
    Position at, text_begin, token_begin;
    NodeId last_element;
    std::uint32_t context;
    Kind kind;
    std::size_t plain_size;
    Position written, scanned;
    std::size_t expanded;  // Expansions::used()
  };

  // -- span_parser.cc
  Position next_special(Position from) const;
  void read_references(Position end);
  bool read_until(Element& element);
  bool stops_here(Element& element);
  bool read_liquid(Element& element);
  void read_token();
  // The text before an attempt is written first, as far as it is settled: attempts that fail do not write it again.
  State save();
  void restore(const State& state);
  // Takes an attempt back and counts its cost.
  void give_up(const State& state);
  bool may_try() const { return work_left_ > 0; }
  NodeId open(Kind kind, Position begin);
  void close(NodeId node, Position end);
  // A node without children, from `begin` to `end`, where reading goes on.
  NodeId add(Kind kind, Position begin, Position end);
  void flush_text(Position end);
  using Abbreviation = std::pair<const std::string, AbbreviationDefinition>;
  const Abbreviation* abbreviation_at(Position at, Position end) const;
  void add_text(Range range);
  void write_abbreviations(Position limit, Position end);
  void take_text(Position end) { at_ = token_begin_ = end; }
  char peek(Position offset = 0) const { return at_ + offset < end_ ? text_[at_ + offset] : '\0'; }
  bool starts_with(std::string_view wanted) const { return rest().starts_with(wanted); }
  // Whether the text right before, behind the last token, is `wanted`.
  bool is_behind(std::string_view wanted) const {
    return text_.substr(token_begin_, at_ - token_begin_).ends_with(wanted);
  }
  std::string_view rest() const { return text_.substr(at_); }
  Span source(Position begin, Position end) const { return passage_->source({begin, end}); }
  void add_plain(std::string_view text) {
    if (plain_) *plain_ += text;
  }
  bool is_in(Context context) const { return (context_ & context) != 0; }

  bool read_emphasis();
  bool try_emphasis(Kind kind, Position begin, Position size);
  bool read_strikethrough();
  void read_within(Range range);
  std::size_t next_tildes(Position from);
  bool read_code();
  bool read_autolink();
  bool read_footnote_reference();
  bool read_smart_quote();
  bool read_math();
  bool read_extension_or_attributes();
  bool read_entity();
  bool read_symbol();
  bool read_line_break();
  bool read_escape();

  // -- span_link.cc
  bool read_link();
  // What a link leads to, and where it ends.
  struct Target {
    std::string_view url;
    std::optional<std::string_view> title;
    const LinkDefinition* definition = nullptr;  // for `[label][id]`
    Span source;
    Position end = 0;
  };
  std::optional<Target> scan_target(Position at, std::string_view label);
  std::optional<Target> scan_reference_target(std::string_view id);
  std::optional<Target> scan_inline_target(Position at);
  void finish_link(NodeId node, bool is_image, const Target& target, std::string_view label);

  // -- span_html.cc
  bool read_html();
  void read_element(const StartTag& tag, Position begin);

  const Definitions& definitions_;
  Expansions& expansions_;
  TreeBuilder& builder_;
  Options options_;  // those of the document, and what extensions in the text set
  bool sets_options_ = false;
  bool reads_abbreviations_ = true;
  int html_depth_ = 0;
  ByteSet abbreviation_begins_;           // the first bytes of abbreviations
  std::size_t longest_abbreviation_ = 0;  // in bytes

  const Passage* passage_ = nullptr;
  std::string_view text_;  // up to the end of what is read
  Lines lines_;
  std::optional<CodeSpanScanner> code_;
  Position range_begin_ = 0;
  Position end_ = 0;
  Position at_ = 0;
  Position text_begin_ = 0;        // of the text that is not known to end
  Position written_ = 0;           // of it, up to here (or nothing, if that is before its beginning)
  Position scanned_ = 0;           // no further abbreviation begins before this
  Position token_begin_ = 0;       // behind the last token: a quote may look back so far
  NodeId last_element_ = kNoNode;  // the sibling right before, unless text is
  std::uint32_t context_ = 0;
  Kind kind_ = Kind::kParagraph;  // of the innermost element
  int depth_ = 0;
  bool is_in_liquid_ = false;
  std::vector<Position> brackets_;  // that are open in links' labels
  std::int64_t work_left_ = 0;
  std::size_t tildes_from_ = 1, tildes_at_ = 0;  // the last search for `~~`
  std::string* plain_ = nullptr;
  std::vector<OptionsTag>* options_tags_ = nullptr;  // for who wants them
  std::unordered_set<std::uint64_t> unclosed_;       // attempts known to fail: position and context
};

}  // namespace depeche::markdown::kramdown
