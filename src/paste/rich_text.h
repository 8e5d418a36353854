// Rich text from a clipboard, reduced to what Markdown has: a list of blocks, each with the lists and quotes
// that it is in and with its runs of text.
//
// The list is flat, because some word processors write lists that way, and so that nothing has to recurse.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace depeche::paste {

enum class Script : std::uint8_t { kNone, kSuper, kSub };

struct RunStyle {
  bool bold = false;
  bool italic = false;
  bool struck = false;
  bool code = false;
  Script script = Script::kNone;
  std::uint32_t link = 0;   // 1 for the first of RichText::links; 0: none
  std::uint32_t image = 0;  // 1 for the first of RichText::images: then the text is its alternative; 0: none

  bool operator==(const RunStyle&) const = default;
};

// UTF-8 without markup; "\n" is an explicit line break.
struct Run {
  std::string text;
  RunStyle style;
};
using Runs = std::vector<Run>;

// A quote or an item of a list that a block is in. Blocks of one item have the same numbers.
struct Container {
  enum class Kind : std::uint8_t { kQuote, kBullet, kOrdered };
  Kind kind = Kind::kQuote;
  std::uint32_t group = 0;   // the quote or the list
  std::uint32_t item = 0;    // of the list
  std::uint32_t number = 1;  // of an ordered item

  bool is_item() const { return kind != Kind::kQuote; }
  bool operator==(const Container&) const = default;
};

struct Block {
  enum class Kind : std::uint8_t { kParagraph, kHeading, kCode, kRule, kTable };
  Kind kind = Kind::kParagraph;
  unsigned level = 0;                // of a heading, 1 to 6
  std::vector<Container> path = {};  // outermost first
  Runs runs = {};
  std::vector<std::vector<Runs>> rows = {};  // of a table: its cells
  bool has_header = false;                   // the first row is the header
};

struct Image {
  std::string address;      // of http or https, or a path of the site
  std::uint32_t width = 0;  // in CSS pixels; 0 for the picture's own
};

struct RichText {
  std::vector<Block> blocks;
  std::vector<std::string> links;
  std::vector<Image> images;
  std::uint32_t lost_pictures = 0;  // the number without an address that can be used
};

}  // namespace depeche::paste
