// The main of every native test executable.
//
// To doctest a case that returns early has passed. How many did so by skip_case is said at the end: ./dev
// test counts them as skipped.
#define DOCTEST_CONFIG_IMPLEMENT
#include <iostream>
#include <set>
#include <string>
#include <utility>

#include "doctest/doctest.h"
#include "tests/support/skip.h"

namespace depeche {
namespace {

using Cases = std::set<std::pair<std::string, unsigned>>;  // by file and line

Cases& skipped_cases() {
  static Cases cases;
  return cases;
}

}  // namespace

void skip_case(std::string_view why) {
  const doctest::detail::TestCase& running = *doctest::getContextOptions()->currentTest;
  skipped_cases().emplace(running.m_file.c_str(), running.m_line);
  MESSAGE("skipped: ", std::string(why));
}

}  // namespace depeche

int main(int argument_count, char** arguments) {
  doctest::Context context(argument_count, arguments);
  const int result = context.run();
  const std::size_t skipped = depeche::skipped_cases().size();
  if (skipped > 0) std::cout << "of the passed test cases, skipped themselves: " << skipped << '\n';
  return result;
}
