// What the rules are asked about.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "markdown/reader_text.h"
#include "portability/comparison.h"
#include "release/release.h"
#include "rules/settings.h"

namespace depeche::rules {

class Input {
 public:
  // Both must outlive it.
  Input(const Release& release, const Settings& settings) : release(release), settings(settings) {}

  const Release& release;
  const Settings& settings;

  const markdown::Tree& tree() const { return release.tree; }
  std::string_view source(Span span) const { return release.text.bytes(span); }
  std::string_view source(markdown::NodeId node) const { return source(tree().span(node)); }

  // What follows is made when a rule first asks for it.

  // The text of a block as a reader sees it, without the numbers of footnotes. Valid until another block's is
  // asked for: one is kept, since the rules ask about the same block one after another.
  const markdown::ReaderText& reader_text(markdown::NodeId block) const;

  // The tag of the language that the release is written in, as HTML's `lang` has it ("fr", "fr-CA"): from the
  // settings, else from the front matter, else guessed from the words; empty where none of these tells.
  const std::string& language() const;
  // Whether a rule has asked for language().
  bool has_told_language() const { return language_.has_value(); }

  // The body as the site reads it and as others do. Empty for a release that is not kramdown.
  const portability::Comparison& comparison() const;

 private:
  mutable std::optional<std::string> language_;
  mutable markdown::NodeId block_ = markdown::kNoNode;
  mutable markdown::ReaderText text_;  // of block_
  mutable std::optional<portability::Comparison> comparison_;
};

}  // namespace depeche::rules
