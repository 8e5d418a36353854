#include "paste/writer.h"

#include <algorithm>
#include <string_view>

#include "paste/escape.h"
#include "paste/inline_writer.h"

namespace depeche::paste {
namespace {

class Writer {
 public:
  explicit Writer(const RichText& text) : text_(text) {}

  std::string run() {
    for (const Block& block : text_.blocks) write(block);
    return std::move(out_);
  }

 private:
  struct Open {
    Container container;
    std::size_t width;  // of an item's marker, and of the indentation of its further lines
  };

  void write(const Block& block) {
    const std::size_t shared = shared_with_last(block);
    const Container* const numbered = list_to_number(block, shared);
    if (!out_.empty()) {
      out_.push_back('\n');
      if (numbered != nullptr || !continues_list(block, shared)) write_blank_line(shared);
    }
    if (numbered != nullptr) write_start(block, shared, *numbered);
    const std::string first = enter(block, shared);
    write_lines(content_of(block), first);
  }

  // How many of the open containers the block is in too.
  std::size_t shared_with_last(const Block& block) const {
    const auto is_same = [](const Container& a, const Container& b) {
      return a.kind == b.kind && a.group == b.group && a.item == b.item;
    };
    std::size_t shared = 0;
    while (shared < open_.size() && shared < block.path.size() &&
           is_same(open_[shared].container, block.path[shared]))
      ++shared;
    return shared;
  }

  // Items stand below each other without a blank line, and the first of a list in an item below its text.
  bool continues_list(const Block& block, std::size_t shared) const {
    if (shared == block.path.size() || !block.path[shared].is_item()) return false;
    if (shared < open_.size()) return open_[shared].container.kind == block.path[shared].kind;
    return shared > 0 && open_[shared - 1].container.is_item();
  }

  // The first item of an ordered list that begins here, if kramdown would give it another number or take it
  // for one of the list before: it counts every list from 1. None where the list is the first thing in an
  // item, to which its attributes would go.
  const Container* list_to_number(const Block& block, std::size_t shared) const {
    std::size_t first = shared;
    while (first < block.path.size() && !block.path[first].is_item()) ++first;
    if (first == block.path.size() || block.path[first].kind != Container::Kind::kOrdered) return nullptr;
    const Container& item = block.path[first];
    const bool follows_list =
        first == shared && shared < open_.size() && open_[shared].container.kind == Container::Kind::kOrdered;
    if (follows_list && open_[shared].container.group == item.group) return nullptr;
    return follows_list || item.number != 1 ? &item : nullptr;
  }

  // `{: start="3"}`, in the quotes that the list is in.
  void write_start(const Block& block, std::size_t shared, const Container& item) {
    for (std::size_t i = 0; i < shared; ++i)
      out_ += open_[i].container.is_item() ? std::string(open_[i].width, ' ') : "> ";
    for (std::size_t i = shared; !block.path[i].is_item(); ++i) out_ += "> ";
    out_ += "{: start=\"" + std::to_string(item.number) + "\"}\n";
  }

  // A line that is empty but for the marks of the quotes that go on.
  void write_blank_line(std::size_t shared) {
    std::string line;
    std::size_t written = 0;
    for (std::size_t i = 0; i < shared; ++i) {
      if (open_[i].container.is_item()) {
        line.append(open_[i].width, ' ');
      } else {
        line += "> ";
        written = line.size() - 1;
      }
    }
    out_.append(line, 0, written);
    out_.push_back('\n');
  }

  // Opens the block's own containers; returns what its first line begins with.
  std::string enter(const Block& block, std::size_t shared) {
    open_.resize(shared);
    std::string first = further_prefix();
    for (std::size_t i = shared; i < block.path.size(); ++i) {
      const Container& container = block.path[i];
      std::string mark = "> ";
      if (container.kind == Container::Kind::kBullet) mark = "- ";
      if (container.kind == Container::Kind::kOrdered) mark = std::to_string(container.number) + ". ";
      first += mark;
      open_.push_back({container, mark.size()});
    }
    return first;
  }

  std::string further_prefix() const {
    std::string prefix;
    for (const Open& open : open_) prefix += open.container.is_item() ? std::string(open.width, ' ') : "> ";
    return prefix;
  }

  void write_lines(std::string_view content, std::string_view first) {
    const std::string further = further_prefix();
    std::string_view prefix = first;
    while (true) {
      const std::size_t end = std::min(content.find('\n'), content.size());
      out_ += prefix;
      out_ += content.substr(0, end);
      if (end == content.size()) return;
      out_.push_back('\n');
      content.remove_prefix(end + 1);
      prefix = further;
    }
  }

  std::string content_of(const Block& block) const {
    switch (block.kind) {
      case Block::Kind::kParagraph:
        return write_runs(block.runs, text_, Place::kParagraph);
      case Block::Kind::kHeading:
        return std::string(block.level, '#') + ' ' + write_runs(block.runs, text_, Place::kHeading);
      case Block::Kind::kCode:
        return code(block);
      case Block::Kind::kRule:
        return "* * *";
      case Block::Kind::kTable:
        return table(block);
    }
    return "";
  }

  static std::string code(const Block& block) {
    std::string text;
    for (const Run& run : block.runs) text += run.text;
    const std::string fence(std::max<std::size_t>(3, longest_run(text, '`') + 1), '`');
    return fence + '\n' + text + '\n' + fence;
  }

  std::string table(const Block& block) const {
    std::size_t columns = 0;
    for (const std::vector<Runs>& row : block.rows) columns = std::max(columns, row.size());
    std::string lines;
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
      if (row > 0) lines.push_back('\n');
      lines.push_back('|');
      for (std::size_t column = 0; column < columns; ++column) {
        const bool is_there = column < block.rows[row].size();
        const std::string cell = is_there ? write_runs(block.rows[row][column], text_, Place::kCell) : "";
        lines += cell.empty() ? "  |" : ' ' + cell + " |";
      }
      if (row > 0 || !block.has_header) continue;
      lines += "\n|";
      for (std::size_t column = 0; column < columns; ++column) lines += " --- |";
    }
    return lines;
  }

  const RichText& text_;
  std::vector<Open> open_;
  std::string out_;
};

}  // namespace

std::string write_markdown(const RichText& text) {
  return Writer(text).run();
}

}  // namespace depeche::paste
