// Questions about the headings of a release.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "release/release.h"

namespace depeche::app {

// The heading under which `offset` stands: the last that begins at or before it.
std::optional<std::size_t> heading_at(const Release& release, Offset offset);

// The headings whose titles contain `filter`, case and accents ignored; all for an empty one.
std::vector<std::size_t> matching_headings(const Release& release, std::string_view filter);

}  // namespace depeche::app
