// Writes the runs of one block as Markdown.
#pragma once

#include <string>

#include "paste/rich_text.h"

namespace depeche::paste {

enum class Place : std::uint8_t {
  kParagraph,  // a line break is two spaces and a new line
  kHeading,    // one line, all of it bold by itself
  kCell,       // one line; a line break is <br />
};

// White space at the edges is left out; signs of emphasis stand next to words.
// `text` holds the links and images that the runs refer to.
std::string write_runs(const Runs& runs, const RichText& text, Place place);

}  // namespace depeche::paste
