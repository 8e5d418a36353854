// The body as an HTML fragment: what kramdown's converter makes of it (kramdown dialect), or the reference
// renderers of CommonMark and GFM (others).
#pragma once

#include <string>

#include "release/release.h"

namespace depeche::writers {

enum class HtmlMode {
  // What Jekyll publishes: raw HTML kept. For files that a site builds itself, never for showing a stranger's
  // draft.
  kFaithful,
  // No script, no event handler, no javascript: URL, no embedded document, whatever the draft holds.
  kSafe,
};

// Valid UTF-8: a malformed byte of the body becomes U+FFFD.
std::string html(const Release& release, HtmlMode mode);

}  // namespace depeche::writers
