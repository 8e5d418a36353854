// The rules together.
#include <set>

#include "doctest/doctest.h"
#include "messages/catalog.h"
#include "rules/rules.h"

namespace depeche::rules {
namespace {

TEST_CASE("identifiers are unique and have words of their own") {
  std::set<std::string_view> seen;
  const messages::Catalog& catalog = messages::Catalog::of(messages::Language::kEnglish);
  for (const Rule& rule : registry()) {
    CHECK(seen.insert(rule.id).second);
    CHECK(catalog.label(rule.id) != rule.id);
  }
}

}  // namespace
}  // namespace depeche::rules
