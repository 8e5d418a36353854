// Straight quotes made typographic; dashes, ellipses, guillemets.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "markdown/kramdown/smart_quotes.h"
#include "markdown/kramdown/span_parser.h"

namespace depeche::markdown::kramdown {

bool SpanParser::read_smart_quote() {
  // A quote is judged with the character before it, where that is text of the same run.
  const PassageOffset quote = run_.at;
  PassageOffset begin = quote;
  if (quote > run_.token_begin && run_.text[quote - 1] != '\\') {
    begin = PassageOffset(previous_code_point(run_.text, quote));
  }
  const SmartQuote found = smart_quote(run_.text, begin);
  PassageOffset at = begin + found.before;
  for (const std::string_view replacement : {found.first, found.second}) {
    if (replacement.empty()) continue;
    const NodeId node = add(Kind::kSmartQuote, at, at + 1);
    constexpr std::array<std::string_view, 4> kQuotes = {"‘", "’", "“", "”"};
    const auto quote_kind = std::find(kQuotes.begin(), kQuotes.end(), replacement) - kQuotes.begin();
    builder_.set_text(node, options_.smart_quotes[static_cast<std::size_t>(quote_kind)]);
    ++at;
  }
  return true;
}

bool SpanParser::read_symbol() {
  struct Symbol {
    std::string_view source, text;
  };
  constexpr Symbol kSymbols[] = {
      {"---", "—"},       {"--", "–"},        {"...", "…"}, {"\\<<", "<<"}, {"\\>>", ">>"},
      {"<< ", "«\u00A0"}, {" >>", "\u00A0»"}, {"<<", "«"},  {">>", "»"},
  };
  const PassageOffset begin = here() == '>' && is_behind(" ") ? run_.at - 1 : run_.at;
  for (const Symbol& symbol : kSymbols) {
    if (!run_.text.substr(begin).starts_with(symbol.source)) continue;
    const PassageOffset end = begin + symbol.source.size();
    const NodeId node = add(Kind::kTypographicSymbol, begin, end);
    builder_.set_text(node, symbol.text);
    return true;
  }
  return false;
}

}  // namespace depeche::markdown::kramdown
