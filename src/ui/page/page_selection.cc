#include "ui/page/page_selection.h"

#include <algorithm>

#include "ui/page/page_table.h"
#include "writers/html_escape.h"

namespace depeche::ui {
namespace {

using markdown::kNoNode;

PageText of_ours(std::string text) {
  PageText ours;
  ours.text = std::move(text);
  return ours;
}

std::string escaped(std::string_view text) {
  std::string html;
  writers::append_html_attribute(html, text);
  return html;
}

std::string element_of(LineLook look) {
  switch (look) {
    case LineLook::kTitle:
      return "h1";
    case LineLook::kLabel:
      return "h2";
    case LineLook::kDate:
    case LineLook::kLead:
    case LineLook::kEmpty:
      return "p";
  }
  return "p";
}

// The element that holds the text of a block.
struct ElementOf {
  std::string operator()(const PageHeading& heading) const {
    return std::string("h").append(std::to_string(std::clamp(heading.level, 1, 6)));
  }
  std::string operator()(const PageLine& line) const { return element_of(line.look); }
  std::string operator()(const PageCode&) const { return "pre"; }
  std::string operator()(const PageRow&) const { return "tr"; }
  std::string operator()(const PageBody&) const { return "p"; }
  std::string operator()(const PageContentsEntry&) const { return "p"; }
  std::string operator()(const PageCategories&) const { return "p"; }
  std::string operator()(const PageTags&) const { return "p"; }
  std::string operator()(const PageContact&) const { return "p"; }
  std::string operator()(const PageFile&) const { return "p"; }
  std::string operator()(const PagePictures&) const { return "p"; }
  std::string operator()(const PageUnshown&) const { return "p"; }
  std::string operator()(const PageRule&) const { return "p"; }
};

struct Tag {
  std::string element;
  std::string attributes;
};

// The elements around a piece of text, from the outermost.
std::vector<Tag> tags_of(const Release& release, const PagePiece& piece) {
  std::vector<Tag> tags;
  if (const auto href = piece.link == kNoNode ? std::nullopt : release.tree.attribute(piece.link, "href"))
    tags.push_back({"a", std::string(" href=\"").append(escaped(*href)).append("\"")});
  if (piece.look.bold) tags.push_back({"strong", ""});
  if (piece.look.italic) tags.push_back({"em", ""});
  if (piece.look.struck) tags.push_back({"del", ""});
  if (piece.look.code) tags.push_back({"code", ""});
  if (piece.look.marked) tags.push_back({"mark", ""});
  if (piece.look.script != 0) tags.push_back({piece.look.script > 0 ? "sup" : "sub", ""});
  return tags;
}

// Line feeds of a text as HTML has them.
std::string with_breaks(std::string html) {
  for (std::size_t at = html.find('\n'); at != std::string::npos; at = html.find('\n', at + 5))
    html.replace(at, 1, "<br>\n");
  return html;
}

std::string inline_html(const Release& release, const PageText& text, Span part) {
  if (text.pieces.empty()) return with_breaks(escaped(part.of(text.text)));
  std::string html;
  for (const PagePiece& piece : text.pieces) {
    const Span shown{std::max(piece.range.begin, part.begin), std::min(piece.range.end, part.end)};
    if (shown.begin >= shown.end) continue;
    const std::vector<Tag> tags = tags_of(release, piece);
    for (const Tag& tag : tags) html.append("<").append(tag.element).append(tag.attributes).append(">");
    html += with_breaks(escaped(shown.of(text.text)));
    for (std::size_t i = tags.size(); i-- > 0;) html.append("</").append(tags[i].element).append(">");
  }
  return html;
}

// Writes blocks one after the other; what they stand in is opened and closed between them.
class Copier {
 public:
  Copier(const Release& release, const PageBlocks& page) : release_(release), page_(page) {}

  void add(const PageBlock& block, const std::vector<PageText>& texts, const std::vector<Span>& parts) {
    const auto* row = block.as<PageRow>();
    const bool is_row = row != nullptr;
    enter(block, is_row);
    add_text(block, texts, parts, is_row);
    const std::string element = std::visit(ElementOf{}, block.content);
    copy_.html.append("<").append(element).append(">");
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (row != nullptr) copy_.html += row->is_head ? "<th>" : "<td>";
      const bool verbatim = block.as<PageCode>() != nullptr;
      copy_.html +=
          verbatim ? escaped(parts[i].of(texts[i].text)) : inline_html(release_, texts[i], parts[i]);
      if (row != nullptr) copy_.html += row->is_head ? "</th>" : "</td>";
    }
    copy_.html.append("</").append(element).append(">\n");
  }

  PageCopy finish() {
    leave(0);
    return std::move(copy_);
  }

 private:
  struct Open {
    std::uint32_t container;  // kNoContainer: what no container of the page is, a list or a table
    std::string element;
  };

  void add_text(const PageBlock& block, const std::vector<PageText>& texts, const std::vector<Span>& parts,
                bool is_row) {
    if (!copy_.text.empty()) {
      const bool close = (is_row && after_row_) || (block.opens > 0 && !block.marker.empty() && after_item_);
      copy_.text += close ? "\n" : "\n\n";
    }
    after_row_ = is_row;
    after_item_ = page_.is_inside(block, ContainerLook::kItem);
    if (!block.marker.empty()) copy_.text.append(block.marker).append(" ");
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (i > 0) copy_.text += is_row ? "\t" : "\n";
      copy_.text += parts[i].of(texts[i].text);
    }
  }

  // Closes what the block does not stand in, and opens what it does.
  void enter(const PageBlock& block, bool is_row) {
    std::vector<std::uint32_t> chain;
    for (std::uint32_t at = block.container; at != kNoContainer; at = page_.containers[at].parent)
      chain.push_back(at);
    std::reverse(chain.begin(), chain.end());
    std::size_t kept = 0;
    std::size_t depth = 0;
    for (std::size_t i = 0; i < open_.size() && depth < chain.size(); ++i) {
      if (open_[i].container == kNoContainer) continue;
      if (open_[i].container != chain[depth]) break;
      kept = i + 1;
      ++depth;
    }
    // The list around the next item, and the table around the next row, go on.
    const bool next_item =
        depth < chain.size() && page_.containers[chain[depth]].look == ContainerLook::kItem;
    const bool goes_on =
        kept < open_.size() && open_[kept].container == kNoContainer &&
        (open_[kept].element == "table" ? is_row && depth == chain.size()
                                        : next_item && open_[kept].element == list_of(block));
    leave(goes_on ? kept + 1 : kept);
    for (; depth < chain.size(); ++depth) {
      const ContainerLook look = page_.containers[chain[depth]].look;
      const bool is_item = look == ContainerLook::kItem || look == ContainerLook::kFootnote;
      const bool has_list =
          !open_.empty() && open_.back().container == kNoContainer && open_.back().element != "table";
      if (is_item && !has_list) open(kNoContainer, list_of(block));
      const bool is_quote = look == ContainerLook::kQuote || look == ContainerLook::kCitation;
      open(chain[depth], is_item ? "li" : is_quote ? "blockquote" : "div");
    }
    const bool has_table = !open_.empty() && open_.back().element == "table";
    if (is_row && !has_table) open(kNoContainer, "table");
  }

  static std::string list_of(const PageBlock& block) {
    const bool is_numbered =
        !block.marker.empty() && block.marker.front() >= '0' && block.marker.front() <= '9';
    return is_numbered ? "ol" : "ul";
  }

  void open(std::uint32_t container, std::string element) {
    copy_.html.append("<").append(element).append(">\n");
    open_.push_back({container, std::move(element)});
  }

  void leave(std::size_t depth) {
    for (; open_.size() > depth; open_.pop_back())
      copy_.html.append("</").append(open_.back().element).append(">\n");
  }

  const Release& release_;
  const PageBlocks& page_;
  PageCopy copy_;
  std::vector<Open> open_;
  bool after_row_ = false;
  bool after_item_ = false;
};

std::vector<PageText> of_words(const std::vector<PageWords>& words) {
  std::vector<PageText> texts;
  for (const PageWords& word : words) texts.push_back(of_ours(word.text));
  return texts;
}

struct TextsOf {
  using Texts = std::vector<PageText>;
  const Release& release;
  const PageBlocks& page;
  const PageBlock& block;

  Texts operator()(const PageBody&) const { return {block.node == kNoNode ? of_ours("") : text_of_node()}; }
  Texts operator()(const PageHeading&) const { return {text_of_node()}; }
  Texts operator()(const PageContentsEntry& entry) const { return {of_ours(entry.title)}; }
  Texts operator()(const PageCode& code) const {
    return {of_ours(std::string(code_of(release.tree, block, code)))};
  }
  Texts operator()(const PageRow&) const {
    Texts texts;
    for (const markdown::NodeId cell : cells_of(release.tree, block.node))
      texts.push_back(page_text(release.tree, cell, page.footnotes));
    return texts;
  }
  Texts operator()(const PageCategories& categories) const { return {of_ours(categories.text)}; }
  Texts operator()(const PageLine& line) const {
    if (line.look == LineLook::kEmpty) return {};
    return {of_ours(line.text)};
  }
  Texts operator()(const PageTags& tags) const { return of_words(tags.words); }
  Texts operator()(const PageContact& contact) const {
    Texts texts = of_words(contact.details);
    if (!contact.name.empty()) texts.insert(texts.begin(), of_ours(contact.name));
    return texts;
  }
  // Not text that anybody wrote to be read.
  Texts operator()(const PageRule&) const { return {}; }
  Texts operator()(const PagePictures&) const { return {}; }
  Texts operator()(const PageUnshown&) const { return {}; }
  Texts operator()(const PageFile&) const { return {}; }

  PageText text_of_node() const { return page_text(release.tree, block.node, page.footnotes); }
};

}  // namespace

std::vector<PageText> texts_of(const Release& release, const PageBlocks& page, const PageBlock& block) {
  return std::visit(TextsOf{release, page, block}, block.content);
}

Span PageSelection::within(std::size_t block, std::size_t text, Offset size) const {
  const PagePlace begin{block, text, 0};
  const PagePlace end{block, text, size};
  const PagePlace from = std::max(first(), begin);
  const PagePlace to = std::min(last(), end);
  if (from >= to) return {};
  return {std::min(from.offset, size), std::min(to.offset, size)};
}

PageCopy copy_of(const Release& release, const PageBlocks& page, const PageSelection& selection) {
  Copier copier(release, page);
  for (std::size_t i = selection.first().block; i < page.blocks.size() && i <= selection.last().block; ++i) {
    const std::vector<PageText> texts = texts_of(release, page, page.blocks[i]);
    std::vector<Span> parts;
    bool has_some = false;
    for (std::size_t k = 0; k < texts.size(); ++k) {
      parts.push_back(selection.within(i, k, static_cast<Offset>(texts[k].text.size())));
      has_some = has_some || !parts.back().empty();
    }
    if (has_some) copier.add(page.blocks[i], texts, parts);
  }
  return copier.finish();
}

}  // namespace depeche::ui
