// Ids of documents: of 128 bits, never the same twice.
#include "app/document_id.h"

#include <set>
#include <string>

#include "doctest/doctest.h"

namespace depeche::app {
namespace {

TEST_CASE("an id is 32 hexadecimal digits, as the store has them") {
  DocumentIds ids({1, 2});
  const std::string text = ids.next().text;
  CHECK(text.size() == 32);
  CHECK(text.find_first_not_of("0123456789abcdef") == std::string::npos);
}

TEST_CASE("no id is drawn twice, whatever the seed; a copy draws the same") {
  std::set<std::string> drawn;
  for (const DocumentIds::Seed& seed :
       {DocumentIds::Seed{0, 0}, DocumentIds::Seed{0, 1}, DocumentIds::Seed{~0U, 7}}) {
    DocumentIds ids(seed);
    DocumentIds copy = ids;
    for (int i = 0; i < 1000; ++i) {
      const DocumentId id = ids.next();
      CHECK(drawn.insert(id.text).second);
      CHECK(copy.next() == id);
    }
  }
}

TEST_CASE("the halves of a seed count, each") {
  CHECK(DocumentIds({1, 2}).next() != DocumentIds({1, 3}).next());
  CHECK(DocumentIds({1, 2}).next() != DocumentIds({3, 2}).next());
}

}  // namespace
}  // namespace depeche::app
