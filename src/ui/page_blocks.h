// The page as a list of blocks, one below the other: what a view lays out and draws, in order.
//
// Nested blocks become flat: each knows the containers that it stands in (a quote, an item of a list), and
// which of them begin or end with it. Lengths are CSS pixels. Linear in the number of nodes; no text is
// laid out and no inline content read here.
#pragma once

#include <string>
#include <vector>

#include "messages/catalog.h"
#include "release/release.h"
#include "ui/page_text.h"

namespace depeche::ui {

enum class BlockLook : std::uint8_t {
  kKicker,   // the categories, above the title: text
  kTitle,    // text
  kDate,     // text
  kTags,     // text of each in `words`
  kLabel,    // a small heading of ours: text
  kImage,    // text: what it shows; detail: its file
  kFile,     // text: its name; detail: its type
  kEmpty,    // text: what to do
  kBody,     // node: a paragraph or what is like one
  kHeading,  // node, level
  kCode,     // node, part
  kRow,      // node: a row of a table
  kRule,
  kUnshown,  // text: an element that the page does not show
};

enum class ContainerLook : std::uint8_t {
  kPlain,
  kItem,      // of a list, a description: indented, its marker beside
  kFootnote,  // likewise, smaller
  kQuote,
  kCitation,   // .citation
  kAuthor,     // .auteur-citation
  kImportant,  // .lien-important
  kCentered,   // .text-center
};

inline constexpr std::uint32_t kNoContainer = 0xFFFFFFFF;

struct Container {
  ContainerLook look = ContainerLook::kPlain;
  std::uint32_t parent = kNoContainer;
};

struct PageBlock {
  BlockLook look = BlockLook::kBody;
  markdown::NodeId node = markdown::kNoNode;
  Span source;                             // in the document
  std::uint32_t container = kNoContainer;  // the innermost
  std::uint8_t opens = 0;                  // how many of the innermost containers begin with this block
  std::uint8_t closes = 0;                 // …and end with it
  std::uint8_t level = 0;  // of a heading; 1: of a row in the head, of the first of some images
  float margin = 0;        // above, outside of what it opens
  Span part;               // of a code block's text
  std::string marker;      // before the first line: "•", "3."
  std::string text;
  std::string detail;
  std::vector<std::string> words;
};

struct PageBlocks {
  std::vector<PageBlock> blocks;
  std::vector<Container> containers;
  FootnoteNumbers footnotes;

  // Whether the block stands in a container of that look, at any depth.
  bool is_inside(const PageBlock& block, ContainerLook look) const;
};

PageBlocks page_blocks(const Release& release, const messages::Catalog& words);

}  // namespace depeche::ui
