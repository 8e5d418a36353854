// Writes the runs of one block as Markdown.
#pragma once

#include <string>

#include "paste/rich_text.h"

namespace depeche::paste {

enum class Place : std::uint8_t {
  kParagraph,  // a line break is two spaces and a new line
  kHeading,    // one line, which is bold anyway
  kCell,       // one line; a line break is <br />
};

// White space at both ends is left out, and that next to a mark of emphasis is moved outside. `text` holds the
// links and images that the runs refer to.
std::string write_runs(const Runs& runs, const RichText& text, Place place);

}  // namespace depeche::paste
