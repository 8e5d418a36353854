#include "ui/draw/theme.h"

#include <cstdio>
#include <fstream>
#include <sstream>
#include <string>

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

std::string in_css(Colour colour) {
  char text[8];
  std::snprintf(text, sizeof text, "#%02x%02x%02x", colour.red, colour.green, colour.blue);
  return text;
}

// What the browser draws over the canvas, as the ring around what has the focus.
TEST_CASE("the page's own colours are those of the theme that is drawn") {
  std::ifstream file(DEPECHE_ROOT "/web/style.css");
  std::ostringstream style;
  style << file.rdbuf();
  const auto block = [](const Theme& theme) {
    return " {\n  --drawn-ink: " + in_css(theme.ink) + ";\n  --drawn-hint: " + in_css(theme.quiet) +
           ";\n  --drawn-accent: " + in_css(theme.accent) + ";\n}\n";
  };
  const bool light = style.str().find("\n:root" + block(light_theme())) != std::string::npos;
  const bool dark =
      style.str().find("\n:root[data-theme=\"dark\"]" + block(dark_theme())) != std::string::npos;
  CHECK(light);
  CHECK(dark);
  const bool ring = style.str().find("outline: 2px solid var(--drawn-accent);") != std::string::npos;
  CHECK(ring);
}

}  // namespace
}  // namespace depeche::ui
