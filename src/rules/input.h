// What the rules are asked about.
#pragma once

#include <optional>
#include <string_view>

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

  // The body as others read it, too; made when a rule first asks for it. Without differences for a release that
  // is not kramdown.
  const portability::Comparison& comparison() const;

 private:
  mutable std::optional<portability::Comparison> comparison_;
};

}  // namespace depeche::rules
