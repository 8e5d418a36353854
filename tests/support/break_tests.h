// Unicode's files of places where a text may be cut (auxiliary/GraphemeBreakTest.txt and its like): a row is
// code points in hexadecimal with ÷ where there is a boundary and × where there is none.
#pragma once

#include <fstream>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "doctest/doctest.h"

namespace depeche {

struct BreakTest {
  std::string row;  // as it is in the file
  std::u32string text;
  std::vector<bool> breaks;  // before each code point, and at the end
};

// The text of a row, cut where there is a boundary.
inline std::vector<std::string> pieces_of(const BreakTest& test) {
  std::vector<std::string> pieces;
  for (std::size_t i = 0; i < test.text.size(); ++i) {
    if (test.breaks[i]) pieces.emplace_back();
    append_utf8(pieces.back(), test.text[i]);
  }
  return pieces;
}

// The rows of a file below `folder` (DEPECHE_UNICODE_DATA of cmake/UnicodeData.cmake); none where it is
// missing, and the test says that it was skipped.
inline std::vector<BreakTest> read_break_tests(const std::string& folder, const std::string& file) {
  std::vector<BreakTest> tests;
  std::ifstream stream(folder + "/auxiliary/" + file);
  if (folder.empty() || !stream) MESSAGE("skipped: the Unicode Character Database could not be had");
  for (std::string line; std::getline(stream, line);) {
    BreakTest test;
    test.row = line;
    const std::string cut = line.substr(0, line.find('#'));
    for (std::size_t at = 0; at < cut.size();) {
      const std::size_t end = std::min(cut.find_first_of(" \t", at), cut.size());
      const std::string token = cut.substr(at, end - at);
      if (token == "÷" || token == "×") {
        test.breaks.push_back(token == "÷");
      } else if (!token.empty()) {
        test.text.push_back(static_cast<char32_t>(std::stoul(token, nullptr, 16)));
      }
      at = end + 1;
    }
    if (!test.text.empty()) tests.push_back(std::move(test));
  }
  return tests;
}

}  // namespace depeche
