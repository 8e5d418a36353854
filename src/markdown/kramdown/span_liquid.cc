// Liquid, which Jekyll runs: `{{ … }}` and `{% … %}`.
#include <algorithm>

#include "markdown/kramdown/span_parser.h"

namespace depeche::markdown::kramdown {

// `{{ … }}` or `{% … %}`: text like other text, in a node of its own where nothing in it goes on outside.
bool SpanParser::read_liquid(Element& element) {
  const char mark = peek(1);
  if ((mark != '{' && mark != '%') || run_.is_in_liquid || is_in(kInRawHtml) || !may_try()) return false;
  const std::size_t close = run_.lines.find(mark == '{' ? "}}" : "%}", run_.at + 2);
  if (close >= run_.end) return false;
  const auto end = PassageOffset(close) + 2;
  const Attempt attempt = begin_attempt();
  const std::vector<PassageOffset> brackets = run_.brackets;
  run_.work_left -= static_cast<std::int64_t>(brackets.size());
  flush_text(run_.at);
  const NodeId node = builder_.open(Kind::kLiquid, source(run_.at, run_.at).begin);
  run_.is_in_liquid = true;
  bool goes_on_outside = false;
  ++run_.at;
  while (run_.at < end && !goes_on_outside) {
    if (const PassageOffset special = next_special(run_.at); special > run_.at) {
      run_.at = std::min(special, end);
    } else if (element.stop != Stop::kEnd && stops_here(element)) {
      goes_on_outside = true;
    } else {
      read_token();
    }
  }
  run_.is_in_liquid = false;
  if (goes_on_outside || run_.at != end) {
    run_.brackets = brackets;
    give_up(attempt);
    return false;
  }
  flush_text(end);
  builder_.close(run_.passage->source({end - 1, end}).end);
  builder_.set_text(node, run_.passage->text({attempt.before.at, end}));
  return true;
}

}  // namespace depeche::markdown::kramdown
