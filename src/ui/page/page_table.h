// Rows and cells of tables in the tree, whether written in Markdown or as HTML.
#pragma once

#include <vector>

#include "markdown/tree.h"

namespace depeche::ui {

bool is_row(const markdown::Tree& tree, markdown::NodeId node);

// Whether a row is in the head of its table, or is an HTML row of <th> only.
bool is_head_row(const markdown::Tree& tree, markdown::NodeId row);

// The table that a row belongs to; kNoNode where there is none.
markdown::NodeId table_of(const markdown::Tree& tree, markdown::NodeId row);

// In order; an HTML row may hold other things between them.
std::vector<markdown::NodeId> cells_of(const markdown::Tree& tree, markdown::NodeId row);

markdown::Alignment alignment_of(const markdown::Tree& tree, markdown::NodeId cell);

}  // namespace depeche::ui
