#include "editor/format_citation.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "editor/block.h"
#include "editor/editing.h"
#include "editor/format_link.h"
#include "editor/insert_block.h"
#include "site/names/classes.h"

namespace depeche::editor {
namespace {

constexpr std::string_view kCitation = attribute_list(site::BlockClass::kCitation);
constexpr std::string_view kAuthor = attribute_list(site::BlockClass::kAuthor);
constexpr std::string_view kImportantLink = attribute_list(site::BlockClass::kImportantLink);
constexpr std::array kSiteLists = {kCitation, kAuthor, kImportantLink};

// What a line says behind its quote marks.
std::string_view content_of(const Line& line) {
  std::string_view content = line.bytes.substr(line.prefix.quotes.end);
  content = content.substr(0, content.find_last_not_of(" \t") + 1);
  return content.substr(std::min(content.find_first_not_of(" \t"), content.size()));
}

bool is_site_list(const Line& line) {
  return std::find(kSiteLists.begin(), kSiteLists.end(), content_of(line)) != kSiteLists.end();
}

// The lines of a block, quoted, and the attribute list below them.
std::string quoted(const Text& text, const Block& block, std::string_view list) {
  std::string result;
  const auto first = static_cast<std::uint32_t>(text.line_at(block.content.begin));
  const auto last = static_cast<std::uint32_t>(text.line_at(block.content.end));
  for (std::uint32_t number = first; number <= last; ++number) {
    const Line line(text, LineNumber{number});
    if (!is_site_list(line)) result.append("> ").append(content_of(line)).append("\n");
  }
  return result.append("> ").append(list);
}

// The first quote mark of a line and the space after it.
Span first_quote(const Line& line) {
  const std::size_t mark = line.bytes.find('>');
  const bool space = mark + 1 < line.prefix.quotes.end && line.bytes[mark + 1] == ' ';
  return {line.span.begin, line.span.begin + static_cast<Offset>(mark + (space ? 2 : 1))};
}

// Consecutive lines of a quote.
struct Quote {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool has(const Text& text, std::string_view list) const {
    for (std::uint32_t number = first; number <= last; ++number) {
      if (content_of(Line(text, LineNumber{number})) == list) return true;
    }
    return false;
  }
};

bool is_quoted(const Text& text, std::uint32_t number) {
  return Line(text, LineNumber{number}).prefix.quote_depth > 0;
}

std::optional<Quote> quote_at(const Text& text, std::uint32_t number) {
  if (number >= text.line_count() || !is_quoted(text, number)) return std::nullopt;
  Quote quote{number, number};
  while (quote.first > 0 && is_quoted(text, quote.first - 1)) --quote.first;
  while (quote.last + 1 < text.line_count() && is_quoted(text, quote.last + 1)) ++quote.last;
  return quote;
}

// The quote beyond the blank lines below or above this one.
std::optional<Quote> quote_after(const Text& text, const Quote& quote) {
  std::uint32_t number = quote.last + 1;
  while (number < text.line_count() && Line(text, LineNumber{number}).bytes.empty()) ++number;
  return quote_at(text, number);
}
std::optional<Quote> quote_before(const Text& text, const Quote& quote) {
  std::uint32_t number = quote.first;
  while (number > 0 && Line(text, LineNumber{number - 1}).bytes.empty()) --number;
  return number > 0 ? quote_at(text, number - 1) : std::nullopt;
}

void unquote(const Text& text, const Quote& quote, std::vector<Replacement>& edits) {
  for (std::uint32_t number = quote.first; number <= quote.last; ++number) {
    const Line line(text, LineNumber{number});
    if (is_site_list(line)) {
      edits.push_back({text.line_with_ending(LineNumber{number}), ""});
    } else {
      edits.push_back({first_quote(line), ""});
    }
  }
}

}  // namespace

std::optional<Transaction> make_citation(const EditorState& state, std::string_view author) {
  const Text& text = state.text;
  const std::vector<Block> blocks = selected_blocks(text, state.selection.span());
  const std::string by_author = "\n\n> " + std::string(author) + "\n> " + std::string(kAuthor);
  if (blocks.empty()) {
    const std::string block = "> \n> " + std::string(kCitation) + by_author;
    return insert_block(state, block, Selection::caret(2));
  }
  const bool has_author = blocks.size() > 1;
  std::string block;
  for (std::size_t i = 0; i + (has_author ? 1 : 0) < blocks.size(); ++i) {
    if (i > 0) block += "\n>\n";
    block += quoted(text, blocks[i], kCitation);
  }
  const auto end = static_cast<Offset>(block.size());
  Selection selected{end + 4, end + 4 + static_cast<Offset>(author.size())};
  if (has_author) {
    block.append("\n\n").append(quoted(text, blocks.back(), kAuthor));
    selected = Selection::caret(static_cast<Offset>(block.size() - kAuthor.size() - 3));
  } else {
    block += by_author;
  }
  const Offset begin = text.line(text.line_at(blocks.front().content.begin)).begin;
  return replace_with_block(state, {begin, blocks.back().content.end}, block, selected);
}

std::optional<Transaction> insert_important_link(const EditorState& state, Span replaced,
                                                 std::string_view target, std::string_view label) {
  const std::string link = link_markdown(target, label);
  const std::string block = "> " + link + "{: target=\"_blank\"}\n> " + std::string(kImportantLink);
  const Selection caret = Selection::caret(static_cast<Offset>(block.size()));
  return replaced.empty() ? insert_block(state, block, caret)
                          : replace_with_block(state, replaced, block, caret);
}

std::optional<Transaction> remove_site_block(const EditorState& state) {
  const Text& text = state.text;
  const auto quote = quote_at(text, static_cast<std::uint32_t>(text.line_at(state.selection.head)));
  if (!quote) return std::nullopt;
  std::vector<Replacement> edits;
  if (quote->has(text, kAuthor)) {
    const auto citation = quote_before(text, *quote);
    if (citation && citation->has(text, kCitation)) unquote(text, *citation, edits);
  }
  const bool is_site_block = std::any_of(kSiteLists.begin(), kSiteLists.end(),
                                         [&](std::string_view list) { return quote->has(text, list); });
  if (!is_site_block) return std::nullopt;
  unquote(text, *quote, edits);
  if (quote->has(text, kCitation)) {
    const auto author = quote_after(text, *quote);
    if (author && author->has(text, kAuthor)) unquote(text, *author, edits);
  }
  return replace(state, std::move(edits), Bias::kAfter);
}

}  // namespace depeche::editor
