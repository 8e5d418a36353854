#include "portability/compare.h"

#include <algorithm>
#include <optional>
#include <tuple>
#include <utility>

namespace depeche::portability {
namespace {

using markdown::Kind;
using markdown::NodeId;

// Bytes that both show, counted from the body's begin: a place that does not depend on what only one shows.
using Rank = std::uint32_t;

// What becomes of a difference among others at the same place.
enum class Reach : std::uint8_t {
  kOwn,    // told by itself wherever it stands; differing blocks inside follow from it
  kBlock,  // of several that overlap the first and outermost is told
  kSpan,   // likewise; none is told where one reading finds no Markdown at all
};

Reach reach_of(Construct construct) {
  switch (construct) {
    case Construct::kAttributeList:
    case Construct::kDefinitionList:
    case Construct::kFootnote:
    case Construct::kAbbreviation:
    case Construct::kTableOfContents:
    case Construct::kMath:
    case Construct::kExtension:
      return Reach::kOwn;
    case Construct::kHeading:
    case Construct::kList:
    case Construct::kListNumber:
    case Construct::kQuote:
    case Construct::kTable:
    case Construct::kCode:
    case Construct::kThematicBreak:
    case Construct::kHtml:
    case Construct::kParagraph:
      return Reach::kBlock;
    case Construct::kEmphasis:
    case Construct::kLink:
    case Construct::kImage:
    case Construct::kLineBreak:
    case Construct::kSign:
      return Reach::kSpan;
  }
  return Reach::kBlock;
}

// Whether there is no Markdown inside, so that spans which only the other sees follow from it.
bool hides_spans(Construct construct) {
  switch (construct) {
    case Construct::kAttributeList:
    case Construct::kAbbreviation:
    case Construct::kTableOfContents:
    case Construct::kMath:
    case Construct::kExtension:
    case Construct::kCode:
      return true;
    default:
      return false;
  }
}

// Spans, added in the order of their begins; whether they reach as far as a place behind those.
class Covered {
 public:
  void add(Span span) { end_ = std::max(end_.value_or(0), span.end); }
  bool reaches(Offset offset) const { return end_ && offset < *end_; }
  bool touches(Offset offset) const { return end_ && offset <= *end_; }

 private:
  std::optional<Offset> end_;
};

class Comparison {
 public:
  Comparison(const Reading& site, const Reading& elsewhere, Span body)
      : site_(site),
        elsewhere_(elsewhere),
        bytes_(site.tree.source().bytes()),
        body_(body),
        ranks_(std::size_t{body.size()} + 1),
        site_matches_(site.marks.size()),
        elsewhere_matches_(elsewhere.marks.size()) {
    for (Offset at = 0; at < body.size(); ++at)
      ranks_[at + 1] = ranks_[at] + (site.shows[at] && elsewhere.shows[at] ? 1 : 0);
  }

  std::vector<Difference> run() {
    find_unmatched_marks();
    find_unshared_text(site_, elsewhere_, Seen::kOnSite);
    find_unshared_text(elsewhere_, site_, Seen::kElsewhere);
    tell_causes();
    tell_unmatched_begins();
    std::ranges::stable_sort(told_, {}, &Difference::span);
    return std::move(told_);
  }

 private:
  Rank rank(Offset offset) const { return ranks_[std::clamp(offset, body_.begin, body_.end) - body_.begin]; }

  const Reading& other(Seen seen) const { return seen == Seen::kOnSite ? elsewhere_ : site_; }

  // An empty span becomes its line, so that there is something to see.
  void find(Construct construct, Seen seen, Span span, NodeId node) {
    if (span.empty()) span = line_around(span.begin);
    if (reach_of(construct) != Reach::kOwn && seen != Seen::kDifferently &&
        other_finds_html(seen, span.begin))
      construct = Construct::kHtml;
    found_.push_back({construct, seen, span, node});
  }

  // Whether the one that does not see the construct takes the place for HTML, in which it reads no Markdown.
  bool other_finds_html(Seen seen, Offset at) const {
    const markdown::Tree& tree = other(seen).tree;
    const NodeId node = node_over(tree, at);
    if (tree.kind(node) == Kind::kHtmlRaw) return true;
    for (NodeId around = node; around != markdown::kNoNode; around = tree.parent(around)) {
      const Kind kind = tree.kind(around);
      if (kind == Kind::kHtmlBlock || kind == Kind::kHtmlSpan)
        return tree.content_model(around) == markdown::ContentModel::kRaw &&
               tree.content(around).contains(at);
      if (markdown::is_block(kind)) return false;
    }
    return false;
  }

  // The innermost node with the byte at `at`.
  static NodeId node_over(const markdown::Tree& tree, Offset at) {
    NodeId node = tree.node_at(at);
    while (node != tree.root() && !tree.span(node).contains(at)) node = tree.parent(node);
    return node;
  }

  // ---- Constructs that only one sees

  struct Key {
    Rank begin, end;
    Construct construct;
    std::uint64_t detail;
    auto operator<=>(const Key&) const = default;
  };

  struct KeyedMark {
    Key key;
    std::uint32_t mark;  // its place in Reading::marks
  };

  std::vector<KeyedMark> keyed(const Reading& reading) const {
    std::vector<KeyedMark> keys;
    for (std::uint32_t i = 0; i < reading.marks.size(); ++i) {
      const Mark& mark = reading.marks[i];
      if (mark.shows_nothing) continue;
      keys.push_back({{rank(mark.span.begin), rank(mark.span.end), mark.construct, mark.detail}, i});
    }
    std::ranges::stable_sort(keys, {}, &KeyedMark::key);
    return keys;
  }

  void find_unmatched_marks() {
    const std::vector<KeyedMark> site = keyed(site_);
    const std::vector<KeyedMark> elsewhere = keyed(elsewhere_);
    auto ours = site.begin();
    auto theirs = elsewhere.begin();
    while (ours != site.end() || theirs != elsewhere.end()) {
      if (theirs == elsewhere.end() || (ours != site.end() && ours->key < theirs->key)) {
        find_mark(site_.marks[ours++->mark], Seen::kOnSite);
      } else if (ours == site.end() || theirs->key < ours->key) {
        find_mark(elsewhere_.marks[theirs++->mark], Seen::kElsewhere);
      } else {
        site_matches_[ours++->mark] = true;
        elsewhere_matches_[theirs++->mark] = true;
      }
    }
  }

  void find_mark(const Mark& mark, Seen seen) { find(mark.construct, seen, mark.span, mark.node); }

  // ---- Text that only one shows

  // Text that `shown` shows and `hidden` does not, which takes it for the marks of a construct. `seen`: by
  // `hidden`.
  void find_unshared_text(const Reading& hidden, const Reading& shown, Seen seen) {
    std::uint32_t last_owner = kNoMark;
    for (Offset at = body_.begin; at < body_.end; ++at) {
      if (hidden.shows[at - body_.begin] || !shown.shows[at - body_.begin]) continue;
      const NodeId node = node_over(hidden.tree, at);
      const Kind kind = hidden.tree.kind(node);
      const std::uint32_t owner = hidden.owner_of[node];
      if (kind == Kind::kFootnoteReference) continue;  // told with the footnote
      if (const auto identifier = identifier_at(hidden, owner, at)) {
        find(Construct::kAttributeList, seen, *identifier, markdown::kNoNode);
        at = identifier->end - 1;
      } else if (kind == Kind::kHtmlRaw) {
        find(Construct::kHtml, Seen::kDifferently, tag_around(at), node);
        at = found_.back().span.end - 1;
      } else if (owner == kNoMark || (kind == Kind::kText && !hidden.marks[owner].shows_nothing)) {
        find_sign(at, seen == Seen::kOnSite ? Seen::kElsewhere : Seen::kOnSite);
      } else if (owner != last_owner) {
        const bool both_see_it = (seen == Seen::kOnSite ? site_matches_ : elsewhere_matches_)[owner];
        find_mark(hidden.marks[owner], both_see_it ? Seen::kDifferently : seen);
        last_owner = owner;
      }
    }
  }

  // A character that `seen` shows and the other does not; one finding for those that stand together.
  void find_sign(Offset at, Seen seen) {
    if (!found_.empty() && found_.back().construct == Construct::kSign && found_.back().span.end == at) {
      ++found_.back().span.end;
    } else {
      find(Construct::kSign, seen, {at, at + 1}, markdown::kNoNode);
    }
  }

  // The `{#identifier}` of a heading, which has no node of its own.
  std::optional<Span> identifier_at(const Reading& reading, std::uint32_t owner, Offset at) const {
    if (owner == kNoMark || reading.marks[owner].construct != Construct::kHeading) return std::nullopt;
    const NodeId heading = reading.marks[owner].node;
    if (bytes_[at] != '{' || at < reading.tree.content(heading).end) return std::nullopt;
    const Span span = reading.tree.span(heading);
    const std::size_t end = span.of(bytes_).find('}', at - span.begin);
    if (end == bytes_.npos) return std::nullopt;
    return Span{at, static_cast<Offset>(span.begin + end + 1)};
  }

  // From `at`, in or before a tag, past its '>' or to the line's end.
  Span tag_around(Offset at) const {
    const std::size_t end = std::min<std::size_t>(bytes_.find_first_of(">\n", at), body_.end - 1);
    return {at, static_cast<Offset>(end + 1)};
  }

  // ---- What is told

  void tell_causes() {
    std::ranges::stable_sort(found_, {}, [](const Difference& each) {
      const Reach reach = reach_of(each.construct);
      return std::tuple(each.span.begin, reach != Reach::kOwn, ~each.span.end, reach, each.construct);
    });
    const auto is_repeated = [](const Difference& a, const Difference& b) {
      return a.construct == b.construct && a.span == b.span && a.seen == b.seen;
    };
    found_.erase(std::unique(found_.begin(), found_.end(), is_repeated), found_.end());

    Covered own, blocks, spans, hidden;
    std::size_t last_block = 0, last_span = 0;  // in told_
    for (const Difference& each : found_) {
      const Offset begin = each.span.begin;
      if (hides_spans(each.construct)) hidden.add(each.span);
      switch (reach_of(each.construct)) {
        case Reach::kOwn:
          own.add(each.span);
          tell(each);
          break;
        case Reach::kBlock:
          if (blocks.reaches(begin) && !own.reaches(begin)) {
            join(last_block, each);
          } else if (!own.reaches(begin)) {
            last_block = tell(each);
          }
          blocks.add(each.span);
          break;
        case Reach::kSpan:
          if (hidden.reaches(begin)) break;
          if (spans.touches(begin)) {
            join(last_span, each);
          } else {
            last_span = tell(each);
          }
          spans.add(each.span);
          break;
      }
    }
    std::erase_if(told_, [&, cuts = cuts()](const Difference& each) { return is_cut(each, cuts); });
  }

  // Where an attribute list or an extension stands at the margin: on the site it ends a list or a quote.
  std::vector<Offset> cuts() const {
    std::vector<Offset> places;
    for (const Difference& each : found_) {
      const Offset begin = each.span.begin;
      const bool cuts =
          each.construct == Construct::kAttributeList || each.construct == Construct::kExtension;
      if (cuts && begin > body_.begin && bytes_[begin - 1] == '\n') places.push_back(begin);
    }
    return places;
  }

  // A list or a quote that both see and the site cuts in two follows from what cuts it.
  static bool is_cut(const Difference& difference, const std::vector<Offset>& cuts) {
    const bool can_be = difference.construct == Construct::kList || difference.construct == Construct::kQuote;
    if (!can_be || difference.seen != Seen::kDifferently) return false;
    const auto cut = std::ranges::upper_bound(cuts, difference.span.begin);
    return cut != cuts.end() && *cut <= difference.span.end;
  }

  std::size_t tell(const Difference& difference) {
    told_.push_back(difference);
    return told_.size() - 1;
  }

  // More at the place of what is told: where it is the same construct, both see it, each its own way.
  void join(std::size_t index, const Difference& more) {
    if (told_[index].construct == more.construct && told_[index].seen != more.seen)
      told_[index].seen = Seen::kDifferently;
  }

  // ---- Where blocks begin

  // Parts of the text that shows, each by its first and last place.
  struct Stretch {
    Rank begin, end;
  };

  // A block that begins in the midst of what the other takes for one, unless what was found says why.
  void tell_unmatched_begins() {
    const std::vector<Stretch> reasons = reasons_for_begins();
    const std::vector<Rank> site = ranks_of(site_.block_begins);
    const std::vector<Rank> elsewhere = ranks_of(elsewhere_.block_begins);
    tell_begins(site_, elsewhere, reasons, Seen::kOnSite);
    tell_begins(elsewhere_, site, reasons, Seen::kElsewhere);
  }

  void tell_begins(const Reading& reading, const std::vector<Rank>& others,
                   const std::vector<Stretch>& reasons, Seen seen) {
    std::optional<Rank> last;
    for (const Offset begin : reading.block_begins) {
      const Rank at = rank(begin);
      const bool shows_nothing = at == last || at == ranks_.back();
      if (shows_nothing || std::ranges::binary_search(others, at) || is_in(reasons, at)) continue;
      last = at;
      const bool is_html = other_finds_html(seen, begin);
      tell({is_html ? Construct::kHtml : Construct::kParagraph, seen, Span{begin, line_around(begin).end},
            markdown::kNoNode});
    }
  }

  // Blocks that differ, and tags: HTML breaks the text as it likes. Sorted, each reaching as far as those
  // before it.
  std::vector<Stretch> reasons_for_begins() const {
    std::vector<Stretch> reasons;
    for (const Difference& each : found_)
      if (reach_of(each.construct) != Reach::kSpan)
        reasons.push_back({rank(each.span.begin), rank(each.span.end)});
    for (const Reading* reading : {&site_, &elsewhere_})
      for (const Offset tag : reading->tags) reasons.push_back({rank(tag), rank(tag)});
    std::ranges::sort(reasons, {}, &Stretch::begin);
    for (std::size_t i = 1; i < reasons.size(); ++i)
      reasons[i].end = std::max(reasons[i].end, reasons[i - 1].end);
    return reasons;
  }

  static bool is_in(const std::vector<Stretch>& stretches, Rank at) {
    const auto after = std::ranges::upper_bound(stretches, at, {}, &Stretch::begin);
    return after != stretches.begin() && (after - 1)->end >= at;
  }

  std::vector<Rank> ranks_of(const std::vector<Offset>& offsets) const {
    std::vector<Rank> ranks;
    for (const Offset offset : offsets) ranks.push_back(rank(offset));
    std::ranges::sort(ranks);
    return ranks;
  }

  // Asked for many places of one line, a line's ends are looked for once.
  Span line_around(Offset at) {
    if (line_.contains(at)) return line_;
    Offset begin = at;
    while (begin > body_.begin && bytes_[begin - 1] != '\n') --begin;
    line_ = {begin, static_cast<Offset>(std::min<std::size_t>(bytes_.find('\n', at), body_.end))};
    return line_;
  }

  const Reading& site_;
  const Reading& elsewhere_;
  std::string_view bytes_;
  Span body_;
  Span line_;
  std::vector<Rank> ranks_;                             // by byte of the body, and of its end
  std::vector<bool> site_matches_, elsewhere_matches_;  // by mark: the other sees it, too
  std::vector<Difference> found_;                       // all differences, each with what follows from it
  std::vector<Difference> told_;
};

}  // namespace

std::vector<Difference> compare(const Reading& site, const Reading& elsewhere, Span body) {
  return Comparison(site, elsewhere, body).run();
}

}  // namespace depeche::portability
