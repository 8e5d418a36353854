#include "markdown/kramdown/reread_sections.h"

#include <algorithm>
#include <span>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "markdown/kramdown/block.h"
#include "markdown/kramdown/block_parser.h"
#include "markdown/kramdown/heading_ids.h"
#include "markdown/kramdown/section.h"
#include "markdown/kramdown/tree_writer.h"
#include "markdown/tree_builder.h"
#include "markdown/tree_editor.h"

namespace depeche::markdown::kramdown {
namespace {

// A change as one replacement: `before` of the text before by `after` of the text after.
struct Replaced {
  explicit Replaced(const Change& change) {
    before = {change.replacements().front().span.begin, change.replacements().back().span.end};
    growth = change.length_after() - change.length_before();
    after = {before.begin, before.end + growth};
  }
  Span before, after;
  Offset growth;  // modulo 2^32
};

class Rereading {
 public:
  Rereading(Reading before, const Change& change, const Text& text, Span body)
      : tree_(std::move(before.tree)),
        sections_(before.sections.use_count() == 1 ? std::move(before.sections)
                                                   : std::make_shared<Sections>(*before.sections)),
        replaced_(change),
        text_(text),
        body_(body),
        old_body_(tree_.span(tree_.root())) {}

  std::optional<Reading> run() {
    if (sections_->sets_options || !sections_->expands_all) return std::nullopt;
    if (!body_only_moved()) {
      if (!choose_first()) return std::nullopt;
      read_blocks();
      if (!defines_the_same()) return std::nullopt;
    }
    const Move move{kept_ < list().size() ? list()[kept_].begin : old_body_.end, replaced_.growth};
    move_definitions(move);
    std::vector<NamedHeading> headings;
    const std::optional<Tree> part = write_nodes(headings);
    if (!part) return std::nullopt;
    return splice(*part, std::move(headings), move);
  }

 private:
  std::vector<Section>& list() { return sections_->list; }
  const auto& children() const { return document_.blocks[0].children; }

  // Whether the change stands before the body.
  bool body_only_moved() const {
    return replaced_.before.end <= old_body_.begin && body_.begin == old_body_.begin + replaced_.growth &&
           body_.end == old_body_.end + replaced_.growth;
  }

  // The last section before the change that reading comes to as it did, since no section before it has looked
  // at what changes. Each has looked at the first line of the next.
  bool choose_first() {
    const Offset begin = replaced_.before.begin;
    if (body_.begin != old_body_.begin || body_.end != old_body_.end + replaced_.growth ||
        begin < body_.begin)
      return false;
    Offset reach = 0;
    for (first_ = 0; first_ + 1 < list().size() && list()[first_ + 1].begin < begin; ++first_) {
      reach = std::max(reach, list()[first_].reach);
      if (reach > begin) break;
    }
    while (first_ > 0 && !line_ends_before(list()[first_].begin, begin)) --first_;
    return true;
  }

  bool line_ends_before(Offset line, Offset end) const {
    const std::string_view text = tree_.source().bytes({line, end});
    return text.find('\n') != text.npos;
  }

  // Reads on until it stands where a section behind the change began, or at the end.
  void read_blocks() {
    const Span rest{list()[first_].begin, body_.end};
    Passage& passage = document_.passages.emplace_back();
    if (stays_plain(rest)) {
      passage.read_plain(text_.bytes(), rest);
    } else {
      passage.read(text_.bytes(), rest);
      sections_->is_plain = false;
    }
    document_.blocks.emplace_back();
    BlockParser blocks(document_, 0, passage);
    for (kept_ = first_ + 1; kept_ < list().size() && list()[kept_].begin < replaced_.before.end;) ++kept_;
    for (bool is_back = false; !is_back && !blocks.at_end();) {
      read_.push_back(blocks.read_section());
      ends_.push_back(children().size());
      const Offset at = passage.source(blocks.position());
      while (kept_ < list().size() && list()[kept_].begin + replaced_.growth < at) ++kept_;
      is_back = kept_ < list().size() && list()[kept_].begin + replaced_.growth == at;
    }
    if (blocks.at_end()) kept_ = list().size();
    read_.front().begin = rest.begin;
  }

  // Whether the text from the change to the end of its line lets all read as it is written.
  bool stays_plain(Span rest) const {
    const std::string_view text = text_.bytes(rest);
    if (!sections_->is_plain || !text.ends_with('\n')) return false;
    const std::size_t line_end = text.find('\n', replaced_.after.end - rest.begin);
    const std::string_view touched = text.substr(0, line_end);
    return touched.find('\r') == touched.npos && is_valid_utf8(touched);
  }

  bool defines_the_same() const {
    if (document_.sets_options) return false;
    std::string before, after;
    for (std::size_t i = first_; i < kept_; ++i) {
      if (sections_->list[i].is_singular) return false;
      before += sections_->list[i].definitions;
    }
    for (const Section& section : read_) {
      if (section.is_singular) return false;
      after += section.definitions;
    }
    return before == after;
  }

  void move_definitions(Move move) {
    const auto move_attributes = [&](AttributeList& attributes) {
      for (Attribute& attribute : attributes.attributes) attribute.span = move(attribute.span);
    };
    Definitions& definitions = sections_->definitions;
    for (auto& [name, attributes] : definitions.attribute_lists) move_attributes(attributes);
    for (auto& [name, link] : definitions.links) move_attributes(link.attributes);
    for (auto& [name, abbreviation] : definitions.abbreviations) move_attributes(abbreviation.attributes);
  }

  // The tree of the sections read; none when they bear on others.
  std::optional<Tree> write_nodes(std::vector<NamedHeading>& headings) {
    TreeBuilder builder(text_, {read_.empty() ? body_.begin : read_.front().begin, body_.end});
    Expansions expansions(body_.size(), sections_->expanded);
    TreeWriter writer(document_, sections_->definitions, expansions, builder, headings);
    std::size_t begin = 0;
    for (std::size_t i = 0; i < read_.size(); ++i) {
      writer.write(read_[i], std::span(children()).subspan(begin, ends_[i] - begin));
      if (read_[i].is_singular) return std::nullopt;
      begin = ends_[i];
    }
    if (writer.sets_options() || expansions.refused()) return std::nullopt;
    sections_->expanded = expansions.used();
    return std::move(builder).finish();
  }

  Reading splice(const Tree& part, std::vector<NamedHeading> headings, Move move) {
    const NodeId first = list()[first_].first_node;
    const NodeId end = kept_ < list().size() ? list()[kept_].first_node : static_cast<NodeId>(tree_.size());
    NodeChange change{first, end - first, static_cast<NodeId>(part.size() - 1)};
    for (NodeId node = first; node < end; ++node) change.touch(tree_.kind(node));
    for (NodeId node = 1; node < part.size(); ++node) change.touch(part.kind(node));
    TreeEditor editor(std::move(tree_));
    editor.replace(first, end, part, body_, move);
    splice_sections(change);
    if (splice_headings(change, std::move(headings))) {
      HeadingIds ids;
      for (const NamedHeading& heading : sections_->headings)
        editor.set_attribute(heading.node, "id", ids.give(heading.id, heading.in_html));
    }
    return {std::move(editor).finish(), std::move(sections_), change};
  }

  void splice_sections(const NodeChange& change) {
    for (std::size_t i = kept_; i < list().size(); ++i) {
      list()[i].begin += replaced_.growth;
      if (list()[i].reach != kReachesEnd) list()[i].reach += replaced_.growth;
      list()[i].first_node += change.added - change.removed;
    }
    for (Section& section : read_) section.first_node += change.first - 1;
    replace(list(), first_, kept_, std::move(read_));
  }

  // Whether the numbers of identifiers may be others now.
  bool splice_headings(const NodeChange& change, std::vector<NamedHeading> added) {
    std::vector<NamedHeading>& all = sections_->headings;
    const auto index_of = [&](NodeId node) {
      const auto found =
          std::lower_bound(all.begin(), all.end(), node,
                           [](const NamedHeading& heading, NodeId id) { return heading.node < id; });
      return static_cast<std::size_t>(found - all.begin());
    };
    const std::size_t first = index_of(change.first);
    const std::size_t end = index_of(change.first + change.removed);
    for (std::size_t i = end; i < all.size(); ++i) all[i].node += change.added - change.removed;
    for (NamedHeading& heading : added) heading.node += change.first - 1;
    const bool touched = first < end || !added.empty();
    replace(all, first, end, std::move(added));
    return touched;
  }

  // Puts `added` in the place of the elements from `first` up to `end`.
  template <typename Element>
  static void replace(std::vector<Element>& all, std::size_t first, std::size_t end,
                      std::vector<Element> added) {
    const std::size_t common = std::min(end - first, added.size());
    const auto rest = added.begin() + static_cast<std::ptrdiff_t>(common);
    const auto place = std::move(added.begin(), rest, all.begin() + static_cast<std::ptrdiff_t>(first));
    all.erase(place, all.begin() + static_cast<std::ptrdiff_t>(end));
    all.insert(all.begin() + static_cast<std::ptrdiff_t>(first + common), std::make_move_iterator(rest),
               std::make_move_iterator(added.end()));
  }

  Tree tree_;
  std::shared_ptr<Sections> sections_;
  Replaced replaced_;
  const Text& text_;
  Span body_, old_body_;

  std::size_t first_ = 0;  // of the sections read again
  std::size_t kept_ = 0;   // the first behind them that is kept
  Document document_;      // what is read again
  std::vector<Section> read_;
  std::vector<std::size_t> ends_;  // of the children of each
};

}  // namespace

std::optional<Reading> reread_sections(Reading before, const Change& change, const Text& text, Span body) {
  return Rereading(std::move(before), change, text, body).run();
}

}  // namespace depeche::markdown::kramdown
