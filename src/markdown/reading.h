// Parses a text that changes: what the parser remembers of one revision makes the next one cheap.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>

#include "markdown/tree.h"
#include "text/change.h"

namespace depeche::markdown {

namespace kramdown {
struct Sections;
}

// Which nodes a change has replaced: `removed` nodes from `first` on, by `added` new ones. Nodes before them are
// the same with the same ids; nodes behind them are the same with ids that grew by added - removed. But automatic
// identifiers of headings may differ anywhere.
struct NodeChange {
  NodeId first = 0;
  NodeId removed = 0;
  NodeId added = 0;
  std::uint64_t kinds = 0;  // a bit for each kind that was added or removed

  void touch(Kind kind) { kinds |= bit(kind); }
  bool touches(Kind kind) const { return (kinds & bit(kind)) != 0; }

 private:
  static constexpr std::uint64_t bit(Kind kind) { return std::uint64_t{1} << static_cast<unsigned>(kind); }
};
static_assert(static_cast<unsigned>(Kind::kLiquid) < 64);  // the last

struct Reading {
  Tree tree;
  // What kramdown's parser remembers; none for the other dialects.
  std::shared_ptr<kramdown::Sections> sections = {};
  // Set by reread(), unless it has read the whole body again.
  std::optional<NodeChange> change = {};
};

// The tree is that of parse(text, body, dialect).
Reading read(const Text& text, Span body, Dialect dialect);

// The same tree as read(text, body, dialect). `before` is the reading of the text before `change` in the same
// dialect. Where the dialect is kramdown and the change allows it, only the sections around the change are read,
// with a pass over the tree behind them. A tree that nobody else holds is edited in place.
Reading reread(Reading before, const Change& change, const Text& text, Span body, Dialect dialect);

}  // namespace depeche::markdown
