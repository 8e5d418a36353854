// What the page shows of a release's header: above the body, and below it.
#pragma once

#include <string_view>

#include "messages/catalog.h"
#include "site/masthead.h"
#include "ui/page/block_list.h"

namespace depeche::ui {

inline constexpr std::string_view kBetweenCategories = " · ";

// Categories, title, date, tags, lead and pictures. `words` are the page's own.
void add_head(BlockList& list, const site::Masthead& masthead, const messages::Catalog& words);

// Attachments and contacts, each under a heading of the page's own.
void add_foot(BlockList& list, const site::Masthead& masthead, const messages::Catalog& words);

}  // namespace depeche::ui
