// How Dear ImGui is compiled, for the library and for everyone who includes it (IMGUI_USER_CONFIG).
#pragma once

// Code points above U+FFFF are characters like any other.
#define IMGUI_USE_WCHAR32

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS

// No window of ImGui's own is ever shown.
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS

// What the system does, the platform layer does: files, links, the clipboard.
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS

// The platform draws the glyphs (docs/decisions/0004-glyphs-by-the-browser.md): no font file and no
// rasteriser. ImGui 1.92.2 compiles stb_truetype unless FreeType takes its place; that seat is kept by
// no_rasterizer.cc.
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_ENABLE_FREETYPE
