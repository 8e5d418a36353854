#include "app/header_paste.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/place.h"
#include "app/text_commands.h"
#include "base/ascii.h"
#include "editor/editing.h"
#include "frontmatter/front_matter.h"
#include "paste/rich_paste.h"
#include "site/names/fields.h"

namespace depeche::app {
namespace {

constexpr std::size_t kLongestValue = 300;  // bytes; more than that is no title
constexpr std::size_t kMaxJoinedLines = 3;

// Those that say something, without the blanks around them.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (!trimmed(line).empty()) lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

// "date: …", as the site names its fields; sentences begin with a capital letter.
bool is_field(std::string_view line) {
  const std::size_t colon = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_-");
  if (colon == 0 || colon == line.npos || line[colon] != ':') return false;
  return colon + 1 == line.size() || line[colon + 1] == ' ';
}

// Whether the lines are of a header themselves. The first may be the end of a value.
bool are_fields(const std::vector<std::string_view>& lines) {
  const auto belongs = [](std::string_view line) {
    return is_field(line) || line.starts_with("- ") || line.starts_with("  ") || line.starts_with('#');
  };
  return std::any_of(lines.begin(), lines.end(), is_field) &&
         std::all_of(lines.begin() + 1, lines.end(), belongs);
}

// Whether `span` is within a text of several lines, or a list in brackets that is.
bool is_in_long_value(const frontmatter::Value& value, const Text& text, Span span) {
  if (const auto* items = value.sequence()) {
    const bool is_flow = !value.span.empty() && value.span.of(text.bytes()).starts_with('[');
    if (!is_flow)
      return std::any_of(items->begin(), items->end(),
                         [&](const frontmatter::Value& item) { return is_in_long_value(item, text, span); });
  } else if (const auto* entries = value.mapping()) {
    return std::any_of(entries->begin(), entries->end(), [&](const frontmatter::Entry& entry) {
      return is_in_long_value(entry.value, text, span);
    });
  }
  return value.span.contains(span) && text.line_at(value.span.begin) != text.line_at(value.span.end);
}

bool is_new_release(const Release& release) {
  const frontmatter::Value* title = release.front_matter.find(site::name_of(site::Field::kTitle));
  if (title == nullptr || release.front_matter.broken) return false;
  const bool is_empty = std::holds_alternative<frontmatter::Null>(title->data) ||
                        (title->string() != nullptr && title->string()->empty());
  return is_empty && trimmed(release.text.bytes(release.body)).empty();
}

struct TitleAndBody {
  std::string title;
  std::string body;
};

// The first line of Markdown apart from the rest, if it can be a title.
TitleAndBody part_title(std::string_view markdown) {
  const std::size_t end = std::min(markdown.find('\n'), markdown.size());
  const Release line = read_release(Text(std::string(markdown.substr(0, end))));
  const markdown::NodeId block = line.tree.first_child(line.tree.root());
  const bool is_line_of_words =
      block != markdown::kNoNode && (line.tree.kind(block) == markdown::Kind::kHeading ||
                                     line.tree.kind(block) == markdown::Kind::kParagraph);
  if (!is_line_of_words) return {"", std::string(markdown)};
  const std::string plain = line.tree.plain_text(block);
  const std::string_view title = trimmed(plain);
  const bool is_table = markdown.starts_with('|');
  if (title.empty() || title.size() > kLongestValue || is_table) return {"", std::string(markdown)};
  return {std::string(title), std::string(trimmed(markdown.substr(end)))};
}

std::string with_endings(std::string_view lines, std::string_view ending) {
  std::string text;
  for (const char character : lines) {
    if (character == '\n')
      text += ending;
    else
      text += character;
  }
  return text;
}

std::optional<editor::Transaction> fill_in(const editor::EditorState& state, const Release& release,
                                           std::string_view markdown) {
  const TitleAndBody parts = part_title(markdown);
  const Text& text = state.text;
  Change change(text.size());
  if (!parts.title.empty()) {
    const auto title = frontmatter::set_field(text, site::name_of(site::Field::kTitle), parts.title);
    std::optional<Change> set = title.ok() ? Change::of(text.size(), *title) : std::nullopt;
    if (!set) return std::nullopt;
    change = *std::move(set);
  }
  const Text titled = change.apply(text);
  const Offset fence_end = text.line(text.line_at(release.front_matter.yaml.end)).end;
  const Offset body = change.map_position(fence_end, Bias::kAfter);
  const std::string lines = with_endings("\n\n" + parts.body, text.line_ending());
  const auto filled =
      Change::of(titled.size(), {{{body, titled.size()}, lines + std::string(text.line_ending())}});
  if (!filled) return std::nullopt;
  const Offset caret = body + static_cast<Offset>(lines.size());
  return editor::Transaction{change.compose(*filled), Selection::caret(caret), editor::UserEvent::kPaste, {}};
}

}  // namespace

std::optional<HtmlPaste> paste_into_header(const editor::EditorState& state, const Release& release,
                                           std::string_view html, std::string_view text) {
  const Span selected = state.selection.span();
  const bool is_within = release.front_matter.present && selected.end > release.front_matter.span.begin &&
                         is_in_front_matter(release, selected.begin);
  if (!is_within) return std::nullopt;
  const std::string plain = with_line_ending(text, "\n");
  const std::vector<std::string_view> plain_lines = lines_of(plain);
  if (!plain_lines.empty() && are_fields(plain_lines)) return std::nullopt;
  const paste::RichPaste rich = paste::read_rich_paste(html);
  const std::string_view markdown = rich.markdown.empty() ? trimmed(plain) : std::string_view(rich.markdown);
  const bool has_lines = markdown.find('\n') != markdown.npos;
  if (!has_lines && plain.find('\n') == plain.npos) return std::nullopt;

  const std::optional<Message> pictures = remark_on_pictures(rich);
  if (has_lines && is_new_release(release)) {
    if (auto filled = fill_in(state, release, markdown)) return HtmlPaste{std::move(filled), pictures};
  }
  const bool spans_lines = state.text.line_at(selected.begin) != state.text.line_at(selected.end);
  if (spans_lines || is_in_long_value(release.front_matter.root, state.text, selected)) return std::nullopt;
  const bool is_short = plain_lines.size() <= kMaxJoinedLines && plain.size() <= kLongestValue;
  if (is_short && !plain_lines.empty()) {
    std::string joined;
    for (const std::string_view line : plain_lines) {
      if (!joined.empty()) joined += ' ';
      joined += trimmed(line);
    }
    return HtmlPaste{editor::insert_text(state, joined, editor::UserEvent::kPaste), std::nullopt};
  }
  return HtmlPaste{
      insert_in_body(state, release, markdown, Selection::caret(static_cast<Offset>(markdown.size()))),
      pictures ? pictures : Message{"app/pasted-into-body", {}}};
}

}  // namespace depeche::app
