// How attribute lists come onto the nodes of the tree.
#pragma once

#include "markdown/kramdown/attribute_list.h"
#include "markdown/kramdown/block.h"
#include "markdown/kramdown/expansions.h"
#include "markdown/tree_builder.h"

namespace depeche::markdown::kramdown {

// Gives the node what the list says: first what the lists that it refers to say, then its own attributes. A
// class is added to others; anything else replaces what was there.
void apply_attributes(const Definitions& definitions, const AttributeList& list, Expansions& expansions,
                      TreeBuilder& builder, NodeId node);

}  // namespace depeche::markdown::kramdown
