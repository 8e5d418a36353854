// What is kept as it is written: `` `code` `` and `$$math$$`.
#include "markdown/kramdown/span_parser.h"

namespace depeche::markdown::kramdown {

bool SpanParser::read_code() {
  const PassageOffset begin = run_.at;
  const CodeSpanScanner::Found found = run_.code.scan(run_.at);
  if (!found.is_code) {
    take_text(found.end);
    return true;
  }
  const NodeId node = add(Kind::kCodeSpan, begin, found.end);
  builder_.set_content(node, source(found.content.begin, found.content.end));
  const std::string_view content = run_.passage->text(found.content);
  builder_.set_text(node, content);
  add_plain(content);
  return true;
}

bool SpanParser::read_math() {
  const PassageOffset begin = run_.at;
  const bool is_escaped = here() == '\\';
  const PassageOffset open = begin + (is_escaped ? 1 : 0);
  if (run_.text.substr(open, 2) != "$$") return false;
  const std::size_t close = run_.lines.find("$$", open + 2);
  if (close == run_.text.npos) return false;
  if (is_escaped) {
    flush_text(begin);
    run_.text_begin = open;
    take_text(open + 2);
    return true;
  }
  const Range content = run_.lines.trim({open + 2, PassageOffset(close)});
  const NodeId node = add(Kind::kMathSpan, begin, PassageOffset(close) + 2);
  builder_.set_content(node, source(content.begin, content.end));
  builder_.set_text(node, run_.passage->text(content));
  add_plain(run_.passage->text(content));
  return true;
}

}  // namespace depeche::markdown::kramdown
