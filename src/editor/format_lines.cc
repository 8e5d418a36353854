#include "editor/format_lines.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include "editor/block.h"
#include "editor/editing.h"

namespace depeche::editor {
namespace {

// The selected lines that hold text; all of them when none does.
std::vector<Line> lines_to_mark(const EditorState& state) {
  std::vector<Line> lines = selected_lines(state.text, state.selection.span());
  const bool all_blank =
      std::all_of(lines.begin(), lines.end(), [](const Line& line) { return line.blank(); });
  if (!all_blank) std::erase_if(lines, [](const Line& line) { return line.blank(); });
  return lines;
}

Span at(const Line& line, Span within) {
  return {line.span.begin + within.begin, line.span.begin + within.end};
}

// The marker of a line, and its task box if there is one.
Span whole_marker(const Line& line) {
  return at(line, {line.prefix.marker_span.begin, line.prefix.end()});
}

// Numbers items, those of each indentation for themselves.
class Numbering {
 public:
  std::uint32_t next(Offset indentation) {
    counts_.erase(counts_.upper_bound(indentation), counts_.end());
    return ++counts_[indentation];
  }

 private:
  std::map<Offset, std::uint32_t> counts_;
};

// The first quote mark of a line and the space after it.
Span first_quote(const Line& line) {
  const std::size_t mark = line.bytes.find('>');
  const bool space = mark + 1 < line.prefix.quotes.end && line.bytes[mark + 1] == ' ';
  return at(line, {0, static_cast<Offset>(mark + (space ? 2 : 1))});
}

}  // namespace

std::optional<Transaction> toggle_heading(const EditorState& state, std::uint32_t level) {
  if (level < 1 || level > 6) return std::nullopt;
  const std::vector<Line> lines = lines_to_mark(state);
  const auto is_wanted = [&](const Line& line) {
    return line.prefix.marker == Marker::kHeading && line.prefix.number == level;
  };
  const bool remove = std::all_of(lines.begin(), lines.end(), is_wanted);
  const std::string marker = remove ? "" : std::string(level, '#') + ' ';

  std::vector<Replacement> edits;
  for (const Line& line : lines) {
    if (remove || !is_wanted(line)) edits.push_back({whole_marker(line), marker});
  }
  return replace(state, std::move(edits), Bias::kAfter);
}

std::optional<Transaction> remove_headings(const EditorState& state) {
  std::vector<Replacement> edits;
  for (const Line& line : lines_to_mark(state)) {
    if (line.prefix.marker == Marker::kHeading) edits.push_back({whole_marker(line), ""});
  }
  return replace(state, std::move(edits), Bias::kAfter);
}

std::optional<Transaction> toggle_list(const EditorState& state, ListKind kind) {
  const std::vector<Line> lines = lines_to_mark(state);
  const Marker wanted = kind == ListKind::kBullet ? Marker::kBullet : Marker::kOrdered;
  const auto is_wanted = [&](const Line& line) { return line.prefix.marker == wanted; };
  const bool remove = std::all_of(lines.begin(), lines.end(), is_wanted);

  std::vector<Replacement> edits;
  Numbering numbering;
  for (const Line& line : lines) {
    const std::uint32_t number = numbering.next(line.prefix.indentation.size());
    if (remove) {
      edits.push_back({whole_marker(line), ""});
    } else if (!is_wanted(line)) {
      const std::string marker = kind == ListKind::kBullet ? "- " : std::to_string(number) + ". ";
      edits.push_back({at(line, line.prefix.marker_span), marker});
    }
  }
  return replace(state, std::move(edits), Bias::kAfter);
}

std::optional<Transaction> toggle_quote(const EditorState& state) {
  const std::vector<Line> marked = lines_to_mark(state);
  const auto is_quoted = [](const Line& line) { return !line.prefix.quotes.empty(); };
  const bool remove = std::all_of(marked.begin(), marked.end(), is_quoted);

  const std::vector<Line> lines = selected_lines(state.text, state.selection.span());
  std::vector<Replacement> edits;
  for (const Line& line : lines) {
    if (!remove) {
      const bool between = line.span.empty() && lines.size() > 1;
      edits.push_back({{line.span.begin, line.span.begin}, between ? ">" : "> "});
    } else if (is_quoted(line)) {
      edits.push_back({first_quote(line), ""});
    }
  }
  return replace(state, std::move(edits), Bias::kAfter);
}

}  // namespace depeche::editor
