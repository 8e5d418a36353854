#include "portability/comparison.h"

#include <utility>

#include "markdown/parse.h"
#include "portability/filling.h"

namespace depeche::portability {

Comparison compare_readings(const Text& text, Span body, const markdown::Tree& tree) {
  const bool is_plain = !needs_filling(text, body);
  const Text readable = is_plain ? text : filled(text, body);
  const auto parse = [&](markdown::Dialect dialect) { return markdown::parse(readable, body, dialect); };
  Comparison comparison;
  comparison.site = make_reading(is_plain ? tree : parse(markdown::Dialect::kKramdown), body);
  comparison.elsewhere = make_reading(parse(markdown::Dialect::kGfm), body);
  comparison.differences = compare(comparison.site, comparison.elsewhere, body);
  return comparison;
}

}  // namespace depeche::portability
