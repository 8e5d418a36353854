#include "markdown/kramdown/code_span.h"

#include "markdown/kramdown/characters.h"

namespace depeche::markdown::kramdown {

CodeSpanScanner::Found CodeSpanScanner::scan(PassageOffset at) {
  PassageOffset open = at;
  while (open < text_.size() && text_[open] == '`') ++open;
  const std::uint32_t size = open - at;
  const bool is_simple = size == 1;
  const bool is_apart = at == begin_ || is_space(text_[at - 1]);
  const bool stands_alone = is_simple && is_apart && open < text_.size() && is_space(text_[open]);
  if (stands_alone || (size >= unclosed_size_ && at >= unclosed_from_)) return {false, {}, open};

  const std::size_t close = text_.find(text_.substr(at, size), open);
  if (close == text_.npos) {
    unclosed_size_ = size;
    unclosed_from_ = at;
    return {false, {}, open};
  }
  Range content{open, PassageOffset(close)};
  const PassageOffset end = content.end + size;
  if (!is_simple && !content.empty() && text_[content.begin] == ' ') ++content.begin;
  if (!is_simple && !content.empty() && text_[content.end - 1] == ' ') --content.end;
  return {true, content, end};
}

}  // namespace depeche::markdown::kramdown
