// The spans of kramdown with GFM input, in the text of a paragraph, a heading or a cell. Each construct has a
// file of its own, span_*.cc, as in kramdown; span_parser.cc has the loop that calls them.
//
// Constructs are tried where they begin, in kramdown's order; one that is not completed is taken back, and its
// first characters are text. kramdown allows no emphasis within emphasis of the same kind and no link in a link,
// so attempts cannot nest deep. What cannot be closed is remembered, and the work on failed attempts is bounded,
// so that the time stays linear.
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
#include "markdown/kramdown/extension_tag.h"
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
  // All must outlive the parser.
  SpanParser(const Definitions& definitions, const Options& options, Expansions& expansions,
             TreeBuilder& builder);

  // Writes the spans of `range` into the builder's open node, and the text without markup to `*plain`. An
  // attribute list at the beginning is for the node `before`, if there is one.
  void parse(const Passage& passage, Range range, std::string* plain = nullptr, NodeId before = kNoNode);
  // The options that extensions in `range` set. Writes nothing.
  std::vector<OptionsTag> read_options(const Passage& passage, Range range);
  // Writes text in which only character references mean something.
  void parse_html_text(const Passage& passage, Range range);
  // The document's options, with what extensions in the text read so far have set.
  const Options& options() const { return options_; }
  // Whether one of those has set any.
  bool sets_options() const { return sets_options_; }

  // To be called around the content of an HTML element.
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
    PassageOffset begin;            // of the content
    std::size_t first_bracket = 0;  // kBracket: Run::brackets are open within from here on
  };
  // How far reading has come, and in which elements. A failed attempt restores it.
  struct Progress {
    PassageOffset at;
    PassageOffset text_begin;       // of the text before the next construct
    PassageOffset written;          // of that text, up to here; none of it if this is before its beginning
    PassageOffset scanned;          // no further abbreviation begins before this
    PassageOffset token_begin;      // behind the last token: how far back a quote may look
    NodeId last_element = kNoNode;  // the sibling right before, unless text is
    std::uint32_t context = 0;
    Kind kind = Kind::kParagraph;  // of the innermost element
  };
  // The text that is read, as if it ended there, and what searches in it remember.
  struct Window {
    explicit Window(std::string_view visible = {}, PassageOffset begin = {})
        : text(visible), lines(visible), code(visible, begin), end(PassageOffset(visible.size())) {}
    std::string_view text;
    Lines lines;
    CodeSpanScanner code;
    PassageOffset end;
  };
  // All that belongs to one text.
  struct Run : Progress, Window {
    Run() = default;
    Run(const Passage& read, Range range);
    Progress& progress() { return *this; }
    Window& window() { return *this; }

    const Passage* passage = nullptr;
    PassageOffset begin;
    std::string* plain = nullptr;                     // gets the text without markup
    std::vector<OptionsTag>* options_tags = nullptr;  // null: not wanted
    bool reads_abbreviations = true;
    bool is_in_liquid = false;
    int depth = 0;
    std::vector<PassageOffset> brackets;  // that are open in links' labels
    std::int64_t work_left = 0;
    std::size_t tildes_from = 1, tildes_at = 0;  // the last search for `~~`
    std::unordered_set<std::uint64_t> unclosed;  // attempts known to fail, by attempt_key()
  };
  // What is restored when an attempt fails.
  struct Attempt {
    Progress before;
    TreeBuilder::Mark mark;
    std::size_t plain_size;
    std::size_t expanded;  // Expansions::used()
  };

  // -- span_parser.cc
  void read_all();
  void read_within(Range range);
  PassageOffset next_special(PassageOffset from) const;
  bool read_until(Element& element);
  bool stops_here(Element& element);
  void read_token();
  // The text before an attempt is written first, as far as it is settled: attempts that fail do not write it again.
  Attempt begin_attempt();
  // Takes an attempt back and counts its cost.
  void give_up(const Attempt& attempt);
  bool may_try() const { return run_.work_left > 0; }
  // The key of an attempt, so that it is not made again when it has failed: where it begins, with what (the
  // number of marks of emphasis, or kBracketOpens), and in which context.
  static constexpr std::uint32_t kBracketOpens = 8;
  static std::uint64_t attempt_key(PassageOffset at, std::uint32_t opened_by, std::uint32_t context) {
    return std::uint64_t{std::size_t{at}} << 32 | std::uint64_t{opened_by} << 28 | context;
  }
  NodeId open(Kind kind, PassageOffset begin);
  void close(NodeId node, PassageOffset end);
  // Adds a node without children, from `begin` to `end`. Reading goes on at `end`.
  NodeId add(Kind kind, PassageOffset begin, PassageOffset end);
  // Goes on at `at` with new text.
  void go_on(PassageOffset at) { run_.at = run_.text_begin = run_.token_begin = at; }
  void take_text(PassageOffset end) { run_.at = run_.token_begin = end; }
  char here() const { return run_.text[run_.at]; }
  char peek(std::uint32_t offset) const {
    return run_.at + offset < run_.end ? run_.text[run_.at + offset] : '\0';
  }
  std::string_view rest() const { return run_.text.substr(run_.at); }
  bool starts_with(std::string_view wanted) const { return rest().starts_with(wanted); }
  // Whether the text right before, behind the last token, is `wanted`.
  bool is_behind(std::string_view wanted) const {
    return run_.text.substr(run_.token_begin, run_.at - run_.token_begin).ends_with(wanted);
  }
  Span source(PassageOffset begin, PassageOffset end) const { return run_.passage->source({begin, end}); }
  void add_plain(std::string_view text) {
    if (run_.plain) *run_.plain += text;
  }
  bool is_in(Context context) const { return (run_.context & context) != 0; }

  // -- span_text.cc
  using Abbreviation = std::pair<const std::string, AbbreviationDefinition>;
  void flush_text(PassageOffset end);
  void add_text(Range range);
  const Abbreviation* abbreviation_at(PassageOffset at, PassageOffset end) const;
  void write_abbreviations(PassageOffset limit, PassageOffset end);
  bool read_line_break();
  bool read_escape();

  // -- span_emphasis.cc
  bool read_emphasis();
  bool try_emphasis(Kind kind, PassageOffset begin, std::uint32_t size);
  bool read_strikethrough();
  std::size_t next_tildes(PassageOffset from);

  // -- span_code.cc
  bool read_code();
  bool read_math();

  // -- span_reference.cc
  bool read_autolink();
  bool read_footnote_reference();
  bool read_entity();
  void read_references(PassageOffset end);

  // -- span_typography.cc
  bool read_smart_quote();
  bool read_symbol();

  // -- span_extension.cc
  bool read_extension_or_attributes();
  bool read_extension(const ExtensionTag& tag);
  bool read_attributes();

  // -- span_liquid.cc
  bool read_liquid(Element& element);

  // -- span_link.cc
  bool read_link();
  // What a link leads to, and where it ends.
  struct Target {
    std::string_view url;
    std::optional<std::string_view> title;
    const LinkDefinition* definition = nullptr;  // for `[label][id]`
    Span source;
    PassageOffset end;
  };
  std::optional<Target> scan_target(PassageOffset at, std::string_view label);
  std::optional<Target> scan_reference_target(std::string_view id);
  std::optional<Target> scan_inline_target(PassageOffset at);
  void finish_link(NodeId node, bool is_image, const Target& target, std::string_view label);

  // -- span_html.cc
  bool read_html();
  void read_element(const StartTag& tag, PassageOffset begin);

  const Definitions& definitions_;
  Expansions& expansions_;
  TreeBuilder& builder_;
  Options options_;  // those of the document, with what extensions in the text have set
  bool sets_options_ = false;
  int html_depth_ = 0;
  ByteSet abbreviation_begins_;           // the first bytes of abbreviations
  std::size_t longest_abbreviation_ = 0;  // in bytes
  Run run_;
};

}  // namespace depeche::markdown::kramdown
