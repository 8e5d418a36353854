// UAX #14 as far as layout/line_break.h promises it. In the table, ÷ marks every place where a line may end.
#include "layout/line_break.h"

#include "doctest/doctest.h"

#include <string>

#include "base/utf8.h"

namespace depeche::layout {
namespace {

std::u32string decoded(std::string_view text) {
  std::u32string result;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded next = decode_utf8(text, i);
    result.push_back(next.code_point);
    i += next.size;
  }
  return result;
}

std::string marked(std::string_view text) {
  const std::u32string code_points = decoded(text);
  const std::vector<LineBreak> breaks = line_breaks(code_points);
  std::string result;
  for (std::size_t i = 0; i < code_points.size(); ++i) {
    if (breaks[i] == LineBreak::kAllowed) result += "÷";
    if (breaks[i] == LineBreak::kHyphenated) result += "~";
    if (breaks[i] == LineBreak::kMandatory) result += "!";
    append_utf8(result, code_points[i]);
  }
  return result;
}

std::string without_marks(std::string text) {
  for (const std::string_view mark : {"÷", "~", "!"}) {
    for (std::size_t at; (at = text.find(mark)) != std::string::npos;) text.erase(at, mark.size());
  }
  return text;
}

TEST_CASE("a line may end where French and English typography lets it") {
  for (const std::string_view expected : {
           "un ÷mot ÷et ÷un ÷autre",
           "  ÷deux ÷espaces   ÷devant",
           "4\u00A0000\u202F€ ÷nets",
           "l’État ÷d'accueil",
           "« Bonjour » ÷dit-÷il",
           "dit ÷« oui ÷ou ÷non » ÷puis",
           "«\u00A0Bonjour\u00A0», ÷dit",
           "trois ÷points : ÷un ; ÷deux ?",
           "porte-÷avions ÷et ÷-1",
           "2019–÷2020 ÷puis÷—÷ou÷—÷rien",
           "(voir ÷[là]) ÷suite",
           "fin… ÷suite... ÷là",
           "https://÷exemple.fr/÷a/÷b?÷c=d",
           "12,50 ÷% ÷de ÷3.14",
           "anti\u00AD~constitution",
           "a\u2060b ÷c",
           "漢÷字",
           "e\u0301 ÷e\u0301t",
           "",
           "a",
       }) {
    CAPTURE(expected);
    CHECK(marked(without_marks(std::string(expected))) == expected);
  }
}

TEST_CASE("a line ends after a line feed") {
  CHECK(marked("a\nb") == "a\n!b");
  CHECK(marked("a\r\nb") == "a\r\n!b");
  CHECK(marked("\n\n") == "\n!\n");
}

}  // namespace
}  // namespace depeche::layout
