#include "tests/rules/rows.h"

#include "doctest/doctest.h"

namespace depeche::rules {

std::vector<Diagnostic> check(const std::string& document, const Settings& settings) {
  return rules::check(read_release(Text(document)), settings);
}

std::string applied(std::string text, const Fix& fix) {
  for (auto edit = fix.edits.rbegin(); edit != fix.edits.rend(); ++edit)
    text.replace(edit->span.begin, edit->span.size(), edit->text);
  return text;
}

namespace {

std::string lines(const std::vector<std::string>& texts) {
  std::string all;
  for (const std::string& text : texts) all.append(text).append("\n");
  return all;
}

}  // namespace

void check_rows(const std::set<std::string>& rules, const std::vector<Row>& rows, const Settings& settings) {
  for (const Row& row : rows) {
    CAPTURE(row.document);
    std::vector<std::string> found;
    std::string fixed;
    for (const Diagnostic& diagnostic : check(row.document, settings)) {
      if (!rules.contains(diagnostic.rule)) continue;
      REQUIRE(diagnostic.span.end <= row.document.size());
      found.push_back(diagnostic.message.key + ": " + std::string(diagnostic.span.of(row.document)));
      if (!diagnostic.fixes.empty() && fixed.empty()) fixed = applied(row.document, diagnostic.fixes[0]);
    }
    CHECK(lines(found) == lines(row.found));
    CHECK(fixed == row.fixed);
  }
}

}  // namespace depeche::rules
