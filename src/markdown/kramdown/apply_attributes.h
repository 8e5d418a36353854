// Applies attribute lists to the nodes of the tree.
#pragma once

#include "markdown/kramdown/attribute_list.h"
#include "markdown/kramdown/block.h"
#include "markdown/kramdown/expansions.h"
#include "markdown/tree_builder.h"

namespace depeche::markdown::kramdown {

// Sets the attributes of the lists that the list refers to, then its own. A class is added to those of the node;
// any other attribute replaces the value that was there. What `expansions` refuses is left out.
void apply_attributes(const Definitions& definitions, const AttributeList& list, Expansions& expansions,
                      TreeBuilder& builder, NodeId node);

}  // namespace depeche::markdown::kramdown
