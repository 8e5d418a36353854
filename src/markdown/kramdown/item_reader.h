// Which lines belong to the items of a list, or to the definitions of a definition list: those with the item's
// indentation, blank lines, and lazy ones.
//
// What belongs to an item depends on the column where its first line's text begins. Its lines become one passage,
// without that indentation.
#pragma once

#include <vector>

#include "markdown/kramdown/block_parser.h"

namespace depeche::markdown::kramdown {

class BlockParser::ItemReader {
 public:
  struct Item {
    BlockId id;
    Passage* passage;
    std::vector<PassageOffset>
        breaks;  // of a list: where parts begin that are parsed one by one (parse_nested)
    bool is_behind_blank;
  };

  // Items become children of `list`. `is_behind_blank`: a blank line comes before the first.
  ItemReader(BlockParser& parser, BlockId list, bool is_behind_blank);

  // Moves the cursor from the first marker to behind the last line. An end-of-block marker is not
  // part of the list.
  std::vector<Item> read();

 private:
  // What the first line of an item says about those that follow.
  struct Shape {
    std::uint32_t indentation = 0;  // columns that belong to the item, one at least
    PassageOffset first_text;       // where the text of the first line begins
  };
  // A line without the item's indentation: `pad` spaces, then the source from `text` on.
  struct Line {
    std::uint32_t pad;
    PassageOffset text;
    bool is_indented;  // the item's indentation was there
  };

  bool take_line(PassageOffset line);
  PassageOffset marker_end(PassageOffset line) const;
  bool is_of_item(PassageOffset line) const;
  bool is_indented(PassageOffset line) const;
  bool is_lazy(PassageOffset line) const;
  Shape shape_of(PassageOffset line, PassageOffset content) const;
  Line without_indentation(PassageOffset line) const;
  void begin_item(PassageOffset line, PassageOffset content);
  void add_line(PassageOffset line);
  void part_nested_list(const Line& line);

  BlockParser& parser_;
  const Lines& lines_;
  const Passage& source_;
  BlockId list_;
  Kind kind_;  // of the list
  std::vector<Item> items_;
  Shape shape_;
  std::uint32_t marker_indent_ = 3;
  bool nested_list_found_ = false;
  bool last_is_blank_;
};

}  // namespace depeche::markdown::kramdown
