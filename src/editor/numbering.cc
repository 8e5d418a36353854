#include "editor/numbering.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>
#include <utility>

#include "editor/block.h"

namespace depeche::editor {
namespace {

constexpr std::uint32_t kReach = 2000;  // lines

enum class Relation { kSibling, kInside, kOutside };

// How a line stands to the items of `item`'s list; `after_blank`: a blank line is between it and them.
Relation relation(const Line& line, const Line& item, bool after_blank) {
  if (line.prefix.quote_depth != item.prefix.quote_depth) return Relation::kOutside;
  if (line.blank()) return Relation::kInside;
  const Offset indentation = line.prefix.indentation.size();
  const Offset own = item.prefix.indentation.size();
  if (indentation > own) return Relation::kInside;
  if (indentation < own) return Relation::kOutside;
  if (line.prefix.marker == Marker::kOrdered) return Relation::kSibling;
  // Text that runs on from the line above.
  return line.prefix.marker == Marker::kNone && !after_blank ? Relation::kInside : Relation::kOutside;
}

// The first item of the list: the topmost sibling.
std::uint32_t first_item(const Text& text, std::uint32_t number, const Line& item) {
  std::uint32_t first = number;
  for (std::uint32_t above = number; above > 0 && number - above < kReach; --above) {
    const Line line(text, LineNumber{above - 1});
    const bool after_blank = above >= 2 && Line(text, LineNumber{above - 2}).blank();
    const Relation how = relation(line, item, after_blank);
    if (how == Relation::kOutside) break;
    if (how == Relation::kSibling) first = above - 1;
  }
  return first;
}

// The number that an attribute list right above the first item has the list begin with: `{: start="3"}`. None
// where there is no such list, or what stands above it takes it.
std::optional<std::uint32_t> given_start(const Text& text, const Line& first_item) {
  constexpr std::string_view kStart = "start=\"";
  const auto number = static_cast<std::uint32_t>(text.line_at(first_item.span.begin));
  if (number == 0) return std::nullopt;
  const Line above(text, LineNumber{number - 1});
  if (number > 1 && !Line(text, LineNumber{number - 2}).blank()) return std::nullopt;
  std::string_view list = above.bytes.substr(above.content_begin() - above.span.begin);
  const std::size_t start = list.find(kStart);
  if (!list.starts_with("{:") || start == std::string_view::npos) return std::nullopt;
  if (list[start - 1] != ' ' && list[start - 1] != ':') return std::nullopt;
  list.remove_prefix(start + kStart.size());
  std::uint32_t value = 0;
  const auto read = std::from_chars(list.data(), list.data() + list.size(), value);
  if (read.ec != std::errc() || read.ptr == list.data() + list.size() || *read.ptr != '"')
    return std::nullopt;
  return value;
}

}  // namespace

std::vector<Replacement> renumbering(const Text& text, LineNumber line_number) {
  const Line item(text, line_number);
  if (item.prefix.marker != Marker::kOrdered) return {};
  const auto asked = static_cast<std::uint32_t>(line_number);
  std::vector<Line> items;
  bool after_blank = false;
  for (std::uint32_t number = first_item(text, asked, item); number < text.line_count(); ++number) {
    if (number > asked + kReach) break;
    Line line(text, LineNumber{number});
    const Relation how = relation(line, item, after_blank);
    if (how == Relation::kOutside) break;
    after_blank = line.blank();
    if (how == Relation::kSibling) items.push_back(std::move(line));
  }
  const bool alike = items.size() > 2 && std::all_of(items.begin(), items.end(), [&](const Line& each) {
                       return each.prefix.number == items.front().prefix.number;
                     });
  if (alike) return {};

  std::vector<Replacement> edits;
  if (items.empty()) return {};
  const bool begins = items.front().span == item.span && !item.prefix.indentation.empty();
  std::uint32_t wanted = given_start(text, items.front()).value_or(begins ? 1 : items.front().prefix.number);
  for (const Line& each : items) {
    if (each.prefix.number != wanted) {
      const Offset begin = each.span.begin + each.prefix.marker_span.begin;
      const std::size_t digits = each.prefix.marker_span.of(each.bytes).find_first_not_of("0123456789");
      edits.push_back({{begin, begin + static_cast<Offset>(digits)}, std::to_string(wanted)});
    }
    ++wanted;
  }
  return edits;
}

Transaction with_renumbering(const EditorState& state, Transaction transaction) {
  const Text after = transaction.change.apply(state.text);
  const LineNumber here = after.line_at(transaction.selection.head);
  std::vector<Replacement> edits = renumbering(after, here);
  // An item that moved in or out leaves a gap in the list that follows it.
  for (auto below = static_cast<std::uint32_t>(here) + 1; below < after.line_count(); ++below) {
    const Line line(after, LineNumber{below});
    if (line.blank() || line.prefix.marker != Marker::kOrdered) break;
    const Line caret(after, here);
    if (line.prefix.indentation.size() == caret.prefix.indentation.size() &&
        caret.prefix.marker == Marker::kOrdered)
      break;  // the same list
    std::vector<Replacement> more = renumbering(after, LineNumber{below});
    edits.insert(edits.end(), more.begin(), more.end());
    break;
  }
  const std::optional<Change> change = Change::of(after.size(), std::move(edits));
  if (!change || change->empty()) return transaction;
  transaction.selection = transaction.selection.map(*change, Bias::kAfter);
  transaction.change = transaction.change.compose(*change);
  return transaction;
}

}  // namespace depeche::editor
