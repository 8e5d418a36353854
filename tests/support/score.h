// The score of a suite: which of its cases come out equal, held against the list of those that are known to
// differ.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace depeche {

// tests/conformance/known-differences.txt: case names of one suite, each with the reason.
std::map<std::string, std::string> known_differences(std::string_view suite);

class Score {
 public:
  explicit Score(std::string suite);

  // `difference` is empty for an equal case. A difference that is not listed fails the test, and so does a
  // listed case that is equal: the list stays true.
  void add(const std::string& name, const std::string& difference);

  // Prints `SUITE: equal N of M` and the names of those that differ; fails below `floor` equal cases.
  void report(std::size_t floor) const;

 private:
  std::string suite_;
  std::map<std::string, std::string> known_;
  std::vector<std::string> different_;
  std::size_t equal_ = 0;
};

}  // namespace depeche
