#include "tests/support/score.h"

#include <iostream>
#include <sstream>
#include <utility>

#include "doctest/doctest.h"
#include "tests/support/files.h"

namespace depeche {

std::map<std::string, std::string> known_differences(std::string_view suite) {
  std::map<std::string, std::string> known;
  std::istringstream lines(
      read_file(std::filesystem::path(DEPECHE_TESTS) / "conformance/known-differences.txt"));
  for (std::string line; std::getline(lines, line);) {
    const std::size_t name = line.find('\t');
    if (line.starts_with('#') || name == std::string::npos || line.substr(0, name) != suite) continue;
    const std::size_t reason = std::min(line.find('\t', name + 1), line.size());
    known[line.substr(name + 1, reason - name - 1)] = line.substr(std::min(reason + 1, line.size()));
  }
  return known;
}

Score::Score(std::string suite) : suite_(std::move(suite)), known_(known_differences(suite_)) {}

void Score::add(const std::string& name, const std::string& difference) {
  const bool is_known = known_.contains(name);
  if (difference.empty()) {
    ++equal_;
    CHECK_MESSAGE(!is_known, suite_, "\t", name, " is equal now: take it off known-differences.txt");
    return;
  }
  different_.push_back(name);
  CHECK_MESSAGE(is_known, suite_, "\t", name, "\n", difference);
}

void Score::report(std::size_t floor) const {
  std::cout << suite_ << ": equal " << equal_ << " of " << equal_ + different_.size() << '\n';
  for (const std::string& name : different_) std::cout << "  differs: " << name << '\n';
  CHECK(equal_ >= floor);
}

}  // namespace depeche
