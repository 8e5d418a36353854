// list/bullet-signs
//
// Two lines or more of a paragraph that begin with “•”, “‣”, “◦”, “▪”, “●”, “■” or the sign of Word's
// bullets, as text from PDF files and mail does: the site shows them as one paragraph. With “–” or “·”, which
// begin lines of ordinary text too, only where every line from the first on does so. Fix: a list, with a
// second kind of bullet one level deeper, and further lines of an item in it.
//
// ```diff
// - ⟦• un
// - • deux⟧
// + - un
// + - deux
// ```
#include <algorithm>
#include <string>

#include "rules/rule.h"
#include "rules/source.h"

namespace depeche::rules {
namespace {

using markdown::Kind;
using markdown::NodeId;

constexpr std::string_view kBullets[] = {"•", "‣", "◦", "▪", "●", "■", "\uF0B7"};  // the last is Word's
constexpr std::string_view kSignsInText[] = {"–", "·"};
constexpr std::string_view kBlanks[] = {" ", "\t", "\u00A0", "\u202F"};
constexpr std::size_t kMinItems = 2;

struct Line {
  Span span = {};              // without its line ending
  Offset text = 0;             // behind the blanks that it begins with
  std::string_view sign = {};  // its bullet; empty without one
  Offset rest = 0;             // behind the bullet and the blanks after it
};

template <std::size_t kSize>
std::string_view find_prefix(std::string_view text, const std::string_view (&prefixes)[kSize]) {
  const auto* const found =
      std::ranges::find_if(prefixes, [&](std::string_view prefix) { return text.starts_with(prefix); });
  return found == std::end(prefixes) ? std::string_view() : *found;
}

Offset skip_blanks(std::string_view bytes, Span line, Offset at) {
  while (true) {
    const std::string_view blank = find_prefix(bytes.substr(at, line.end - at), kBlanks);
    if (blank.empty()) return at;
    at += static_cast<Offset>(blank.size());
  }
}

Line read_line(std::string_view bytes, Span span) {
  Line line{.span = span};
  line.text = skip_blanks(bytes, span, span.begin);
  const std::string_view text = bytes.substr(line.text, span.end - line.text);
  std::string_view sign = find_prefix(text, kBullets);
  if (sign.empty()) sign = find_prefix(text, kSignsInText);
  if (sign.empty()) return line;
  const Offset behind = line.text + static_cast<Offset>(sign.size());
  line.rest = skip_blanks(bytes, span, behind);
  if (line.rest > behind && line.rest < span.end) line.sign = text.substr(0, sign.size());
  return line;
}

std::vector<Line> lines_of(const Text& text, Span paragraph) {
  std::vector<Line> lines;
  const auto first = static_cast<std::uint32_t>(text.line_at(paragraph.begin));
  for (std::uint32_t number = first; number < text.line_count(); ++number) {
    const Span line = text.line(LineNumber{number});
    if (line.begin >= paragraph.end) break;
    lines.push_back(read_line(text.bytes(), line));
  }
  return lines;
}

bool may_begin_text(std::string_view sign) {
  return std::ranges::find(kSignsInText, sign) != std::end(kSignsInText);
}

// The lines from the first item to the end of the paragraph; empty where they are no list.
std::span<const Line> find_items(std::span<const Line> lines) {
  const auto has_sign = [](const Line& line) { return !line.sign.empty(); };
  const auto first = std::ranges::find_if(lines, has_sign);
  if (static_cast<std::size_t>(std::count_if(first, lines.end(), has_sign)) < kMinItems) return {};
  const auto may_be_text = [](const Line& line) { return line.sign.empty() || may_begin_text(line.sign); };
  const bool is_doubtful = std::all_of(first, lines.end(), may_be_text);
  if (is_doubtful && !std::all_of(first, lines.end(), has_sign)) return {};
  return {first, lines.end()};
}

// `- ` for each bullet; one of another kind than the first is deeper, until an earlier kind comes again.
std::vector<Replacement> list_of(const Text& text, std::span<const Line> items, bool follows_text) {
  constexpr std::size_t kWidth = 2;  // of "- "
  std::vector<Replacement> edits;
  std::vector<std::string_view> signs;
  for (const Line& line : items) {
    std::string front;
    Span place{line.span.begin, line.text};
    if (!line.sign.empty()) {
      const auto known = std::ranges::find(signs, line.sign);
      if (known == signs.end()) {
        signs.push_back(line.sign);
      } else {
        signs.erase(known + 1, signs.end());
      }
      if (edits.empty() && follows_text) front += text.line_ending();
      front.append((signs.size() - 1) * kWidth, ' ').append("- ");
      place.end = line.rest;
    } else if (!text.bytes(line.span).starts_with('{')) {  // attributes of the whole stay at the margin
      front.append(signs.size() * kWidth, ' ');
    } else {
      continue;
    }
    edits.push_back({place, std::move(front)});
  }
  return edits;
}

void check(const Input& input, NodeId node, Report& found) {
  // In lists and quotes the lines begin with what these need.
  if (input.tree().parent(node) != input.tree().root()) return;
  const Text& text = input.release.text;
  const std::vector<Line> lines = lines_of(text, input.tree().span(node));
  const std::span<const Line> items = find_items(lines);
  if (items.empty()) return;
  const bool follows_text = items.size() < lines.size();
  found.add({items.front().text, items.back().span.end}, {std::string(items.front().sign)},
            {{{"fix/make-list", {}}, list_of(text, items, follows_text)}});
}

}  // namespace

extern const Rule list_bullet_signs = {
    .id = "list/bullet-signs",
    .order = 390,
    .severity = Severity::kHint,
    .check_node = {{Kind::kParagraph}, check},
};

}  // namespace depeche::rules
