#include "rules/differences.h"

#include <algorithm>
#include <string>

#include "base/utf8.h"

namespace depeche::rules {
namespace {

using portability::Difference;
using portability::Seen;

std::string_view key_ending(Seen seen) {
  switch (seen) {
    case Seen::kOnSite:
      return "";
    case Seen::kElsewhere:
      return "-elsewhere";
    case Seen::kDifferently:
      return "-differs";
  }
  return "";
}

Span without_line_ends(Span span, std::string_view bytes) {
  while (span.end > span.begin && (bytes[span.end - 1] == '\n' || bytes[span.end - 1] == '\r')) --span.end;
  return span;
}

// The beginning of the source, short enough for a sentence.
std::string quoted(std::string_view source) {
  constexpr std::size_t kLongest = 40;
  std::size_t size = std::min({kLongest, source.size(), source.find_first_of("\r\n")});
  while (!is_code_point_boundary(source, size)) --size;
  return std::string(source.substr(0, size)).append(size < source.size() ? "…" : "");
}

}  // namespace

void add_differences(const Input& input, portability::Construct construct, Words words, Report& found,
                     MakeFixes fixes) {
  const std::string_view bytes = input.release.text.bytes();
  const std::vector<Difference>& differences = input.comparison().differences;
  for (std::uint32_t number = 0; number < differences.size(); ++number) {
    const Difference& difference = differences[number];
    if (difference.construct != construct) continue;
    found.number_behind_others(number);
    const Span span = without_line_ends(difference.span, bytes);
    Diagnostic& finding = found.add(span, {quoted(span.of(bytes))});
    if (words == Words::kByWhoSeesIt) finding.message.key += key_ending(difference.seen);
    if (fixes != nullptr) finding.fixes = fixes({difference, input.comparison(), bytes});
  }
}

Fix write_instead(Span span, const std::string& text) {
  return {{"fix/write", {text}}, {{span, text}}};
}

}  // namespace depeche::rules
