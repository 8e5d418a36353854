#include "ui/page/page_blocks.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/utf8.h"
#include "markdown/tree_editor.h"
#include "site/language.h"
#include "site/masthead.h"
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

// Long code blocks are cut into parts so that only what is seen is laid out.
constexpr std::size_t kBytesOfACodePart = 4096;

// From a note back to what refers to it.
constexpr std::size_t kMaxBackLinks = 64;

constexpr std::string_view kBetweenCategories = " · ";

// Space above a block, by what it is.
constexpr float kParagraphMargin = 18;
constexpr float kTightMargin = 6;
constexpr float kBlockMargin = 24;
constexpr float kMarginAfterHeading = 14;
constexpr float kCaptionMargin = 8;
constexpr float kMarginOfBody = 28;  // below what the front matter says

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

// Elements that stand within a line (HTML, "phrasing content"), as far as releases have them.
bool is_phrasing(std::string_view name) {
  return is_one_of(name, {"a",      "abbr",   "b",   "big", "br",   "cite", "code", "del",  "em",    "font",
                          "i",      "img",    "ins", "kbd", "mark", "q",    "s",    "samp", "small", "span",
                          "strike", "strong", "sub", "sup", "time", "tt",   "u",    "var"});
}

float heading_margin(int level) {
  return level <= 2 ? 40 : level == 3 ? 32 : 24;
}

class Builder {
 public:
  // `words` are the program's, `page_words` the page's own.
  Builder(const Release& release, const messages::Catalog& words, const messages::Catalog& page_words)
      : release_(release), tree_(release.tree), words_(words), page_words_(page_words) {
    page_.language = page_words_.language();
  }

  PageBlocks build() {
    page_.footnotes = markdown::number_footnotes(tree_);
    const site::Masthead masthead = site::masthead(release_, page_words_);
    add_top(masthead);
    const std::size_t before = page_.blocks.size();
    page_.body_begin = before;
    add_body(tree_.root() + 1, static_cast<NodeId>(tree_.size()));
    page_.body_end = page_.blocks.size();
    add_footnotes();
    add_attachments(masthead.attachments);
    add_contacts(masthead.contacts);
    if (before == 0 && page_.blocks.empty()) {
      add_text(BlockLook::kEmpty, std::string(words_.label("ui/empty-page")), release_.body, 0);
    }
    return std::move(page_);
  }

  // The blocks of the root's children from `begin` up to `end`, behind those of `page` up to `first`; with
  // the attachments when nothing follows. Containers are counted anew; the first block is the one before, if
  // any.
  PageBlocks build_part(const PageBlocks& page, std::size_t first, NodeId begin, NodeId end, bool is_last) {
    if (first > 0) page_.blocks.push_back(page.blocks[first - 1]);
    if (first == page.body_begin) margin_of_first_ = first == 0 ? 0 : kMarginOfBody;
    add_body(begin, end);
    page_.body_end = page_.blocks.size();
    if (is_last) {
      const site::Masthead masthead = site::masthead(release_, page_words_);
      add_attachments(masthead.attachments);
      add_contacts(masthead.contacts);
    }
    return std::move(page_);
  }

 private:
  void add_body(NodeId begin, NodeId end) {
    for (child_ = begin; child_ < end; child_ = tree_.subtree_end(child_)) add_block(child_, 0);
    child_ = kNoNode;
  }

  void add_top(const site::Masthead& masthead) {
    add_categories(masthead.categories);
    if (!masthead.title.empty()) add_field(BlockLook::kTitle, masthead.title, 8);
    const std::string date = site::published(masthead, page_words_);
    if (!date.empty()) add_text(BlockLook::kDate, date, masthead.date.source, 12);
    add_tags(masthead.tags);
    if (!masthead.lead.empty()) add_field(BlockLook::kLead, masthead.lead, 24);
    add_slides(masthead.pictures);
    margin_of_first_ = page_.blocks.empty() ? 0 : kMarginOfBody;
  }

  void add_field(BlockLook look, const site::FieldText& field, float margin) {
    add_text(look, field.text, field.source, margin);
  }

  void add_categories(const std::vector<site::FieldText>& categories) {
    if (categories.empty()) return;
    PageBlock block;
    block.look = BlockLook::kKicker;
    block.source = site::source_of_all(categories);
    block.words = words_of(categories);
    for (const PageWords& category : block.words) {
      if (!block.text.empty()) block.text += kBetweenCategories;
      block.text += category.text;
    }
    push(std::move(block));
  }

  void add_tags(const std::vector<site::FieldText>& tags) {
    if (tags.empty()) return;
    PageBlock block;
    block.look = BlockLook::kTags;
    block.source = site::source_of_all(tags);
    block.margin = 16;
    block.words = words_of(tags);
    push(std::move(block));
  }

  // Several pictures are a slide show on the site.
  void add_slides(const std::vector<site::Picture>& pictures) {
    if (pictures.empty()) return;
    PageBlock block;
    block.look = BlockLook::kImage;
    block.level = 1;
    block.source = site::source_of_all(pictures);
    block.margin = 28;
    for (const site::Picture& picture : pictures)
      block.pictures.push_back({picture.path.text,
                                std::string(site::says(picture)),
                                picture.caption.text,
                                picture.source,
                                false,
                                {}});
    push(std::move(block));
  }

  void add_contacts(const std::vector<site::Contact>& contacts) {
    if (contacts.empty()) return;
    add_label("page/contacts", site::source_of_all(contacts), 36);
    for (const site::Contact& contact : contacts) {
      PageBlock block;
      block.look = BlockLook::kContact;
      block.source = contact.source;
      block.margin = 8;
      block.text = contact.name.text;
      block.words = words_of(contact.details());
      push(std::move(block));
    }
  }

  void add_attachments(const std::vector<site::Attachment>& attachments) {
    if (attachments.empty()) return;
    add_label("page/attachments", site::source_of_all(attachments), 44);
    for (const site::Attachment& attachment : attachments) {
      PageBlock block;
      block.look = BlockLook::kFile;
      block.source = attachment.source;
      block.margin = 8;
      block.text = attachment.label.text;
      block.detail = attachment.path.text;
      push(std::move(block));
    }
  }

  void add_label(std::string_view key, Span source, float margin) {
    add_text(BlockLook::kLabel, std::string(page_words_.label(key)), source, margin);
  }

  static std::vector<PageWords> words_of(const std::vector<site::FieldText>& fields) {
    std::vector<PageWords> words;
    for (const site::FieldText& field : fields) words.push_back({field.text, field.source});
    return words;
  }

  void add_footnotes() {
    std::vector<NodeId> notes(page_.footnotes.size(), kNoNode);
    std::vector<std::vector<NodeId>> references(page_.footnotes.size());
    for (NodeId node = 0; node < tree_.size(); ++node) {
      const bool is_note = tree_.kind(node) == Kind::kFootnoteDefinition;
      if (!is_note && tree_.kind(node) != Kind::kFootnoteReference) continue;
      const auto number = page_.footnotes.find(tree_.label(node));
      if (number == page_.footnotes.end()) continue;
      const auto index = static_cast<std::size_t>(number->second) - 1;
      if (is_note && notes[index] == kNoNode) notes[index] = node;
      if (!is_note && references[index].size() < kMaxBackLinks) references[index].push_back(node);
    }
    bool first = true;
    for (std::size_t i = 0; i < notes.size(); ++i) {
      if (notes[i] == kNoNode) continue;
      if (first) add_rule({}, 40);
      open(ContainerLook::kFootnote, std::to_string(i + 1) + ".", first ? 16 : kTightMargin);
      add_children(notes[i], 1);
      close();
      page_.blocks.back().leads_to = std::move(references[i]);
      first = false;
    }
  }

  void add_text(BlockLook look, std::string text, Span source, float margin) {
    PageBlock block;
    block.look = look;
    block.text = std::move(text);
    block.source = source;
    block.margin = margin;
    push(std::move(block));
  }

  // The <img> or Markdown image `node`.
  void add_image(NodeId node, float margin) {
    PageBlock block;
    block.look = BlockLook::kImage;
    block.source = tree_.span(node);
    block.margin = margin;
    block.pictures.push_back({std::string(tree_.attribute(node, "src").value_or("")),
                              std::string(tree_.attribute(node, "alt").value_or("")), "", block.source,
                              markdown::is_decorative(tree_, node), size_of(tree_, node)});
    push(std::move(block));
  }

  void add_rule(Span source, float margin) { add_text(BlockLook::kRule, {}, source, margin); }

  void add_node(BlockLook look, NodeId node, float margin, int level = 0) {
    PageBlock block;
    block.look = look;
    block.node = node;
    block.source = tree_.span(node);
    block.margin = margin;
    block.level = static_cast<std::uint8_t>(level);
    push(std::move(block));
  }

  // Adds a block at the end, with the containers opened since the last one.
  void push(PageBlock block) {
    block.container = open_.empty() ? kNoContainer : open_.back();
    if (!open_.empty()) block.inside = page_.containers[open_.back()].look;
    block.child = child_;
    block.containers = static_cast<std::uint32_t>(page_.containers.size());
    block.opens = static_cast<std::uint8_t>(std::min<std::size_t>(pending_, 255));
    block.marker = std::exchange(pending_marker_, {});
    if (pending_ > 0) block.margin = std::exchange(pending_margin_, 0.0F);
    // What follows a heading belongs to it.
    const bool after_heading = !page_.blocks.empty() && page_.blocks.back().look == BlockLook::kHeading;
    if (after_heading) block.margin = std::min(block.margin, kMarginAfterHeading);
    if (margin_of_first_ > 0) block.margin = std::exchange(margin_of_first_, 0.0F);
    pending_ = 0;
    blocks_in_.resize(open_.size());
    for (std::size_t& count : blocks_in_) ++count;
    page_.blocks.push_back(std::move(block));
  }

  void open(ContainerLook look, std::string marker = {}, float margin = kParagraphMargin) {
    page_.containers.push_back({look, open_.empty() ? kNoContainer : open_.back()});
    open_.push_back(static_cast<std::uint32_t>(page_.containers.size() - 1));
    blocks_in_.resize(open_.size());
    blocks_in_.back() = 0;
    // Of containers that begin together, the outermost has the margin.
    if (pending_ == 0) pending_margin_ = margin;
    if (!pending_marker_.empty()) pending_marker_ += "  ";
    pending_marker_ += marker;
    ++pending_;
  }

  void close() {
    if (blocks_in_[open_.size() - 1] == 0) {
      // An empty item still shows its marker.
      add_text(BlockLook::kBody, {}, {}, 0);
    }
    ++page_.blocks.back().closes;
    open_.pop_back();
    blocks_in_.resize(open_.size());
  }

  void add_children(NodeId parent, int depth) {
    for (const NodeId child : tree_.children(parent)) add_block(child, depth);
  }

  void add_block(NodeId node, int depth) {
    if (depth > kDeepest) return add_node(BlockLook::kBody, node, kTightMargin);
    switch (tree_.kind(node)) {
      case Kind::kParagraph:
        return add_paragraph(node);
      case Kind::kHeading:
        return add_node(BlockLook::kHeading, node, heading_margin(tree_.level(node)), tree_.level(node));
      case Kind::kBlockQuote:
        return add_quote(node, depth);
      case Kind::kUnorderedList:
      case Kind::kOrderedList:
        return add_list(node, depth);
      case Kind::kDefinitionList:
        return add_children(node, depth + 1);
      case Kind::kDefinitionTerm:
        return add_node(BlockLook::kHeading, node, kParagraphMargin, 6);
      case Kind::kDefinitionDescription:
      case Kind::kListItem:
        open(ContainerLook::kItem, {}, kTightMargin);
        add_children(node, depth + 1);
        return close();
      case Kind::kTable:
        return add_table(node);
      case Kind::kCodeBlock:
      case Kind::kMathBlock:
        return add_code(node);
      case Kind::kThematicBreak:
        return add_rule(tree_.span(node), 32);
      case Kind::kHtmlBlock:
        return add_element(node, depth);
      case Kind::kHtmlRaw:
        if (!tree_.text(node).starts_with('<')) return add_stray_text(node);
        return add_unshown(tree_.text(node), tree_.span(node));
      case Kind::kLiquid:
        return add_node(BlockLook::kBody, node, kParagraphMargin);
      case Kind::kTableHead:
      case Kind::kTableBody:
      case Kind::kTableFoot:
      case Kind::kTableRow:
      case Kind::kTableCell:
        return add_node(BlockLook::kBody, node,
                        kTightMargin);  // in a table alone; a parser's mistake elsewhere
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

  // Text between the blocks of an HTML element: a paragraph to those who read.
  void add_stray_text(NodeId node) {
    const bool blank = tree_.text(node).find_first_not_of(" \t\r\n") == std::string_view::npos;
    if (blank && tree_.first_child(node) == kNoNode) return;
    add_node(BlockLook::kBody, node, kParagraphMargin);
  }

  float paragraph_margin(NodeId node) const {
    if (tree_.is_tight(node)) return kTightMargin;
    return kParagraphMargin;
  }

  void add_paragraph(NodeId node) {
    if (const NodeId image = only_image(node); image != kNoNode) return add_image(image, kBlockMargin);
    const ContainerLook look = look_of_classes(node);
    if (look == ContainerLook::kPlain) return add_node(BlockLook::kBody, node, paragraph_margin(node));
    open(look, {}, margin_of(look));
    add_node(BlockLook::kBody, node, 0);
    close();
  }

  // The image, alone or in a link, that is all of a paragraph; or none.
  NodeId only_image(NodeId node) const {
    NodeId image = kNoNode;
    for (NodeId id = node + 1; id < tree_.subtree_end(node); ++id) {
      const Kind kind = tree_.kind(id);
      if (kind == Kind::kLink || kind == Kind::kAttributeList) continue;
      if (kind == Kind::kText && tree_.text(id).find_first_not_of(" \t\n\r") == std::string_view::npos)
        continue;
      if (kind != Kind::kImage || image != kNoNode) return kNoNode;
      image = id;
      id = tree_.subtree_end(id) - 1;
    }
    return image;
  }

  ContainerLook look_of_classes(NodeId node) const {
    const auto has = [&](BlockClass name) { return tree_.has_class(node, site::class_name(name)); };
    if (has(BlockClass::kCitation)) return ContainerLook::kCitation;
    if (has(BlockClass::kAuthor)) return ContainerLook::kAuthor;
    if (has(BlockClass::kImportantLink)) return ContainerLook::kImportant;
    if (has(BlockClass::kCentered)) return ContainerLook::kCentered;
    return ContainerLook::kPlain;
  }

  static float margin_of(ContainerLook look) {
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

  // A quote whose class, or whose only paragraph's class, has a look of its own is not also a quote.
  void add_quote(NodeId node, int depth) {
    ContainerLook look = look_of_classes(node);
    if (look == ContainerLook::kPlain || look == ContainerLook::kCentered) {
      const NodeId only = only_block(node);
      if (only != kNoNode && look_of_classes(only) != ContainerLook::kPlain)
        return add_block(only, depth + 1);
      look = ContainerLook::kQuote;
    }
    open(look, {}, margin_of(look));
    add_children(node, depth + 1);
    close();
  }

  NodeId only_block(NodeId node) const {
    NodeId only = kNoNode;
    for (const NodeId child : tree_.children(node)) {
      const Kind kind = tree_.kind(child);
      if (kind == Kind::kBlankLine || kind == Kind::kAttributeList) continue;
      if (only != kNoNode) return kNoNode;
      only = child;
    }
    return only;
  }

  void add_list(NodeId list, int depth) {
    const bool ordered = tree_.kind(list) == Kind::kOrderedList || is_element(list, "ol");
    int number = 1;
    if (const auto start = tree_.attribute(list, "start")) number = std::atoi(std::string(*start).c_str());
    bool first = true;
    for (const NodeId item : tree_.children(list)) {
      if (tree_.kind(item) != Kind::kListItem && !is_element(item, "li")) continue;
      std::string marker = ordered ? std::to_string(number++) + "." : bullet();
      if (const NodeId task = task_marker(item); task != kNoNode) marker = tree_.checked(task) ? "☑" : "☐";
      const bool nested = depth > 0 && is_in_item();
      const float between = starts_tight(item) || nested ? kTightMargin : kParagraphMargin - 4;
      const Opening opening{ContainerLook::kItem, std::move(marker), first && !nested ? 14 : between};
      if (is_element(item, "li")) {
        add_within(opening, item, depth + 1);
      } else {
        open(opening.look, opening.marker, opening.margin);
        add_children(item, depth + 1);
        close();
      }
      first = false;
    }
  }

  bool is_element(NodeId node, std::string_view name) const {
    return tree_.kind(node) == Kind::kHtmlBlock && tree_.name(node) == name;
  }

  bool is_in_item() const {
    return !open_.empty() && page_.containers[open_.back()].look == ContainerLook::kItem;
  }

  // Of another shape at each depth of lists.
  std::string bullet() const {
    std::size_t depth = 0;
    for (const std::uint32_t container : open_)
      depth += page_.containers[container].look == ContainerLook::kItem;
    constexpr std::string_view kBullets[] = {"•", "–", "◦"};
    return std::string(kBullets[std::min<std::size_t>(depth, 2)]);
  }

  bool starts_tight(NodeId item) const {
    const NodeId child = tree_.first_child(item);
    return child == kNoNode || tree_.is_tight(child) || is_element(item, "li");
  }

  NodeId task_marker(NodeId item) const {
    for (NodeId node = item + 1; node < std::min(item + 3, tree_.subtree_end(item)); ++node) {
      if (tree_.kind(node) == Kind::kTaskMarker) return node;
    }
    return kNoNode;
  }

  void add_table(NodeId table) {
    float margin = kBlockMargin;
    for (NodeId node = table + 1; node < tree_.subtree_end(table); ++node) {
      if (is_element(node, "caption")) {
        add_element(node, 1);
        node = tree_.subtree_end(node) - 1;
        margin = kCaptionMargin;
      }
      if (!is_row(tree_, node)) continue;
      add_node(BlockLook::kRow, node, std::exchange(margin, 0.0F), is_head_row(tree_, node) ? 1 : 0);
      node = tree_.subtree_end(node) - 1;
    }
  }

  void add_code(NodeId node) {
    const bool is_pre = tree_.kind(node) == Kind::kHtmlBlock;
    const std::string inside = is_pre ? text_inside(node) : std::string();
    std::string_view text = is_pre ? std::string_view(inside) : tree_.text(node);
    while (text.ends_with('\n')) text.remove_suffix(1);
    std::size_t begin = 0;
    do {
      std::size_t end = text.size();
      if (end - begin > kBytesOfACodePart) {
        const std::size_t line_end = text.find('\n', begin + kBytesOfACodePart / 2);
        end = std::min(line_end, begin + kBytesOfACodePart);
        while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
        if (end <= begin) end = begin + kBytesOfACodePart;
      }
      add_node(BlockLook::kCode, node, begin == 0 ? kBlockMargin : 0);
      page_.blocks.back().part = {static_cast<Offset>(begin), static_cast<Offset>(end)};
      if (is_pre) page_.blocks.back().text = text.substr(begin, end - begin);
      page_.blocks.back().level = end < text.size() ? 0 : 1;
      begin = end < text.size() && text[end] == '\n' ? end + 1 : end;
    } while (begin < text.size());
  }

  // Of a <pre>, its white space kept.
  std::string text_inside(NodeId element) const {
    std::string text;
    for (NodeId node = element + 1; node < tree_.subtree_end(element); ++node) text += tree_.text(node);
    return text;
  }

  void add_contents(NodeId node) {
    page_.holds_contents = true;
    page_.contents_levels = markdown::contents_levels(tree_);
    const auto is_listed = [&](const Heading& heading) {
      return page_.contents_levels[static_cast<std::size_t>(heading.level)] &&
             !tree_.has_class(heading.node, "no_toc");
    };
    int least = 6;
    for (const Heading& heading : release_.outline) {
      if (is_listed(heading)) least = std::min(least, heading.level);
    }
    for (const Heading& heading : release_.outline) {
      if (!is_listed(heading)) continue;
      const int depth = std::clamp(heading.level - least, 0, 5);
      for (int i = 0; i < depth; ++i) open(ContainerLook::kItem, {}, kTightMargin);
      open(ContainerLook::kItem, bullet(), kTightMargin);
      add_text(BlockLook::kBody, heading.title, tree_.span(node), 0);
      page_.blocks.back().leads_to = {heading.node};
      for (int i = 0; i <= depth; ++i) close();
    }
  }

  void add_element(NodeId node, int depth) {
    const std::string_view name = tree_.name(node);
    if (is_one_of(name, {"script", "style", "iframe", "video", "audio", "object", "embed", "form", "canvas",
                         "svg"})) {
      return add_unshown(tree_.span(node).of(release_.text.bytes()), tree_.span(node));
    }
    if (name == "hr") return add_rule(tree_.span(node), 32);
    if (name == "img") return add_image(node, kBlockMargin);
    if (name == "table") return add_table(node);
    if (name == "pre") return add_code(node);
    if (name == "ul" || name == "ol") return add_list(node, depth);
    if (name == "dt") return add_node(BlockLook::kHeading, node, kParagraphMargin, 6);
    if (name == "dd") return add_within({ContainerLook::kItem, {}, kTightMargin}, node, depth);
    if (name == "summary") return add_within({ContainerLook::kSummary, "▾", kParagraphMargin}, node, depth);
    if (name == "figcaption" || name == "caption")
      return add_within({ContainerLook::kCaption, {}, kCaptionMargin}, node, depth);
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
      return add_node(BlockLook::kHeading, node, heading_margin(name[1] - '0'), name[1] - '0');
    }
    if (name == "blockquote" && look_of_classes(node) == ContainerLook::kPlain)
      return add_within({ContainerLook::kQuote, {}, kBlockMargin}, node, depth);
    if (tree_.content_model(node) != markdown::ContentModel::kBlock && !holds_blocks(node))
      return add_paragraph(node);
    const ContainerLook look = look_of_classes(node);
    open(look, {}, margin_of(look));
    add_children(node, depth + 1);
    close();
  }

  struct Opening {
    ContainerLook look;
    std::string marker;
    float margin;
  };

  // An element in a container of its own: its blocks, or its text.
  void add_within(const Opening& opening, NodeId node, int depth) {
    open(opening.look, opening.marker, opening.margin);
    if (holds_blocks(node)) {
      add_children(node, depth + 1);
    } else {
      add_node(BlockLook::kBody, node, 0);
    }
    close();
  }

  bool holds_blocks(NodeId node) const {
    for (const NodeId child : tree_.children(node)) {
      const Kind kind = tree_.kind(child);
      if (kind == Kind::kParagraph || (kind == Kind::kHtmlBlock && !is_phrasing(tree_.name(child))))
        return true;
    }
    return false;
  }

  void add_unshown(std::string_view markup, Span source) {
    const std::size_t end = markup.find_last_not_of(" \t\r\n");
    if (end == std::string_view::npos) return;
    markup = markup.substr(0, end + 1);
    std::string_view start = markup.substr(0, markup.find('\n'));
    const bool cut = start.size() > 60 || start.size() < markup.size();
    if (start.size() > 60) start = start.substr(0, previous_code_point(start, 60));
    add_text(BlockLook::kUnshown, std::string(start) + (cut ? "…" : ""), source, kBlockMargin);
  }

  const Release& release_;
  const Tree& tree_;
  const messages::Catalog& words_;
  const messages::Catalog& page_words_;
  PageBlocks page_;
  NodeId child_ = kNoNode;  // of the root, that is added
  std::vector<std::uint32_t> open_;
  std::vector<std::size_t> blocks_in_;  // of each open container
  std::size_t pending_ = 0;             // containers opened since the last block
  float pending_margin_ = 0;
  float margin_of_first_ = 0;  // of the body's first block
  std::string pending_marker_;
};

}  // namespace

std::string_view PageBlocks::code(const Tree& tree, const PageBlock& block) {
  return block.text.empty() ? block.part.of(tree.text(block.node)) : std::string_view(block.text);
}

bool PageBlocks::is_inside(const PageBlock& block, ContainerLook look) const {
  for (std::uint32_t at = block.container; at != kNoContainer; at = containers[at].parent) {
    if (containers[at].look == look) return true;
  }
  return false;
}

PageBlocks page_blocks(const Release& release, const messages::Catalog& words) {
  return Builder(release, words, site::catalog_of(release, words)).build();
}

std::optional<Offset> source_of_words(const PageBlock& block, std::size_t text, Offset offset) {
  std::size_t index = text;
  if (block.look == BlockLook::kKicker) {  // one text of them all
    std::size_t end = 0;
    for (index = 0; index < block.words.size(); ++index) {
      end += block.words[index].text.size() + kBetweenCategories.size();
      if (offset < end) break;
    }
  } else if (block.look == BlockLook::kContact && !block.text.empty()) {
    if (text == 0) return block.source.begin;
    --index;
  }
  if (index >= block.words.size()) return std::nullopt;
  return block.words[index].source.begin;
}

namespace {

// Whether what came or went bears on a list of headings elsewhere. An extension may be the option that says
// which ones it lists.
bool bears_on_contents(const PageBlocks& page, const Tree& tree, const markdown::NodeChange& nodes) {
  if (nodes.touches(Kind::kTableOfContents)) return true;
  if (!page.holds_contents) return false;
  return nodes.touches(Kind::kHeading) ||
         (nodes.touches(Kind::kExtension) && markdown::contents_levels(tree) != page.contents_levels);
}

// Whether what came or went bears on blocks elsewhere: notes and their numbers, a list of headings.
bool bears_on_others(const PageBlocks& page, const Tree& tree, const markdown::NodeChange& nodes) {
  return nodes.touches(Kind::kFootnoteReference) || nodes.touches(Kind::kFootnoteDefinition) ||
         bears_on_contents(page, tree, nodes);
}

// Whether the release is in another language since the change, as far as that is asked for: see the header.
bool speaks_otherwise(PageBlocks& page, const Release& release, const messages::Catalog& words,
                      const Change& change) {
  const Offset end_of_sample = release.body.begin + site::kLanguageSample;
  for (const Replacement& replacement : change.replacements())
    if (replacement.span.begin < end_of_sample)
      page.changed_since += replacement.span.size() + replacement.text.size();
  const std::size_t sample = std::min<std::size_t>(release.body.size(), site::kLanguageSample);
  if (8 * page.changed_since < sample) return false;
  page.changed_since = 0;
  return site::catalog_of(release, words).language() != page.language;
}

// Puts `added`, but its first `skipped`, in the place of the elements from `first` up to `end`; gives those.
template <typename Element>
std::vector<Element> splice(std::vector<Element>& all, std::size_t first, std::size_t end,
                            std::vector<Element> added, std::size_t skipped) {
  const auto at = [](std::vector<Element>& elements, std::size_t index) {
    return elements.begin() + static_cast<std::ptrdiff_t>(index);
  };
  std::vector<Element> removed(std::make_move_iterator(at(all, first)),
                               std::make_move_iterator(at(all, end)));
  const std::size_t common = std::min(end - first, added.size() - skipped);
  std::move(at(added, skipped), at(added, skipped + common), at(all, first));
  all.erase(at(all, first + common), at(all, end));
  all.insert(at(all, first + common), std::make_move_iterator(at(added, skipped + common)),
             std::make_move_iterator(added.end()));
  return removed;
}

}  // namespace

std::optional<PageChange> follow_page_blocks(PageBlocks& page, const Release& release,
                                             const messages::Catalog& words, const Change& change,
                                             const markdown::NodeChange& nodes) {
  const Span replaced{change.replacements().front().span.begin, change.replacements().back().span.end};
  const bool is_in_body = replaced.begin >= release.body.begin && page.body_begin < page.body_end;
  if (!is_in_body || bears_on_others(page, release.tree, nodes)) return std::nullopt;
  if (speaks_otherwise(page, release, words, change)) return std::nullopt;

  // From the first block of what is new to the last one of the first child behind that has blocks: how it
  // stands depends on the block before.
  std::vector<PageBlock>& blocks = page.blocks;
  const auto first_of = [&](std::size_t from, NodeId child) {
    while (from < page.body_end && blocks[from].child < child) ++from;
    return from;
  };
  const auto body =
      std::lower_bound(blocks.begin() + static_cast<std::ptrdiff_t>(page.body_begin),
                       blocks.begin() + static_cast<std::ptrdiff_t>(page.body_end), nodes.first,
                       [](const PageBlock& block, NodeId child) { return block.child < child; });
  const auto first = static_cast<std::size_t>(body - blocks.begin());
  std::size_t end = first_of(first, nodes.first + nodes.removed);
  auto end_of_nodes = static_cast<NodeId>(release.tree.size());
  const NodeId shift = nodes.added - nodes.removed;  // of ids, modulo 2^32
  if (end < page.body_end) {
    const NodeId child = blocks[end].child;
    end = first_of(end, child + 1);
    end_of_nodes = release.tree.subtree_end(child + shift);
  }
  const bool is_last = end == page.body_end;
  if (is_last && !page.footnotes.empty()) return std::nullopt;  // notes stand between it and the attachments
  if (is_last) {
    end = blocks.size();
    end_of_nodes = static_cast<NodeId>(release.tree.size());
  }

  PageBlocks part = Builder(release, words, messages::Catalog::of(page.language))
                        .build_part(page, first, nodes.first, end_of_nodes, is_last);
  if (part.holds_contents) return std::nullopt;
  const std::size_t stub = first > 0 ? 1 : 0;
  if (part.blocks.size() == stub && first == 0 && is_last) return std::nullopt;  // an empty page says so
  const std::uint32_t containers = first > 0 ? blocks[first - 1].containers : 0;
  const std::uint32_t containers_end = end > 0 ? blocks[end - 1].containers : 0;
  const auto move_containers = [](std::uint32_t& container, std::uint32_t by) {
    if (container != kNoContainer) container += by;
  };
  for (std::size_t i = stub; i < part.blocks.size(); ++i) {
    move_containers(part.blocks[i].container, containers);
    part.blocks[i].containers += containers;
  }
  for (Container& container : part.containers) move_containers(container.parent, containers);

  const auto container_shift =
      static_cast<std::uint32_t>(part.containers.size()) - (containers_end - containers);  // modulo 2^32
  const markdown::Move move{replaced.end, change.length_after() - change.length_before()};
  const auto move_node = [&](NodeId& node) {  // a note may be defined before what refers to it
    if (node != kNoNode && node >= nodes.first + nodes.removed) node += shift;
  };
  if (page.holds_contents || !page.footnotes.empty()) {
    for (PageBlock& block : blocks) std::for_each(block.leads_to.begin(), block.leads_to.end(), move_node);
  }
  for (std::size_t i = end; i < blocks.size(); ++i) {
    PageBlock& block = blocks[i];
    move_node(block.node);
    if (block.child != kNoNode) block.child += shift;
    block.source = move(block.source);
    for (PagePicture& picture : block.pictures) picture.source = move(picture.source);
    move_containers(block.container, container_shift);
    block.containers += container_shift;
  }
  for (std::size_t i = containers_end; i < page.containers.size(); ++i)
    move_containers(page.containers[i].parent, container_shift);

  const std::size_t added = part.blocks.size() - stub;
  page.body_end = is_last ? first + part.body_end - stub : page.body_end + added - (end - first);
  splice(page.containers, containers, containers_end, std::move(part.containers), 0);
  return PageChange{first, splice(blocks, first, end, std::move(part.blocks), stub), added};
}

}  // namespace depeche::ui
