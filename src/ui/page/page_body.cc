#include "ui/page/page_body.h"

#include <algorithm>
#include <cstdlib>
#include <utility>
#include <vector>

#include "base/ascii.h"
#include "base/utf8.h"
#include "site/names/classes.h"
#include "ui/page/page_table.h"

namespace depeche::ui {
namespace {

using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;
using markdown::Tree;
using site::BlockClass;

// Deeper nesting shows as plain text: no page has it, and the stack stays small.
constexpr int kDeepest = 48;

constexpr std::size_t kBytesOfACodePart = 4096;

// From a note back to what refers to it.
constexpr std::size_t kMaxBackLinks = 64;

constexpr int kLevelOfTerm = 6;  // of what a definition defines, as a heading

// CSS pixels, above a block.
constexpr float kItemMargin = 14;
constexpr float kRuleMargin = 32;
constexpr float kCaptionMargin = 8;

constexpr std::string_view kBlanks = " \t\r\n";

bool is_blank(std::string_view text) {
  return text.find_first_not_of(kBlanks) == std::string_view::npos;
}

std::string_view without_blanks_behind(std::string_view text) {
  return text.substr(0, text.find_last_not_of(kBlanks) + 1);
}

// Elements that stand within a line (HTML, "phrasing content"), as far as releases have them.
bool is_phrasing(std::string_view name) {
  return has_word(
      "a abbr b big br cite code del em font i img ins kbd mark q s samp small span strike strong sub sup "
      "time tt u var",
      name);
}

float heading_margin(int level) {
  return level <= 2 ? 40 : level == 3 ? 32 : 24;
}

float margin_of(ContainerLook look) {
  switch (look) {
    case ContainerLook::kCitation:
      return 32;
    case ContainerLook::kAuthor:
      return 12;
    case ContainerLook::kQuote:
    case ContainerLook::kImportant:
      return kBlockMargin;
    case ContainerLook::kPlain:
    case ContainerLook::kItem:
    case ContainerLook::kFootnote:
    case ContainerLook::kCentered:
    case ContainerLook::kSummary:
      return kParagraphMargin;
    case ContainerLook::kCaption:
      return kCaptionMargin;
  }
  return kParagraphMargin;
}

// Of a <pre>, its white space kept.
std::string text_inside(const Tree& tree, NodeId element) {
  std::string text;
  for (NodeId node = element + 1; node < tree.subtree_end(element); ++node) text += tree.text(node);
  return text;
}

// Where the part of `code` that begins at `begin` ends: at a line's end, where one is near.
std::size_t end_of_part(std::string_view code, std::size_t begin) {
  if (code.size() - begin <= kBytesOfACodePart) return code.size();
  const std::size_t line_end = code.find('\n', begin + kBytesOfACodePart / 2);
  std::size_t end = std::min(line_end, begin + kBytesOfACodePart);
  while (end < code.size() && (static_cast<unsigned char>(code[end]) & 0xC0) == 0x80) --end;
  return end > begin ? end : begin + kBytesOfACodePart;
}

// The beginning of an element's markup: its first line, cut where it is long.
std::string beginning_of(std::string_view markup) {
  constexpr std::size_t kLongest = 60;
  std::string_view start = markup.substr(0, markup.find('\n'));
  const bool cut = start.size() > kLongest || start.size() < markup.size();
  if (start.size() > kLongest) start = start.substr(0, previous_code_point(start, kLongest));
  return std::string(start) + (cut ? "…" : "");
}

ContainerLook look_of_classes(const Tree& tree, NodeId node) {
  const auto has = [&](BlockClass name) { return tree.has_class(node, site::class_name(name)); };
  if (has(BlockClass::kCitation)) return ContainerLook::kCitation;
  if (has(BlockClass::kAuthor)) return ContainerLook::kAuthor;
  if (has(BlockClass::kImportantLink)) return ContainerLook::kImportant;
  if (has(BlockClass::kCentered)) return ContainerLook::kCentered;
  return ContainerLook::kPlain;
}

// The image, alone or in a link, that is all of a paragraph; or none.
NodeId only_image(const Tree& tree, NodeId paragraph) {
  NodeId image = kNoNode;
  for (NodeId id = paragraph + 1; id < tree.subtree_end(paragraph); ++id) {
    const Kind kind = tree.kind(id);
    if (kind == Kind::kLink || kind == Kind::kAttributeList) continue;
    if (kind == Kind::kText && is_blank(tree.text(id))) continue;
    if (kind != Kind::kImage || image != kNoNode) return kNoNode;
    image = id;
    id = tree.subtree_end(id) - 1;
  }
  return image;
}

NodeId only_block(const Tree& tree, NodeId parent) {
  NodeId only = kNoNode;
  for (const NodeId child : tree.children(parent)) {
    const Kind kind = tree.kind(child);
    if (kind == Kind::kBlankLine || kind == Kind::kAttributeList) continue;
    if (only != kNoNode) return kNoNode;
    only = child;
  }
  return only;
}

bool holds_blocks(const Tree& tree, NodeId element) {
  return std::ranges::any_of(tree.children(element), [&](NodeId child) {
    const Kind kind = tree.kind(child);
    return kind == Kind::kParagraph || (kind == Kind::kHtmlBlock && !is_phrasing(tree.name(child)));
  });
}

bool is_element(const Tree& tree, NodeId node, std::string_view name) {
  return tree.kind(node) == Kind::kHtmlBlock && tree.name(node) == name;
}

NodeId task_marker(const Tree& tree, NodeId item) {
  for (NodeId node = item + 1; node < std::min(item + 3, tree.subtree_end(item)); ++node) {
    if (tree.kind(node) == Kind::kTaskMarker) return node;
  }
  return kNoNode;
}

bool starts_tight(const Tree& tree, NodeId item) {
  const NodeId child = tree.first_child(item);
  return child == kNoNode || tree.is_tight(child) || is_element(tree, item, "li");
}

class BodyWriter {
 public:
  BodyWriter(BlockList& list, const Release& release) : list_(list), release_(release), tree_(release.tree) {}

  void add_block(NodeId node, int depth) {
    if (depth > kDeepest) return add_body(node, kTightMargin);
    switch (tree_.kind(node)) {
      case Kind::kParagraph:
        return add_paragraph(node);
      case Kind::kHeading:
        return add_heading(node, tree_.level(node), heading_margin(tree_.level(node)));
      case Kind::kBlockQuote:
        return add_quote(node, depth);
      case Kind::kUnorderedList:
      case Kind::kOrderedList:
        return add_list(node, depth);
      case Kind::kDefinitionList:
        return add_children(node, depth + 1);
      case Kind::kDefinitionTerm:
        return add_heading(node, kLevelOfTerm, kParagraphMargin);
      case Kind::kDefinitionDescription:
      case Kind::kListItem:
        list_.open(ContainerLook::kItem, {}, kTightMargin);
        add_children(node, depth + 1);
        return list_.close();
      case Kind::kTable:
        return add_table(node);
      case Kind::kCodeBlock:
      case Kind::kMathBlock:
        return add_code(node, tree_.text(node));
      case Kind::kThematicBreak:
        return add_rule(node);
      case Kind::kHtmlBlock:
        return add_element(node, depth);
      case Kind::kHtmlRaw:
        if (!tree_.text(node).starts_with('<')) return add_stray_text(node);
        return add_unshown(node, tree_.text(node));
      case Kind::kLiquid:
        return add_body(node, kParagraphMargin);
      case Kind::kTableHead:
      case Kind::kTableBody:
      case Kind::kTableFoot:
      case Kind::kTableRow:
      case Kind::kTableCell:
        return add_body(node, kTightMargin);  // in a table alone; a parser's mistake elsewhere
      case Kind::kTableOfContents:
        return add_contents(node);
      case Kind::kDocument:
      case Kind::kHtmlEndTag:
      case Kind::kHtmlComment:
      case Kind::kFootnoteDefinition:
      case Kind::kAbbreviationDefinition:
      case Kind::kLinkDefinition:
      case Kind::kAttributeList:
      case Kind::kExtension:
      case Kind::kBlankLine:
        return;
      case Kind::kText:
      case Kind::kEmphasis:
      case Kind::kStrong:
      case Kind::kStrikethrough:
      case Kind::kCodeSpan:
      case Kind::kLink:
      case Kind::kImage:
      case Kind::kLineBreak:
      case Kind::kHtmlSpan:
      case Kind::kEntity:
      case Kind::kSmartQuote:
      case Kind::kTypographicSymbol:
      case Kind::kFootnoteReference:
      case Kind::kAbbreviation:
      case Kind::kMathSpan:
      case Kind::kTaskMarker:
        return add_stray_text(node);
    }
  }

  void add_children(NodeId parent, int depth) {
    for (const NodeId child : tree_.children(parent)) add_block(child, depth);
  }

 private:
  void add(BlockContent content, NodeId node, float margin) {
    list_.push({.content = std::move(content), .node = node, .source = tree_.span(node), .margin = margin});
  }

  // Of what shows no text of its node.
  void add_apart(BlockContent content, NodeId node, float margin) {
    list_.push({.content = std::move(content), .source = tree_.span(node), .margin = margin});
  }

  void add_body(NodeId node, float margin) { add(PageBody{}, node, margin); }

  void add_heading(NodeId node, int level, float margin) { add(PageHeading{level}, node, margin); }

  void add_rule(NodeId node) { add_apart(PageRule{}, node, kRuleMargin); }

  void add_unshown(NodeId node, std::string_view markup) {
    markup = without_blanks_behind(markup);
    if (!markup.empty()) add_apart(PageUnshown{beginning_of(markup)}, node, kBlockMargin);
  }

  // Text between the blocks of an HTML element: a paragraph to those who read.
  void add_stray_text(NodeId node) {
    if (is_blank(tree_.text(node)) && tree_.first_child(node) == kNoNode) return;
    add_body(node, kParagraphMargin);
  }

  void add_paragraph(NodeId node) {
    if (const NodeId image = only_image(tree_, node); image != kNoNode) return add_image(image);
    const ContainerLook look = look_of_classes(tree_, node);
    if (look == ContainerLook::kPlain)
      return add_body(node, tree_.is_tight(node) ? kTightMargin : kParagraphMargin);
    list_.open(look, {}, margin_of(look));
    add_body(node, 0);
    list_.close();
  }

  // The <img> or Markdown image `node`.
  void add_image(NodeId node) {
    PagePicture picture;
    picture.path = tree_.attribute(node, "src").value_or("");
    picture.says = tree_.attribute(node, "alt").value_or("");
    picture.source = tree_.span(node);
    picture.decorative = markdown::is_decorative(tree_, node);
    picture.size = size_of(tree_, node);
    add_apart(PagePictures{{std::move(picture)}, false}, node, kBlockMargin);
  }

  // A quote whose class, or whose only paragraph's class, has a look of its own is not also a quote.
  void add_quote(NodeId node, int depth) {
    ContainerLook look = look_of_classes(tree_, node);
    if (look == ContainerLook::kPlain || look == ContainerLook::kCentered) {
      const NodeId only = only_block(tree_, node);
      if (only != kNoNode && look_of_classes(tree_, only) != ContainerLook::kPlain)
        return add_block(only, depth + 1);
      look = ContainerLook::kQuote;
    }
    list_.open(look, {}, margin_of(look));
    add_children(node, depth + 1);
    list_.close();
  }

  void add_list(NodeId list, int depth) {
    const bool ordered = tree_.kind(list) == Kind::kOrderedList || is_element(tree_, list, "ol");
    int number = 1;
    if (const auto start = tree_.attribute(list, "start")) number = std::atoi(std::string(*start).c_str());
    bool first = true;
    for (const NodeId item : tree_.children(list)) {
      if (tree_.kind(item) != Kind::kListItem && !is_element(tree_, item, "li")) continue;
      std::string marker = ordered ? std::to_string(number++) + "." : bullet();
      if (const NodeId task = task_marker(tree_, item); task != kNoNode)
        marker = tree_.checked(task) ? "☑" : "☐";
      const bool nested = depth > 0 && list_.is_in_item();
      const float between = starts_tight(tree_, item) || nested ? kTightMargin : kItemMargin;
      const Opening opening{ContainerLook::kItem, std::move(marker),
                            first && !nested ? kItemMargin : between};
      if (is_element(tree_, item, "li")) {
        add_within(opening, item, depth + 1);
      } else {
        list_.open(opening.look, opening.marker, opening.margin);
        add_children(item, depth + 1);
        list_.close();
      }
      first = false;
    }
  }

  // Of another shape at each depth of lists.
  std::string bullet() const {
    constexpr std::string_view kBullets[] = {"•", "–", "◦"};
    return std::string(kBullets[std::min<std::size_t>(list_.item_depth(), 2)]);
  }

  void add_table(NodeId table) {
    float margin = kBlockMargin;
    for (NodeId node = table + 1; node < tree_.subtree_end(table); ++node) {
      if (is_element(tree_, node, "caption")) {
        add_element(node, 1);
        node = tree_.subtree_end(node) - 1;
        margin = kCaptionMargin;
      }
      if (!is_row(tree_, node)) continue;
      add(PageRow{is_head_row(tree_, node)}, node, std::exchange(margin, 0.0F));
      node = tree_.subtree_end(node) - 1;
    }
  }

  // What `code` says; that of a <pre> is kept in the blocks.
  void add_code(NodeId node, std::string_view code) {
    const bool is_pre = tree_.kind(node) == Kind::kHtmlBlock;
    while (code.ends_with('\n')) code.remove_suffix(1);
    std::size_t begin = 0;
    do {
      const std::size_t end = end_of_part(code, begin);
      PageCode content;
      content.part = {static_cast<Offset>(begin), static_cast<Offset>(end)};
      if (is_pre) content.text = code.substr(begin, end - begin);
      content.is_last = end == code.size();
      add(std::move(content), node, begin == 0 ? kBlockMargin : 0);
      begin = end < code.size() && code[end] == '\n' ? end + 1 : end;
    } while (begin < code.size());
  }

  void add_contents(NodeId node) {
    PageBlocks& page = list_.page();
    page.holds_contents = true;
    page.contents_levels = markdown::contents_levels(tree_);
    const auto is_listed = [&](const Heading& heading) {
      return page.contents_levels[static_cast<std::size_t>(heading.level)] &&
             !tree_.has_class(heading.node, "no_toc");
    };
    int least = 6;
    for (const Heading& heading : release_.outline) {
      if (is_listed(heading)) least = std::min(least, heading.level);
    }
    for (const Heading& heading : release_.outline) {
      if (is_listed(heading)) add_entry(node, heading, std::clamp(heading.level - least, 0, 5));
    }
  }

  void add_entry(NodeId contents, const Heading& heading, int depth) {
    for (int i = 0; i < depth; ++i) list_.open(ContainerLook::kItem, {}, kTightMargin);
    list_.open(ContainerLook::kItem, bullet(), kTightMargin);
    add_apart(PageContentsEntry{heading.title}, contents, 0);
    list_.page().blocks.back().leads_to = {heading.node};
    for (int i = 0; i <= depth; ++i) list_.close();
  }

  void add_element(NodeId node, int depth) {
    const std::string_view name = tree_.name(node);
    if (has_word("script style iframe video audio object embed form canvas svg", name)) {
      return add_unshown(node, tree_.span(node).of(release_.text.bytes()));
    }
    if (name == "hr") return add_rule(node);
    if (name == "img") return add_image(node);
    if (name == "table") return add_table(node);
    if (name == "pre") return add_code(node, text_inside(tree_, node));
    if (name == "ul" || name == "ol") return add_list(node, depth);
    if (name == "dt") return add_heading(node, kLevelOfTerm, kParagraphMargin);
    if (name == "dd") return add_within({ContainerLook::kItem, {}, kTightMargin}, node, depth);
    if (name == "summary") return add_within({ContainerLook::kSummary, "▾", kParagraphMargin}, node, depth);
    if (name == "figcaption" || name == "caption")
      return add_within({ContainerLook::kCaption, {}, kCaptionMargin}, node, depth);
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
      return add_heading(node, name[1] - '0', heading_margin(name[1] - '0'));
    const ContainerLook look = look_of_classes(tree_, node);
    if (name == "blockquote" && look == ContainerLook::kPlain)
      return add_within({ContainerLook::kQuote, {}, kBlockMargin}, node, depth);
    if (tree_.content_model(node) != markdown::ContentModel::kBlock && !holds_blocks(tree_, node))
      return add_paragraph(node);
    list_.open(look, {}, margin_of(look));
    add_children(node, depth + 1);
    list_.close();
  }

  struct Opening {
    ContainerLook look;
    std::string marker;
    float margin;
  };

  // An element in a container of its own: its blocks, or its text.
  void add_within(const Opening& opening, NodeId node, int depth) {
    list_.open(opening.look, opening.marker, opening.margin);
    if (holds_blocks(tree_, node)) {
      add_children(node, depth + 1);
    } else {
      add_body(node, 0);
    }
    list_.close();
  }

  BlockList& list_;
  const Release& release_;
  const Tree& tree_;
};

struct Note {
  NodeId node = kNoNode;
  std::vector<NodeId> references;
};

// By their numbers, from 1 at the first place. A note that is defined nowhere has no node.
std::vector<Note> notes_of(const Tree& tree, const markdown::FootnoteNumbers& numbers) {
  std::vector<Note> notes(numbers.size());
  for (NodeId node = 0; node < tree.size(); ++node) {
    const bool is_note = tree.kind(node) == Kind::kFootnoteDefinition;
    if (!is_note && tree.kind(node) != Kind::kFootnoteReference) continue;
    const auto number = numbers.find(tree.label(node));
    if (number == numbers.end()) continue;
    Note& note = notes[static_cast<std::size_t>(number->second) - 1];
    if (is_note && note.node == kNoNode) note.node = node;
    if (!is_note && note.references.size() < kMaxBackLinks) note.references.push_back(node);
  }
  return notes;
}

}  // namespace

void add_body(BlockList& list, const Release& release, NodeId begin, NodeId end) {
  BodyWriter writer(list, release);
  for (NodeId child = begin; child < end; child = release.tree.subtree_end(child)) {
    list.set_child(child);
    writer.add_block(child, 0);
  }
  list.set_child(kNoNode);
}

void add_footnotes(BlockList& list, const Release& release) {
  BodyWriter writer(list, release);
  std::vector<Note> notes = notes_of(release.tree, list.page().footnotes);
  bool is_first = true;
  for (std::size_t i = 0; i < notes.size(); ++i) {
    if (notes[i].node == kNoNode) continue;
    if (is_first) list.push({.content = PageRule{}, .margin = 40});
    list.open(ContainerLook::kFootnote, std::to_string(i + 1) + ".", is_first ? 16 : kTightMargin);
    writer.add_children(notes[i].node, 1);
    list.close();
    list.page().blocks.back().leads_to = std::move(notes[i].references);
    is_first = false;
  }
}

}  // namespace depeche::ui
