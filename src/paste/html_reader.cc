#include "paste/html_reader.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>

#include "base/utf8.h"
#include "html/elements.h"
#include "html/safe_url.h"
#include "html/tokenizer.h"
#include "html/wrapped_url.h"
#include "paste/class_styles.h"
#include "paste/inline_style.h"
#include "paste/picture.h"
#include "paste/rich_paste.h"
#include "paste/table_reader.h"
#include "paste/tag.h"
#include "paste/word_list.h"
#include "paste/word_processors.h"

namespace depeche::paste {
namespace {

using html::Token;

constexpr std::size_t kDeepestTable = 6;

// WebKit writes a space beside a tag as U+00A0 in an element of this class; a no-break space of the text has none.
constexpr std::string_view kConvertedSpace = "Apple-converted-space";

bool is_list(std::string_view name) {
  return html::is_any(name, html::kList);
}

bool is_cell(std::string_view name) {
  return html::is_any(name, html::kCell);
}

bool is_block(std::string_view name) {
  return html::is_any(name, html::kBlock);
}

// What an element hands down to what is in it.
struct Look {
  RunStyle style = {};
  unsigned heading = 0;
  bool hidden = false;
  bool keeps_lines = false;
  bool is_preformatted = false;
  bool is_word_marker = false;
  bool is_spaces = false;  // what it holds is a space, whichever character stands for it
};

class Reader {
 public:
  RichText run(std::string_view html) {
    std::string content(html);
    std::erase(content, '\0');  // LibreOffice ends the clipboard's HTML with one
    const std::string normalized = html::normalized(content);
    html::Tokenizer tokenizer(normalized);
    for (Token token = tokenizer.next(); token.kind != Token::Kind::kEnd; token = tokenizer.next())
      take(token);
    flush();
    while (!tables_.empty()) close_table();
    return std::move(text_);
  }

 private:
  struct Element {
    std::string name;
    Look look;
    std::size_t path_size = 0;    // of path_, around it
    std::size_t first_block = 0;  // of the sink: where its content begins
    bool has_table = false;       // the last of tables_ is its own
    bool is_filled = false;       // of a row: it has a colour
    // Of a list:
    std::uint32_t group = 0;
    std::uint32_t next_number = 1;
    std::optional<Container> last_item = {};
  };

  void take(const Token& token) {
    if (std::exchange(drops_next_text_, false) && token.kind == Token::Kind::kText) return;
    switch (token.kind) {
      case Token::Kind::kText:
        return take_text(token.text);
      case Token::Kind::kStartTag:
        return open(token);
      case Token::Kind::kEndTag:
        return close(token.name);
      case Token::Kind::kComment:
      case Token::Kind::kEnd:
        return;
    }
  }

  // Text

  void take_text(std::string_view text) {
    const Look& look = this->look();
    if (!elements_.empty() && elements_.back().name == "style") return class_styles_.read(text);
    if (look.hidden) return;
    if (look.is_word_marker) {
      word_list_.add_to_marker(text);
    } else if (look.is_preformatted) {
      append(text);
    } else if (look.is_spaces) {
      append_space();
    } else {
      append_collapsed(text, look.keeps_lines);
    }
  }

  void append_collapsed(std::string_view text, bool keeps_lines) {
    constexpr std::string_view kSpaces = " \t\n\f";
    while (!text.empty()) {
      const std::size_t end = std::min(text.find_first_of(kSpaces), text.size());
      append(text.substr(0, end));
      text.remove_prefix(end);
      if (text.empty()) return;
      if (text[0] == '\n' && keeps_lines) {
        append_break();
      } else {
        append_space();
      }
      text.remove_prefix(1);
    }
  }

  void append(std::string_view text) {
    if (text.empty()) return;
    if (runs_.empty() || !(runs_.back().style == look().style)) runs_.push_back({"", look().style});
    runs_.back().text += text;
  }

  void append_space() {
    if (runs_.empty() || runs_.back().text.ends_with(' ') || runs_.back().text.ends_with('\n')) return;
    append(" ");
  }

  // Two in a row end the paragraph.
  void append_break() {
    if (look().hidden) return;
    if (look().is_preformatted) return append("\n");
    if (runs_.empty()) return;
    if (runs_.back().text.ends_with(' ')) {
      runs_.back().text.pop_back();
      if (runs_.back().text.empty()) runs_.pop_back();
    }
    if (runs_.empty() || runs_.back().text.ends_with('\n')) return flush_part();
    append("\n");
  }

  // Blocks

  std::vector<Block>& sink() { return tables_.empty() ? text_.blocks : tables_.back().blocks(); }

  // The block so far ends, and with it the paragraph.
  void flush() {
    flush_part();
    word_list_.end_paragraph();
  }

  void flush_part() {
    Runs runs = std::exchange(runs_, {});
    if (look().is_preformatted) return add_code(std::move(runs));
    if (std::ranges::all_of(runs, [](const Run& run) { return run.style.image == 0 && is_blank(run.text); }))
      return;
    for (Run& run : runs)
      if (run.text.find("://") != std::string::npos) run.text = html::with_unwrapped_urls(run.text);
    Block block{.path = path_, .runs = std::move(runs)};
    if (word_list_.is_in_item()) {
      block.path = word_list_.path(path_, ids_);
    } else {
      word_list_.end();
      if (look().heading != 0) block.kind = Block::Kind::kHeading;
      block.level = look().heading;
    }
    sink().push_back(std::move(block));
  }

  void add_code(Runs runs) {
    std::string code;
    for (const Run& run : runs) code += run.text;
    if (code.starts_with('\n')) code.erase(0, 1);
    while (code.ends_with('\n')) code.pop_back();
    if (is_blank(code)) return;
    sink().push_back({.kind = Block::Kind::kCode, .path = path_, .runs = {{std::move(code), {}}}});
  }

  // Nothing but white space, of which empty paragraphs of word processors have the no-break kind.
  static bool is_blank(std::string_view text) {
    for (std::size_t i = 0; i < text.size();) {
      const Decoded decoded = decode_utf8(text, i);
      const char32_t c = decoded.code_point;
      if (c != U' ' && c != U'\t' && c != U'\n' && c != U'\u00A0' && c != U'\u202F' && c != U'\u200B' &&
          c != U'\uFEFF')
        return false;
      i += decoded.size;
    }
    return true;
  }

  // Elements

  const Look& look() const {
    static const Look kPlain;
    return elements_.empty() ? kPlain : elements_.back().look;
  }

  void open(const Token& tag) {
    if (tag.name == "br") return append_break();
    if (tag.name == "hr") return add_rule(tag);
    if (tag.name == "img") return add_picture(tag);
    is_of_word_processor_ = is_of_word_processor_ || is_of_word_processor(tag);
    if (html::is_any(tag.name, html::kVoid)) return;
    if (is_block(tag.name)) {
      end_implied(tag.name);
      flush();
    }
    if (elements_.size() >= kDeepestElement) {
      drops_next_text_ = html::is_any(tag.name, html::kRawText);
      return;
    }
    if (begins_comment(tag)) hide_comment();
    Element element{
        .name = tag.name, .look = look_of(tag), .path_size = path_.size(), .first_block = sink().size()};
    if (!element.look.hidden) enter(tag, element);
    elements_.push_back(std::move(element));
  }

  void add_rule(const Token& tag) {
    if (look_of(tag).hidden) return;
    flush();
    sink().push_back({.kind = Block::Kind::kRule, .path = path_});
  }

  // A comment of Google Docs is a paragraph, most often in a box, that begins with a link to what it is
  // about.
  void hide_comment() {
    std::size_t first = elements_.size();
    while (first > 0 && !is_block(elements_[first - 1].name)) --first;
    if (first == 0 || !std::ranges::all_of(runs_, [](const Run& run) { return is_blank(run.text); })) return;
    --first;
    const auto begins_with_it = [&](const Element& box) {
      return box.name == "div" && box.first_block == sink().size();
    };
    if (elements_[first].name == "p" && first > 0 && begins_with_it(elements_[first - 1])) --first;
    for (std::size_t i = first; i < elements_.size(); ++i) elements_[i].look.hidden = true;
    runs_.clear();
  }

  // Pictures

  // One that cannot come leaves its alternative.
  void add_picture(const Token& tag) {
    const Look look = look_of(tag);
    if (look.hidden || is_tracker(tag)) return;
    const std::string alternative = alternative_of(tag);
    if (is_emoji(tag) || look.is_preformatted) return append(alternative);
    if (std::optional<Image> image = picture_of(tag)) {
      text_.images.push_back(*std::move(image));
      const auto number = static_cast<std::uint32_t>(text_.images.size());
      runs_.push_back({alternative, {.link = look.style.link, .image = number}});
      return;
    }
    ++text_.lost_pictures;
    if (alternative.empty()) return;
    append_space();
    append(alternative);
    append_space();
  }

  // End tags that HTML lets one leave out.
  void end_implied(std::string_view name) {
    end_paragraph();
    if (name == "li") {
      close_within("li", [](std::string_view outer) { return is_list(outer) || is_cell(outer); });
    } else if (is_cell(name) || name == "tr" || name == "tbody" || name == "thead" || name == "tfoot") {
      const auto is_table = [](std::string_view outer) { return outer == "table"; };
      if (!close_within("td", is_table)) close_within("th", is_table);
      if (!is_cell(name)) close_within("tr", is_table);
    } else if (name == "dt" || name == "dd") {
      const auto is_outside = [](std::string_view outer) { return outer == "dl" || is_cell(outer); };
      if (!close_within("dt", is_outside)) close_within("dd", is_outside);
    }
  }

  void end_paragraph() {
    close_within("p", [](std::string_view outer) {
      return is_cell(outer) || is_list(outer) || outer == "li" || outer == "table" || outer == "blockquote" ||
             outer == "div";
    });
  }

  // Closes the innermost `name`, unless an element that bounds it comes first.
  template <typename Bounds>
  bool close_within(std::string_view name, Bounds bounds) {
    for (std::size_t i = elements_.size(); i-- > 0;) {
      if (elements_[i].name == name) {
        close_down_to(i);
        return true;
      }
      if (bounds(elements_[i].name)) return false;
    }
    return false;
  }

  Look look_of(const Token& tag) {
    Look look = this->look();
    const std::string& name = tag.name;
    if (html::is_any(name, html::kNoProse)) look.hidden = true;
    if (name == "b" || name == "strong") look.style.bold = true;
    if (name == "i" || name == "em" || name == "cite") look.style.italic = true;
    if (name == "s" || name == "strike" || name == "del") look.style.struck = true;
    if (name == "del" && is_tracked(tag)) look.hidden = true;
    if (has_attribute(tag, "hidden")) look.hidden = true;
    if (name == "sup") look.style.script = Script::kSuper;
    if (name == "sub") look.style.script = Script::kSub;
    if (name == "code" || name == "kbd" || name == "samp" || name == "tt")
      look.style = {.code = true, .link = look.style.link};
    if (name == "a") look.style.link = link_of(tag);
    if (name == "pre") look.is_preformatted = true;
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')
      look.heading = static_cast<unsigned>(name[1] - '0');
    if (attribute(tag, "role") == "doc-backlink") look.hidden = true;
    if (is_remark(tag)) look.hidden = true;
    for_each_word(attribute(tag, "class"), [&](std::string_view word) {
      if (is_word_title(word)) look.heading = 1;
      if (word == kConvertedSpace) look.is_spaces = true;
      if (const InlineStyle* style = class_styles_.find(word)) take_style(*style, is_block(name), look);
    });
    take_style(read_inline_style(attribute(tag, "style")), is_block(name), look);
    if (look.is_preformatted) look.style = {};
    return look;
  }

  bool is_tracked(const Token& deletion) const {
    return is_of_word_processor_ || has_attribute(deletion, "datetime") || has_attribute(deletion, "cite");
  }

  static void take_style(InlineStyle style, bool is_block, Look& look) {
    if (is_block) style.script.reset();  // there it aligns a cell
    if (!look.style.code) {
      look.style.bold = style.bold.value_or(look.style.bold);
      look.style.italic = style.italic.value_or(look.style.italic);
      look.style.struck = style.struck.value_or(look.style.struck);
      look.style.script = style.script.value_or(look.style.script);
    }
    look.keeps_lines = style.keeps_lines.value_or(look.keeps_lines);
    look.hidden = look.hidden || style.hidden || style.is_remark;
    look.is_word_marker = look.is_word_marker || style.is_word_marker;
    look.is_spaces = look.is_spaces || style.is_word_spaces;
  }

  // Only what leads somewhere from anywhere: a place in the document that the text was copied from does not.
  std::uint32_t link_of(const Token& tag) {
    auto url = html::safe_link_url(attribute(tag, "href"));
    if (!url || url->find(':') == std::string::npos || url->front() == '#' || url->front() == '/') return 0;
    if (auto target = html::unwrapped_url(*url)) url = std::move(target);
    if (!text_.links.empty() && text_.links.back() == *url)
      return static_cast<std::uint32_t>(text_.links.size());
    text_.links.push_back(*url);
    return static_cast<std::uint32_t>(text_.links.size());
  }

  // What an element does to where its content belongs.
  void enter(const Token& tag, Element& element) {
    if (is_list(tag.name)) {
      enter_list(tag, element);
    } else if (tag.name == "li") {
      enter_item(tag);
    } else if (tag.name == "blockquote") {
      push_container({.kind = Container::Kind::kQuote, .group = ++ids_.groups});
    } else if (tag.name == "table") {
      element.has_table = tables_.size() < kDeepestTable;
      if (element.has_table) tables_.emplace_back(path_);
    } else if (tag.name == "tr") {
      element.is_filled = has_fill(tag);
      if (!tables_.empty()) tables_.back().begin_row(!elements_.empty() && elements_.back().name == "thead");
    } else if (is_cell(tag.name)) {
      if (!tables_.empty())
        tables_.back().begin_cell({.is_header = tag.name == "th", .is_filled = is_filled(tag)},
                                  number_of(attribute(tag, "colspan"), 1),
                                  number_of(attribute(tag, "rowspan"), 1));
    } else if (const auto item = read_inline_style(attribute(tag, "style")).word_item) {
      word_list_.begin_item(item->level);
    }
  }

  // A list right in a list belongs to the item before.
  void enter_list(const Token& tag, Element& element) {
    if (!elements_.empty() && elements_.back().last_item) push_container(*elements_.back().last_item);
    element.group = ++ids_.groups;
    if (tag.name == "ol") element.next_number = number_of(attribute(tag, "start"), 1);
  }

  // Whether a cell, or the row that it begins in, has a colour.
  bool is_filled(const Token& cell) const {
    const bool row_is_filled = !elements_.empty() && elements_.back().is_filled;
    return row_is_filled || has_fill(cell);
  }

  bool has_fill(const Token& tag) const {
    bool has_fill = has_attribute(tag, "bgcolor") || read_inline_style(attribute(tag, "style")).has_fill;
    for_each_word(attribute(tag, "class"), [&](std::string_view word) {
      const InlineStyle* style = class_styles_.find(word);
      has_fill = has_fill || (style != nullptr && style->has_fill);
    });
    return has_fill;
  }

  // An item that is given another number than its turn begins a list of its own.
  void enter_item(const Token& tag) {
    const auto is_around = [](const Element& element) { return is_list(element.name); };
    const auto list = std::find_if(elements_.rbegin(), elements_.rend(), is_around);
    Container item{.kind = Container::Kind::kBullet, .item = ++ids_.items};
    if (list != elements_.rend()) {
      if (list->name == "ol") {
        const std::uint32_t value = number_of(attribute(tag, "value"), list->next_number);
        if (value != list->next_number && list->last_item) list->group = ++ids_.groups;
        list->next_number = value;
        item.kind = Container::Kind::kOrdered;
      }
      item.group = list->group;
      item.number = list->next_number++;
      list->last_item = item;
    }
    push_container(item);
  }

  void push_container(const Container& container) {
    if (path_.size() < kDeepestList) path_.push_back(container);
  }

  void close(std::string_view name) {
    if (name == "p") return end_paragraph_by_tag();
    const bool is_of_table = is_cell(name) || name == "tr" || name == "table" || name == "tbody" ||
                             name == "thead" || name == "tfoot";
    close_within(
        name, [&](std::string_view outer) { return outer == "table" || (!is_of_table && is_cell(outer)); });
  }

  void end_paragraph_by_tag() {
    end_paragraph();
    flush();
  }

  void close_down_to(std::size_t index) {
    while (elements_.size() > index) {
      if (is_block(elements_.back().name)) flush();
      const bool ends_table = elements_.back().has_table;
      path_.resize(elements_.back().path_size);
      elements_.pop_back();
      if (ends_table) close_table();
    }
  }

  void close_table() {
    if (tables_.empty()) return;
    std::vector<Block> blocks = std::move(tables_.back()).finish();
    tables_.pop_back();
    word_list_.end();
    std::ranges::move(blocks, std::back_inserter(sink()));
  }

  RichText text_;
  ClassStyles class_styles_;
  bool is_of_word_processor_ = false;
  std::vector<Element> elements_;
  std::vector<Container> path_;
  std::vector<TableReader> tables_;
  Runs runs_;
  bool drops_next_text_ = false;
  ContainerIds ids_;
  WordList word_list_;
};

}  // namespace

RichText read_html(std::string_view html) {
  return Reader().run(html);
}

}  // namespace depeche::paste
