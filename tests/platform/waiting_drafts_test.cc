// Drafts that wait to be stored: none is lost by another, whatever comes between.
#include "platform/waiting_drafts.h"

#include <string>

#include "doctest/doctest.h"

namespace depeche::platform {
namespace {

app::StoreDraft draft(std::string document, std::string text, std::uint64_t revision) {
  return {{std::move(document)}, "cp.md", Text(std::move(text)), revision, false};
}

std::string texts_of(const WaitingDrafts& drafts) {
  std::string texts;
  for (const auto& waiting : drafts.all()) texts += std::string(waiting.draft.text.bytes()) + " ";
  return texts;
}

TEST_CASE("of a document the newest draft waits, and of each document one") {
  WaitingDrafts drafts;
  drafts.add(draft("a", "a1", 1));
  drafts.add(draft("a", "a2", 2));
  drafts.add(draft("b", "b1", 3));
  drafts.add(draft("a", "a3", 4));
  CHECK(texts_of(drafts) == "b1 a3 ");
  REQUIRE(drafts.of({"a"}) != nullptr);
  CHECK(drafts.of({"a"})->revision == 4);
  CHECK(drafts.of({"c"}) == nullptr);
}

TEST_CASE("what is stored waits no longer; what came since does") {
  WaitingDrafts drafts;
  drafts.add(draft("a", "a1", 1));
  const std::uint64_t first = drafts.all().front().version;
  drafts.add(draft("a", "a2", 2));
  const std::uint64_t second = drafts.all().front().version;
  CHECK(first != second);
  CHECK_FALSE(drafts.stored(first));
  CHECK(texts_of(drafts) == "a2 ");

  drafts.add(draft("b", "b1", 3));
  const auto stored = drafts.stored(second);
  REQUIRE(stored);
  CHECK(stored->document == app::DocumentId{"a"});
  CHECK(stored->revision == 2);
  CHECK(texts_of(drafts) == "b1 ");
  CHECK_FALSE(drafts.stored(second));
}

TEST_CASE("a deleted document waits no longer") {
  WaitingDrafts drafts;
  drafts.add(draft("a", "a1", 1));
  drafts.add(draft("b", "b1", 2));
  drafts.forget({"a"});
  drafts.forget({"c"});
  CHECK(texts_of(drafts) == "b1 ");
}

}  // namespace
}  // namespace depeche::platform
