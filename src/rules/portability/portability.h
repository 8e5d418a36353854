// portability/…: where the draft reads otherwise in other Markdown programs than on the site, in a way that a
// reader would see. The site is kramdown, as Jekyll runs it; the others are GitHub Flavored Markdown. Why it
// is a family of its own, and asked for: docs/decisions/0008-portability.md.
//
// Typographic quotes and dashes, ids, classes and how far apart the items of a list stand do not count.
// Liquid is taken for a word, as Jekyll fills it in before the text is read.
#pragma once

#include <span>
#include <vector>

#include "base/diagnostic.h"
#include "release/release.h"
#include "rules/rules.h"

namespace depeche::rules {

// The rules of the family, in the order of their documentation.
std::span<const Rule> portability_rules();

// Appends what is found, in the order of the source; nothing for a release in another dialect than kramdown.
// It reads the body once more, twice where it holds Liquid or malformed UTF-8.
void check_portability(const Release& release, std::vector<Diagnostic>& found);

}  // namespace depeche::rules
