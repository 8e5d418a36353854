#include "app/pasting.h"

#include <algorithm>

#include "app/place.h"
#include "app/text_commands.h"
#include "editor/block.h"
#include "editor/editing.h"
#include "paste/rich_paste.h"
#include "writers/html.h"

namespace depeche::app {
namespace {

constexpr Offset kLongestPrefix = 64;  // of a line in lists and quotes; a longer one is no writing

bool reads_markdown(const Release& release, Offset offset) {
  if (is_in_front_matter(release, offset)) return false;
  switch (release.tree.kind(release.tree.node_at(offset))) {
    case markdown::Kind::kCodeBlock:
    case markdown::Kind::kCodeSpan:
    case markdown::Kind::kMathBlock:
    case markdown::Kind::kHtmlComment:
      return false;
    default:
      return true;
  }
}

// As it is in a file that was just opened: nothing can be written there.
bool is_above_front_matter(const editor::EditorState& state, const Release& release) {
  const frontmatter::FrontMatter& front = release.front_matter;
  return front.present && state.selection.span().end <= front.span.begin;
}

bool is_blank(std::string_view text) {
  return text.find_first_not_of(" \t") == std::string_view::npos;
}

// The lines around the selection: what blocks put into its place must be parted from.
class Surroundings {
 public:
  Surroundings(const Text& text, Span selection)
      : text_(text),
        first_(text, text.line_at(selection.begin)),
        last_(text, text.line_at(selection.end)),
        selection_(selection) {}

  // Line ends that make the lines before end in a blank one.
  std::string_view break_before() const {
    const std::string_view before = first_.bytes.substr(0, selection_.begin - first_.span.begin);
    if (selection_.begin > first_.content_begin() || !is_blank(before)) return "\n\n";
    return has_text_above() ? "\n" : "";
  }
  std::string_view break_after() const {
    const std::string_view after = last_.bytes.substr(selection_.end - last_.span.begin);
    if (!is_blank(after)) return "\n\n";
    return has_text_below() ? "\n" : "";
  }

  // What keeps a further line in the item or quote that the first is in.
  std::string further_prefix() const {
    const editor::LinePrefix& prefix = first_.prefix;
    if (prefix.end() > kLongestPrefix || selection_.begin < first_.content_begin()) return "";
    std::string further(prefix.quotes.of(first_.bytes));
    if (prefix.is_item()) further.append(prefix.end() - prefix.quotes.size(), ' ');
    return further;
  }

 private:
  bool has_text_above() const { return first_.span.begin > 0 && !line_at(first_.span.begin - 1).blank(); }
  bool has_text_below() const {
    const Offset next = text_.line_with_ending(text_.line_at(selection_.end)).end;
    return next > last_.span.end && !line_at(next).blank();
  }
  editor::Line line_at(Offset offset) const { return {text_, text_.line_at(offset)}; }

  const Text& text_;
  editor::Line first_;
  editor::Line last_;
  Span selection_;
};

std::string with_prefix(std::string_view lines, std::string_view prefix) {
  std::string prefixed;
  while (true) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    prefixed += lines.substr(0, end);
    if (end == lines.size()) return prefixed;
    lines.remove_prefix(end + 1);
    const bool is_blank_line = lines.starts_with('\n');
    prefixed.push_back('\n');
    prefixed += is_blank_line ? prefix.substr(0, prefix.find_last_not_of(' ') + 1) : prefix;
  }
}

std::optional<editor::Transaction> transaction_of(const paste::RichPaste& pasted,
                                                  const editor::EditorState& state, const Release& release) {
  if (pasted.markdown.empty()) return std::nullopt;
  if (is_above_front_matter(state, release)) {
    const auto end = static_cast<Offset>(pasted.markdown.size());
    return insert_in_body(state, release, pasted.markdown, Selection::caret(end));
  }
  const Surroundings around(state.text, state.selection.span());
  std::string markdown;
  if (!pasted.begins_in_line) markdown += around.break_before();
  markdown += pasted.markdown;
  if (!pasted.ends_in_line) markdown += around.break_after();
  return editor::insert_text(state, with_prefix(markdown, around.further_prefix()),
                             editor::UserEvent::kPaste);
}

}  // namespace

std::optional<Message> remark_on_pictures(const paste::RichPaste& pasted) {
  if (pasted.lost_pictures == 1) return Message{"app/picture-not-pasted", {}};
  if (pasted.lost_pictures > 1)
    return Message{"app/pictures-not-pasted", {std::to_string(pasted.lost_pictures)}};
  if (pasted.pictures_elsewhere == 1) return Message{"app/pasted-picture-elsewhere", {pasted.picture_host}};
  if (pasted.pictures_elsewhere > 1)
    return Message{"app/pasted-pictures-elsewhere", {std::to_string(pasted.pictures_elsewhere)}};
  return std::nullopt;
}

HtmlPaste paste_html(const editor::EditorState& state, const Release& release, std::string_view html) {
  const bool is_read =
      is_above_front_matter(state, release) || reads_markdown(release, state.selection.span().begin);
  if (!is_read) return {};
  const paste::RichPaste pasted = paste::read_rich_paste(html);
  return {transaction_of(pasted, state, release), remark_on_pictures(pasted)};
}

std::string html_of_selection(const editor::EditorState& state, const Release& release) {
  const Span selection = state.selection.span();
  const Span body{std::max(selection.begin, release.body.begin), selection.end};
  if (body.begin >= body.end) return "";
  const Release part = read_release(Text(std::string(state.text.bytes(body))), release.dialect);
  return writers::html(part, writers::HtmlMode::kSafe);
}

}  // namespace depeche::app
