// Writes docs/rules.md; run by `./dev rules`.
#include <fstream>

#include "tests/rules/page.h"

int main() {
  std::ofstream(DEPECHE_ROOT "/docs/rules.md", std::ios::binary) << depeche::rules::rules_page();
}
