// Where the bytes of a passage stand in the document, and that the two are not taken for one another.
#include "markdown/kramdown/passage.h"

#include <doctest/doctest.h>

#include <compare>
#include <concepts>
#include <type_traits>

namespace depeche::markdown::kramdown {
namespace {

// What mixes places of a passage and of the document does not compile.
template <typename One, typename Other>
concept Compares = requires(One one, Other other) {
  one == other;
};
template <typename One, typename Other>
concept Orders = requires(One one, Other other) {
  one < other;
};
template <typename One, typename Other>
concept Adds = requires(One one, Other other) {
  one + other;
};

static_assert(!std::is_convertible_v<PassageOffset, Offset> && !std::is_convertible_v<Offset, PassageOffset>);
static_assert(!std::is_constructible_v<PassageOffset, Offset> &&
              !std::is_assignable_v<Offset&, PassageOffset>);
static_assert(!std::is_convertible_v<Range, Span> && !std::is_convertible_v<Span, Range>);
static_assert(!Compares<PassageOffset, Offset> && !Orders<PassageOffset, Offset>);
static_assert(!Compares<Offset, PassageOffset> && !Orders<Offset, PassageOffset>);
static_assert(!Adds<PassageOffset, PassageOffset>);

// What goes with an index and with a length does, at no cost.
static_assert(std::is_convertible_v<PassageOffset, std::size_t> && Orders<PassageOffset, std::size_t>);
static_assert(std::same_as<decltype(PassageOffset() - PassageOffset()), std::uint32_t>);
static_assert(sizeof(PassageOffset) == sizeof(std::uint32_t) && std::is_trivially_copyable_v<PassageOffset>);
static_assert(PassageOffset(std::size_t{2}) + 3 - 1 == std::size_t{4});

PassageOffset at(std::size_t index) {
  return PassageOffset(index);
}

TEST_CASE("A passage knows the source of each of its bytes") {
  const std::string_view text = "> one\r\n> two";
  Passage whole, inside;
  whole.read(text, {0, static_cast<Offset>(text.size())});
  CHECK(whole.text() == "> one\n> two\n");
  inside.append(whole, {at(2), at(6)});
  inside.append(whole, {at(8), at(12)});
  CHECK(inside.text() == "one\ntwo\n");
  struct Row {
    std::size_t begin, end;
    Span source;
  };
  for (const Row& row : {Row{0, 3, {2, 5}}, Row{3, 4, {6, 7}}, Row{4, 7, {9, 12}}, Row{0, 7, {2, 12}},
                         Row{7, 8, {12, 12}}, Row{4, 4, {9, 9}}}) {
    CAPTURE(row.begin);
    CAPTURE(row.end);
    CHECK(inside.source({at(row.begin), at(row.end)}) == row.source);
  }
}

}  // namespace
}  // namespace depeche::markdown::kramdown
