#include "platform/web/screen.h"

#include "platform/web/glyphs.h"

namespace depeche::platform {

WebScreen::WebScreen() : Screen(browser_glyph_loader(), browser_kerning) {}

}  // namespace depeche::platform
