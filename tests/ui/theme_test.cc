#include "ui/theme.h"

#include "doctest/doctest.h"

namespace depeche::ui {
namespace {

TEST_CASE("contrast is WCAG's") {
  CHECK(contrast(rgb(0x000000), rgb(0xFFFFFF)) == doctest::Approx(21));
  CHECK(contrast(rgb(0x777777), rgb(0xFFFFFF)) == doctest::Approx(4.48).epsilon(0.01));
  CHECK(contrast(rgb(0xFF0000), rgb(0xFF0000)) == doctest::Approx(1));
}

TEST_CASE("whatever is read stands out from its ground, in both themes") {
  for (const Theme* theme : {&light_theme(), &dark_theme()}) {
    for (const Pairing& pairing : pairings()) {
      const std::string_view name = theme == &light_theme() ? "light" : "dark";
      CAPTURE(name);
      CAPTURE(pairing.name);
      CHECK(contrast(theme->*pairing.front, theme->*pairing.ground) >= pairing.least);
    }
  }
}

}  // namespace
}  // namespace depeche::ui
