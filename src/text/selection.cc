#include "text/selection.h"

namespace depeche {

Selection Selection::map(const Change& change, Bias bias) const {
  if (empty()) return caret(change.map_position(head, bias));
  const Span mapped = change.map_span(span());
  return anchor < head ? Selection{mapped.begin, mapped.end} : Selection{mapped.end, mapped.begin};
}

}  // namespace depeche
