// The page as a list of blocks, one below the other: what a view lays out and draws, in order.
//
// Nested blocks become flat: each knows the containers that it stands in (a quote, an item of a list), and
// which of them begin or end with it. Lengths are CSS pixels. Linear in the number of nodes; no text is
// laid out and no inline content read here.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "markdown/contents.h"
#include "markdown/reader_text.h"
#include "messages/catalog.h"
#include "release/release.h"
#include "ui/page/picture_size.h"

namespace depeche::ui {

enum class BlockLook : std::uint8_t {
  kKicker,   // the categories, above the title: text, and `words` of each
  kTitle,    // text
  kDate,     // text
  kTags,     // `words` of each
  kLead,     // the chapeau: text
  kLabel,    // a small heading of ours: text
  kImage,    // pictures: one, or those of a slide show
  kFile,     // text: its name; detail: its file
  kContact,  // text: the name; `words`: what else is known of them
  kEmpty,    // text: what to do
  kBody,     // node: a paragraph or what is like one
  kHeading,  // node, level
  kCode,     // node, part; or text
  kRow,      // node: a row of a table
  kRule,
  kUnshown,  // text: an element that the page does not show
};

enum class ContainerLook : std::uint8_t {
  kPlain,
  kItem,      // of a list, a description: indented, its marker beside
  kFootnote,  // likewise, smaller
  kQuote,
  kCitation,   // the classes of the ministries' sites (site/names/classes.h)
  kAuthor,     // of a citation
  kImportant,  // a link
  kCentered,
  kCaption,  // what is written below a figure or above a table
  kSummary,  // the line that opens more
};

inline constexpr std::uint32_t kNoContainer = 0xFFFFFFFF;

struct Container {
  ContainerLook look = ContainerLook::kPlain;
  std::uint32_t parent = kNoContainer;
};

struct PagePicture {
  std::string path;         // as written
  std::string says;         // what it shows, for those who do not see it; may be empty
  std::string caption;      // may be empty
  Span source;              // in the document
  bool decorative = false;  // is_decorative(): nothing is to be said of it
  PictureSize size;         // as it asks for
  bool lacks_words() const { return says.empty() && !decorative; }
  bool operator==(const PagePicture&) const = default;
};

// Words of the front matter, and where they are written.
struct PageWords {
  std::string text;
  Span source;
};

struct PageBlock {
  BlockLook look = BlockLook::kBody;
  markdown::NodeId node = markdown::kNoNode;
  Span source;                                   // in the document
  std::uint32_t container = kNoContainer;        // the innermost
  ContainerLook inside = ContainerLook::kPlain;  // its look
  markdown::NodeId child = markdown::kNoNode;    // of the root, that the block is of; none around the body
  std::uint32_t containers = 0;                  // how many there are up to this block
  std::uint8_t opens = 0;                        // how many of the innermost containers begin with this block
  std::uint8_t closes = 0;                       // …and end with it
  std::uint8_t level = 0;  // of a heading; 1: a row of the head, the release's own pictures, the last of code
  float margin = 0;        // above, outside of what it opens
  Span part;               // of a code block's text
  std::string marker;      // before the first line: "•", "3."
  std::string text;
  std::string detail;
  std::vector<PageWords> words;
  std::vector<PagePicture> pictures;
  // Where links of ours lead on the page: an entry of the table of contents to its heading, those at the end
  // of a note back to its references.
  std::vector<markdown::NodeId> leads_to;
};

struct PageBlocks {
  std::vector<PageBlock> blocks;
  std::vector<Container> containers;
  markdown::FootnoteNumbers footnotes;
  std::size_t body_begin = 0, body_end = 0;                   // the blocks of the body, without footnotes
  bool holds_contents = false;                                // a list of headings is among them
  markdown::HeadingLevels contents_levels;                    // those that it lists
  messages::Language language = messages::Language::kFrench;  // of the page's own words ("Pièces jointes")
  std::size_t changed_since = 0;  // bytes of the body's start, since its language was asked for

  // The code that a block of that look shows.
  static std::string_view code(const markdown::Tree& tree, const PageBlock& block);

  // Whether the block stands in a container of that look, at any depth.
  bool is_inside(const PageBlock& block, ContainerLook look) const;
};

// What the page says of its own is in the release's language, or in that of `words` where it is not known;
// what it says to the person who writes, in the latter.
PageBlocks page_blocks(const Release& release, const messages::Catalog& words);

// Where in the document is written what a block shows of the front matter, at a place of one of its texts
// (UTF-8 bytes): `text` counts those that the block is laid out in. None for other blocks.
std::optional<Offset> source_of_words(const PageBlock& block, std::size_t text, Offset offset);

// What the blocks of a revision have that those before have not.
struct PageChange {
  std::size_t first = 0;
  std::vector<PageBlock> removed;  // those before, from `first` on
  std::size_t added = 0;           // their successors
};

// Makes `page`, of the revision before, what page_blocks(release, words) gives, where `change` led to
// `release` and `nodes` are new in it. Nothing is done where other blocks may be others, too: where a note,
// or a heading of those that the page lists, came or went. The work is that of the new nodes, and a pass over
// the blocks behind. The page's language is asked for again when an eighth of what tells it is another: it
// may lag behind until then, so that a key costs no look at the text around.
std::optional<PageChange> follow_page_blocks(PageBlocks& page, const Release& release,
                                             const messages::Catalog& words, const Change& change,
                                             const markdown::NodeChange& nodes);

}  // namespace depeche::ui
