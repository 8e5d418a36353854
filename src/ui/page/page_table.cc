#include "ui/page/page_table.h"

namespace depeche::ui {
namespace {

using markdown::Alignment;
using markdown::Kind;
using markdown::kNoNode;
using markdown::NodeId;
using markdown::Tree;

bool is_element(const Tree& tree, NodeId node, std::string_view name) {
  const Kind kind = tree.kind(node);
  return (kind == Kind::kHtmlBlock || kind == Kind::kHtmlSpan) && tree.name(node) == name;
}

bool is_cell(const Tree& tree, NodeId node) {
  return tree.kind(node) == Kind::kTableCell || is_element(tree, node, "td") || is_element(tree, node, "th");
}

}  // namespace

bool is_row(const Tree& tree, NodeId node) {
  return tree.kind(node) == Kind::kTableRow || is_element(tree, node, "tr");
}

bool is_head_row(const Tree& tree, NodeId row) {
  const NodeId parent = tree.parent(row);
  if (parent != kNoNode && (tree.kind(parent) == Kind::kTableHead || is_element(tree, parent, "thead")))
    return true;
  if (tree.kind(row) == Kind::kTableRow) return false;
  const std::vector<NodeId> cells = cells_of(tree, row);
  for (const NodeId cell : cells) {
    if (!is_element(tree, cell, "th")) return false;
  }
  return !cells.empty();
}

NodeId table_of(const Tree& tree, NodeId row) {
  NodeId table = tree.parent(row);
  while (table != kNoNode && tree.kind(table) != Kind::kTable && !is_element(tree, table, "table"))
    table = tree.parent(table);
  return table;
}

std::vector<NodeId> cells_of(const Tree& tree, NodeId row) {
  std::vector<NodeId> cells;
  for (const NodeId child : tree.children(row)) {
    if (is_cell(tree, child)) cells.push_back(child);
  }
  return cells;
}

Alignment alignment_of(const Tree& tree, NodeId cell) {
  if (tree.kind(cell) == Kind::kTableCell) return tree.alignment(cell);
  const std::string_view align = tree.attribute(cell, "align").value_or("");
  if (align == "right") return Alignment::kRight;
  return align == "center" ? Alignment::kCenter : Alignment::kNone;
}

}  // namespace depeche::ui
