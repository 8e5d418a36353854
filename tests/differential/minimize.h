// Delta debugging: the smallest part of a text that still has a property, first by lines and then by
// characters (Zeller and Hildebrandt, "Simplifying and isolating failure-inducing input", 2002, in its greedy
// form).
#pragma once

#include <functional>
#include <string>

namespace depeche {

// `has_property` holds for `text`. Asks it at most `most_questions` times.
std::string minimized(const std::string& text, const std::function<bool(const std::string&)>& has_property,
                      int most_questions = 4000);

}  // namespace depeche
