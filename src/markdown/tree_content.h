// The memory layout of a tree; for tree.cc, tree_builder.cc and tree_editor.cc only.
//
// Most nodes are text that is in the source as it is: 32 bytes. What few nodes have (attributes, names, text that
// differs from the source) is in a second array.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "markdown/tree.h"

namespace depeche::markdown {

// A piece of Tree::Content::bytes, or of the source.
struct TextPiece {
  std::uint32_t begin = 0;
  std::uint32_t size = 0;
  bool of_source = false;
};

// NodeData::detail of an HTML element: its content model, whether it was written `<name/>`, and whether its
// end tag is a node of its own.
inline constexpr std::uint8_t kContentModelBits = 3;
inline constexpr std::uint8_t kSelfClosedBit = 4;
inline constexpr std::uint8_t kEndTagApartBit = 8;

inline constexpr std::uint32_t kNoExtra = 0xFFFFFFFF;

struct NodeData {
  Span span;
  Span content;
  NodeId parent = kNoNode;
  NodeId subtree_end = 0;
  std::uint32_t extra = kNoExtra;
  Kind kind = Kind::kDocument;
  std::uint8_t detail = 0;       // level, alignment, checked, tight or content model, by kind
  bool text_is_content = false;  // text() is the source of `content`
};
static_assert(sizeof(NodeData) == 32);

struct ExtraData {
  TextPiece text, name, label;
  std::vector<Attribute> attributes;
};

struct Tree::Content {
  Text source;
  std::vector<NodeData> nodes;
  std::vector<ExtraData> extras;
  std::string bytes;       // text that is not a part of the source
  std::size_t litter = 0;  // extras and bytes that no node has any more

  std::string_view view(TextPiece piece) const {
    return (piece.of_source ? source.bytes() : std::string_view(bytes)).substr(piece.begin, piece.size);
  }
};

}  // namespace depeche::markdown
