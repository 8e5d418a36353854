// The page as a list of blocks, from top to bottom: what a view lays out and draws.
//
// Nested blocks become a flat list: each block knows the containers around it (a quote, an item of a list), and
// which of them begin or end with it. Lengths are CSS pixels. Linear in the number of nodes; no text is laid out
// and no inline content is read here.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "markdown/contents.h"
#include "markdown/reader_text.h"
#include "messages/catalog.h"
#include "release/release.h"
#include "ui/page/picture_size.h"

namespace depeche::ui {

// ---- What a block is

// Words of the front matter, and their place in the source.
struct PageWords {
  std::string text;
  Span source;
};

// The categories, above the title.
struct PageCategories {
  std::string text;  // all of them, as shown
  std::vector<PageWords> words;
};

enum class LineLook : std::uint8_t {
  kTitle,
  kDate,
  kLead,   // the chapeau
  kLabel,  // a small heading of ours
  kEmpty,  // what to do on an empty page
};

// A text of the front matter, or one of ours.
struct PageLine {
  LineLook look = LineLook::kTitle;
  std::string text;
};

struct PageTags {
  std::vector<PageWords> words;
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

// One picture, or those of a slide show.
struct PagePictures {
  std::vector<PagePicture> pictures;  // at least one
  bool of_header = false;             // the release's own
};

struct PageFile {
  std::string name;  // what its link says
  std::string path;  // as written
};

struct PageContact {
  std::string name;                // may be empty
  std::vector<PageWords> details;  // what else is known of them
};

// A paragraph or the like. Without a node: an empty item.
struct PageBody {};

// A line of the table of contents.
struct PageContentsEntry {
  std::string title;
};

struct PageHeading {
  int level = 1;  // 1 to 6
};

// A part of a block of code: long ones are cut up so that only what is seen is laid out.
struct PageCode {
  Span part;         // in the text of the block
  std::string text;  // of the part, for a <pre>, whose node has no text; else empty
  bool is_last = true;
};

// A row of a table.
struct PageRow {
  bool is_head = false;
};

struct PageRule {};

// An element that the page does not show.
struct PageUnshown {
  std::string markup;  // its beginning, as written
};

using BlockContent =
    std::variant<PageBody, PageHeading, PageContentsEntry, PageCode, PageRow, PageRule, PagePictures,
                 PageUnshown, PageCategories, PageLine, PageTags, PageFile, PageContact>;

// ---- Where it is

enum class ContainerLook : std::uint8_t {
  kPlain,
  kItem,      // of a list, or a description: indented, with its marker beside it
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

struct PageBlock {
  BlockContent content{};
  markdown::NodeId node = markdown::kNoNode;     // that it shows; none for front matter and words of ours
  Span source{};                                 // in the document
  std::uint32_t container = kNoContainer;        // the innermost
  ContainerLook inside = ContainerLook::kPlain;  // its look
  markdown::NodeId child = markdown::kNoNode;    // of the root, that it belongs to; none outside the body
  std::uint32_t containers = 0;                  // how many there are up to and with this block
  std::uint8_t opens = 0;                        // how many of the innermost containers begin with this block
  std::uint8_t closes = 0;                       // …and end with it
  float margin = 0;                              // above, outside of what it opens
  std::string marker{};                          // before the first line: "•", "3."
  // The nodes that links of ours lead to: from an entry of the table of contents its heading, from the end of
  // a note its references.
  std::vector<markdown::NodeId> leads_to{};

  // The content, if it is of this type; else null.
  template <typename Content>
  const Content* as() const {
    return std::get_if<Content>(&content);
  }
};

struct PageBlocks {
  std::vector<PageBlock> blocks;
  std::vector<Container> containers;
  markdown::FootnoteNumbers footnotes;
  std::size_t body_begin = 0, body_end = 0;                   // the blocks of the body, without footnotes
  bool holds_contents = false;                                // a list of headings is among them
  markdown::HeadingLevels contents_levels;                    // those that it lists
  messages::Language language = messages::Language::kFrench;  // of the page's own words ("Pièces jointes")
  std::size_t changed_since = 0;  // bytes at the body's start, since its language was found

  // Whether the block stands in a container of that look, at any depth.
  bool is_inside(const PageBlock& block, ContainerLook look) const;
};

// The page's own words are in the release's language, or that of `words` where there is no catalog for it; what
// it says to the person who writes is in that of `words`.
PageBlocks page_blocks(const Release& release, const messages::Catalog& words);

// The code that a block shows.
std::string_view code_of(const markdown::Tree& tree, const PageBlock& block, const PageCode& code);

// Where the words that a block shows of the front matter begin in the document. The place is `offset`, in
// UTF-8 bytes, in the text of index `text` among those of the block (texts_of). None except for
// categories, tags and contacts.
std::optional<Offset> source_of_words(const PageBlock& block, std::size_t text, Offset offset);

}  // namespace depeche::ui
