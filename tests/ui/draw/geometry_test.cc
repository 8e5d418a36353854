// Two units of length: what is drawn is in one, what the page is told in the other, and no mix compiles.
#include "ui/draw/geometry.h"

#include <type_traits>

#include "doctest/doctest.h"
#include "platform/screen.h"
#include "platform/tab.h"
#include "ui/desk/desk.h"

namespace depeche::ui {
namespace {

static_assert(!std::is_convertible_v<Rect, CssRect>);
static_assert(!std::is_convertible_v<CssRect, Rect>);
static_assert(!std::is_convertible_v<CssRect, Point>);
static_assert(!std::is_convertible_v<Size, Point>);

static_assert(std::is_invocable_v<decltype(&Desk::takes_text), const Desk&, Point>);
static_assert(!std::is_invocable_v<decltype(&Desk::takes_text), const Desk&, CssRect>);
static_assert(!std::is_assignable_v<decltype(FieldState::caret)&, CssRect>);
static_assert(!std::is_assignable_v<decltype(SemanticNode::bounds)&, Rect>);
static_assert(!std::is_invocable_v<decltype(&platform::Browser::move_field), platform::Browser&, Rect>);
static_assert(!std::is_invocable_v<decltype(&platform::Tab::drag_text), platform::Tab&, CssRect>);

// Bytes, lines and UTF-16 units are counts of their own, too.
static_assert(!std::is_convertible_v<Utf16Offset, Offset>);
static_assert(!std::is_convertible_v<Offset, Utf16Offset>);

TEST_CASE("physical pixels become CSS pixels by the scale") {
  struct Row {
    const char* name;
    Rect rect, clip;
    float scale;
    CssRect css;
  };
  const Row rows[] = {
      {"one to one", {1, 2, 3, 4}, {0, 0, 100, 100}, 1, {1, 2, 3, 4}},
      {"two a point", {10, 20, 30, 40}, {0, 0, 100, 100}, 2, {5, 10, 15, 20}},
      {"cut by the clip", {10, 20, 30, 40}, {20, 0, 100, 40}, 2, {10, 10, 10, 10}},
      {"out of the clip", {200, 20, 30, 40}, {0, 0, 100, 100}, 2, {50, 10, 0, 20}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.name);
    CHECK(to_css(row.rect, row.clip, row.scale) == row.css);
  }
  CHECK(to_css({10, 20, 0, 40}, 2) == CssRect{5, 10, 0, 20});
}

}  // namespace
}  // namespace depeche::ui
