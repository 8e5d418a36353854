#include "ui/page/page_text.h"

#include <algorithm>
#include <utility>

#include "ui/page/span_styles.h"

namespace depeche::ui {
namespace {

using markdown::kNoNode;
using markdown::ReaderPiece;

bool is_as_long_as_source(const PagePiece& piece) {
  return piece.source.size() == piece.range.size();
}

// Whether `next`, which follows `last` in the text, is of one piece with it.
bool belongs_to(const PagePiece& last, const PagePiece& next) {
  const bool follows =
      last.source.end == next.source.begin && is_as_long_as_source(last) && is_as_long_as_source(next);
  return (follows || last.source == next.source) && last.look == next.look && last.link == next.link &&
         last.image == next.image;
}

const PagePiece* piece_at(const PageText& text, Offset offset) {
  const auto after =
      std::upper_bound(text.pieces.begin(), text.pieces.end(), offset,
                       [](Offset value, const PagePiece& piece) { return value < piece.range.begin; });
  return after == text.pieces.begin() ? nullptr : &*std::prev(after);
}

}  // namespace

Offset PageText::source_at(Offset offset) const {
  const PagePiece* piece = piece_at(*this, offset);
  if (piece == nullptr) return 0;
  if (!is_as_long_as_source(*piece)) return piece->source.begin;
  return piece->source.begin + std::min(offset - piece->range.begin, piece->source.size());
}

void PageText::append_link(std::string_view words, markdown::NodeId node) {
  const auto begin = static_cast<Offset>(text.size());
  const Offset source = pieces.empty() ? 0 : pieces.back().source.end;
  text += words;
  PagePiece piece;
  piece.range = {begin, static_cast<Offset>(text.size())};
  piece.look.ink = kLinkInk;
  piece.source = {source, source};
  piece.link = node;
  pieces.push_back(piece);
}

markdown::NodeId PageText::link_at(Offset offset) const {
  const PagePiece* piece = piece_at(*this, offset);
  return piece != nullptr && piece->range.contains(offset) ? piece->link : kNoNode;
}

PageText page_text(const markdown::Tree& tree, markdown::NodeId node,
                   const markdown::FootnoteNumbers& footnotes) {
  markdown::ReaderText read = markdown::reader_text(tree, node, footnotes);
  PageText page{std::move(read.text), {}};
  for (const ReaderPiece& piece : read.pieces) {
    const PagePiece next{piece.range, style_of_span(piece.marks), piece.source, piece.link, piece.image};
    if (!page.pieces.empty() && belongs_to(page.pieces.back(), next)) {
      page.pieces.back().range.end = next.range.end;
      page.pieces.back().source.end = next.source.end;
    } else {
      page.pieces.push_back(next);
    }
  }
  return page;
}

}  // namespace depeche::ui
